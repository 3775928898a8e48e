/**
 * What the notes engine gives: a note as cards, with evidence enough to recognise each card after the note was edited.
 * Pure data; lines are 1-based lines of the file on disk (front matter included).
 */
import type { CardKind } from '../../../shared/contract.js';

export type { CardKind };

/** One Markdown file as read from disk, decoded to text. */
export interface NoteSource {
  /** Path shown to people and written to cards, with `/`; relative to what was chosen, e.g. `node/kubelet.md`. */
  path: string;
  text: string;
  /** Span hashes of cards that the person has studied. Such a card stays as long as its text does, however the text around it changes. */
  studied?: ReadonlySet<string>;
}

/** A finding about a note: where, what, and how to mend it. `error` means something could not be read. */
export interface Problem {
  line: number;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
}

/**
 * What lets a card keep its schedule when its note changes. Never made from the generated front or back:
 * a better template must not reset anyone.
 */
export interface Evidence {
  /** Hash of the normalised source span, with the card's kind and its part of the item. */
  spanHash: string;
  /** Where in the note: heading path, then the term or list identity, then the card's part of the item. */
  slot: string;
  /** The source span as plain text, for fuzzy matching. */
  text: string;
  /** An id the person already wrote beside the text (`^id`, `<!--ID: …-->`), read only. */
  userId: string | null;
}

/** A card as made from a note, before it is stored. */
export interface DraftCard {
  kind: CardKind;
  /** Name of the rule that made it, e.g. `bold-term`. */
  rule: string;
  /** Markdown. */
  front: string;
  /** Markdown. */
  back: string;
  headings: readonly string[];
  /** Deck path nested with `::`. */
  deck: string;
  tags: readonly string[];
  line: number;
  endLine: number;
  /** Cards of one source item (a list entry, a fence) share this: siblings. Unique within the note. */
  item: string;
  evidence: Evidence;
  /** Gates the card fails, in words; such a card is held back until the person accepts it. */
  reasons: readonly string[];
  /** A schedule the note itself carries (`<!--SR:…-->`), as the starting memory. */
  schedule: { dueOn: string; intervalDays: number; ease: number } | null;
}

/** Everything one note gives. */
export interface ParsedNote {
  path: string;
  title: string;
  deck: string;
  tags: readonly string[];
  /** Syntaxes seen besides plain notes, in words a person knows. */
  dialects: readonly string[];
  cards: readonly DraftCard[];
  problems: readonly Problem[];
  /** Why there are no cards, in words; null when there are some. */
  emptyReason: string | null;
}
