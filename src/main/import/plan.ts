/** The second step of an import: which card is which, and what the person said about each. */
import type { DraftCard } from '../notes/card.js';
import { planIdentity } from '../notes/identity.js';
import { grouped } from '../notes/matching.js';
import type { Decision, StoredCard } from '../store/imported.js';
import type { ImportStore } from '../store/imports.js';
import { findTwins } from './duplicates.js';
import type { ImportedNote } from './gather.js';

/** What the person said about a card in this preview. */
export interface Choice {
  decision: 'import' | 'rejected';
  /** Their own wording. */
  wording: { front: string; back: string } | null;
  /** Does the card continue the vanished one it resembles? null while they have not said. */
  continues: boolean | null;
}

/** A card of a note, with everything known about it. */
export interface Proposal {
  /** Stable within one preview. */
  key: string;
  note: ImportedNote;
  /** Order within the note. */
  position: number;
  draft: DraftCard;
  cardId: string;
  /** The stored card it continues; null for a new one. */
  known: StoredCard | null;
  /** A vanished card it may continue, if the person says so. */
  maybe: StoredCard | null;
  /** What the person said at an earlier import. */
  standing: Decision['decision'] | null;
  /** Where another note gives the same card, as `note:line`; null when none does, or this one is in use. */
  twin: string | null;
}

export interface NotePlan {
  note: ImportedNote;
  proposals: Proposal[];
  /** Live cards whose text is no longer in the batch. */
  vanished: StoredCard[];
}

/** Plans a batch: one entry for each note, in order. */
export function planImport(notes: readonly ImportedNote[], store: ImportStore, cardIdFor: (evidence: string) => string): NotePlan[] {
  const concerned = notes.filter(({ content }) => content.state === 'parsed' || content.state === 'gone');
  const known = new Map<string, StoredCard>();
  for (const { noteId, stored } of concerned) if (stored) for (const card of store.cardsOf(noteId)) known.set(card.cardId, card);
  for (const card of store.orphans()) known.set(card.cardId, card);

  const identity = planIdentity({
    known: [...known.values()],
    notes: concerned.map(({ noteId, content }) => ({ noteId, cards: content.state === 'parsed' ? content.note.cards : [] })),
    cardIdFor,
    taken: store.taken,
  });
  const vanished = grouped(identity.vanished, ({ noteId }) => noteId);
  const plans = notes.map((note, index): NotePlan => {
    const recognised = identity.notes.get(note.noteId) ?? [];
    const drafts = note.content.state === 'parsed' ? note.content.note.cards : [];
    const standing = standingDecisions(
      drafts,
      [note.noteId, ...recognised.flatMap(({ known: card }) => (card ? [card.noteId] : []))],
      store,
    );
    const proposals = drafts.flatMap((draft, position): Proposal[] => {
      const entry = recognised[position];
      if (!entry) return [];
      const { cardId, known: card, maybe } = entry;
      return [{ key: `${index}-${position}`, note, position, draft, cardId, known: card, maybe, standing: standing(draft), twin: null }];
    });
    return { note, proposals, vanished: vanished.get(note.noteId) ?? [] };
  });
  const planned = new Set(concerned.map(({ noteId }) => noteId));
  const twins = findTwins(
    plans.flatMap(({ proposals }) => proposals),
    planned,
    store,
  );
  for (const { proposals } of plans) for (const proposal of proposals) proposal.twin = twins.get(proposal.key) ?? null;
  return plans;
}

/**
 * What was said about a draft before: of its text, or of what stood in its place when that text is gone.
 * A note that was renamed brings along what was said of its cards.
 */
function standingDecisions(
  drafts: readonly DraftCard[],
  noteIds: readonly string[],
  store: ImportStore,
): (draft: DraftCard) => Decision['decision'] | null {
  if (drafts.length === 0) return () => null;
  const present = new Set(drafts.map(({ evidence }) => evidence.spanHash));
  const byText = new Map<string, Decision>();
  const byPlace = new Map<string, Decision>();
  // The note's own decisions come first and are not overruled.
  for (const noteId of new Set(noteIds)) {
    for (const decision of store.decisionsOf(noteId)) {
      if (!byText.has(decision.spanHash)) byText.set(decision.spanHash, decision);
      const place = placeOf(decision.kind, decision.slot);
      if (!present.has(decision.spanHash) && !byPlace.has(place)) byPlace.set(place, decision);
    }
  }
  if (byText.size === 0) return () => null;
  const places = grouped(drafts, ({ kind, evidence }) => placeOf(kind, evidence.slot));
  return ({ kind, evidence }) => {
    const place = placeOf(kind, evidence.slot);
    const inPlace = places.get(place)?.length === 1 ? byPlace.get(place) : undefined;
    return (byText.get(evidence.spanHash) ?? inPlace)?.decision ?? null;
  };
}

const placeOf = (kind: string, slot: string): string => `${kind}\u0000${slot}`;

/** A proposal with the person's choice applied. */
export interface Decided extends Omit<Proposal, 'maybe' | 'standing' | 'twin'> {
  decision: 'import' | 'held-back' | 'rejected';
  /** Why it would be held back, in words; empty when nothing is against it. */
  reasons: readonly string[];
  wording: Choice['wording'];
  /** The vanished card to ask about, and what the person said; null when there is none. */
  asks: { card: StoredCard; answer: boolean | null } | null;
}

/** What happens to a proposal: as chosen now, else as said before, else a card that is in use stays and a doubtful one waits. */
export function decide({ maybe, standing, twin, ...proposal }: Proposal, choice: Choice | undefined): Decided {
  const continued = choice?.continues ? maybe : null;
  const reasons = twin === null ? proposal.draft.reasons : [...proposal.draft.reasons, `it is the same as ${twin}`];
  const known = proposal.known ?? continued;
  const inUse = known !== null && !known.orphaned;
  const decision = choice?.decision ?? standing ?? (reasons.length === 0 || inUse ? 'import' : 'held-back');
  return {
    ...proposal,
    ...(continued ? { cardId: continued.cardId, known: continued } : {}),
    decision,
    reasons,
    wording: choice?.wording ?? null,
    asks: maybe && { card: maybe, answer: choice?.continues ?? null },
  };
}
