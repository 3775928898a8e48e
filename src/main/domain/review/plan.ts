/** Which cards a study day or a session holds: everything being learned, then reviews and new cards within the day's limits. */
import type { Allowance } from './limits.js';

interface Candidate {
  item: string;
  /** Path of its deck. */
  deck: string;
}

/** A review; `waited` when it belongs to the pile a catch-up plan works off. */
interface DueCandidate extends Candidate {
  waited: boolean;
}

/** What may be shown, in order of preference; read only as far as the limits go. */
export interface Candidates<L extends Candidate, D extends DueCandidate, F extends Candidate> {
  learning: readonly L[];
  due: Iterable<D>;
  fresh: Iterable<F>;
  /** Items answered today, whose other cards wait until tomorrow. */
  answeredItems: Iterable<string>;
}

/** What the day still takes. */
export interface Room {
  due: Allowance;
  fresh: Allowance;
  /** Cards of the catch-up plan, beside the limits. */
  waited: number;
  /** Decks the candidates come from: when none of them takes any more, no candidate is read. */
  decks: readonly string[];
}

export interface DayPlan<L, D, F> {
  learning: readonly L[];
  due: readonly D[];
  fresh: readonly F[];
}

/**
 * The cards of a day: of each item at most one beside those being learned, for its siblings would give it away; a review comes
 * before a new sibling.
 */
export function planDay<L extends Candidate, D extends DueCandidate, F extends Candidate>(
  { learning, due, fresh, answeredItems }: Candidates<L, D, F>,
  room: Room,
): DayPlan<L, D, F> {
  const takenItems = new Set(answeredItems);
  for (const { item } of learning) takenItems.add(item);
  let waited = room.waited;
  const takeDue = ({ deck, waited: isWaited }: D): boolean => (isWaited ? waited-- > 0 : room.due.take(deck));
  return {
    learning,
    due: choose(due, takenItems, takeDue, () => waited > 0 || room.decks.some(room.due.has)),
    fresh: choose(
      fresh,
      takenItems,
      ({ deck }) => room.fresh.take(deck),
      () => room.decks.some(room.fresh.has),
    ),
  };
}

/** The candidates that are taken, whose item was not; takes their items. Reads no further than there is room. */
function choose<C extends Candidate>(
  candidates: Iterable<C>,
  takenItems: Set<string>,
  take: (candidate: C) => boolean,
  hasRoom: () => boolean,
): C[] {
  const chosen: C[] = [];
  if (!hasRoom()) return chosen;
  for (const candidate of candidates) {
    if (takenItems.has(candidate.item)) continue;
    if (take(candidate)) {
      takenItems.add(candidate.item);
      chosen.push(candidate);
      continue;
    }
    if (!hasRoom()) break;
  }
  return chosen;
}
