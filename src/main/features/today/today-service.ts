/** What today looks like: the cards that wait, where, and what was done lately. */
import type { Counts, PausedSession, TodayView } from '../../../shared/contract.js';
import type { CatchUpService } from './catch-up-service.js';
import { addDays, startOfDay } from '../../domain/review/day.js';
import { deckTree, estimateMinutes, totalOf, weekOf } from '../../domain/review/today.js';
import type { DeckStore } from '../../store/tables/decks.js';
import type { PresetStore } from '../../store/tables/presets.js';
import type { ReviewLog } from '../../store/tables/reviews.js';
import type { TodayNumbers } from '../../store/tables/today.js';
import type { StudyDay } from '../review/study-day.js';

interface Parts {
  study: StudyDay;
  decks: DeckStore;
  /** What waits on a day in a deck, or in all. */
  deckCounts: (day: string) => (path: string | null) => Counts;
  numbers: TodayNumbers;
  reviews: ReviewLog;
  presets: Pick<PresetStore, 'default'>;
  catchUp: CatchUpService;
  paused: () => PausedSession | null;
}

/** What the log and the schedules say of today. */
export type StudiedToday = Omit<TodayView, 'preparing' | 'exam' | 'mock'>;

/** Makes the function that says how the day stands. */
export function createTodayService({ study, decks, deckCounts, numbers, reviews, presets, catchUp, paused }: Parts): () => StudiedToday {
  /** The start of the next study day on which a card waits that does not wait now. */
  function nextDueAt(day: string): number | null {
    const tomorrow = addDays(day, 1);
    const earliest = numbers.hasNew() ? tomorrow : numbers.earliestDueOn();
    if (earliest === null) return null;
    return startOfDay(earliest > tomorrow ? earliest : tomorrow, study.dayRule());
  }

  return () => {
    const { on } = study.moment();
    const { leechLapses } = presets.default().options;
    const countsOf = deckCounts(on);
    const counts = countsOf(null);
    const cards = numbers.cardsByDeck();
    const waiting = totalOf(counts);
    const week = weekOf(on);
    const answered = reviews.answeredAmong(week.filter((day) => day <= on));
    const answeredToday = answered.has(on);
    return {
      dayOn: on,
      counts,
      estimateMinutes: estimateMinutes(waiting, reviews.pace()),
      decks: deckTree(
        decks.all().map(({ deckId, path, collapsed }) => ({ path, collapsed, cards: cards.get(deckId) ?? 0 })),
        countsOf,
      ),
      cards: [...cards.values()].reduce((sum, count) => sum + count, 0),
      nextDueAt: waiting > 0 ? null : nextDueAt(on),
      dueTomorrow: numbers.dueOn(addDays(on, 1)),
      answeredToday: reviews.on(on),
      week: week.map((day) => ({ dayOn: day, answered: day > on ? null : answered.has(day) })),
      // A day that has only begun does not break the row.
      daysInARow: reviews.daysInARowUntil(answeredToday ? on : addDays(on, -1)),
      orphans: numbers.orphans(),
      leeches: { cards: numbers.forgottenTimes(leechLapses), lapses: leechLapses },
      paused: paused(),
      ...catchUp.on(on),
    };
  };
}
