/**
 * Finds the cards of a query: from an index where one knows the few that can fit, else note by note. No single question holds the
 * main process up, however many cards there are.
 */
import type { CardFilter } from '../../../shared/contract.js';
import type { CardQuery } from '../../domain/search/card-query.js';
import type { Database } from '../open/database.js';
import { arrayOf } from './json.js';
import { createCandidates } from './search-candidates.js';
import type { SearchMoment } from './search-candidates.js';

export interface CardSearch {
  /** Ids of the fitting cards of these notes, in the order given, some at a time, and none where the work may stop for a while. */
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

type Values = Record<string, string | number>;

interface FoundCard {
  cardId: string;
  noteId: string;
  setAside: 0 | 1;
  position: number;
}

const joined = 'JOIN notes n USING (noteId) JOIN decks d USING (deckId) LEFT JOIN memories m USING (cardId)';

/** Candidates looked at in one question. */
const atOnce = 500;

const inNote = 'c.orphanedAt IS NOT NULL, c.position, c.cardId';

export function createCardSearch(db: Database): CardSearch {
  const candidatesOf = createCandidates(db);

  /** Of some cards those that fit, with their notes; those of a note in its order. */
  function* amongThese(cardIds: readonly string[], conditions: string, values: Values, noteIds: readonly string[]): Generator<string[]> {
    const places = new Map(noteIds.map((noteId, place) => [noteId, place]));
    const found: FoundCard[] = [];
    const fitting = db.prepare<[Values], FoundCard>(
      `SELECT c.cardId, c.noteId, c.orphanedAt IS NOT NULL AS setAside, c.position
       FROM json_each(@cardIds) k CROSS JOIN cards c ON c.cardId = k.value ${joined} WHERE ${conditions}`,
    );
    for (let from = 0; from < cardIds.length; from += atOnce) {
      for (const card of fitting.all({ ...values, cardIds: JSON.stringify(cardIds.slice(from, from + atOnce)) })) {
        if (places.has(card.noteId)) found.push(card);
      }
      yield [];
    }
    const placeOf = ({ noteId }: FoundCard): number => places.get(noteId) ?? 0;
    found.sort((a, b) => placeOf(a) - placeOf(b) || a.setAside - b.setAside || a.position - b.position || (a.cardId < b.cardId ? -1 : 1));
    yield found.map(({ cardId }) => cardId);
  }

  return {
    *find(query, noteIds, moment) {
      const values: Values = { ...moment };
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
        ...query.tags.map((tag) => `EXISTS (SELECT 1 FROM json_each(${arrayOf('c.tags')}) WHERE ${is('value', tag)})`),
        ...query.lapses.map(({ comparison, than }) => `coalesce(m.lapses, 0) ${comparison} ${value(than)}`),
        ...query.words.map((word) => has("(coalesce(c.editedFront, c.front) || x'0a' || coalesce(c.editedBack, c.back))", word)),
      ];
      const all = conditions.length === 0 ? 'TRUE' : conditions.map((condition) => `(${condition})`).join(' AND ');
      // One note is looked through at once.
      const candidates = noteIds.length > 1 ? candidatesOf(query, moment) : null;
      if (candidates) {
        yield* amongThese(candidates, all, values, noteIds);
        return;
      }
      const find = db
        .prepare<[Values], string>(`SELECT c.cardId FROM cards c ${joined} WHERE c.noteId = @noteId AND ${all} ORDER BY ${inNote}`)
        .pluck();
      for (const noteId of noteIds) yield find.all({ ...values, noteId });
    },
  };
}
