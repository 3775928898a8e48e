/** Cards chosen for another reason than that they wait today. Suspended, buried and orphaned ones are left out. */
import type { StudyPick } from '../../../shared/study.js';
import { addDays } from '../../domain/review/day.js';
import type { Database } from '../open/database.js';
import { arrayOf } from './json.js';

/** How cards are chosen other than by waiting. */
export type ChosenPick = Exclude<StudyPick, { kind: 'waiting' }>;

export interface ChosenCards {
  /** Ids in the order they are worth showing, read lazily; `decks` null for all. */
  pick(pick: ChosenPick, day: string, decks: readonly number[] | null): Iterable<string>;
  /** How many cards have each tag, of one note at a time. */
  tagsByNote(): Iterable<{ tag: string; cards: number }[]>;
}

const shown = 'c.suspendedAt IS NULL AND c.orphanedAt IS NULL AND c.buriedOn IS NOT @day';
const inDecks = '(@decks IS NULL OR c.deckId IN (SELECT value FROM json_each(@decks)))';
const mostAtRisk = '(julianday(@day) - julianday(m.reviewedOn)) / m.stability DESC, m.cardId';

interface Scope {
  day: string;
  decks: string | null;
  other: string | null;
}

export function createChosenCards(db: Database): ChosenCards {
  const statement = (sql: string) => db.prepare<[Scope], string>(sql).pluck();
  const forgotten = statement(
    `SELECT r.cardId FROM reviews r JOIN cards c USING (cardId)
     WHERE r.reviewedOn > @other AND r.reviewedOn <= @day AND r.rating = 1 AND ${shown} AND ${inDecks}
       AND NOT EXISTS (SELECT 1 FROM retractions x WHERE x.reviewId = r.reviewId)
     GROUP BY r.cardId ORDER BY count(*) DESC, r.cardId`,
  );
  const ahead = statement(
    `SELECT m.cardId FROM memories m INDEXED BY reviewsDue CROSS JOIN cards c ON c.cardId = m.cardId
     WHERE m.state = 'review' AND m.dueOn > @day AND m.dueOn <= @other AND ${shown} AND ${inDecks} ORDER BY ${mostAtRisk}`,
  );
  const known = statement(
    `SELECT m.cardId FROM memories m CROSS JOIN cards c ON c.cardId = m.cardId
     WHERE @other IS NULL AND ${shown} AND ${inDecks} ORDER BY ${mostAtRisk}`,
  );
  const fresh = statement(
    `SELECT c.cardId FROM cards c INDEXED BY newCards JOIN decks d USING (deckId) JOIN notes n USING (noteId)
     WHERE c.isNew = 1 AND c.suspendedAt IS NULL AND c.orphanedAt IS NULL AND c.buriedOn IS NOT @day AND @other IS NULL AND ${inDecks}
     ORDER BY d.path, n.name, c.position, c.cardId`,
  );
  const noteIds = db.prepare<[], string>('SELECT noteId FROM notes').pluck();
  const tagsOf = db.prepare<[string], { tag: string; cards: number }>(
    `SELECT t.value AS tag, count(*) AS cards FROM cards c INDEXED BY cardsByNote, json_each(${arrayOf('c.tags')}) t
     WHERE c.noteId = ? AND t.type = 'text' AND c.suspendedAt IS NULL AND c.orphanedAt IS NULL GROUP BY t.value`,
  );

  function* every(scope: Scope): Generator<string> {
    yield* known.iterate(scope);
    yield* fresh.iterate(scope);
  }

  return {
    pick(pick, day, decks) {
      const scope = (other: string | null): Scope => ({ day, decks: decks && JSON.stringify(decks), other });
      switch (pick.kind) {
        case 'forgotten':
          return forgotten.iterate(scope(addDays(day, -pick.days)));
        case 'ahead':
          return ahead.iterate(scope(addDays(day, pick.days)));
        case 'new':
          return fresh.iterate(scope(null));
        case 'every':
          return every(scope(null));
      }
    },
    *tagsByNote() {
      for (const noteId of noteIds.all()) yield tagsOf.all(noteId);
    },
  };
}
