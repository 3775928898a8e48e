/** The part of the contract about the Library: notes and cards, and what a person does to cards outside a review. */
import * as v from 'valibot';
import { outdated } from './facts.js';
import { cardText, cardKind, count, id, instant, line, method, nothing, text } from './schemas.js';

/** A note in the tree of the Library. */
export const libraryNote = v.strictObject({
  noteId: id,
  /** File name. */
  name: text,
  /** Folder as shown to people, with `/`; '' for none. */
  folder: text,
  title: text,
  /** Cards whose text is in the note. */
  cards: count,
  /** Cards set aside because their text left the note. */
  orphans: count,
  /** The file was not there when it was last looked for. */
  missing: v.boolean(),
});
export type LibraryNote = v.InferOutput<typeof libraryNote>;

/** What a list of cards can be narrowed to; `changed`: rewritten by the person, and its source changed after that. */
export const cardFilter = v.picklist(['due', 'new', 'suspended', 'flagged', 'edited', 'changed', 'orphan']);
export type CardFilter = v.InferOutput<typeof cardFilter>;

export const libraryCard = v.strictObject({
  cardId: id,
  kind: cardKind,
  noteId: id,
  /** Note as shown to people, with its folder. */
  noteName: text,
  deck: text,
  line,
  endLine: line,
  /** Markdown as shown in a review: the person's own wording where there is one. */
  front: text,
  back: text,
  /** The text made from the note, when the person rewrote the card; null otherwise. */
  generated: v.nullable(v.strictObject({ front: text, back: text })),
  /** The note changed after the person rewrote the card. */
  sourceChanged: v.boolean(),
  state: v.picklist(['new', 'learning', 'review', 'suspended', 'set-aside']),
  /** Study days until it comes back, 0 or less when it is due; null for a card without a schedule. */
  dueInDays: v.nullable(v.pipe(v.number(), v.integer())),
  /** Days until recall falls to 90 %; null for a card never answered. */
  stabilityDays: v.nullable(v.number()),
  lapses: count,
  flagged: v.boolean(),
  /** What of it was true of an older Kubernetes only. */
  outdated: v.array(outdated),
  /** Why it is set aside; null for a card in use. */
  setAside: v.nullable(v.picklist(['note-missing', 'text-removed'])),
});
export type LibraryCard = v.InferOutput<typeof libraryCard>;

export const libraryNoteView = v.strictObject({
  noteId: id,
  name: text,
  folder: text,
  title: text,
  /** The file; null for a note that ships with the app. */
  path: v.nullable(text),
  importedAt: instant,
  /** The lines of the file as it is now; empty when it cannot be read. */
  lines: v.array(text),
  /** Why there are no lines; null when the file could be read. */
  problem: v.nullable(v.strictObject({ message: text, hint: text })),
  /** The file is no longer what the cards were made from. */
  changed: v.boolean(),
  /** Cards the last import held back. */
  heldBack: count,
  /** In the order of the note, those set aside last. */
  cards: v.array(libraryCard),
});
export type LibraryNoteView = v.InferOutput<typeof libraryNoteView>;

export const libraryCards = v.strictObject({
  /** Cards that fit, on all pages. */
  total: count,
  cards: v.array(libraryCard),
  /** Parts of the query that look like a filter and are none. */
  unknown: v.array(text),
});
export type LibraryCards = v.InferOutput<typeof libraryCards>;

/** Cards a person acts on at once; as many steps can be taken back. */
const cardList = v.pipe(v.array(id), v.minLength(1), v.maxLength(500));
/** Steps `card.undo` takes back; empty when nothing changed. */
const steps = v.strictObject({ stepIds: v.array(count) });

export const libraryMethods = {
  'library.notes': method(nothing, v.strictObject({ notes: v.array(libraryNote) }), 'reads'),
  'library.note': method(v.strictObject({ noteId: id }), libraryNoteView, 'reads'),
  /**
   * Cards in the order of their notes. The query is words to find, and filters: `deck:` `note:` `tag:` `is:due` `lapses>3`;
   * a value with spaces goes in quotes.
   */
  'library.cards': method(
    v.strictObject({
      query: v.pipe(text, v.maxLength(500)),
      filter: v.nullable(cardFilter),
      limit: v.pipe(count, v.maxValue(500)),
      offset: count,
    }),
    libraryCards,
    'reads',
  ),
  /** Rewrites a card; the text made from the note stays beside it. */
  'card.edit': method(v.strictObject({ cardId: id, front: cardText, back: cardText }), steps, 'writes'),
  /** Gives a card the text made from its note again. */
  'card.revert': method(v.strictObject({ cardId: id }), steps, 'writes'),
  'card.suspend': method(v.strictObject({ cardIds: cardList, suspended: v.boolean() }), steps, 'writes'),
  'card.flag': method(v.strictObject({ cardIds: cardList, flagged: v.boolean() }), steps, 'writes'),
  /** Takes steps back that the methods above answered with. */
  'card.undo': method(v.strictObject({ stepIds: v.pipe(v.array(count), v.maxLength(500)) }), nothing, 'writes'),
  /**
   * Where the window finds an image that a note names (as Markdown writes its address, or an Obsidian embed its name), and its size in
   * pixels where the file says it; or why it is not shown.
   */
  'note.image': method(
    v.strictObject({ noteId: id, source: v.pipe(text, v.maxLength(2_000)) }),
    v.strictObject({ address: v.nullable(text), problem: v.nullable(text), width: v.nullable(count), height: v.nullable(count) }),
    'reads',
  ),
  /** Opens a note in the person's editor, at the line where the editor can. */
  'note.open': method(v.strictObject({ noteId: id, line }), nothing, 'reads'),
} as const;
