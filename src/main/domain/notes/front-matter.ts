/**
 * Reads the settings at the top of a note. The only user of gray-matter, which by itself would run JavaScript found there:
 * every engine that executes is replaced by one that refuses.
 *
 * Keys that Etcdeck reads (case does not matter):
 * - `title`: name of the note. `deck` (also `cards-deck`, `TARGET DECK`, `anki-deck`, `name`): deck path, nested with `::` or `/`.
 * - `tags`: a list, or words separated by spaces or commas.
 * - `cards`: which dialects to read: `off` (no cards from this note), `plain` (none but ordinary notes), or a list of names:
 *   `spaced-repetition`, `hashcards`, `anki`, `obsidian-to-anki`, `orbit`, `logseq`, `highlights`, `details`. A name forces the
 *   dialect, also its ambiguous signs; `-name` or `no-name` forbids it.
 */
import matter from 'gray-matter';
import type { Problem } from './card.js';

export interface FrontMatter {
  title: string | null;
  deck: string | null;
  tags: string[];
  /** It was TOML, as hashcards writes it. */
  toml: boolean;
  /** Words of the `cards` key. */
  cards: string[];
  /** The note with its front matter blanked out: line numbers stay true. */
  body: string;
  problems: Problem[];
}

type Values = Record<string, unknown>;

const refuse = (): never => {
  throw new Error('code in front matter is never run');
};
// gray-matter sees only blocks that were found to be YAML or JSON; these stand guard all the same.
const engines = {
  javascript: refuse,
  js: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
  toml: refuse,
};

const opening = /^(---|\+\+\+|;;;)[ \t]*([\w-]*)[ \t]*$/;
/** Front matter longer than this is somebody's text. */
const maxLines = 400;

/** Splits settings from text. Never throws; what cannot be read becomes a problem and the rest of the note is still read. */
export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { title: null, deck: null, tags: [], toml: false, cards: [], body: text, problems: [] };
  const firstEnd = text.indexOf('\n');
  const first = opening.exec(firstEnd < 0 ? text : text.slice(0, firstEnd));
  if (!first?.[1] || firstEnd < 0) return none;
  const [, fence, language = ''] = first;
  const block = upTo(text, firstEnd + 1, fence);
  if (block === null) return language === '' ? none : { ...none, problems: [unclosed(language)] };

  const body = '\n'.repeat(block.lines + 2) + text.slice(block.end);
  if (!/^(ya?ml|toml|json)?$/i.test(language)) return { ...none, body, problems: [executable(language)] };
  const lines = block.inner.split('\n');
  if (fence === '+++' || language.toLowerCase() === 'toml' || isToml(lines))
    return { ...settings(readToml(lines)), toml: true, body, problems: [] };
  if (fence !== '---' || !looksLikeSettings(lines, language)) return none;
  try {
    return { ...settings(readYaml(block.inner, language)), toml: false, body, problems: [] };
  } catch (error) {
    return { ...settings(readLines(lines)), toml: false, body, problems: [invalidYaml(error, lines)] };
  }
}

function upTo(text: string, from: number, fence: string): { inner: string; lines: number; end: number } | null {
  let start = from;
  for (let lines = 0; lines <= maxLines && start <= text.length; lines++) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const line = text.slice(start, stop).trimEnd();
    if (line === fence || (fence === '---' && line === '...')) {
      return { inner: text.slice(from, Math.max(from, start - 1)), lines, end: Math.min(text.length, stop + 1) };
    }
    if (newline < 0) return null;
    start = newline + 1;
  }
  return null;
}

