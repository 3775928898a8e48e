/** Serves the contract's `import.*` methods: a preview of chosen notes, decisions about its cards, commit, undo. */
import type { ImportPreview, Input, Output } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import type { Clock } from '../../clock.js';
import type { ParsePool } from '../../note-files/parse-file.js';
import type { DayRule } from '../../domain/review/day.js';
import type { DraftShelf } from '../../store/transfer/import-drafts.js';
import type { ImportStore } from '../../store/transfer/imports.js';
import { batchOf, effectOf } from './batch.js';
import { changedNotes, chosen, gather, shipped, starters, type ChangedNotes, type Source } from './gather.js';
import type { Ids } from './ids.js';
import { labelOf, labelOfChanges, labelOfShipped } from './import-label.js';
import { PendingImport } from './pending-import.js';
import { previewCards, previewOf } from './preview.js';
import { nowAndThen, type OnProgress } from './progress.js';

/** The folder of the notes that ship with the app. */
export interface ShippedNotes {
  shipped: string;
}

/** Files and folders, what changed in watched folders, or all that ships with the app. */
export type Choice = readonly string[] | ChangedNotes | ShippedNotes;

/** An import nobody had to be asked about. */
export interface TakenOver extends Output<'import.commit'> {
  changedNotes: number;
}

export interface ImportService {
  /**
   * Reads notes and says what importing them would do; remembered until it is committed, cancelled, or the next one.
   * Throws a FailureError `cancelled` when stopped, `busy` while another one is running.
   */
  preview(choice: Choice, onProgress?: OnProgress): Promise<ImportPreview>;
  cards(input: Input<'import.cards'>): Promise<Output<'import.cards'>>;
  decide(input: Input<'import.decide'>): Promise<ImportPreview>;
  /** Stores what the preview showed, in one transaction. */
  commit(input: Input<'import.commit'>): Promise<Output<'import.commit'>>;
  /** Stops a running preview, or drops a finished one. */
  cancel(): Promise<void>;
  undo(input: Input<'import.undo'>): Promise<void>;
  /**
   * Imports changed notes without asking, unless there is something to ask: a card would be set aside, a match is doubtful, a note
   * cannot be read, or a preview is open. Answers null then and changes nothing.
   */
  takeOver(changes: ChangedNotes): Promise<TakenOver | null>;
  /** The file of a note in the running preview; throws a FailureError `not-found` for any other. */
  fileOf(input: { importId: string; fileIndex: number }): Promise<string>;
  /** Imports the notes that ship with the app, without asking. */
  importStarters(folder: string): Promise<Output<'import.commit'>>;
  /** Stops what is running and ends the threads. */
  close(): Promise<void>;
}

export interface LocalImportService extends ImportService {
  /** Does a finished preview wait for its commit? */
  hasPreview(): boolean;
}

export interface ImportParts {
  store: ImportStore;
  pool: ParsePool;
  clock: Clock;
  /** When the person's day begins; asked for each import, since they may change it. */
  dayRule: () => DayRule;
  ids: Ids;
  /** A new shelf for each import. */
  createShelf: () => DraftShelf;
}

