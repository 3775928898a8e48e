/** The cards as a table for a spreadsheet or another flashcard program: comma-separated values by RFC 4180. */
import type { Database } from '../open/database.js';
import { arrayOf } from '../tables/json.js';

const columns = ['front', 'back', 'deck', 'tags', 'note', 'line', 'state', 'dueOn', 'stabilityDays', 'reps', 'lapses'] as const;

type Row = Record<(typeof columns)[number], string | number | null>;

/** The lines of the table, names first. A card in use has the person's own wording where there is one. */
export function* tableLines(db: Database): Generator<string> {
  yield columns.join(',');
  const cards = db.prepare<[], Row>(
    `SELECT coalesce(c.editedFront, c.front) AS front, coalesce(c.editedBack, c.back) AS back, d.path AS deck,
       (SELECT group_concat(value, ' ') FROM json_each(${arrayOf('c.tags')})) AS tags, n.name AS note, c.line,
       CASE WHEN c.orphanedAt IS NOT NULL THEN 'set aside' WHEN c.suspendedAt IS NOT NULL THEN 'suspended' ELSE coalesce(m.state, 'new') END
         AS state,
       coalesce(m.dueOn, date(m.dueAt / 1000, 'unixepoch')) AS dueOn, round(m.stability, 2) AS stabilityDays, m.reps, m.lapses
     FROM cards c JOIN decks d USING (deckId) JOIN notes n USING (noteId) LEFT JOIN memories m USING (cardId)
     ORDER BY n.name, c.position, c.cardId`,
  );
  for (const row of cards.iterate()) yield columns.map((column) => field(row[column])).join(',');
}

/** A spreadsheet takes a text that begins like a formula for one; a leading quote keeps it a text. */
function field(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
