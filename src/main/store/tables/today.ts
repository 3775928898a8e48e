/** The numbers behind the Today screen, each one query. */
import type { Database } from '../open/database.js';

export interface TodayNumbers {
  /** Cards whose text is in the notes, per deck. */
  cardsByDeck(): Map<number, number>;
  orphans(): number;
  /** Cards in use that were forgotten at least so often. */
  forgottenTimes(lapses: number): number;
  /** Reviews that come due on this study day. */
  dueOn(day: string): number;
  /** The first study day on which a review comes due, also when that is past; null when no card is in review. */
  earliestDueOn(): string | null;
  /** Is any new card left that could be shown? */
  hasNew(): boolean;
}

const shown = 'c.suspendedAt IS NULL AND c.orphanedAt IS NULL';

export function createTodayNumbers(db: Database): TodayNumbers {
  const cardsByDeck = db.prepare<[], { deckId: number; cards: number }>(
    'SELECT deckId, count(*) AS cards FROM cards INDEXED BY cardsByDeck WHERE orphanedAt IS NULL GROUP BY deckId',
  );
  const orphans = db.prepare<[], number>('SELECT count(*) FROM cards WHERE orphanedAt IS NOT NULL').pluck();
  // The first condition lets sqlite use the partial index; it is left out for the few who ask for less.
  const forgotten = (indexed: string) =>
    db
      .prepare<[number], number>(
        `SELECT count(*) FROM memories m CROSS JOIN cards c ON c.cardId = m.cardId WHERE ${indexed} m.lapses >= ? AND ${shown}`,
      )
      .pluck();
  const [forgottenOften, forgottenSeldom] = [forgotten('m.lapses > 3 AND'), forgotten('')];
  const dueOn = db
    .prepare<[string], number>(
      `SELECT count(*) FROM memories m INDEXED BY reviewsDue CROSS JOIN cards c ON c.cardId = m.cardId
       WHERE m.state = 'review' AND m.dueOn = ? AND ${shown}`,
    )
    .pluck();
  const earliestDueOn = db
    .prepare<[], string>(
      `SELECT m.dueOn FROM memories m INDEXED BY reviewsDue CROSS JOIN cards c ON c.cardId = m.cardId
       WHERE m.state = 'review' AND ${shown} ORDER BY m.dueOn LIMIT 1`,
    )
    .pluck();
  const hasNew = db.prepare<[], number>(`SELECT EXISTS (SELECT 1 FROM cards c INDEXED BY newCards WHERE c.isNew = 1 AND ${shown})`).pluck();
  return {
    cardsByDeck: () => new Map(cardsByDeck.all().map(({ deckId, cards }) => [deckId, cards])),
    forgottenTimes: (lapses) => (lapses > 3 ? forgottenOften : forgottenSeldom).get(lapses) ?? 0,
    orphans: () => orphans.get() ?? 0,
    dueOn: (day) => dueOn.get(day) ?? 0,
    earliestDueOn: () => earliestDueOn.get() ?? null,
    hasNew: () => hasNew.get() === 1,
  };
}
