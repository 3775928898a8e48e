/**
 * What a rule is given and what it gives. The walker cuts a section into units (lists, terms, sentences …); a rule reads the kinds
 * of unit it knows and returns drafts. A new kind of card is one file beside this one and one line in the index.
 */
import type { Fence, Image, List, Table } from './blocks.js';
import type { CardKind, DraftCard } from './card.js';
import type { Reading, Vocabulary } from './english/grammar.js';
import type { Language } from './language.js';

/** Where a unit stands. */
export interface Place {
  headings: readonly string[];
  /** What fronts must name. */
  subject: string;
  /** Title of the note. */
  note: string;
  /** The nearest bare heading, e.g. "Working Modes". */
  topic: string | null;
  language: Language;
  /** Content words of the note's headings: names that matter in it. */
  names: ReadonlySet<string>;
  /** Words (lower case, singular) of the terms that the note sets in bold or code. */
  terms: Vocabulary;
  /** Terms (lower case) that the note gives to one thing after the other: "class", "side effects". */
  properties: Vocabulary;
  /** Lower-case words of the note, to tell names from words that only open a sentence. */
  vocabulary: Vocabulary;
  /** Whether the person has studied the card that a draft would be; null where nothing of the note was studied. */
  isStudied: ((draft: Draft) => boolean) | null;
}

/** The stretch of the note that a card comes from. */
export interface Source {
  line: number;
  endLine: number;
  /** The stretch as plain text. */
  text: string;
  /** Names the stretch within its section: the term, the list, the first words of a sentence. */
  slot: string;
  userId: string | null;
  tags: readonly string[];
}

export interface Draft {
  source: Source;
  rule: string;
  kind: CardKind;
  front: string;
  back: string;
  /** Which of the source's cards this is; stable across better wordings. */
  part: string;
  /** Used only when the source has no better card. */
  fallback?: boolean;
  /** Taken as the person wrote it: no gate holds it back for style. */
  own?: boolean;
  deck?: string;
  schedule?: DraftCard['schedule'];
}

/** Running text that leads up to a block: the paragraph, or list item, before it. */
export interface Intro {
  /** The last sentence before the block. */
  text: string;
  line: number;
  /** The whole paragraph. */
  paragraph: string;
}

/** `**Term**: definition`, wherever it stands. */
export interface Term {
  /** Markdown, code in backticks. */
  name: string;
  /** The definition without its further facts; '' when it stands in sub-items. */
  text: string;
  /** The label that stands before the text, e.g. "Use case"; null for a plain definition. */
  label: string | null;
  /** What the terms of this list are, in the singular ("controller"), where the list says so. */
  kind: string | null;
  /** The text is the first of several sub-items: one of the things said, perhaps not what the term is. */
  oneOfSeveral: boolean;
  source: Source;
  place: Place;
}

export interface SentenceUnit {
  /** Without its closing full stop. */
  text: string;
  /** Null when it could not be read. */
  reading: Reading | null;
  /** The term the sentence explains, or null for prose. */
  term: string | null;
  /** Whether it is the first sentence about its subject. */
  opening: boolean;
  /** What "it" stands for in prose. */
  antecedent: string;
  /** The sentence before, in the same text. */
  previous: SentenceUnit | null;
  /** It began with "Otherwise,": the opposite of the condition before. */
  otherwise: boolean;
  source: Source;
  place: Place;
}

export interface ListUnit {
  list: List;
  /** It stands right under its heading, or is the only list there: the heading may name it. */
  only: boolean;
  intro: Intro | null;
  source: Source;
  place: Place;
  /** Names of the items, where they have short ones; null for an item that is prose. */
  names: readonly (string | null)[];
}

export interface FenceUnit {
  fence: Fence;
  intro: Intro | null;
  source: Source;
  place: Place;
}

export interface TableUnit {
  table: Table;
  intro: Intro | null;
  source: Source;
  place: Place;
}

export interface ImageUnit {
  image: Image;
  source: Source;
  place: Place;
}

export interface Rule {
  name: string;
  list?: (unit: ListUnit) => Draft[];
  fence?: (unit: FenceUnit) => Draft[];
  table?: (unit: TableUnit) => Draft[];
  term?: (unit: Term) => Draft[];
  sentence?: (unit: SentenceUnit) => Draft[];
  /** Asked only when no rule has a card for the sentence that passes every gate. */
  lastResort?: (unit: SentenceUnit) => Draft[];
  image?: (unit: ImageUnit) => Draft[];
}
