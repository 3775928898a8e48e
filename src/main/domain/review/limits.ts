/**
 * How many cards of a kind a day still takes, deck by deck. A limit belongs to the deck it was chosen for and holds for that deck
 * with its children, so parents cap children; decks nobody chose anything for share one limit. What a person adds for one day
 * is used when the limits are spent.
 */

/** The limit of the decks that follow no other. */
export const restOfDecks = '';

export interface DayLimits {
  /** Cards a day by the deck that has the limit; `''` for the decks below none of the others. */
  perDay: ReadonlyMap<string, number>;
  /** What is added today, by deck; `''` for all. */
  extra: ReadonlyMap<string, number>;
  /** What was done today, by deck without its children. */
  done: ReadonlyMap<string, number>;
}

export interface Allowance {
  /** Takes one card of a deck; false when the day has no room for it. */
  take(deck: string): boolean;
  /** Would `take` give one now? */
  has(deck: string): boolean;
}

/** The deck and all it lies below, innermost first: `A::B` gives `A::B` and `A`. */
export function upwards(path: string): string[] {
  const paths = [path];
  for (let at = path.lastIndexOf('::'); at !== -1; at = path.lastIndexOf('::', at - 1)) paths.push(path.slice(0, at));
  return paths;
}

/** Counts down the limits of a day, after what was done of it. */
export function allowanceOf({ perDay, extra, done }: DayLimits): Allowance {
  const left = new Map(perDay);
  const added = new Map(extra);
  const chains = new Map<string, { caps: string[]; extras: string[] }>();

  function chainOf(deck: string): { caps: string[]; extras: string[] } {
    let chain = chains.get(deck);
    if (!chain) {
      const paths = upwards(deck);
      const own = paths.filter((path) => perDay.has(path));
      chain = { caps: own.length > 0 ? own : [restOfDecks], extras: [...paths, ''].filter((path) => extra.has(path)) };
      chains.set(deck, chain);
    }
    return chain;
  }

  const isOpen = (caps: readonly string[]): boolean => caps.every((path) => (left.get(path) ?? 0) > 0);
  const openExtra = (extras: readonly string[]): string | undefined => extras.find((path) => (added.get(path) ?? 0) > 0);

  function take(deck: string): boolean {
    const { caps, extras } = chainOf(deck);
    if (isOpen(caps)) {
      for (const path of caps) left.set(path, (left.get(path) ?? 0) - 1);
      return true;
    }
    const path = openExtra(extras);
    if (path === undefined) return false;
    added.set(path, (added.get(path) ?? 0) - 1);
    return true;
  }

  // Decks without anything added come first: what was added for others must not be spent on them.
  const decks = [...done].sort(([a], [b]) => chainOf(a).extras.length - chainOf(b).extras.length);
  for (const [deck, count] of decks) for (let taken = 0; taken < count && take(deck); taken++);

  return {
    take,
    has(deck) {
      const { caps, extras } = chainOf(deck);
      return isOpen(caps) || openExtra(extras) !== undefined;
    },
  };
}