export function createImportService({ store, pool, clock, dayRule, ids, createShelf }: ImportParts): LocalImportService {
  let running: AbortController | null = null;
  let taking: Promise<unknown> = Promise.resolve();
  let pending: PendingImport | null = null;

  const current = (importId: string): PendingImport => {
    if (pending?.importId === importId) return pending;
    throw new FailureError({ code: 'not-found', message: 'This preview is no longer there.', hint: 'Choose the notes again.' });
  };

  function forget(): void {
    pending?.close();
    pending = null;
  }

  async function readSource(source: Source, label: string, onProgress: OnProgress, signal: AbortSignal): Promise<PendingImport> {
    const basis = store.basis();
    const shelf = createShelf();
    try {
      const gathered = await gather(source, {
        pool,
        shelf,
        known: store.notes(),
        studiedSpans: store.studiedSpans,
        noteIdFor: ids.forNote,
        onProgress: nowAndThen(onProgress),
        signal,
      });
      return new PendingImport({
        importId: ids.random(),
        label,
        basis,
        gathered,
        store,
        shelf,
        cardIdFor: ids.forCard,
        dayRule: dayRule(),
      });
    } catch (error) {
      shelf.close();
      throw error;
    }
  }

  const view = (finished: PendingImport): ImportPreview => ({ ...previewOf(finished), ...effectOf(finished, pool.engine) });

  function write(finished: PendingImport): Output<'import.commit'> {
    const batch = batchOf(finished, { batchId: ids.random(), at: clock.now(), engine: pool.engine });
    if (effectOf(finished, pool.engine).hasChanges) store.commit(batch);
    return { batchId: batch.batchId, totals: batch.totals };
  }

  async function takeOver(changes: ChangedNotes): Promise<TakenOver | null> {
    const { signal } = new AbortController();
    const read = await readSource(changedNotes(changes), labelOfChanges(changes.paths.length), () => undefined, signal);
    try {
      const { totals, questions, problems, hasChanges, changedNotes: notes } = view(read);
      const isDoubtful = totals.removed > 0 || questions > 0 || problems.some(({ severity }) => severity === 'error');
      // A preview that came meanwhile stands on the store as it is.
      if (isDoubtful || !hasChanges || running || pending) return null;
      return { ...write(read), changedNotes: notes };
    } finally {
      read.close();
    }
  }

  const service: LocalImportService = {
    hasPreview: () => pending !== null,

    takeOver(changes) {
      if (running || pending) return Promise.resolve(null);
      const taken = takeOver(changes);
      taking = Promise.allSettled([taken]);
      return taken;
    },

    async fileOf({ importId, fileIndex }) {
      return current(importId).note(fileIndex).file;
    },

    async preview(choice, onProgress = () => undefined) {
      if (running) {
        throw new FailureError({ code: 'busy', message: 'Notes are being read already.', hint: 'Wait for them, or cancel.' });
      }
      const stop = new AbortController();
      running = stop;
      forget();
      try {
        await taking;
        pending = await readSource(sourceOf(choice), labelFor(choice), onProgress, stop.signal);
        return view(pending);
      } finally {
        running = null;
      }
    },

    async cards({ importId, fileIndex }) {
      const preview = current(importId);
      const note = preview.note(fileIndex);
      if (note.content.state === 'unchanged') {
        await preview.reread(fileIndex, pool);
      }
      return { cards: previewCards(current(importId), fileIndex) };
    },

    async decide({ importId, key, decision, edit, continues = null }) {
      const preview = current(importId);
      if (edit && (edit.front.trim() === '' || edit.back.trim() === '')) {
        throw new FailureError({ code: 'invalid-input', message: 'A card needs a front and a back.' });
      }
      preview.choose(key, { decision, wording: edit, continues });
      return view(preview);
    },

    async commit({ importId }) {
      const result = write(current(importId));
      forget();
      return result;
    },

    async cancel() {
      running?.abort();
      forget();
    },

    async close() {
      await service.cancel();
      await pool.close();
    },

    async undo({ batchId }) {
      store.undo(batchId, clock.now());
      forget();
    },

    async importStarters(folder) {
      const { signal } = new AbortController();
      const read = await readSource(starters(folder), 'Starter notes', () => undefined, signal);
      try {
        return write(read);
      } finally {
        read.close();
      }
    },
  };
  return service;
}

function sourceOf(choice: Choice): Source {
  if ('shipped' in choice) return shipped(choice.shipped);
  return 'folders' in choice ? changedNotes(choice) : chosen(choice);
}

function labelFor(choice: Choice): string {
  if ('shipped' in choice) return labelOfShipped;
  return 'folders' in choice ? labelOfChanges(choice.paths.length) : labelOf(choice);
}
