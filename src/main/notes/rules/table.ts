/** A table -> row by column. A column of descriptions reads as definitions of its row. */
import { asAnswer, bullets, enumeration } from '../english/question.js';
import { looksPlural } from '../english/words.js';
import { isBare } from '../subject.js';
import { phrasesFor } from '../phrases.js';
import { countWords, trimStop } from '../text.js';
import { named } from './front.js';
import type { Draft, Rule, TableUnit } from './rule.js';

const maxRows = 60;
/** Cells that state nothing: signs without a letter or digit, and words for "no entry". */
const empty = /^(?:[^\p{L}\p{N}]*|x|n\/?a|yes|no|none|tbd|todo)$/iu;
/** Columns that only restate what the row is; the walker reads them as definitions. */
export const describing =
  /^(?:descriptions?|meanings?|definitions?|explanations?|purposes?|functions?|what it (?:does|is)|details?|notes?|use|usage|summary|role|beschreibung|bedeutung|descrição|descripción|significado|设명|설명|의미|说明|描述|含义|説明|意味)$/i;

export const table: Rule = {
  name: 'table',
  table: (unit) => {
    const { header, rows } = unit.table;
    if (header.length < 2 || rows.length > maxRows) return [];
    return rows.flatMap((row) => {
      const name = row.cells[0]?.text.trim() ?? '';
      if (empty.test(name) || countWords(name) > 8) return [];
      return header.slice(1).flatMap((column, i) => cell(unit, name, column.text.trim(), row.cells[i + 1]?.text.trim() ?? '', row.line));
    });
  },
};

/** "What is the renewal period of RHCSA?"; where the names of row or column make no such phrase, both side by side. */
function asked(row: string, column: string, label: string): string {
  if (column.endsWith('?')) return `${row}: ${column}`;
  // Things as columns, their properties as rows.
  if (/\p{L}/u.test(row) && isBare(row) && !isBare(column) && !/\s/.test(row))
    return `What ${looksPlural(row) ? 'are' : 'is'} the ${row.toLowerCase()} of ${column}?`;
  const phrase =
    /^[\p{L}-]+(?:\s[\p{L}-]+){0,2}$/u.test(label) &&
    !/^(?:when|how|why|what|where|who|best|good|used|use|can|is|are|does|in|on|with|for)\b/i.test(label);
  return phrase ? `What ${looksPlural(label) ? 'are' : 'is'} the ${label} of ${row}?` : `${row}: ${label}?`;
}

function cell(unit: TableUnit, row: string, column: string, value: string, line: number): Draft[] {
  if (column === '' || empty.test(value) || describing.test(column)) return [];
  const { place } = unit;
  const single = column.replace(/\s*\(s\)$/, '');
  const label = single.replace(/(?<![\p{L}\d'’-])\p{Lu}\p{Ll}+(?![\p{L}\d-])/gu, (word) => word.toLowerCase());
  const question = place.language === 'en' ? asked(row, column, label) : phrasesFor(place.language).cell(column, row);
  const items = enumeration(value);
  const source = { ...unit.source, line, endLine: line, text: `${row}: ${column}: ${value}`, slot: `${row} × ${column}` };
  const back = items !== null && items.length <= 7 ? bullets(items) : asAnswer(trimStop(value));
  return [{ source, rule: 'table', kind: 'table', part: 'cell', front: named(question, place), back }];
}
