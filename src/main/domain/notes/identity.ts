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
 *
 * The first two passes look at one note at a time. Only what they leave over is looked at together, so that a batch of any size fits
 * into memory.
 */
import { FreshIds, type IdSource } from './fresh-ids.js';
import { pairByLikeness } from './likeness-pass.js';
import { keyOf, Matching, type Draft, type KnownCard, type NoteDrafts, type Trace } from './matching.js';

/** A note of a batch. Its cards are made when they are asked for, and not kept. */
export interface BatchNote<K extends KnownCard> {
  noteId: string;
  /** How many cards it gives now. */
  count: number;
  /** Its cards without their texts, in order; much cheaper than `cards`. */
  traces: () => NoteDrafts<Trace>['cards'];
  cards: () => NoteDrafts['cards'];
  /** Its stored cards, orphans among them. */
  known: () => readonly K[];
}

export interface Batch<K extends KnownCard> extends IdSource {
  /** The notes read and those that are gone, which give no cards. */
  notes: readonly BatchNote<K>[];
  /** Orphans of all notes. */
  orphans: readonly K[];
}

/** What the cards of a note are. */
export interface NoteIdentity {
  /** In order: the id of the stored card each continues, or a new one. */
  cardIds: readonly string[];
  /** Positions of those that continue a stored card. */
  continued: ReadonlySet<number>;
  /** The other notes that stored cards came from. */
  origins: ReadonlySet<string>;
  /** By position of a new card, the vanished one it may continue: alike, but not enough to be sure, so the person is asked. */
  maybe: ReadonlyMap<number, string>;
}

export interface IdentityPlan {
  /** One for each note of the batch, in order. */
  notes: NoteIdentity[];
  /** Cards that were live and whose text is nowhere in the batch any more. */
  vanished: { cardId: string; noteId: string }[];
}

/** Recognises the cards of a batch. Pure, never throws, time near-linear in the number of cards. */
export function planIdentity<K extends KnownCard>(batch: Batch<K>): IdentityPlan {
  const notes = batch.notes.map((note) => new Recognition(note));
  const vanished = pairRest(notes, batch.orphans);
  const ids = new FreshIds(batch);
  return { notes: notes.map((note) => note.named(ids)), vanished: vanished.map(({ cardId, noteId }) => ({ cardId, noteId })) };
}

/** What is known so far of the cards of one note. */
class Recognition<K extends KnownCard> {
  /** Ids of the stored cards that its cards continue, by position. */
  readonly ids = new Map<number, string>();
  readonly maybe = new Map<number, string>();
  private readonly origins = new Set<string>();
  /** All stored cards of the note, where some of them were not found in their place; else nothing needs them any more. */
  readonly stored: readonly K[] = [];

  constructor(readonly note: BatchNote<K>) {
    const known = note.known();
    if (known.length === 0) return;
    const matching = new Matching(known, [{ noteId: note.noteId, cards: note.count === 0 ? [] : note.traces() }]);
    pairInPlace(matching);
    for (const [position, draft] of matching.drafts.entries()) {
      const card = matching.knownOf(draft);
      if (card) this.ids.set(position, card.cardId);
    }
    if (matching.freeKnown().length > 0) this.stored = known;
  }

  continue(position: number, card: K): void {
    this.ids.set(position, card.cardId);
    if (card.noteId !== this.note.noteId) this.origins.add(card.noteId);
  }

  /** Positions of the cards that passes over several notes have to look at: all, or what has no card yet. */
  open(): number[] {
    const all = Array.from({ length: this.note.count }, (_, position) => position);
    return this.stored.length > 0 ? all : all.filter((position) => !this.ids.has(position));
  }

  named(fresh: FreshIds): NoteIdentity {
    const { ids, origins, maybe, note } = this;
    const free = Array.from({ length: note.count }, (_, position) => position).filter((position) => !ids.has(position));
    const traces = free.length === 0 ? [] : note.traces();
    const names = fresh.take(free.flatMap((position) => traces[position]?.evidence ?? []));
    const cardIds = Array.from({ length: note.count }, (_, position) => ids.get(position) ?? '');
    for (const [index, position] of free.entries()) cardIds[position] = names[index] ?? '';
    return { cardIds, continued: new Set(ids.keys()), origins, maybe };
  }
}

