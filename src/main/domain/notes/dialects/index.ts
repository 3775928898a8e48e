/** Which dialects a note speaks, and the cards written in them. */
import type { Problem } from '../card.js';
import { callouts } from './callouts.js';
import { clozes } from './clozes.js';
import { details } from './details.js';
import { dialectNames } from './dialect.js';
import type { Dialect, DialectCard, DialectId, DialectLine } from './dialect.js';
import { headings } from './headings.js';
import { toDialectLines } from './lines.js';
import { multiLine } from './multi-line.js';
import { oneLine } from './one-line.js';
import { questionAnswer } from './question-answer.js';
import { quizzes } from './quizzes.js';
import { startEnd } from './start-end.js';
import { tagged } from './tagged.js';
import { toggles } from './toggles.js';

/** In this order: what an earlier one takes, a later one does not see. */
const dialects: readonly Dialect[] = [
  startEnd,
  questionAnswer,
  tagged,
  oneLine,
  multiLine,
  clozes,
  quizzes,
  details,
  callouts,
  toggles,
  headings,
];

export interface DialectReading {
  cards: DialectCard[];
  problems: Problem[];
  /** Deck and tags that Obsidian to Anki keeps in the text (`TARGET DECK`, `FILE TAGS`). */
  deck: string | null;
  tags: string[];
  /** Line numbers that the ordinary rules must not read. */
  claimed: ReadonlySet<number>;
  /** Line numbers of which the ordinary rules may make only cards that were studied already. */
  answered: ReadonlySet<number>;
}

const ids = Object.keys(dialectNames) as DialectId[];
const otherNames: Record<string, DialectId> = {
  sr: 'spaced-repetition',
  'obsidian-spaced-repetition': 'spaced-repetition',
  flashcards: 'spaced-repetition',
  highlight: 'highlights',
  anki_cloze: 'anki',
};

/** The `cards` key of the front matter: dialects forced, dialects forbidden. */
function dialectChoice(words: readonly string[]): { force: Set<DialectId>; forbid: Set<DialectId> } {
  const force = new Set<DialectId>();
  const forbid = new Set<DialectId>(words.includes('plain') ? ids : []);
  for (const word of words) {
    const name = word.replace(/^(?:-|no-)/, '');
    const id = otherNames[name] ?? ids.find((one) => one === name);
    if (id !== undefined) (name === word ? force : forbid).add(id);
  }
  return { force, forbid };
}

/** Reads the cards written on purpose. `lines`: the note, front matter blanked out. `toml`: hashcards' kind of front matter. */
export function readDialects(lines: readonly string[], words: readonly string[], toml: boolean): DialectReading {
  const { force, forbid } = dialectChoice(words);
  const prepared = toDialectLines(lines);
  const speaks = new Set([...force, ...spoken(prepared, toml)].filter((id) => !forbid.has(id)));
  const [claimed, answered, taken] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const cards: DialectCard[] = [];
  const problems: Problem[] = [];
  for (const dialect of dialects) {
    const open =
      taken.size === 0
        ? prepared
        : prepared.map((line) => (taken.has(line.number) ? { ...line, text: '', masked: '', blank: true, closed: false } : line));
    const found = dialect.read({ lines: open, speaks, taken }, (problem) => problems.push(problem));
    for (const card of found.filter((one) => !forbid.has(one.dialect))) {
      cards.push(card);
      if (card.leaves === 'everything') continue;
      for (let line = card.line; line <= card.endLine; line++) {
        taken.add(line);
        if (card.leaves === 'nothing') claimed.add(line);
        else if (card.leaves === 'studied' || line === card.line) answered.add(line);
      }
    }
  }
  if (forbid.has('spaced-repetition')) problems.length = 0;
  return { cards: cards.sort((a, b) => a.line - b.line), problems, claimed, answered, ...noteSettings(prepared, claimed) };
}

/** `TARGET DECK: a::b` and `FILE TAGS: x y`, the value beside or below. */
function noteSettings(lines: readonly DialectLine[], claimed: Set<number>): { deck: string | null; tags: string[] } {
  let deck: string | null = null;
  let tags: string[] = [];
  for (const [i, line] of lines.entries()) {
    const match = line.closed ? null : /^(TARGET DECK|FILE TAGS):?\s*(.*)$/.exec(line.text);
    if (match === null) continue;
    const below = match[2] === '';
    const value = (below ? (lines[i + 1]?.text ?? '') : (match[2] ?? '')).trim();
    if (match[1] === 'TARGET DECK') deck ??= value === '' ? null : value;
    else tags = value.split(/[\s,]+/).filter((tag) => tag !== '');
    claimed.add(line.number);
    if (below) claimed.add(line.number + 1);
  }
  return { deck, tags };
}

/** Dialects the note shows beyond doubt: their own tags, comments and keywords. */
function spoken(lines: readonly DialectLine[], toml: boolean): DialectId[] {
  const seen = new Set<DialectId>(toml ? ['hashcards'] : []);
  let questions = 0;
  let rules = 0;
  for (const { closed, text, masked } of lines) {
    if (closed) continue;
    if (masked.includes('#flashcards') || text.includes('<!--SR:')) seen.add('spaced-repetition');
    if (/^(?:TARGET DECK|START|FILE TAGS)\b/.test(text) || /<!--ID:\s*\d+-->/.test(text)) seen.add('obsidian-to-anki');
    if (/^\s*(?:[-*+]\s+)?Q\.\s/.test(text)) seen.add('orbit');
    if (/^Q:\s/.test(text)) questions++;
    if (text.trim() === '---') rules++;
  }
  if (questions >= 2 && rules >= questions - 1) seen.add('hashcards');
  return [...seen];
}
