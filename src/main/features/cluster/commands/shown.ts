/** What is shown of an answer, as a table or as text: without secrets, no more than a person reads, with how much is left out. Pure. */
import type { CommandOutput } from '../../../../shared/cluster-run.js';
import { redact } from '../redact.js';

export type Shown = Pick<CommandOutput, 'columns' | 'rows' | 'text' | 'language' | 'more' | 'isAtLeast' | 'note'>;

/** Rows with their headings, and how many more there are that were not even read: null for some. */
export interface Rows {
  columns: string[];
  rows: string[][];
  unread: number | null;
}

const maxRows = 100;
const maxLines = 300;
const maxChars = 24_000;
const maxCell = 300;

/** @param secrets what the connection must not show */
export function asRows({ columns, rows, unread }: Rows, secrets: readonly string[]): Shown {
  const clean = (text: string): string => redact(text, secrets).slice(0, maxCell);
  const shown = rows.slice(0, maxRows);
  return {
    ...{ text: '', language: '', note: '' },
    columns: columns.map(clean),
    rows: shown.map((row) => row.map(clean)),
    more: rows.length - shown.length + (unread ?? 1),
    isAtLeast: unread === null,
  };
}

/** @param isWhole whether the text is all there is */
export function asText(text: string, language: Shown['language'], secrets: readonly string[], isWhole = true): Shown {
  // Cut after the secrets are out: half a secret looks like none.
  const lines = redact(text.trimEnd(), secrets).split('\n');
  const kept: string[] = [];
  let chars = 0;
  for (const line of lines.slice(0, maxLines)) {
    chars += line.length + 1;
    if (chars > maxChars) break;
    kept.push(line);
  }
  if (kept.length === 0 && lines.length > 0) kept.push((lines[0] ?? '').slice(0, maxChars));
  const more = lines.length - kept.length;
  return { ...{ columns: [], rows: [], note: '', language }, text: kept.join('\n'), more: isWhole ? more : more + 1, isAtLeast: !isWhole };
}

/** Rows as kubectl prints them: every column as wide as its widest cell. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(column === row.length - 1 ? 0 : (widths[column] ?? 0) + 3)).join(''))
    .join('\n');
}
