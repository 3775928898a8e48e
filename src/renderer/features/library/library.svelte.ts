import { createContext } from 'svelte';
import type { CardFilter, LibraryCard, LibraryNote, LibraryNoteView, StudyScope } from '../../../shared/contract.js';
import type { Failure } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import type { App } from '../../state/app.js';
import type { Events } from '../../state/events.js';
import { CardActions } from './card-actions.js';
import { foldersOf, nameHolds } from './note-folders.js';
import { CardTable } from './card-table.svelte.js';

/** All notes and cards there are: the tree of notes, the note on show with its cards, and the table of cards. */
export class Library {
  view = $state<'notes' | 'cards'>('notes');
  notes = $state.raw<readonly LibraryNote[] | null>(null);
  /** What the tree is narrowed to. */
  find = $state('');
  note = $state.raw<LibraryNoteView | null>(null);
  /** The note asked for, also while it is on its way. */
  noteId = $state<string | null>(null);
  /** The line and the card chosen; a card chooses its line and a line its first card. */
  line = $state<number | null>(null);
  cardId = $state<string | null>(null);
  /** The card that is being rewritten. */
  editing = $state<string | null>(null);
  failure = $state.raw<Failure | null>(null);
  readonly actions: CardActions;
  readonly table: CardTable;
  #asked = 0;

  constructor(
    private readonly around: Pick<App, 'screen' | 'toast'>,
    events: Events,
  ) {
    events.on('data.changed', () => this.reread());
    this.actions = new CardActions(around, (failure) => (this.failure = failure));
    this.table = new CardTable();
  }

  readonly cards = $derived((this.notes ?? []).reduce((sum, note) => sum + note.cards, 0));
  readonly orphans = $derived((this.notes ?? []).reduce((sum, note) => sum + note.orphans, 0));
  /** The notes whose name or title holds what is looked for, by folder. */
  readonly folders = $derived(foldersOf((this.notes ?? []).filter(nameHolds(this.find))));
  /** Those notes in the order of the tree. */
  readonly found = $derived(this.folders.flatMap(({ notes }) => notes));
  readonly card = $derived(this.note?.cards.find(({ cardId }) => cardId === this.cardId) ?? null);

  /** What a review, a cram or a sheet of what is on show is about: the chosen cards, all that were found, or the note; null for nothing. */
  readonly scope = $derived.by((): StudyScope | null => {
    const { note, table } = this;
    if (this.view === 'notes') return note && note.cards.length > 0 ? { kind: 'note', noteId: note.noteId, name: note.name } : null;
    if (table.chosen.length > 0) return { kind: 'cards', cardIds: table.chosen.map(({ cardId }) => cardId) };
    if (table.total === 0) return null;
    const query = [table.query.trim(), table.filter && `is:${table.filter}`].filter(Boolean).join(' ');
    return query === '' ? { kind: 'all' } : { kind: 'search', query };
  });

  /** Asks for the notes, and for what is on show of them. */
  async refresh(): Promise<void> {
    const result = await call('library.notes', {});
    if (!result.ok) {
      this.failure = result.error;
      return;
    }
    this.failure = null;
    this.notes = result.value.notes;
    const noteId = this.notes.some((note) => note.noteId === this.noteId) ? this.noteId : (this.found[0]?.noteId ?? null);
    if (noteId !== null) await this.#load(noteId);
    await this.table.refresh();
  }

  /** Asks again while it is on the screen. */
  reread(): void {
    if (this.around.screen === 'library') void this.refresh();
  }

  /** Shows a note, and a line of it when one is given. */
  async open(noteId: string, line: number | null = null): Promise<void> {
    this.view = 'notes';
    if (noteId !== this.noteId) {
      this.note = null;
      this.editing = null;
    }
    this.cardId = null;
    this.line = line;
    await this.#load(noteId);
  }

  /** Shows a card in its note. */
  async openCard({ noteId, cardId }: Pick<LibraryCard, 'noteId' | 'cardId'>, editing = false): Promise<void> {
    await this.open(noteId);
    this.chooseCard(cardId);
    this.editing = editing ? cardId : null;
  }

  /** Shows the table of cards in a state. */
  async list(filter: CardFilter): Promise<void> {
    this.view = 'cards';
    await this.table.search('', filter);
  }

  /** Shows the cards that fit a query. */
  async search(query: string): Promise<void> {
    this.view = 'cards';
    await this.table.search(query);
  }

  chooseLine(line: number): void {
    this.line = line;
    const here = (this.note?.cards ?? []).filter((card) => card.setAside === null && card.line <= line && line <= card.endLine);
    this.cardId = here[0]?.cardId ?? null;
  }

  chooseCard(cardId: string): void {
    this.cardId = cardId;
    this.line = this.card?.setAside === null ? this.card.line : null;
  }

  async save(cardId: string, front: string, back: string): Promise<void> {
    if (await this.actions.edit(cardId, front, back)) this.editing = null;
  }

  /** Opens the note in the person's editor; says why when that cannot be. */
  async openInEditor(): Promise<void> {
    const { note } = this;
    if (!note) return;
    const result = await call('note.open', { noteId: note.noteId, line: this.line ?? 1 });
    this.failure = result.ok ? null : result.error;
  }

  async #load(noteId: string): Promise<void> {
    const asked = ++this.#asked;
    this.noteId = noteId;
    const result = await call('library.note', { noteId });
    if (asked !== this.#asked) return;
    this.failure = result.ok ? null : result.error;
    this.note = result.ok ? result.value : null;
    if (this.line !== null && this.card === null) this.chooseLine(this.line);
  }
}

export const [useLibrary, provideLibrary] = createContext<Library>();
