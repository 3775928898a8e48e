/** The second step of an import: which card is which, what was said of each before, and which of them stand elsewhere already. */
import { planIdentity, type BatchNote, type NoteIdentity } from '../../domain/notes/identity.js';
import { grouped, keyOf } from '../../domain/notes/matching.js';
import type { CardMark } from '../../domain/notes/packed-note.js';
import type { DraftShelf } from '../../store/transfer/import-drafts.js';
import type { Decision, StoredCard } from '../../store/tables/import-rows.js';
import type { ImportStore } from '../../store/transfer/imports.js';
import { findTwins } from './duplicates.js';
import type { ImportedNote } from './gather.js';

/** What is known of the cards of a note. The cards themselves wait on the shelf; all numbers are positions in the note. */
export interface NotePlan extends NoteIdentity {
  note: ImportedNote;
  /** What the person said of cards at an earlier import. */
  standing: ReadonlyMap<number, Decision['decision']>;
  /** Where another note gives the same card, as `note:line`. */
  twins: ReadonlyMap<number, string>;
  /** Ids of live cards whose text is no longer in the batch. */
  vanished: readonly string[];
}

export interface PlanParts {
  store: ImportStore;
  shelf: DraftShelf;
  cardIdFor: (evidence: string) => string;
}

/** Plans a batch: one entry for each note, in order. */
export function planImport(notes: readonly ImportedNote[], { store, shelf, cardIdFor }: PlanParts): NotePlan[] {
  const concerned = notes.filter(({ content }) => content.state === 'parsed' || content.state === 'gone');
  const batch = concerned.map((note) => batchNote(note, store, shelf));
  const identity = planIdentity({ notes: batch, orphans: store.orphans(), cardIdFor, taken: store.taken });
  const identities = new Map(concerned.map(({ noteId }, index) => [noteId, identity.notes[index]]));
  const vanished = grouped(identity.vanished, ({ noteId }) => noteId);
  const plans = notes.map((note) => {
    const known = identities.get(note.noteId) ?? nothing;
    const marks = (): readonly CardMark[] => (note.content.state === 'parsed' ? shelf.marks(note.content.cards.place) : []);
    return {
      ...known,
      note,
      standing: standingDecisions(marks, [note.noteId, ...known.origins], store),
      vanished: (vanished.get(note.noteId) ?? []).map(({ cardId }) => cardId),
    };
  });
  const twins = findTwins(plans, shelf, store);
  return plans.map((plan, index) => ({ ...plan, twins: twins[index] ?? new Map<number, string>() }));
}

const nothing: NoteIdentity = { cardIds: [], continued: new Set(), origins: new Set(), maybe: new Map() };

function batchNote({ noteId, stored, content }: ImportedNote, store: ImportStore, shelf: DraftShelf): BatchNote<StoredCard> {
  const known = (): StoredCard[] => (stored ? store.cardsOf(noteId) : []);
  if (content.state !== 'parsed') return { noteId, count: 0, traces: () => [], cards: () => [], known };
  const { count, place } = content.cards;
  return { noteId, count, traces: () => shelf.marks(place), cards: () => shelf.drafts(place), known };
}

/**
 * What was said about cards before: of their text, or of what stood in their place when that text is gone.
 * A note that was renamed brings along what was said of its cards.
 */
function standingDecisions(
  marksOf: () => readonly CardMark[],
  noteIds: readonly string[],
  store: ImportStore,
): Map<number, Decision['decision']> {
  const standing = new Map<number, Decision['decision']>();
  // The note's own decisions come first and are not overruled.
  const decisions = [...new Set(noteIds)].flatMap((noteId) => store.decisionsOf(noteId));
  if (decisions.length === 0) return standing;
  const marks = marksOf();
  const present = new Set(marks.map(({ evidence }) => evidence.spanHash));
  const byText = new Map<string, Decision>();
  const byPlace = new Map<string, Decision>();
  for (const decision of decisions) {
    if (!byText.has(decision.spanHash)) byText.set(decision.spanHash, decision);
    const place = keyOf(decision.kind, decision.slot);
    if (!present.has(decision.spanHash) && !byPlace.has(place)) byPlace.set(place, decision);
  }
  const places = grouped(marks, ({ kind, evidence }) => keyOf(kind, evidence.slot));
  for (const [position, { kind, evidence }] of marks.entries()) {
    const place = keyOf(kind, evidence.slot);
    const inPlace = places.get(place)?.length === 1 ? byPlace.get(place) : undefined;
    const said = byText.get(evidence.spanHash) ?? inPlace;
    if (said) standing.set(position, said.decision);
  }
  return standing;
}
