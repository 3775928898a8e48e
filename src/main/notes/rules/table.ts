/** A table -> row by column. A column of descriptions reads as definitions of its row. */
import { asAnswer, bullets, enumeration, startsWithVerb } from '../english/question.js';
import { looksPlural } from '../english/words.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { isLinkOnly } from '../inline.js';
import { isBare, mentions } from '../subject.js';
import type { Inline, Table } from '../blocks.js';
import { phrasesFor } from '../phrases.js';
import { countWords, trimStop } from '../text.js';
import { purposeOf } from './command-purpose.js';
import { named } from './front.js';
import type { Draft, Place, Rule, TableUnit } from './rule.js';
import { isWalkthrough } from './walkthrough.js';

const maxRows = 60;
/** Cells that state nothing: signs without a letter or digit, and words for "no entry". */
const empty = /^(?:[^\p{L}\p{N}]*|x|n\/?a|yes|no|true|false|none|tbd|todo|\[\w+\]|varies|same)$/iu;
/** Columns that only restate what the row is; the walker reads them as definitions. */
export const describing =
  /^(?:descriptions?|meanings?|definitions?|explanations?|purposes?|functions?|what it (?:does|is)|use|usage|summary|role|beschreibung|bedeutung|descrição|descripción|significado|设명|설명|의미|说明|描述|含义|説明|意味)$/i;

export const table: Rule = {
  name: 'table',
  table: (unit) => {
    const { header, rows } = unit.table;
    if (header.length < 2 || rows.length > maxRows || isExampleData(unit.table) || isWalkthrough(unit.place)) return [];
    const compares = comparesThings(unit.table) || isVersus(unit.table, unit.place);
    if (questions.test(header[0]?.text.trim() ?? '')) return answers(unit);
    return rows.flatMap((row) => {
      const name = (row.cells[0]?.text.trim() ?? '').replace(/\s[—–]\s.*$/, '');
      if (/^\d{1,3}$/.test(name) && !numbered.test(header[0]?.text ?? '')) return [];
      if (empty.test(name) || countWords(name) > 8 || /\\[a-z]{3,}/.test(name)) return [];
      return header.slice(1).flatMap((column, i) => {
        const value = row.cells[i + 1];
        return value === undefined || isPointer(value)
          ? []
          : cell(unit, numberedName(name, header[0]?.text.trim() ?? ''), column.text.trim(), value.text.trim(), row.line, compares);
      });
    });
  },
};

/** "8" of a column "Severity" is "severity 8". */
const numberedName = (name: string, column: string): string =>
  /^\d{1,3}$/.test(name) && /^[\p{L} ]{2,20}$/u.test(column) ? `${column.toLowerCase()} ${name}` : name;