/** A note may open with a `---` rule: its first paragraph is text, not settings. */
function looksLikeSettings(lines: readonly string[], language: string): boolean {
  if (language !== '') return true;
  const content = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const [head] = content;
  if (head === undefined) return true;
  if (/^\s*[{[]/.test(head)) return /[}\]]\s*$/.test(content.at(-1) ?? '');
  return /^["']?[\p{L}_][\p{L}\p{N}_ .-]{0,40}["']?\s*:(\s|$)/u.test(head);
}

const isToml = (lines: readonly string[]): boolean => {
  const content = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return content.length > 0 && content.every((line) => /^\s*([\w.-]+\s*=\s*\S|\[)/.test(line));
};

function readYaml(inner: string, language: string): Values {
  const { data } = matter(`---\n${inner}\n---\n`, { engines, language: /json/i.test(language) ? 'json' : 'yaml' });
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Values) : {};
}

/** `key = value` with strings and arrays of strings: all that decks need of TOML. */
function readToml(lines: readonly string[]): Values {
  const values: Values = {};
  for (const line of lines) {
    const match = /^\s*([\w.-]+)\s*=\s*(.+?)\s*$/.exec(line);
    if (!match?.[1] || match[2] === undefined) continue;
    const list = /^\[(.*)\]$/.exec(match[2]);
    values[match[1]] = list?.[1] === undefined ? unquote(match[2]) : list[1].split(',').map((part) => unquote(part.trim()));
  }
  return values;
}

/** What can be saved of YAML that does not parse: its plain `key: value` lines. */
function readLines(lines: readonly string[]): Values {
  const values: Values = {};
  for (const line of lines) {
    const match = /^([\w -]+?)\s*:\s+(.+?)\s*$/.exec(line);
    // A value with a YAML type (`!!js/function …`) is none that a person writes.
    if (match?.[1] && match[2] !== undefined && !match[2].startsWith('!')) values[match[1]] = unquote(match[2]);
  }
  return values;
}

const unquote = (value: string): string => value.replace(/^(["'])(.*)\1$/, '$2').replace(/^\[(.*)\]$/, '$1');

const deckKeys = ['deck', 'cards-deck', 'target deck', 'anki-deck', 'ankideck', 'name'];

function settings(values: Values): Pick<FrontMatter, 'title' | 'deck' | 'tags' | 'cards'> {
  const byKey = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
  const deckKey = deckKeys.find((key) => word(byKey.get(key)) !== null);
  return {
    title: word(byKey.get('title')),
    deck: deckKey === undefined ? null : word(byKey.get(deckKey)),
    tags: words(byKey.get('tags') ?? byKey.get('tag')).map((tag) => tag.replace(/^#/, '')),
    cards: byKey.get('cards') === false ? ['off'] : words(byKey.get('cards')).map((name) => name.toLowerCase()),
  };
}

function word(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? null : text.replace(/\s+/g, ' ').slice(0, 200);
}

function words(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.slice(0, 100) : typeof value === 'string' ? value.split(/[,\s]+/) : [];
  return parts.map(word).filter((part) => part !== null);
}

function invalidYaml(error: unknown, lines: readonly string[]): Problem {
  const mark = (error as { mark?: { line?: unknown } } | null)?.mark?.line;
  const at = typeof mark === 'number' ? Math.min(Math.max(mark, 0), Math.max(lines.length - 1, 0)) : 0;
  const culprit = colonLine(lines, at);
  const line = (culprit ?? at) + 2;
  const key = culprit === null ? undefined : /^\s*([^:]+):/.exec(lines[culprit] ?? '')?.[1];
  return {
    line,
    severity: 'warning',
    message: 'The front matter is not valid YAML; its settings were read as far as possible.',
    hint:
      key === undefined
        ? 'Check the indentation and quotes around this line.'
        : `Put the value of "${key.trim()}" in quotes: it holds a colon.`,
  };
}

/** The commonest mistake: a second colon in an unquoted value. YAML may report it a line late. */
function colonLine(lines: readonly string[], at: number): number | null {
  for (const index of [at, at - 1]) {
    if (/^\s*[\w -]+:\s+[^"'[{|>].*:(\s|$)/.test(lines[index] ?? '')) return index;
  }
  return null;
}

const executable = (language: string): Problem => ({
  line: 1,
  severity: 'error',
  message: `The front matter is marked as "${language.slice(0, 20)}" code. Etcdeck never runs code found in notes, so it was not read.`,
  hint: 'Write the settings as YAML between two lines of three dashes (---).',
});

const unclosed = (language: string): Problem => ({
  line: 1,
  severity: 'warning',
  message: `The front matter marked "${language.slice(0, 20)}" is not closed, so it was read as text.`,
  hint: 'End it with a line of three dashes (---).',
});
