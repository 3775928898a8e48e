/**
 * A note's cards as text. So they cross threads and wait on disk until they are stored, and become objects only one note at a time:
 * what an import needs of memory does not grow with the cards.
 */
import type { DraftCard, ParsedNote } from './card.js';
import { hashText } from './hash.js';
import type { Trace } from './matching.js';
import { frontKey } from './quality.js';

/** What recognition and decisions need of a card, a small part of it. */
export interface CardMark extends Pick<DraftCard, 'kind' | 'line' | 'schedule'> {
  evidence: Trace;
  /** A gate holds it back. */
  held: boolean;
  /** The same for cards that ask and answer the same, word for word; of 52 bits, so that chance makes no two alike. */
  text: number;
}

export interface PackedCards {
  count: number;
  heldBack: number;
  /** `CardMark[]` and `DraftCard[]` as JSON, in the order of the note. */
  marks: string;
  drafts: string;
}

/** What is said of a note as a whole. */
export type NoteOutline = Omit<ParsedNote, 'cards'>;

export interface PackedNote extends NoteOutline {
  cards: PackedCards;
}

/** @param hash gives the same as `hashText`; a platform may have a quicker one */
export function packNote({ cards, ...note }: ParsedNote, hash = hashText): PackedNote {
  const marks = cards.map((card) => markOf(card, hash));
  const heldBack = marks.filter(({ held }) => held).length;
  return { ...note, cards: { count: cards.length, heldBack, marks: JSON.stringify(marks), drafts: JSON.stringify(cards) } };
}

export const unpackMarks = (marks: string): CardMark[] => JSON.parse(marks) as CardMark[];
export const unpackDrafts = (drafts: string): DraftCard[] => JSON.parse(drafts) as DraftCard[];

function markOf(
  { kind, line, schedule, evidence: { spanHash, slot, userId }, reasons, front, back }: DraftCard,
  hash: typeof hashText,
): CardMark {
  return { kind, line, schedule, evidence: { spanHash, slot, userId }, held: reasons.length > 0, text: textMark(front, back, hash) };
}

/** How texts of cards are compared: case and punctuation do not count. */
export const textMark = (front: string, back: string, hash = hashText): number =>
  parseInt(hash(`${frontKey(front)}\u0000${frontKey(back)}`).slice(0, 13), 16);
