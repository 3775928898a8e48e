/**
 * Which of the cards already stored is which of the cards the notes give now. A schedule must survive every edit, so recognition
 * goes over the whole batch at once, from the surest evidence to the weakest:
 *
 * 1. same note, same slot, same text;      2. same text elsewhere in the note;
 * 3. same text in another note, once it has left its own: cut and paste, renamed, split and merged files;
 * 4. same slot, other text: edited;        5. nearly the same text, among cards that would vanish or are orphans;
 * 6. a new card.
 *
 * A card that is still where it was is never a candidate for another one: live neighbours can be alike (`--cert`, `--cacert`).
 */
import { pairByLikeness } from './likeness-pass.js';
import { grouped, Matching, type Draft, type KnownCard, type NoteDrafts } from './matching.js';

export interface Batch<K extends KnownCard> {
  /** Every stored card of the notes in the batch and of notes that are gone, and every orphan. */
  known: readonly K[];
  notes: readonly NoteDrafts[];
  /** Card id for a piece of evidence; the same on every machine. */
  cardIdFor: (evidence: string) => string;
  /** Those of the ids that stored cards have. Asked once for a whole batch, and again only for what it finds taken. */
  taken: (cardIds: readonly string[]) => ReadonlySet<string>;
}

/** How a card of a note came to its identity. */
export type Change = 'kept' | 'edited' | 'moved' | 'revived' | 'added';

export interface Recognised<K extends KnownCard> {
  cardId: string;
  change: Change;
  /** The stored card it continues; null for a new one. */
  known: K | null;
  /** A vanished card that this new one may continue: alike, but not enough to be sure, so the person is asked. */
  maybe: K | null;
}

export interface IdentityPlan<K extends KnownCard> {
  /** Per note of the batch, one entry for each of its cards, in order. */
  notes: Map<string, Recognised<K>[]>;
  /** Cards that were live and whose text is nowhere in the batch any more. */
  vanished: K[];
}

/** Recognises the cards of a batch. Pure, never throws, time near-linear in the number of cards. */
export function planIdentity<K extends KnownCard>(batch: Batch<K>): IdentityPlan<K> {
  const matching = new Matching(batch.known, batch.notes);

  matching.pair(
    (draft) => key(draft.noteId, draft.evidence.slot, draft.evidence.spanHash),
    (card) => key(card.noteId, card.evidence.slot, card.evidence.spanHash),
  );
  matching.pair(
    (draft) => key(draft.noteId, draft.evidence.spanHash),
    (card) => key(card.noteId, card.evidence.spanHash),
  );
  pairMoved(matching);
  pairByOwnId(matching);
  pairBySlot(matching);
  const maybe = pairByLikeness(matching);

  return { notes: named(batch, matching, maybe), vanished: matching.freeKnown().filter((card) => !card.orphaned) };
}

const key = (...parts: readonly string[]): string => parts.join('\u0000');

/** Same text in another note. What only one card can be goes first and tells where the rest of its note went. */
function pairMoved<K extends KnownCard>(matching: Matching<K>): void {
  matching.pairUnique(
    (draft) => draft.evidence.spanHash,
    (card) => card.evidence.spanHash,
  );
  const heirs = matching.heirs();
  const heirOf = (card: K): string => heirs.get(card.noteId) ?? card.noteId;
  matching.pair(
    (draft) => key(draft.noteId, draft.evidence.slot, draft.evidence.spanHash),
    (card) => key(heirOf(card), card.evidence.slot, card.evidence.spanHash),
  );
  matching.pair(
    (draft) => key(draft.noteId, draft.evidence.spanHash),
    (card) => key(heirOf(card), card.evidence.spanHash),
  );
  matching.pair(
    (draft) => key(draft.evidence.slot, draft.evidence.spanHash),
    (card) => key(card.evidence.slot, card.evidence.spanHash),
  );
  matching.pair(
    (draft) => draft.evidence.spanHash,
    (card) => card.evidence.spanHash,
  );
}

/** The person wrote an id beside the text (`^id`): it holds when the text changed. */
function pairByOwnId<K extends KnownCard>(matching: Matching<K>): void {
  const own = (item: Draft | K): string | null => item.evidence.userId && key(item.evidence.userId, item.kind);
  const withSlot = (item: Draft | K): string | null => item.evidence.userId && key(item.evidence.userId, item.kind, item.evidence.slot);
  matching.pair(withSlot, withSlot);
  matching.pair(own, own);
}

/** Same place, other text; in a renamed or merged note the place is looked for where the rest of the note went. */
function pairBySlot<K extends KnownCard>(matching: Matching<K>): void {
  matching.pairUnique(
    (draft) => key(draft.noteId, draft.kind, draft.evidence.slot),
    (card) => key(card.noteId, card.kind, card.evidence.slot),
  );
  const heirs = matching.heirs();
  matching.pairUnique(
    (draft) => key(draft.noteId, draft.kind, draft.evidence.slot),
    (card) => key(heirs.get(card.noteId) ?? card.noteId, card.kind, card.evidence.slot),
  );
}

/** Gives each draft its id: that of the card it continues, or a new one made of its evidence. */
function named<K extends KnownCard>(batch: Batch<K>, matching: Matching<K>, maybe: Map<Draft, K>): Map<string, Recognised<K>[]> {
  const fresh = freshIds(batch, matching.freeDrafts());
  const notes = new Map<string, Recognised<K>[]>(batch.notes.map(({ noteId }) => [noteId, []]));
  for (const draft of matching.drafts) {
    const known = matching.knownOf(draft);
    notes.get(draft.noteId)?.push({
      cardId: known?.cardId ?? fresh.get(draft) ?? '',
      change: known ? changeOf(known, draft) : 'added',
      known: known ?? null,
      maybe: maybe.get(draft) ?? null,
    });
  }
  return notes;
}

/** New ids, made of the evidence; identical items are numbered, and a number whose id a stored card has is passed over. */
function freshIds<K extends KnownCard>({ cardIdFor, taken }: Batch<K>, drafts: readonly Draft[]): Map<Draft, string> {
  const idOf = (evidence: string, number: number): string => cardIdFor(number === 1 ? evidence : key(evidence, String(number)));
  const groups = [...grouped(drafts, ({ evidence }) => key(evidence.spanHash, evidence.slot))].map(([evidence, same]) => ({
    evidence,
    same,
    // Nearly always no number is passed over: these ids are asked for in one question.
    likely: same.map((_, index) => idOf(evidence, index + 1)),
  }));
  const used = taken(groups.flatMap(({ likely }) => likely));

  const ids = new Map<Draft, string>();
  for (const { evidence, same, likely } of groups) {
    // Counting on from the last one keeps a thousand identical items from trying each other's ids.
    let number = 0;
    const next = (): string => {
      for (;;) {
        const asked = likely[number++];
        const cardId = asked ?? idOf(evidence, number);
        if (!(asked === undefined ? taken([cardId]) : used).has(cardId)) return cardId;
      }
    };
    for (const draft of same) ids.set(draft, next());
  }
  return ids;
}

function changeOf(known: KnownCard, draft: Draft): Change {
  if (known.orphaned) return 'revived';
  if (known.noteId !== draft.noteId) return 'moved';
  return known.evidence.spanHash === draft.evidence.spanHash ? 'kept' : 'edited';
}
