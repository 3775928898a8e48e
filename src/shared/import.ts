/** The part of the contract about importing notes: a preview, decisions about its cards, and what is stored. */
import * as v from 'valibot';
import { cardKind, cardText, count, id, line, localDay, method, nothing, text } from './schemas.js';

/** A finding about a note with its place and what to do. */
export const problemView = v.strictObject({
  path: text,
  name: text,
  /** The note in the preview, which can be opened at the line; null for a place that is no note. */
  fileIndex: v.nullable(count),
  line,
  severity: v.picklist(['error', 'warning']),
  message: text,
  hint: text,
});
export type ProblemView = v.InferOutput<typeof problemView>;

export const changeTotals = v.strictObject({
  added: count,
  edited: count,
  moved: count,
  removed: count,
  kept: count,
  heldBack: count,
  rejected: count,
});
export type ChangeTotals = v.InferOutput<typeof changeTotals>;

const importFile = v.strictObject({
  index: count,
  path: text,
  /** File name. */
  name: text,
  /** Folder shown beside the name, relative to what was chosen; '' for none. */
  folder: text,
  totals: changeTotals,
  problems: count,
  /** Cards of which it is open whether they continue a vanished one. */
  questions: count,
  /** Why it gives no cards; null when it gives some. */
  emptyReason: v.nullable(text),
  /** Syntaxes seen besides plain notes, e.g. "Obsidian spaced repetition". */
  dialects: v.array(text),
});
export type ImportFile = v.InferOutput<typeof importFile>;

export const importPreview = v.strictObject({
  importId: id,
  /** What was chosen, in short, e.g. "notes/cka" or "kubelet.md". */
  label: text,
  /** The folders that were chosen; they can be watched. */
  folders: v.array(text),
  files: v.array(importFile),
  totals: changeTotals,
  /** Would a commit store anything? More than the totals say: an edited note whose cards read the same has its lines and tags stored. */
  hasChanges: v.boolean(),
  /** Notes of which a commit would store something, apart from what the person said about their cards. */
  changedNotes: count,
  /** Cards of which the person has not said yet whether they continue a vanished one; they are new until they say so. */
  questions: count,
  problems: v.array(problemView),
});
export type ImportPreview = v.InferOutput<typeof importPreview>;

export const previewCard = v.strictObject({
  /** Stable within one preview. */
  key: id,
  change: v.picklist(['added', 'edited', 'moved', 'removed', 'kept']),
  /** Rejected cards are not stored; held-back ones only when accepted. */
  decision: v.picklist(['import', 'held-back', 'rejected']),
  front: text,
  back: text,
  /** The stored text, when it changes. */
  before: v.nullable(v.strictObject({ front: text, back: text })),
  kind: cardKind,
  rule: text,
  deck: text,
  line,
  endLine: line,
  /** Why the card is held back, in words; empty when it passes every gate. */
  reasons: v.array(text),
  /** Where a moved card was, as a note name, or as a deck when it stayed in its note; null otherwise. */
  movedFrom: v.nullable(text),
  /** The local day a card with a schedule comes back; null without one. */
  dueOn: v.nullable(localDay),
  /** The local day for which a schedule in the note itself (Obsidian's, Logseq's) is taken over; null when there is none, or reviews here count. */
  takesOverDueOn: v.nullable(localDay),
  /** A vanished card that this added one may continue: alike, but not surely the same, so the person is asked (see `continues`). */
  asks: v.optional(
    v.strictObject({
      front: text,
      back: text,
      note: text,
      /** The local day the vanished card comes back; null without a schedule. */
      dueOn: v.nullable(localDay),
      /** What the person said; null while the question is open. */
      answer: v.nullable(v.picklist(['same', 'new'])),
    }),
  ),
});
export type PreviewCard = v.InferOutput<typeof previewCard>;

/** A note of a running preview as it was read: what importing it would do is known when all are. */
const readNote = v.strictObject({
  name: text,
  folder: text,
  /** What it gives; of a note that is as it was at its last import, what it gave then. */
  cards: count,
  heldBack: count,
  problems: count,
  unchanged: v.boolean(),
  emptyReason: v.nullable(text),
});
export type ReadNote = v.InferOutput<typeof readNote>;

export const importMethods = {
  /** Opens the system's chooser; an empty list means the person changed their mind. */
  'import.choose': method(v.strictObject({ what: v.picklist(['files', 'folder']) }), v.strictObject({ paths: v.array(text) }), 'reads'),
  /** Reads notes and says what importing them would do. Stores nothing. */
  'import.preview': method(v.strictObject({ paths: v.pipe(v.array(text), v.minLength(1)) }), importPreview, 'reads'),
  'import.cards': method(v.strictObject({ importId: id, fileIndex: count }), v.strictObject({ cards: v.array(previewCard) }), 'reads'),
  'import.decide': method(
    v.strictObject({
      importId: id,
      fileIndex: count,
      key: id,
      decision: v.picklist(['import', 'rejected']),
      /** The person's own wording, when they rewrote the card here. */
      edit: v.nullable(v.strictObject({ front: cardText, back: cardText })),
      /** The answer to `asks`: yes, the card takes over the schedule of the vanished one; no, it is new. Without it the question is open. */
      continues: v.optional(v.boolean()),
    }),
    importPreview,
    'reads',
  ),
  'import.commit': method(v.strictObject({ importId: id }), v.strictObject({ batchId: id, totals: changeTotals }), 'imports'),
  /** Stops a running preview, or drops a finished one. */
  'import.cancel': method(nothing, nothing, 'reads'),
  'import.undo': method(v.strictObject({ batchId: id }), nothing, 'imports'),
  /** As `import.preview`, of the notes that changed in watched folders. */
  'import.changes': method(nothing, importPreview, 'reads'),
  /** As `import.preview`, of all notes that ship with the app. */
  'import.shipped': method(nothing, importPreview, 'reads'),
  /** How many of them are not imported. */
  'import.shippedLeft': method(nothing, v.strictObject({ notes: count }), 'reads'),
  /** Opens a note of the running preview in the person's editor, at the line where the editor can. */
  'import.open': method(v.strictObject({ importId: id, fileIndex: count, line }), nothing, 'reads'),
  /** Files and folders the system asked Etcdeck to open (see the event `import.opened`); each is answered once. */
  'import.opened': method(nothing, v.strictObject({ paths: v.array(text) }), 'reads'),
} as const;

export const importEvents = {
  /** `read`: the notes read since the event before, in the order of the preview. */
  'import.progress': v.strictObject({ file: text, done: count, total: count, read: v.array(readNote) }),
  /** The system asks Etcdeck to open notes: `import.opened` answers which. */
  'import.opened': nothing,
} as const;
