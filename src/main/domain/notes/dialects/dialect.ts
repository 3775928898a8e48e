/** Card syntaxes that people write on purpose. Each dialect reads the note's lines; what it takes, the other rules do not see. */
import type { DraftCard, Problem } from '../card.js';

export type DialectId =
  | 'spaced-repetition'
  | 'hashcards'
  | 'anki'
  | 'obsidian-to-anki'
  | 'orbit'
  | 'logseq'
  | 'highlights'
  | 'details'
  | 'quizzes'
  | 'callouts'
  | 'toggles'
  | 'headings';

/** As shown to people. */
export const dialectNames: Record<DialectId, string> = {
  'spaced-repetition': 'Obsidian spaced repetition',
  hashcards: 'hashcards',
  anki: 'Anki cloze',
  'obsidian-to-anki': 'Obsidian to Anki',
  orbit: 'Orbit',
  logseq: 'Logseq',
  highlights: 'highlights',
  details: 'details',
  quizzes: 'quizzes',
  callouts: 'question callouts',
  toggles: 'questions in lists',
  headings: 'question headings',
};

/** One line of the note. */
export interface DialectLine {
  /** 1-based. */
  number: number;
  text: string;
  /** The same length, with code, links, comments and formulas blotted out. Signs are looked for here only. */
  masked: string;
  /** Inside or fencing a code block, or inside a comment or formula of several lines. */
  closed: boolean;
  blank: boolean;
}

export interface DialectNote {
  lines: readonly DialectLine[];
  /** Dialects the note clearly speaks, or was told to. Ambiguous signs count only in these. */
  speaks: ReadonlySet<DialectId>;
  /** Numbers of the lines that other dialects took; they are blank here. */
  taken: ReadonlySet<number>;
}

export interface DialectCard {
  dialect: DialectId;
  kind: 'basic' | 'cloze';
  front: string;
  back: string;
  line: number;
  endLine: number;
  /** Which of the source's cards: 'forward', 'reversed', or the deleted text. */
  part: string;
  /** The source as plain text: what the card is known by when the note is read again. */
  text: string;
  /** What tells it from other cards under its heading; null where its question does. */
  slot: string | null;
  userId: string | null;
  schedule: DraftCard['schedule'];
  deck: string | null;
  tags: readonly string[];
  /**
   * What the ordinary rules may still read of its lines: nothing; only what the person has studied already (these lines gave cards before
   * the dialect was known); all but the line of the question; or everything.
   */
  leaves: 'nothing' | 'studied' | 'answer' | 'everything';
  /** Why it is held back, in words. */
  reasons: readonly string[];
}

export interface Dialect {
  /** `report`: what looks like a card of the dialect and is none. */
  read(note: DialectNote, report: (problem: Problem) => void): DialectCard[];
}
