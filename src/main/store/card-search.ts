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

/**
 * A condition that finds a text whatever the case of its letters. LIKE knows the case of ASCII letters only, so a text with others is
 * looked for letter by letter: `*[üÜ][bB]er*`, composed and decomposed.
 * @param value puts a value into the statement and answers its name
 */
function holds(column: string, text: string, value: (one: string) => string): string {
  if (isAscii(text)) return `${column} LIKE ${value(`%${text.replace(/[\\%_]/g, '\\$&')}%`)} ESCAPE '\\'`;
  const forms = [...new Set([text.normalize('NFC'), text.normalize('NFD')])];
  const found = `(${forms.map((form) => `${column} GLOB ${value(`*${anyCase(form)}*`)}`).join(' OR ')})`;
  // Its longest run of ASCII is in the text however that is composed, and is looked for much faster.
  const [run] = (text.normalize('NFC').match(/[\x20-\x7e]+/g) ?? []).sort((a, b) => b.length - a.length);
  return run === undefined ? found : `${holds(column, run, value)} AND ${found}`;
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** A GLOB pattern for the text in any case. */
const anyCase = (text: string): string =>
  [...text]
    .map((letter) => {
      const cases = new Set([letter, letter.toLowerCase(), letter.toUpperCase()].filter((one) => [...one].length === 1));
      return cases.size > 1 || /[*?[]/.test(letter) ? `[${[...cases].join('')}]` : letter;
    })
    .join('');

export function createCardSearch(db: Database): CardSearch {
  return {
    *find(query, noteIds, moment) {
      const values: Record<string, string | number> = { ...moment };
      const value = (one: string | number): string => {
        const name = `v${Object.keys(values).length}`;
        values[name] = one;
        return `@${name}`;
      };
      const has = (column: string, text: string): string => holds(column, text, value);
      const is = (column: string, text: string): string =>
        isAscii(text) ? `${column} = ${value(text)} COLLATE NOCASE` : `${column} GLOB ${value(anyCase(text))}`;
      const conditions = [
        ...query.is.map((filter) => filters[filter]),
        ...query.decks.map((deck) => has('d.path', deck)),
        ...query.notes.map((note) => has('n.name', note)),
        ...query.tags.map((tag) => `EXISTS (SELECT 1 FROM json_each(c.tags) WHERE ${is('value', tag)})`),
        ...query.lapses.map(({ comparison, than }) => `coalesce(m.lapses, 0) ${comparison} ${value(than)}`),
        ...query.words.map((word) => has("(coalesce(c.editedFront, c.front) || x'0a' || coalesce(c.editedBack, c.back))", word)),
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
