/** Tells the flags of a command from its words, in every spelling a shell user has for them. */
import type { Written } from './parts.js';
import { isMadeDash } from './shell/lexer.js';
import type { Word } from './shell/lexer.js';
import type { Flag, Flags } from './tools/tool.js';

/** A flag as used. */
export interface UsedFlag {
  type: 'flag';
  flag: Flag;
  /** null for a flag without a value; `--force=true` is one. */
  value: string | null;
  raw: string;
  /** Offset in the text. */
  at: number;
  known: boolean;
}

export interface PlainWord {
  type: 'word';
  word: Word;
}

/** `--` and the words behind it. */
export interface Rest {
  type: 'rest';
  /** The `--`; null where the rest of the words begins without one. */
  mark: Word | null;
  words: Word[];
}

export type Item = UsedFlag | PlainWord | Rest;

/** Unknown flags that take the next word as value, and which one: learned from the other command too (see `boundFlags`). */
export type Bound = ReadonlySet<string>;

export interface Reading {
  /** Meaning of a flag as spelled, dashes included; undefined when nobody knows it. */
  find(spelling: string): Flag | undefined;
  /** The same for flags before the first word, which are the program's own; `find` does when there is none. */
  findBefore?(spelling: string): Flag | undefined;
  singleDash: boolean;
  /** After so many words the rest is a command of its own; null when never. */
  commandAfter: number | null;
  bound: Bound;
}

/** Looks a spelling up in the tables given, the more particular first. */
export const finder =
  (...tables: (Flags | undefined)[]) =>
  (spelling: string): Flag | undefined => {
    for (const table of tables) {
      const flag = table?.get(spelling);
      if (flag) return flag;
    }
    return undefined;
  };

/** Reads the words behind a program's name. */
export function readFlags(words: readonly Word[], reading: Reading): Item[] {
  const items: Item[] = [];
  let plain = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.value === '--') return [...items, { type: 'rest', mark: word, words: words.slice(i + 1) }];
    const isBehind = reading.commandAfter !== null && plain >= reading.commandAfter;
    if (isBehind && (plain > 0 || !isFlag(word.value))) {
      return [...items, { type: 'rest', mark: null, words: words.slice(i) }];
    }
    if (!isFlag(word.value)) {
      items.push({ type: 'word', word });
      plain += 1;
      continue;
    }
    const find = (plain === 0 && reading.findBefore) || reading.find;
    const { flags, took } = readFlag(asMeant(word, find), valueAfter(words[i + 1]), { ...reading, find });
    items.push(...flags);
    if (took) i += 1;
  }
  return items;
}

/** A dash that a word processor made stands for one hyphen before letters that are flags, where no long flag is called so. */
function asMeant(word: Word, find: Reading['find']): Word {
  const { value, raw } = word;
  const isShort = isMadeDash(raw) && value.startsWith('--') && !find(value.replace(/=.*/s, '')) && find(value.slice(1, 3)) !== undefined;
  return isShort ? { ...word, value: value.slice(1) } : word;
}

/** A dash on its own is standard input where a value stands. */
const valueAfter = (word: Word | undefined): Word | undefined =>
  word?.value === '--' && isMadeDash(word.raw) ? { ...word, value: '-' } : word;

const isFlag = (value: string): boolean => /^-./.test(value) && !/^-\d*\.\d/.test(value);

function readFlag(word: Word, next: Word | undefined, reading: Reading): { flags: UsedFlag[]; took: boolean } {
  const { value } = word;
  const lines = /^-(\d+)$/.exec(value);
  const count = lines ? reading.find('-n') : undefined;
  if (lines && count?.kind === 'value') return { flags: [used(count, lines[1] ?? '', word)], took: false };
  if (value.startsWith('--') || reading.singleDash) return longFlag(word, next, reading);
  return reading.find(value.slice(0, 2)) ? cluster(word, next, reading) : longFlag(word, next, reading);
}

/** `--name`, `--name=value`, `--name value`; also flags nobody knows, as they are spelled. */
function longFlag(word: Word, next: Word | undefined, { find, bound }: Reading): { flags: UsedFlag[]; took: boolean } {
  const { value } = word;
  const equals = value.indexOf('=');
  const name = equals === -1 ? value : value.slice(0, equals);
  const flag = find(name);
  if (equals !== -1) return { flags: [used(flag ?? spelled(name), value.slice(equals + 1), word, flag !== undefined)], took: false };
  const takes = flag ? needsValue(flag) : bound.has(name) && next !== undefined && !isFlag(next.value);
  if (takes && next) return { flags: [used(flag ?? spelled(name), next.value, joined(word, next), flag !== undefined)], took: true };
  return { flags: [used(flag ?? spelled(name), null, word, flag !== undefined)], took: false };
}

/** `-it`, `-nfoo`, `-n=foo`, `-itc app`. A letter nobody knows leaves the whole word as it is spelled. */
function cluster(word: Word, next: Word | undefined, { find }: Reading): { flags: UsedFlag[]; took: boolean } {
  const { value } = word;
  const whole = value.length === 2;
  const flags: UsedFlag[] = [];
  for (let at = 1; at < value.length; at++) {
    const letter = value.charAt(at);
    const flag = find(`-${letter}`);
    if (!flag) return { flags: [used(spelled(value), null, word, false)], took: false };
    const rest = value.slice(at + 1);
    const written = whole ? word : { raw: `-${letter}`, at: word.at };
    if (needsValue(flag)) {
      if (rest !== '') {
        const glued = at === 1 ? word : { raw: written.raw + rest, at: word.at };
        return { flags: [...flags, used(flag, rest.replace(/^=/, ''), glued)], took: false };
      }
      flags.push(next ? used(flag, next.value, joined(written, next)) : used(flag, null, written));
      return { flags, took: next !== undefined };
    }
    if (rest.startsWith('=') || (flag.kind === 'optional' && rest !== '')) {
      return { flags: [...flags, used(flag, rest.replace(/^=/, ''), { raw: written.raw + rest, at: word.at })], took: false };
    }
    flags.push(used(flag, null, written));
  }
  return { flags, took: false };
}

const needsValue = (flag: Flag): boolean => flag.kind !== 'none' && flag.kind !== 'optional';

const spelled = (name: string): Flag => ({ name, kind: 'value' });

const joined = (flag: Written, value: Word): Written => ({ raw: `${flag.raw} ${value.raw}`, at: flag.at });

function used(flag: Flag, value: string | null, { raw, at }: Written, known = true): UsedFlag {
  const isOn = value === 'true' && (flag.kind === 'none' || flag.kind === 'optional');
  return { type: 'flag', flag, value: isOn ? null : value, raw, at, known };
}

/**
 * Which unknown flags take a value, seen from both commands: `--x=y` in one of them says so for `--x y` in the other, and
 * so does `--x y` in both.
 */
export function boundFlags(one: readonly Word[], other: readonly Word[]): Set<string> {
  const pairs = (words: readonly Word[]): Set<string> =>
    new Set(words.flatMap(({ value }, i) => (isFlag(value) ? [`${value} ${words[i + 1]?.value ?? ''}`] : [])));
  const bound = new Set<string>();
  const otherPairs = pairs(other);
  for (const pair of pairs(one)) if (otherPairs.has(pair)) bound.add(pair.slice(0, pair.indexOf(' ')));
  for (const { value } of [...one, ...other]) {
    const equals = value.indexOf('=');
    if (equals > 1 && isFlag(value)) bound.add(value.slice(0, equals));
  }
  return bound;
}
