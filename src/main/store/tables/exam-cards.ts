/** What the exam has to know of cards and answers. Suspended and orphaned cards are no part of it. */
import { byDeckPath, byName } from '../../domain/natural-order.js';
import { daysBetween } from '../../domain/review/day.js';
import type { Strength } from '../../domain/review/scheduler.js';
import type { Database } from '../open/database.js';
import { textsIn } from './json.js';

/** A card with its place and its memory. */
export interface ExamCardRow {
  cardId: string;
  noteId: string;
  noteName: string;
  deck: string;
  headings: string[];
  tags: string[];
  /** Names the source item; cards that share it are siblings. */
  item: string;
  /** null for a card never answered. */
  strength: Strength | null;
  /** Study days since its last answer; 0 for a new card. */
  elapsedDays: number;
  /** It was answered today and comes back today. */
  learningToday: boolean;
  buriedToday: boolean;
}

/** What was done with a card on a study day. */
export interface DayOfCard {
  cardId: string;
  spentMs: number;
  asNew: boolean;
}

/** An answer to a card known before, on a later day than its answer before. */
export interface KnownAnswer {
  cardId: string;
  /** As the log had it before the answer. */
  strength: Strength;
  elapsedDays: number;
  remembered: boolean;
}

export interface ExamCards {
  /** In the order of decks, their notes by name, and as the cards stand in the note. */
  all(today: string): ExamCardRow[];
  on(day: string): DayOfCard[];
  /** The first answers of each later day to a card, `most` of those that follow the newest answers, oldest first. */
  knownAnswers(most: number): KnownAnswer[];
}

interface LogRow {
  cardId: string;
  rating: number;
  reviewedOn: string;
  stability: number;
  difficulty: number;
}

interface Row {
  cardId: string;
  noteId: string;
  noteName: string;
  deck: string;
  headings: string;
  tags: string;
  item: string;
  position: number;
  stability: number | null;
  difficulty: number | null;
  elapsedDays: number | null;
  learningToday: 0 | 1 | null;
  buriedToday: 0 | 1;
}

export function createExamCards(db: Database): ExamCards {
  const all = db.prepare<[{ today: string }], Row>(
    `SELECT c.cardId, c.noteId, n.name AS noteName, d.path AS deck, c.headings, c.tags, c.noteId || char(10) || c.item AS item, c.position,
       m.stability, m.difficulty, max(0, CAST(julianday(@today) - julianday(m.reviewedOn) AS INTEGER)) AS elapsedDays,
       m.state <> 'review' AND m.reviewedOn = @today AS learningToday, c.buriedOn IS @today AS buriedToday
     FROM cards c JOIN notes n USING (noteId) JOIN decks d USING (deckId) LEFT JOIN memories m USING (cardId)
     WHERE c.suspendedAt IS NULL AND c.orphanedAt IS NULL`,
  );
  const on = db.prepare<[string], { cardId: string; spentMs: number; asNew: 0 | 1 }>(
    `SELECT cardId, sum(durationMs) AS spentMs, max(stateBefore = 'new') AS asNew FROM reviews r
     WHERE reviewedOn = ? AND NOT EXISTS (SELECT 1 FROM retractions x WHERE x.reviewId = r.reviewId) GROUP BY cardId`,
  );
  const newestFirst = db.prepare<[], LogRow>(
    `SELECT cardId, rating, reviewedOn, stability, difficulty FROM reviews r
     WHERE NOT EXISTS (SELECT 1 FROM retractions x WHERE x.reviewId = r.reviewId) ORDER BY reviewId DESC`,
  );

  return {
    all(today) {
      const rows = all.all({ today });
      const deckRank = ranks(rows, ({ deck }) => deck, byDeckPath);
      const noteRank = ranks(rows, ({ noteName }) => noteName, byName);
      const rank = ({ deck, noteName }: Row): [number, number] => [deckRank.get(deck) ?? 0, noteRank.get(noteName) ?? 0];
      return rows
        .map((row) => ({ row, rank: rank(row) }))
        .sort(
          (a, b) =>
            a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.row.position - b.row.position || (a.row.cardId < b.row.cardId ? -1 : 1),
        )
        .map(({ row }) => cardOf(row));
    },
    on: (day) => on.all(day).map((row) => ({ ...row, asNew: row.asNew === 1 })),
    knownAnswers(most) {
      const found: KnownAnswer[] = [];
      // By card: the answer that came after the one looked at. Within a day nothing is learned about forgetting, so that of a
      // day's answers the first counts, after the last one of the day before it.
      const later = new Map<string, LogRow>();
      for (const row of newestFirst.iterate()) {
        const { cardId, stability, difficulty, reviewedOn } = row;
        const next = later.get(cardId);
        later.set(cardId, row);
        if (!next || next.reviewedOn <= reviewedOn) continue;
        const elapsedDays = daysBetween(reviewedOn, next.reviewedOn);
        found.push({ cardId, strength: { stability, difficulty }, elapsedDays, remembered: next.rating > 1 });
        if (found.length === most) break;
      }
      return found.reverse();
    },
  };
}

/** The place of each name among all of them: comparing numbers is quicker than comparing names as people do. */
function ranks(rows: readonly Row[], nameOf: (row: Row) => string, compare: (a: string, b: string) => number): Map<string, number> {
  return new Map([...new Set(rows.map(nameOf))].sort(compare).map((name, rank) => [name, rank]));
}

function cardOf({ position: _, headings, tags, stability, difficulty, elapsedDays, learningToday, buriedToday, ...row }: Row): ExamCardRow {
  return {
    ...row,
    headings: textsIn(headings),
    tags: textsIn(tags),
    strength: stability === null || difficulty === null ? null : { stability, difficulty },
    elapsedDays: elapsedDays ?? 0,
    learningToday: learningToday === 1,
    buriedToday: buriedToday === 1,
  };
}
