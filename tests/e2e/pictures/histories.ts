/** What an app that is closed may have behind it, as SQL: weeks cannot be waited for. Each moment is one of the days that `still.ts` sets. */
import { day } from './still.js';

/** Every card was learned and ran out while the person was away; some kept slipping. */
export const weeksAway = (lapses: number): string => `
  INSERT INTO memories (cardId, state, stability, difficulty, step, reps, lapses, reviewedAt, reviewedOn, intervalDays, dueAt, dueOn)
  SELECT cardId, 'review', 10 + rowid, 5, 0, 3, CASE WHEN rowid % 50 = 1 THEN ${lapses} ELSE 0 END, 0, date('${day}', '-30 days'), 10, NULL,
    date('${day}', '-20 days') FROM cards;
  INSERT INTO studyDays (day, answers) VALUES (date('${day}', '-30 days'), 3);`;

/** The text of some cards is gone from their notes. */
export const setAside = `UPDATE cards SET orphanedAt = 1 WHERE rowid % 100 = 1`;

/** Only the cards of one deck are in use. */
export const onlyThisDeck = (deck: string): string =>
  `UPDATE cards SET suspendedAt = 1 WHERE deckId <> (SELECT deckId FROM decks WHERE path = '${deck}')`;