/** The passes over several notes, for what has not been found in its place. Gives the live cards that are nowhere. */
function pairRest<K extends KnownCard>(notes: readonly Recognition<K>[], orphans: readonly K[]): K[] {
  const found = new Set(notes.flatMap(({ ids }) => [...ids.values()]));
  const left = new Map(notes.flatMap(({ stored }) => stored).map((card) => [card.cardId, card]));
  for (const card of orphans) if (!found.has(card.cardId)) left.set(card.cardId, card);
  if (left.size === 0) return [];

  const open = notes.map((note) => ({ note, positions: note.open() })).filter(({ positions }) => positions.length > 0);
  const matching = new Matching(
    [...left.values()],
    open.map(({ note: { note }, positions }): NoteDrafts => {
      const cards = note.cards();
      return { noteId: note.noteId, cards: positions.flatMap((position) => cards[position] ?? []) };
    }),
  );
  pairInPlace(matching);
  pairMoved(matching);
  pairByOwnId(matching);
  pairBySlot(matching);
  const maybe = pairByLikeness(matching);
  const drafts = matching.drafts.values();
  for (const { note, positions } of open) {
    for (const position of positions) {
      const draft = drafts.next().value;
      if (draft) settle(note, position, matching.knownOf(draft), maybe.get(draft));
    }
  }
  return matching.freeKnown().filter((card) => !card.orphaned);
}

function settle<K extends KnownCard>(note: Recognition<K>, position: number, known: K | undefined, maybe: K | undefined): void {
  if (known) note.continue(position, known);
  else if (maybe) note.maybe.set(position, maybe.cardId);
}

/** Same text in the same note: where it stood first, then anywhere. */
function pairInPlace<K extends KnownCard, E extends Trace>(matching: Matching<K, E>): void {
  matching.pair(
    (draft) => keyOf(draft.noteId, draft.evidence.slot, draft.evidence.spanHash),
    (card) => keyOf(card.noteId, card.evidence.slot, card.evidence.spanHash),
  );
  matching.pair(
    (draft) => keyOf(draft.noteId, draft.evidence.spanHash),
    (card) => keyOf(card.noteId, card.evidence.spanHash),
  );
}

/** Same text in another note. What only one card can be goes first and tells where the rest of its note went. */
function pairMoved<K extends KnownCard>(matching: Matching<K>): void {
  matching.pairUnique(
    (draft) => draft.evidence.spanHash,
    (card) => card.evidence.spanHash,
  );
  const heirs = matching.heirs();
  const heirOf = (card: K): string => heirs.get(card.noteId) ?? card.noteId;
  matching.pair(
    (draft) => keyOf(draft.noteId, draft.evidence.slot, draft.evidence.spanHash),
    (card) => keyOf(heirOf(card), card.evidence.slot, card.evidence.spanHash),
  );
  matching.pair(
    (draft) => keyOf(draft.noteId, draft.evidence.spanHash),
    (card) => keyOf(heirOf(card), card.evidence.spanHash),
  );
  matching.pair(
    (draft) => keyOf(draft.evidence.slot, draft.evidence.spanHash),
    (card) => keyOf(card.evidence.slot, card.evidence.spanHash),
  );
  matching.pair(
    (draft) => draft.evidence.spanHash,
    (card) => card.evidence.spanHash,
  );
}

/** The person wrote an id beside the text (`^id`): it holds when the text changed. */
function pairByOwnId<K extends KnownCard>(matching: Matching<K>): void {
  const own = (item: Draft | K): string | null => item.evidence.userId && keyOf(item.evidence.userId, item.kind);
  const withSlot = (item: Draft | K): string | null => item.evidence.userId && keyOf(item.evidence.userId, item.kind, item.evidence.slot);
  matching.pair(withSlot, withSlot);
  matching.pair(own, own);
}

/** Same place, other text; in a renamed or merged note the place is looked for where the rest of the note went. */
function pairBySlot<K extends KnownCard>(matching: Matching<K>): void {
  matching.pairUnique(
    (draft) => keyOf(draft.noteId, draft.kind, draft.evidence.slot),
    (card) => keyOf(card.noteId, card.kind, card.evidence.slot),
  );
  const heirs = matching.heirs();
  matching.pairUnique(
    (draft) => keyOf(draft.noteId, draft.kind, draft.evidence.slot),
    (card) => keyOf(heirs.get(card.noteId) ?? card.noteId, card.kind, card.evidence.slot),
  );
}
