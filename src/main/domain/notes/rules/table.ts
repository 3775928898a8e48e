/** A table -> row by column. A column of descriptions reads as definitions of its row. */
import { asAnswer, bullets, enumeration, startsWithVerb } from '../english/question.js';
import { isLinkOnly } from '../inline.js';
import type { Inline } from '../blocks.js';
import { phrasesFor } from '../phrases.js';
import { countWords, trimStop } from '../text.js';
import { named } from './front.js';
import { isLocal } from './local-section.js';
import type { Draft, Rule, TableUnit } from '../rule.js';
import { inContext, isOfRelations, peerOf } from './table-context.js';
import { isAside, isExample, isExampleData } from './table-sample.js';
import { asThing, isAsking } from './table-labels.js';
import { cellQuestion } from './table-question.js';
import { repeatedNames, shapeOf } from './table-shape.js';
import type { Shape } from './table-shape.js';
import { comparesColumns, isGridOfFigures, isGrouped, isWorthForeignCell } from './table-foreign.js';
import { isEmptyCell, isWorthCell } from './table-worth.js';
import { isWalkthrough } from './walkthrough.js';
import { isForeignWalkthrough } from './worth-foreign.js';

const maxRows = 60;
/** Columns that only restate what the row is; the walker reads them as definitions. */
export const describing =
  /^(?:descriptions?|meanings?|definitions?|explanations?|purposes?|functions?|what it (?:does|is)|use|usage|summary|role|beschreibung|bedeutung|descrição|descripción|significado|设명|설명|의미|说明|描述|含义|説明|意味)$/i;

export const table: Rule = {
  name: 'table',
  table: (unit) => {
    const { header, rows } = unit.table;
    if (header.length < 2 || rows.length > maxRows || isExampleData(unit.table) || isWalkthrough(unit.place)) return [];
    if (questions.test(header[0]?.text.trim() ?? '')) return answers(unit);
    const english = unit.place.language === 'en';
    if (isExample(unit.intro?.text)) return [];
    if (english && isLocal(unit.place)) return [];
    if (english && isOfRelations(unit.place.subject)) return [];
    if (!english && (isForeignWalkthrough(unit.place) || isGridOfFigures(unit.table) || isGrouped(unit.table))) return [];
    const shape = english ? shapeOf(unit.table, unit.place) : comparesColumns(unit.table, unit.place) ? 'things' : 'properties';
    const repeated = repeatedNames(unit.table);
    // A log of what was seen, or a table of one router: its rows go by no name.
    if (english && repeated.size > rows.length / 4) return [];
    const usual = header.map((_, i) => usualValue(rows.map(({ cells }) => cells[i]?.text ?? '')));
    const columns = header.slice(1).map((one) => one.text.trim());
    return rows.flatMap((row, at) => {
      const told = row.cells[0]?.text.trim() ?? '';
      // A row above one without a name heads a group.
      if (repeated.has(told) || (rows[at + 1]?.cells[0]?.text ?? 'none').trim() === '') return [];
      const name = told.replace(/(?<=\p{L})\s[—–]\s.*$/u, '');
      if (
        /^\d{1,3}$/.test(name) &&
        (!numbered.test(header[0]?.text ?? '') || /^(?:number|no\.?|nr\.?)$/i.test(header[0]?.text.trim() ?? ''))
      )
        return [];
      if (isEmptyCell(name) || countWords(name) > 8 || /\\[a-z]{3,}/u.test(name) || name.startsWith(`${at + 1} `)) return [];
      // What is said of all things alike tells none of them from another.
      if (shape === 'things' && columns.length > 1 && areAllAlike(row.cells.slice(1).map(({ text }) => text))) return [];
      return header.slice(1).flatMap((column, i) => {
        const value = row.cells[i + 1];
        return value === undefined || isPointer(value) || valueKey(value.text) === usual[i + 1]
          ? []
          : cell(unit, numberedName(name, header[0]?.text.trim() ?? ''), column.text.trim(), value.text.trim(), row.line, shape, columns);
      });
    });
  },
};

/** "8" of a column "Severity" is "severity 8". */
const numberedName = (name: string, column: string): string =>
  /^\d{1,3}$/.test(name) && /^[\p{L} ]{2,20}$/u.test(column) ? `${column.toLowerCase()} ${name}` : name;

const valueKey = (text: string): string => text.trim().toLowerCase();

/** Rows of which so many say the same teach by their exceptions only. */
const manyRows = 4;
const usualShare = 0.6;

