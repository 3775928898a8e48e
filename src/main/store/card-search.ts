/** Finds the cards of a query note by note, so that no single question holds the main process up, however many cards there are. */
import type { CardFilter } from '../../shared/contract.js';
import type { CardQuery } from '../library/card-query.js';
import type { Database } from './database.js';

/** The moment `is:due` is asked at. */
export interface SearchMoment {
  at: number;
  on: string;
}

export interface CardSearch {
  /** Ids of the fitting cards of these notes, in the order given, one note at a time. */
  find(query: CardQuery, noteIds: readonly string[], moment: SearchMoment): Generator<string[]>;
}

const inUse = 'c.suspendedAt IS NULL AND c.orphanedAt IS NULL';
const filters: Record<CardFilter, string> = {
  due: `${inUse} AND c.buriedOn IS NOT @on AND (m.dueOn <= @on OR m.dueAt <= @at)`,
  new: `${inUse} AND c.isNew = 1`,
  suspended: 'c.suspendedAt IS NOT NULL',
  flagged: 'c.flagged = 1',
  edited: 'c.editedSpanHash IS NOT NULL',
  changed: 'c.editedSpanHash <> c.spanHash',
  orphan: 'c.orphanedAt IS NOT NULL',
};

/** The text as a LIKE pattern that finds it anywhere. */
const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

export function createCardSearch(db: Database): CardSearch {
  return {
    *find(query, noteIds, moment) {
      const values: Record<string, string | number> = { ...moment };
      const value = (one: string | number): string => {
        const name = `v${Object.keys(values).length}`;
        values[name] = one;
        return `@${name}`;
      };
      const has = (column: string, text: string): string => `${column} LIKE ${value(anywhere(text))} ESCAPE '\\'`;
      const conditions = [
        ...query.is.map((filter) => filters[filter]),
        ...query.decks.map((deck) => has('d.path', deck)),
        ...query.notes.map((note) => has('n.name', note)),
        ...query.tags.map((tag) => `EXISTS (SELECT 1 FROM json_each(c.tags) WHERE value = ${value(tag)} COLLATE NOCASE)`),
        ...query.lapses.map(({ comparison, than }) => `coalesce(m.lapses, 0) ${comparison} ${value(than)}`),
        ...query.words.map(
          (word) => `(${has('coalesce(c.editedFront, c.front)', word)} OR ${has('coalesce(c.editedBack, c.back)', word)})`,
        ),
      ];
      const find = db
        .prepare<[Record<string, string | number>], string>(
          `SELECT c.cardId FROM cards c JOIN notes n USING (noteId) JOIN decks d USING (deckId) LEFT JOIN memories m USING (cardId)
           WHERE c.noteId = @noteId ${conditions.map((condition) => `AND (${condition})`).join(' ')}
           ORDER BY c.orphanedAt IS NOT NULL, c.position, c.cardId`,
        )
        .pluck();
      for (const noteId of noteIds) yield find.all({ ...values, noteId });
    },
  };
}
