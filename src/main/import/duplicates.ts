/** New cards that ask and answer, word for word, what a card of another note does already. */
import type { DraftCard } from '../notes/card.js';
import { frontKey } from '../notes/quality.js';
import type { ImportStore } from '../store/imports.js';

/** A card of the batch, as far as its text and place go. */
interface Candidate {
  key: string;
  note: { name: string };
  draft: DraftCard;
  /** The stored card it continues; null for a new one. */
  known: unknown;
  standing: 'import' | 'rejected' | null;
}

/**
 * Where the same card stands, as `note:line`, by the key of the candidate that repeats it.
 * @param planned ids of the notes whose stored cards are among the candidates, or go
 */
export function findTwins(
  proposals: readonly Candidate[],
  planned: ReadonlySet<string>,
  store: Pick<ImportStore, 'cardsWithSpans'>,
): Map<string, string> {
  const places = new Map<string, string>();
  const isNew = ({ known, standing }: Candidate): boolean => known === null && standing === null;
  // What is in use stays; a new card gives way to it wherever it stands.
  for (const proposal of proposals) {
    if (!isNew(proposal) && proposal.standing !== 'rejected') remember(places, textOf(proposal.draft), placeOf(proposal));
  }
  const fresh = proposals.filter((proposal) => isNew(proposal) && proposal.draft.reasons.length === 0);
  // The same source text finds stored cards quickly; what counts is the card itself.
  for (const card of store.cardsWithSpans(fresh.map(({ draft }) => draft.evidence.spanHash))) {
    if (!planned.has(card.noteId)) remember(places, textOf(card), `${card.noteName}:${card.line}`);
  }
  const twins = new Map<string, string>();
  for (const proposal of fresh) {
    const text = textOf(proposal.draft);
    const twin = places.get(text);
    if (twin !== undefined) twins.set(proposal.key, twin);
    else places.set(text, placeOf(proposal));
  }
  return twins;
}

const remember = (places: Map<string, string>, text: string, place: string): void => {
  if (!places.has(text)) places.set(text, place);
};

const textOf = ({ front, back }: { front: string; back: string }): string => `${frontKey(front)}\u0000${frontKey(back)}`;
const placeOf = ({ note, draft }: Candidate): string => `${note.name}:${draft.line}`;