/** "Moves to commit" of every one: nothing to tell them by, unless it is a name or a number that is worth knowing of each. */
const areAllAlike = (values: readonly string[]): boolean =>
  new Set(values.map(valueKey)).size === 1 && !/[`\d]|\p{Lu}{2}/u.test(values[0] ?? '');

/** What most rows of a column say; null where they differ. */
function usualValue(values: readonly string[]): string | null {
  if (values.length < manyRows) return values.length > 2 && areAllAlike(values) ? valueKey(values[0] ?? '') : null;
  const counts = new Map<string, number>();
  for (const value of values) counts.set(valueKey(value), (counts.get(valueKey(value)) ?? 0) + 1);
  const [usual] = [...counts].find(([, count]) => count >= usualShare * values.length) ?? [];
  return usual ?? null;
}

/** A cell that only leads elsewhere. */
const isPointer = (value: Inline): boolean =>
  isLinkOnly(value) ||
  /^(?:view|see|link|read|open|here|click)\b.{0,12}$|\\(?:newline|cellcolor|textbf|label)|^https?:/i.test(value.text.trim());

/** A table of questions and their answers is taken as it is. */
const questions = /^(?:questions?|q|prompt|front|frage|pregunta|pergunta|question|質問|问题|問題|질문)$/i;

function answers(unit: TableUnit): Draft[] {
  const column = unit.table.header.findIndex(
    (cell, i) => i > 0 && /^(?:answers?|a|back|antwort|respuesta|resposta|réponse|回答|答え|答案|답변?|정답)$/i.test(cell.text.trim()),
  );
  if (column < 0) return [];
  return unit.table.rows.flatMap(({ line, cells }) => {
    const question = cells[0]?.text.trim() ?? '';
    const back = cells[column]?.text.trim() ?? '';
    if (question === '' || back === '') return [];
    const source = { ...unit.source, line, endLine: line, text: `${question}: ${back}`, slot: question };
    return [{ source, rule: 'table', kind: 'table', part: 'answer', front: named(question, unit.place), back: asAnswer(back) }];
  });
}

/** Rows known by a number only: the number must be a code of something. */
const numbered = /code|value|port|level|layer|class|severity|type|number|stratum|signal|exit|\bid\b|bit|byte|vlan|version/i;

/** "Apr 2024" of a timeline: what came then is no property of it. */
const isDate = (name: string): boolean =>
  /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? )?(?:\d{1,2},? )?(?:19|20)\d\d$/i.test(name);

/** A sign or a formula heads data; a tip or an example is one of many. */
const namesNothing = (name: string): boolean =>
  /^(?:[^\d]|\d+\+|\d+\.\d+\.[a-h]|\d\ufe0f?\u20e3|[A-Z]\d+|\p{Extended_Pictographic}.*|\$.*\$|\w\s?=.*)$/u.test(name) ||
  /^(?:(?:\w+ )?(?:examples?|examples? [\p{L} ]+|tips?|comments?|remarks?|mnemonics?|links?)|rating|effort(?: level)?|priority|difficulty|status)$/iu.test(
    name,
  );

/** `written`: the row's name with its number, as the evidence has it. */
function cell(
  unit: TableUnit,
  written: string,
  column: string,
  value: string,
  line: number,
  shape: Shape,
  columns: readonly string[],
): Draft[] {
  const row = written.replace(/^\d{1,2}[.)]\s+(?=\p{L})/u, '');
  if (!isAsking(column, value) || /^(?:see\s|§)|\b(?:section|chapter|see) \d/i.test(value)) return [];
  if (column === '' || isEmptyCell(value) || describing.test(column) || /^\d+$/.test(column) || namesNothing(column) || namesNothing(row))
    return [];
  const { place } = unit;
  const english = place.language === 'en';
  const thing = shape === 'things' ? column : row;
  const property = thing === row ? column : row;
  if (english ? !isWorthCell(thing, property, value) : !isWorthForeignCell(thing, property, value)) return [];
  if (english && (isAside(row, column) || isDate(row))) return [];
  const first = unit.table.header[0]?.text.trim() ?? '';
  const around = { first, peer: peerOf(place), vocabulary: place.vocabulary };
  const question = english
    ? cellQuestion(row, shape === 'things' ? asThing(column, columns) : column, value, shape, around)
    : phrasesFor(place.language).cell(property, thing);
  if (question === null) return [];
  const source = { ...unit.source, line, endLine: line, text: `${written}: ${column}: ${value}`, slot: `${written} × ${column}` };
  return [
    {
      source,
      rule: 'table',
      kind: 'table',
      part: 'cell',
      front: english ? inContext(question, thing, place) : named(question, place),
      back: answerOf(value),
    },
  ];
}

/** Several values read as a list; a name written small stays so. */
function answerOf(value: string): string {
  const codes = /^`[^`]+`(?:\s+`[^`]+`)+$/.test(value) ? (value.match(/`[^`]+`/g) ?? []) : [];
  if (codes.length > 1) return bullets(codes);
  const items = enumeration(value);
  const told =
    (startsWithVerb(value.replace(/^[A-Z]?[a-z]+ly /, '')) && value.endsWith('.')) ||
    /^[A-Za-z]+ed (?:by|for|in|on|to|with|from) /.test(value);
  if (items !== null && items.length <= 7 && !told) return bullets(items);
  return /^[a-z][a-z-]*(?:,[a-z][a-z-]*)*$/.test(value) ? value : asAnswer(trimStop(value));
}
