/** Notes on disk that change as a person changes them, and the real import service over them. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuids } from '../../../src/main/features/import/ids.js';
import { createImportService } from '../../../src/main/features/import/import-service.js';
import type { NoteSource, ParsedNote } from '../../../src/main/domain/notes/card.js';
import { createDraftShelf } from '../../../src/main/store/transfer/import-drafts.js';
import { createImportStore } from '../../../src/main/store/transfer/imports.js';
import { freshFolder } from '../folder.js';
import { inlinePool, parseSimply } from '../import/import-desk.js';
import type { Studying } from './studying.js';

interface Note {
  deck: string;
  lines: string[];
}

/** A change of one note at a line of it; `other` is another note, `fresh` a line nobody wrote before. */
type Edit = (note: Note, line: number, other: Note, fresh: string) => void;

const rewrite =
  (how: (text: string) => string): Edit =>
  ({ lines }, line) =>
    void lines.splice(line, 1, ...lines.slice(line, line + 1).map(how));

const edits = {
  add: (note, line, _other, fresh) => void note.lines.splice(line, 0, fresh),
  remove: (note, line) => void note.lines.splice(line, 1),
  reword: rewrite((text) => `${text}, or so`),
  rename: rewrite((text) => text.replace('- ', '- my ')),
  schedule: rewrite((text) => `${text}, learned`),
  'move line': (note, line, other) => void other.lines.push(...note.lines.splice(line, 1)),
  'move deck': (note) => void (note.deck = note.deck === 'CKA' ? 'CKA::Moved' : 'CKA'),
  'delete note': (note) => void (note.lines = []),
} satisfies Record<string, Edit>;

export type Change = keyof typeof edits;
export const changes = Object.keys(edits) as Change[];

/** As `parseSimply` has it; two lines each make siblings, and a text with "learned" in it carries a schedule. */
function parse(source: NoteSource): ParsedNote {
  const note = parseSimply(source);
  const schedule = { dueOn: '2026-04-05', intervalDays: 10, ease: 250 };
  return {
    ...note,
    cards: note.cards.map((card, index) => ({
      ...card,
      item: `${Math.floor(index / 2)}`,
      schedule: card.back.includes('learned') ? schedule : null,
    })),
  };
}

export class Notebook {
  readonly #folder = freshFolder();
  readonly #pool = inlinePool(parse);
  readonly #notes = new Map<string, Note>();
  #written = 0;
  #batches: string[] = [];

  constructor(decks: Record<string, { deck: string; cards: number }>) {
    for (const [name, { deck, cards }] of Object.entries(decks)) {
      this.#notes.set(name, { deck, lines: Array.from({ length: cards }, () => this.#line()) });
    }
  }

  /** Changes the notes, not yet what was imported; `at` chooses the note and its line. */
  change(what: Change, at: number): void {
    const notes = [...this.#notes.values()];
    const note = notes[at % notes.length];
    const other = notes[(at + 1) % notes.length];
    if (note && other) edits[what](note, at % Math.max(1, note.lines.length), other, this.#line());
  }

  /** Writes the notes to disk and imports them as the window does; a note without lines is gone. */
  async import(study: Studying): Promise<void> {
    for (const [name, { deck, lines }] of this.#notes) {
      const file = join(this.#folder, name);
      if (lines.length === 0) rmSync(file, { force: true });
      else writeFileSync(file, [`deck: ${deck}`, ...lines].join('\n'));
    }
    const service = this.#service(study);
    const { importId, hasChanges } = await service.preview([this.#folder]);
    const { batchId } = await service.commit({ importId });
    if (hasChanges) this.#batches.push(batchId);
    study.sessions.refresh();
  }

  /** Takes the newest import but the first one back. */
  async undoImport(study: Studying): Promise<void> {
    const batchId = this.#batches.length > 1 ? this.#batches.pop() : undefined;
    if (batchId === undefined) return;
    await this.#service(study).undo({ batchId });
    study.sessions.refresh();
  }

  #service({ db, clock, study }: Studying): ReturnType<typeof createImportService> {
    return createImportService({
      store: createImportStore(db),
      pool: this.#pool,
      clock,
      dayRule: () => study.dayRule(),
      ids: uuids,
      createShelf: createDraftShelf,
    });
  }

  #line(): string {
    this.#written += 1;
    return `- term ${this.#written}: the meaning of number ${this.#written}`;
  }
}
