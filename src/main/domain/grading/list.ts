/** Compares lists: items in any order for a list, in their order for a sequence. */
import type { GradedToken, TypedGrade } from '../../../shared/contract.js';
import { align } from './align.js';
import { shown } from './shown.js';
import { suggestion } from './verdict.js';
import { answerWords } from './words/answer-words.js';
import type { AnswerWord } from './words/answer-words.js';
import { compareWords } from './words/compare-words.js';

const bullet = /^\s*(?:[-*+\u2022\u2023\u25aa\u00b7\u2013]|\d{1,3}[.)\u3001])\s+/;
const mostItems = 60;
/** Pairs of words that are looked at in all: long lists of long items are compared by the beginnings of their items. */
const mostPairs = 200_000;

/** The items of a back (Markdown) that is one list, as they are shown; null for anything else. */
export function itemsOf(back: string): string[] | null {
  const lines = back.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => bullet.test(line) || /^\s{2,}\S/.test(line))) return null;
  const items: string[] = [];
  for (const line of lines) {
    if (bullet.test(line)) items.push(line.replace(bullet, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items.slice(0, mostItems).map(shown);
}

/** Between two items that were typed in one line, the coarser first: an item may hold a comma, or an "and". */
const separators = [
  /;|\uff1b/,
  /,\s+|\uff0c|\u3001|\s+[/|]\s+/,
  /,\s*(?:(?:and|or|und|oder|et)\s+)?|\uff0c|\u3001|\s+(?:and|or|und|oder|et|&|\+|->|=>|\u2192|\u21d2)\s+|和|与|或/,
];

/** A text in one line as items, parted by signs and by words. */
export const itemsInLine = (text: string): string[] =>
  text
    .split(separators.at(-1) ?? '')
    .map((item) => item.trim())
    .filter(Boolean);

/** The ways to read what was typed as items: one a line, else parted by signs and words. */
function typedItems(typed: string): string[][] {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const readings = lines.length > 1 ? [lines] : [lines, ...separators.map((separator) => typed.split(separator))];
  const items = readings.map((parts) =>
    parts
      .map((part) => part.replace(bullet, '').trim())
      .filter(Boolean)
      .slice(0, mostItems),
  );
  return items.filter((reading, i) => i === 0 || reading.length !== items[i - 1]?.length);
}

/** Grades a typed list by the reading of it that fits best. Never throws. */
export function gradeList(items: readonly string[], typed: string, inOrder: boolean): TypedGrade {
  const grades = typedItems(typed).map((given) => gradeItems(items, given, inOrder));
  return grades.reduce((best, grade) => (grade.differ < best.differ ? grade : best));
}

/** What a typed item is to one of the list. */
interface Kinship {
  isSame: boolean;
  /** 0 for the same words, 1 for others. */
  apart: number;
  isContrary: boolean;
}

function gradeItems(items: readonly string[], given: readonly string[], inOrder: boolean): TypedGrade {
  const most = Math.min(60, Math.ceil(Math.sqrt(mostPairs / (items.length * given.length + 1))));
  const typed = given.map((one) => answerWords(one, most));
  const kin = items.map((item) => {
    const ways = [item, nameOf(item)].flatMap((text) => (text === null ? [] : [answerWords(text, most)]));
    return typed.map((one) => kinship(ways, one));
  });
  const apart = (i: number, j: number): number => kin[i]?.[j]?.apart ?? 1;
  const pairs = inOrder
    ? align([...items.keys()], [...given.keys()], (i, j) => (apart(i, j) <= nearItem ? apart(i, j) : 2))
    : nearest(items.length, given.length, apart);
  const wanted: GradedToken[] = items.map((text) => ({ text, state: 'missing', pair: null }));
  const got: GradedToken[] = given.map((text) => ({ text, state: 'extra', pair: null }));
  let isContrary = false;
  for (const [i, j] of pairs) {
    const want = i === null ? undefined : wanted[i];
    const have = j === null ? undefined : got[j];
    const like = i === null || j === null ? undefined : kin[i]?.[j];
    if (!want || !have || !like) continue;
    want.pair = j;
    have.pair = i;
    want.state = have.state = like.isSame ? 'ok' : 'wrong';
    isContrary ||= like.isContrary;
  }
  const extras = got.filter(({ state }) => state === 'extra').length;
  const differ = wanted.filter(({ state }) => state !== 'ok').length + extras;
  const verdict = differ === 0 ? 'same' : differ * 3 <= items.length && !isContrary ? 'close' : 'different';
  const of = Math.max(items.length + extras, 1);
  return { how: inOrder ? 'sequence' : 'list', verdict, typed: got, expected: wanted, differ, of, suggested: suggestion(verdict) };
}

/** Share of its words that an item may lack and still be the same one, or the same one said wrongly. */
const mayLack = 0.34;
const nearItem = 0.6;

/** What an item is called, before its explanation after a dash or colon or in brackets; null when it has none. */
const nameOf = (item: string): string | null => /^(.{2,60}?)(?:\s[-\u2013\u2014]\s|:\s|\uff1a|\s\()/.exec(item)?.[1] ?? null;

/** A typed item is compared with the whole item and with its name alone; what it is nearer to counts. */
function kinship(ways: readonly (readonly AnswerWord[])[], typed: readonly AnswerWord[]): Kinship {
  const all = ways.map((words) => kinshipOfWords(words, typed));
  return all.reduce((best, one) => (best.isSame || best.apart <= one.apart ? best : one));
}

/** The same item has every word that tells; nothing may be put in its place. */
function kinshipOfWords(item: readonly AnswerWord[], typed: readonly AnswerWord[]): Kinship {
  const { differ, differWeight, weight, added, isDecisive, isContrary, expected } = compareWords(item, typed);
  const apart = weight === 0 ? (differ === 0 ? 0 : 1) : Math.min(1, differWeight / weight);
  const isSame = expected.length > 0 && (differ === 0 || (added === 0 && !isDecisive && apart <= mayLack));
  return { isSame, apart, isContrary };
}

/** Pairs in any order, the nearest first. */
function nearest(expected: number, typed: number, apart: (i: number, j: number) => number): [number | null, number | null][] {
  const all: [number, number][] = [];
  for (let i = 0; i < expected; i++) for (let j = 0; j < typed; j++) if (apart(i, j) <= nearItem) all.push([i, j]);
  all.sort(([i, j], [k, l]) => apart(i, j) - apart(k, l));
  const takenExpected = new Set<number>();
  const takenTyped = new Set<number>();
  return all.filter(([i, j]) => {
    if (takenExpected.has(i) || takenTyped.has(j)) return false;
    takenExpected.add(i);
    takenTyped.add(j);
    return true;
  });
}
