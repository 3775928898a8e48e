/** Compares lists: items in any order for a list, in their order for a sequence. */
import type { GradedToken, TypedGrade } from '../../../shared/contract.js';
import { align } from './align.js';
import { answerWords, plain } from './plain.js';
import { isSameWord, suggestion } from './text.js';

const bullet = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/;
const mostItems = 60;

/** The items of a back that is one list; null for anything else. */
export function itemsOf(back: string): string[] | null {
  const lines = back.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => bullet.test(line) || /^\s{2,}\S/.test(line))) return null;
  const items: string[] = [];
  for (const line of lines) {
    if (bullet.test(line)) items.push(line.replace(bullet, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items.map(plain).slice(0, mostItems);
}

/** What was typed as items: one a line, else by semicolon, else by comma and "and". */
export function typedItems(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.replace(bullet, '').trim());
  const filled = lines.filter(Boolean);
  const parts = filled.length > 1 ? filled : /;/.test(typed) ? typed.split(';') : typed.split(/,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+->\s+/);
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .slice(0, mostItems);
}

/** Grades a typed list. Never throws. */
export function gradeList(items: readonly string[], typed: string, inOrder: boolean): TypedGrade {
  const given = typedItems(typed);
  const costs = items.map((item) => given.map((one) => apart(item, one)));
  const cost = (i: number, j: number): number => costs[i]?.[j] ?? 1;
  const pairs = inOrder
    ? align([...items.keys()], [...given.keys()], (i, j) => (cost(i, j) <= nearItem ? cost(i, j) : 2))
    : nearest(items.length, given.length, cost);
  const wanted: GradedToken[] = items.map((text) => ({ text, state: 'missing', pair: null }));
  const got: GradedToken[] = given.map((text) => ({ text, state: 'extra', pair: null }));
  for (const [i, j] of pairs) {
    const want = i === null ? undefined : wanted[i];
    const have = j === null ? undefined : got[j];
    if (!want || !have || i === null) continue;
    want.pair = j;
    have.pair = i;
    want.state = have.state = cost(i, j ?? 0) <= sameItem ? 'ok' : 'wrong';
  }
  const extras = got.filter(({ state }) => state === 'extra').length;
  const differ = wanted.filter(({ state }) => state !== 'ok').length + extras;
  const verdict = differ === 0 ? 'same' : differ * 3 <= items.length ? 'close' : 'different';
  const of = Math.max(items.length + extras, 1);
  return { how: inOrder ? 'sequence' : 'list', verdict, typed: got, expected: wanted, differ, of, suggested: suggestion(verdict) };
}

/** How far apart items may be to be the same one, or the same one said wrongly. */
const sameItem = 0.34;
const nearItem = 0.6;

/** Share of the words that tell two items apart; a typed item may leave the explanation after a dash or colon out. */
function apart(item: string, typed: string): number {
  const name = /^(.{2,60}?)(?:\s[-\u2013\u2014]\s|:\s|\s\()/.exec(item)?.[1];
  return Math.min(wordsApart(item, typed), name === undefined ? 1 : wordsApart(name, typed));
}

function wordsApart(item: string, typed: string): number {
  const heavy = (text: string) => answerWords(text, 60).filter((word) => !word.light);
  const one = heavy(item);
  const other = heavy(typed);
  if (one.length === 0) return answerWords(item)[0]?.plain === answerWords(typed)[0]?.plain ? 0 : 1;
  const left = [...other];
  let found = 0;
  for (const word of one) {
    const at = left.findIndex((candidate) => isSameWord(word, candidate));
    if (at === -1) continue;
    left.splice(at, 1);
    found += 1;
  }
  const turned = one.some((word) => word.negates) !== other.some((word) => word.negates);
  return turned ? 1 : 1 - found / Math.max(one.length, other.length);
}

/** Pairs in any order, the nearest first. */
function nearest(expected: number, typed: number, cost: (i: number, j: number) => number): [number | null, number | null][] {
  const all: [number, number][] = [];
  for (let i = 0; i < expected; i++) for (let j = 0; j < typed; j++) if (cost(i, j) <= nearItem) all.push([i, j]);
  all.sort(([i, j], [k, l]) => cost(i, j) - cost(k, l));
  const takenExpected = new Set<number>();
  const takenTyped = new Set<number>();
  return all.filter(([i, j]) => {
    if (takenExpected.has(i) || takenTyped.has(j)) return false;
    takenExpected.add(i);
    takenTyped.add(j);
    return true;
  });
}
