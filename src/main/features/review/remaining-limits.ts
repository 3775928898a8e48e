/** What a study day still takes, by the presets, what was added for the day, the catch-up plan, and what was done. */
import { allowanceOf, restOfDecks } from '../../domain/review/limits.js';
import type { DayLimits } from '../../domain/review/limits.js';
import type { Room } from '../../domain/review/plan.js';
import type { CatchUpPlan } from '../../store/tables/catch-up.js';
import type { DayExtras } from '../../store/tables/day-extras.js';
import type { PresetStore } from '../../store/tables/presets.js';
import type { ReviewLog } from '../../store/tables/reviews.js';

interface Parts {
  presets: PresetStore;
  reviews: Pick<ReviewLog, 'cardsOn'>;
  dayExtras: Pick<DayExtras, 'on'>;
}

/** What is left of a day: each call makes one that can be counted down. */
export type Left = () => Omit<Room, 'decks'>;

export function createRemainingLimits({ presets, reviews, dayExtras }: Parts): (day: string, plan: CatchUpPlan | null) => Left {
  /** A number of each deck that has limits of its own; the other decks share that of the default preset. */
  function limits(kind: 'newPerDay' | 'reviewsPerDay'): Map<string, number> {
    const own = [...presets.assigned().keys()].map((path) => [path, presets.of(path).options[kind]] as const);
    return new Map([[restOfDecks, presets.default().options[kind]], ...own]);
  }

  return (day, plan) => {
    const extras = [...dayExtras.on(day)];
    const done = reviews.cardsOn(day);
    const fresh = limits('newPerDay');
    if (plan?.pausesNew) for (const path of fresh.keys()) fresh.set(path, 0);
    const ofDue: DayLimits = {
      perDay: limits('reviewsPerDay'),
      extra: new Map(extras.map(([path, extra]) => [path, extra.reviews])),
      done: countByDeck(done.filter(({ cardId, asReview }) => asReview === 1 && plan?.doneToday.has(cardId) !== true)),
    };
    const ofFresh: DayLimits = {
      perDay: fresh,
      extra: new Map(extras.map(([path, extra]) => [path, extra.new])),
      done: countByDeck(done.filter(({ asNew }) => asNew === 1)),
    };
    const waited = plan ? Math.max(0, plan.perDay - plan.doneToday.size) : 0;
    return () => ({ due: allowanceOf(ofDue), fresh: allowanceOf(ofFresh), waited });
  };
}

function countByDeck(cards: readonly { deck: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { deck } of cards) counts.set(deck, (counts.get(deck) ?? 0) + 1);
  return counts;
}
