/** Words that stand in each other's place: "the leader asks the follower" is not "the follower asks the leader". */
import type { AnswerWord } from './answer-words.js';
import type { Place } from './places.js';
import { likeness } from './same-word.js';

interface Swap {
  /** Indexes of the two places. */
  at: readonly [number, number];
  /** They stand beside each other as equals ("CPU and memory"): in either order they say the same. */
  isCoordinate: boolean;
}

/** The places with equals that changed places set right, and whether others did. */
export function withoutSwaps(places: readonly Place[]): { places: Place[]; isSwapped: boolean } {
  const swaps = swapsOf(places);
  const partners = new Map<number, Place | undefined>();
  for (const { at, isCoordinate } of swaps) {
    if (isCoordinate) partners.set(at[0], places[at[1]]).set(at[1], places[at[0]]);
  }
  return {
    // Each of the two pairs with itself on the other side.
    places: places.map((place, i) => (partners.has(i) ? { ...place, isFree: true, at: partners.get(i)?.at ?? place.at } : place)),
    isSwapped: swaps.some(({ isCoordinate }) => !isCoordinate),
  };
}

function swapsOf(places: readonly Place[]): Swap[] {
  const wrong = places.flatMap((place, i) => (!place.isFree && place.expected && place.typed ? [{ place, i }] : []));
  return wrong.flatMap((first, n) =>
    wrong
      .slice(n + 1)
      .filter(({ place }) => areSame(first.place.expected, place.typed) && areSame(place.expected, first.place.typed))
      .map(({ i }): Swap => ({ at: [first.i, i], isCoordinate: areCoordinate(places.slice(first.i, i)) })),
  );
}

const areSame = (one: AnswerWord | null, other: AnswerWord | null): boolean =>
  one !== null && other !== null && likeness(one, other) === 'same';

const coordinators: ReadonlySet<string> = new Set('and or und oder et ou 和 与 與 或 及 と や , /'.split(' '));
const ordering: ReadonlySet<string> = new Set('then to from into than dann zu von'.split(' '));

/** The first of two words, and what stands between them: nothing but an "and", "or" or comma? */
function areCoordinate([first, ...between]: readonly Place[]): boolean {
  const words = between.flatMap(({ expected, typed }) => [expected, typed]).filter((word) => word !== null);
  const isListed = first?.expected?.whole.endsWith(',') === true || words.some((word) => coordinators.has(word.plain));
  return isListed && words.every((word) => word.light && !ordering.has(word.plain));
}
