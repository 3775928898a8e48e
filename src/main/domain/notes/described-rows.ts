/** A table with a column that only says what each row is: its rows are read as terms with their definitions. */
import type { Inline, Table } from './blocks.js';
import { isLinkOnly } from './inline.js';
import type { Place } from './rule.js';
import { isGrouped } from './rules/table-foreign.js';
import { repeatedNames } from './rules/table-shape.js';
import { describing } from './rules/table.js';
import { countWords, squeeze } from './text.js';

/** Nobody learns longer tables row by row. */
const maxRows = 100;

/** Columns that only count the rows. */
const counting = /^(?:#|no\.?|nr\.?|s\.? ?no\.?|sr\.?(?: no\.?)?|s\/n|id|step|layer|)$/i;

interface DescribedRows {
  /** What the rows are, in small letters ("command"), where the first column says so. */
  kind: string | null;
  /** The names of all rows. */
  siblings: string[];
  rows: { name: string; cell: Inline; line: number }[];
}

export function describedRows(table: Table, { language }: Place): DescribedRows {
  const column = table.header.findIndex((cell, i) => i > 0 && describing.test(cell.text.trim()));
  const foreign = language !== 'en';
  if (column < 0 || (foreign && isGrouped(table))) return { kind: null, siblings: [], rows: [] };
  if (isIndex(table) || isReference(table)) return { kind: null, siblings: [], rows: [] };
  const first = table.header[0]?.text ?? '';
  // A number that only counts the rows stands before their names.
  const counts = column !== 1 && counting.test(first.trim());
  const nameOf = (cells: readonly Inline[]): string => {
    const number = squeeze(cells[0]?.text ?? '');
    return counts && /^\d+$/.test(number) ? squeeze(cells[1]?.text ?? '') : number;
  };
  const repeated = foreign ? repeatedNames(table) : null;
  return {
    kind: /^\p{L}[\p{L} ]{2,20}$/u.test(first) ? first.toLowerCase() : null,
    siblings: table.rows.map(({ cells }) => nameOf(cells)),
    rows: table.rows.slice(0, maxRows).flatMap(({ cells, line }) => {
      const name = nameOf(cells);
      const cell = cells[column];
      return name === '' || cell === undefined || cell.text === '' || countWords(name) > 8 || repeated?.has(name) === true
        ? []
        : [{ name, cell, line }];
    }),
  };
}

/** Rows that each link to a page are a table of contents. */
const isIndex = ({ rows }: Table): boolean =>
  rows.length >= 3 && rows.filter(({ cells }) => cells.some((cell) => isLinkOnly(cell))).length * 2 >= rows.length;

/** Long tables of dotted settings ("primary.tolerations") are looked up. */
const isReference = ({ rows }: Table): boolean =>
  rows.length >= 10 &&
  rows.filter(({ cells }) => /^`?[\w-]+(?:\[\w*\])?\.[\w.[\]-]+`?$/.test(cells[0]?.text.trim() ?? '')).length * 2 >= rows.length;