/** Rows of a database: columns named like fields, rows by number. */
const isExampleData = (one: Table): boolean =>
  one.header.some((cell) => /^(?:id|ID|Id|#|[a-z]+_[a-z_]+|[A-Z][a-z]+[A-Z]\w*|\w+[ _]?(?:ID|Id))$/.test(cell.text.trim())) ||
  (one.rows.length > 1 && one.rows.every((row, i) => row.cells[0]?.text.trim().replace(/\.$/, '') === String(i + 1)));

/** "Feature | TCP | UDP": the columns are things, the rows what is told of them. */
const comparesThings = (one: Table): boolean =>
  one.header.length > 2 &&
  /^(?:|features?|aspects?|propert(?:y|ies)|criteri(?:a|on)|attributes?|characteristics?|parameters?|factors?|comparison|metrics?|dimensions?|points?|category|area|topic|basis.*|item|capability|concern|question)$/i.test(
    one.header[0]?.text.trim() ?? '',
  );

/** "ps vs top": the things that the title sets against each other stand in the columns. */
const isVersus = (one: Table, { headings, note }: Place): boolean => {
  const title = [note, ...headings.slice(-2)]
    .filter((text) => /\bvs?\.?\b|\bversus\b|\b(?:difference|comparison|comparing)/i.test(text))
    .join(' ');
  return (
    one.header.length > 2 && title !== '' && one.header.slice(1).filter((cell) => cell.text !== '' && mentions(title, cell.text)).length > 1
  );
};

/** Marks out of a few: nobody remembers them, and they say nothing alone. */
const rating =
  /^(?:[^\p{L}]*(?:very |extremely |moderately |medium[- ])?(?:high|low|medium|moderate|fair|good|great|excellent|poor|bad|fast|faster|slow|slower|easy|easier|hard|simple|complex|better|best|worse|limited|full|partial|legacy|modern|strong|weak|large|small|free|paid|yes|no|higher|lower|more|less|advanced|basic|interactive|supported|rare|common))[.!]?$/iu;

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

/** Columns that lead to another part of the text. */
const elsewhere =
  /^(?:(?:likely |see |related |relevant |full )?(?:sections?|chapters?|chapter for .*|pages?|refs?|references?|sources?|links?|urls?|docs?|documentation|see also|introduced in|covered in|lab|status|done|notes?|comments?|remarks?))$|\b(?:section|chapter|§)$/i;

/** Columns of commands: what the row wants done is asked for. */
const commands = /^(?:(?:\w+ )?commands?|syntax|cli)$/i;

/** Rows known by a number only: the number must be a code of something. */
const numbered = /code|value|port|level|layer|class|severity|type|number|stratum|signal|exit|\bid\b|bit|byte|vlan|version/i;

/** "What is the renewal period of RHCSA?"; where the names of row or column make no such phrase, both side by side. */
function asked(row: string, column: string, label: string, compares: boolean): string {
  if (column.endsWith('?')) return `${row}: ${column}`;
  const wanted = commands.test(label) ? purposeOf(row) : null;
  if (wanted !== null) return `Which command do you run to ${wanted}?`;
  if (compares) {
    const told = lowerWords(row);
    return isPhrase(told) ? `What ${looksPlural(told) ? 'are' : 'is'} the ${told} of ${column}?` : `${column}: ${row}?`;
  }
  // Things as columns, their properties as rows.
  if (/^[\p{L} -]+$/u.test(row) && isBare(row) && !isBare(column))
    return `What ${looksPlural(row) ? 'are' : 'is'} the ${row.toLowerCase()} of ${column}?`;
  return isPhrase(label) && countWords(row) <= 5 && !row.includes(',')
    ? `What ${looksPlural(label) ? 'are' : 'is'} the ${label} of ${row}?`
    : `${row}: ${label}?`;
}

/** Whether "the … of X" can be said with it. */
const isPhrase = (label: string): boolean =>
  /^[\p{L}-]+(?:\s[\p{L}-]+){0,2}$/u.test(label) &&
  !/^(?:when|how|why|what|where|who|best|good|used|can|is|are|do|does|in|on|with|for|your|the|an?|its|to|not|must|should|without|if|at|by|from|more|most|common|commonly|also)\b/i.test(
    label,
  ) &&
  !/\b(?:in|on|for|to|with|by|of|if|at|supported|allowed|required|available|used|needed|when|why|how|where)$/i.test(label) &&
  !/(?:^|\s)\S*(?:friendly|weight|able|ible|recommended|preferred|built|based)$/i.test(label) &&
  verbOf(label.toLowerCase(), 'participle') === undefined &&
  (!startsWithVerb(label) || isAlsoNoun(/^[a-z]+/i.exec(label)?.[0].toLowerCase() ?? ''));

const lowerWords = (text: string): string =>
  text.replace(/(?<![\p{L}\d'’-])(?:\p{Lu}\p{Ll}+|\p{Lu}{7,})(?![\p{L}\d-])/gu, (word) => word.toLowerCase());

/** A sign or a formula heads data; a tip or an example is one of many. */
const namesNothing = (name: string): boolean =>
  /^(?:[^\d]|[A-Z]\d+|\p{Extended_Pictographic}.*|\$.*\$|\w\s?=.*)$/u.test(name) ||
  /^(?:(?:\w+ )?(?:examples?|tips?|comments?|remarks?|mnemonics?|links?)|rating|effort(?: level)?|priority|difficulty|status)$/i.test(name);

function cell(unit: TableUnit, row: string, column: string, value: string, line: number, compares: boolean): Draft[] {
  if (elsewhere.test(column) || /^(?:see\s|§)|\b(?:section|chapter|see) \d/i.test(value)) return [];
  if (
    column === '' ||
    empty.test(value) ||
    rating.test(value) ||
    describing.test(column) ||
    /^\d+$/.test(column) ||
    namesNothing(column) ||
    namesNothing(row)
  )
    return [];
  const { place } = unit;
  const single = column.replace(/\[\^[^\]]+\]/g, '').replace(/\s*\(s\)$/, '');
  const label = lowerWords(single);
  const question = place.language === 'en' ? asked(row, column, label, compares) : phrasesFor(place.language).cell(column, row);
  const items = enumeration(value);
  const source = { ...unit.source, line, endLine: line, text: `${row}: ${column}: ${value}`, slot: `${row} × ${column}` };
  const back = items !== null && items.length <= 7 ? bullets(items) : asAnswer(trimStop(value));
  return [{ source, rule: 'table', kind: 'table', part: 'cell', front: named(question, place), back }];
}
