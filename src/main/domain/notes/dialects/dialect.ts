/** Card syntaxes that people write on purpose. Each dialect reads the note's lines; what it takes, the other rules do not see. */
import type { DraftCard } from '../card.js';

export type DialectId = 'spaced-repetition' | 'hashcards' | 'anki' | 'obsidian-to-anki' | 'orbit' | 'logseq' | 'highlights' | 'details';

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
};

/** One line of the note. */
export interface DialectLine {
  /** 1-based. */
  number: number;
  text: string;
  /** The same length, with code, links, comments and formulas blotted out, so that nothing in them is taken for syntax. */
  masked: string;
  /** Blank, or inside or fencing a code block. */
  closed: boolean;
  blank: boolean;
}

export interface DialectNote {
  lines: readonly DialectLine[];
  /** Dialects the note clearly speaks, or was told to. Ambiguous signs count only in these. */
  speaks: ReadonlySet<DialectId>;
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
  /** The source as plain text. */
  text: string;
  userId: string | null;
  schedule: DraftCard['schedule'];
  deck: string | null;
  tags: readonly string[];
  /** Whether its lines are taken away from the ordinary rules. */
  claims: boolean;
}

export interface Dialect {
  read(note: DialectNote): DialectCard[];
}
