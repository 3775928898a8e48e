/** What an import reads from the store and gives it to write. */
import type { Evidence, Problem } from '../../domain/notes/card.js';
import type { KnownCard } from '../../domain/notes/matching.js';
import type { CardKind, ChangeTotals } from '../../../shared/contract.js';
import type { StartingMemory } from './starting-memories.js';
import { fieldsIn } from './json.js';

/** What the last import had to say about a note, for when the file is not parsed again. */
export interface NoteReport {
  dialects: readonly string[];
  problems: readonly Problem[];
  /** Why there are no cards; null when there are some. */
  emptyReason: string | null;
  /** Cards of it in use. */
  cards: number;
  heldBack: number;
  rejected: number;
}

/** Of a note that nothing is known about. */
export const noReport: NoteReport = { dialects: [], problems: [], emptyReason: null, cards: 0, heldBack: 0, rejected: 0 };

/** What a note's column holds; what is missing there is not known. */
export const noteReportOf = (json: string): NoteReport => ({ ...noReport, ...(fieldsIn(json) as Partial<NoteReport>) });

export interface StoredNote {
  noteId: string;
  /** Absolute path, or `starter:<relative>` for notes that ship with the app. */
  path: string;
  /** Path as shown to people. */
  name: string;
  title: string;
  /** sha256 of the file's bytes, in hex; empty when the file is to be parsed whatever it holds. */
  fileHash: string;
  /** The notes engine that parsed it. */
  engine: string;
  report: NoteReport;
  importedAt: number;
  /** When an import no longer found the file; null while it is there. */
  missingAt: number | null;
}

/** The part of a card that comes from its note; an import replaces all of it and touches nothing else. */
export interface CardContent {
  noteId: string;
  /** Deck path nested with `::`. */
  deck: string;
  kind: CardKind;
  rule: string;
  front: string;
  back: string;
  headings: readonly string[];
  tags: readonly string[];
  line: number;
  endLine: number;
  /** Order within the note. */
  position: number;
  item: string;
  evidence: Evidence;
}

/** The person's own wording of a card; null where it is the generated one. */
export interface Wording {
  editedFront: string | null;
  editedBack: string | null;
  /** The source as it was when the wording was written. */
  editedSpanHash: string | null;
}

export interface StoredCard extends KnownCard, CardContent, Wording {
  noteId: string;
  kind: CardKind;
  evidence: Evidence;
  position: number;
  /** When it comes back: an instant while learning, a local day in review; both null for a new card. */
  dueAt: number | null;
  dueOn: string | null;
}

/** A card with the place it stands at. */
export interface PlacedCard {
  noteId: string;
  noteName: string;
  front: string;
  back: string;
  line: number;
}

/** What the person said about a proposed card. */
export interface Decision {
  noteId: string;
  spanHash: string;
  kind: CardKind;
  slot: string;
  decision: 'import' | 'rejected';
}

/** Rows that may be made only while they are gone through: an import has tens of thousands. */
export interface Rows<T> extends Iterable<T> {
  readonly length: number;
}

/** Everything one import changes. */
export interface ImportBatch {
  batchId: string;
  at: number;
  /** What was imported, for people. */
  label: string;
  totals: ChangeTotals;
  /** `ImportStore.basis()` as it was when the batch was planned. */
  basis: string;
  /** Notes that are new or differ from their row. */
  notes: readonly StoredNote[];
  added: Rows<CardContent & { cardId: string }>;
  /** Cards whose content differs from their row, and orphans that come back. */
  changed: Rows<CardContent & { cardId: string }>;
  /** Cards whose text left the notes. */
  orphaned: readonly string[];
  wordings: readonly (Wording & { cardId: string })[];
  /** What cards start with that were not answered here. */
  starts: readonly { cardId: string; start: StartingMemory }[];
  decisions: readonly Decision[];
}
