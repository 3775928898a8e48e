/** Answers the calls about importing notes. */
import type { EventName, EventPayload, ImportPreview } from '../../../shared/contract.js';
import type { importMethods } from '../../../shared/import.js';
import { FailureError } from '../../../shared/result.js';
import type { HandlersOf } from '../../handlers.js';
import type { BackupService } from '../backup/backup-service.js';
import type { ChangedNotes } from './gather.js';
import type { Choice, ImportService } from './import-service.js';
import { shippedLeft } from './shipped-notes.js';

/** What imports need of the desktop. */
export interface ImportPlatform {
  /** Asks the person for notes; nothing chosen is an empty list. */
  chooseNotes(what: 'files' | 'folder'): Promise<string[]>;
  /** Files and folders the system asked to open since the last call. */
  takeOpened(): string[];
  /** Opens a file in the person's editor, at the line where the editor can. Throws a FailureError when nothing opens it. */
  openNote(path: string, line: number): Promise<void>;
}

interface Parts {
  platform: ImportPlatform;
  /** Folder of the notes that ship with the app; null when they are left out. */
  startersFolder: string | null;
  /** Paths under which notes are stored. */
  storedPaths: () => ReadonlySet<string>;
  emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
  imports: ImportService;
  /** The watched folders: what changed in them, and a word that the store did. */
  watches: { changes(): ChangedNotes; look(): void; tookBack(batchId: string): void };
  backups: Pick<BackupService, 'before'>;
  started: Promise<void>;
  changed: () => void;
}

export function importHandlers(parts: Parts): HandlersOf<typeof importMethods> {
  const { platform, startersFolder, storedPaths, emit, imports, watches, backups, started, changed } = parts;
  let cancels = 0;
  /** The preview as it was shown last. */
  let shown: ImportPreview | null = null;
  async function showing(preview: Promise<ImportPreview>): Promise<ImportPreview> {
    shown = await preview;
    return shown;
  }
  async function preview(choice: () => Choice): Promise<ImportPreview> {
    // A preview made while the first start adds cards would be out of date at once.
    const cancelsBefore = cancels;
    await started;
    if (cancels > cancelsBefore) throw new FailureError({ code: 'cancelled', message: 'Reading the notes was stopped.' });
    return showing(imports.preview(choice(), (progress) => emit('import.progress', progress)));
  }
  return {
    'import.choose': async ({ what }) => ({ paths: await platform.chooseNotes(what) }),
    'import.opened': () => ({ paths: platform.takeOpened() }),
    'import.preview': ({ paths }) => preview(() => paths),
    'import.changes': () => preview(() => watches.changes()),
    'import.shipped': () =>
      preview(() => {
        if (startersFolder === null) throw new FailureError({ code: 'not-found', message: 'No notes ship with this Etcdeck.' });
        return { shipped: startersFolder };
      }),
    'import.shippedLeft': async () => {
      await started;
      return { notes: startersFolder === null ? 0 : await shippedLeft(startersFolder, storedPaths()) };
    },
    async 'import.open'({ importId, fileIndex, line }) {
      const file = await imports.fileOf({ importId, fileIndex });
      await platform.openNote(file, line);
      return {};
    },
    'import.cards': (input) => imports.cards(input),
    'import.decide': (input) => showing(imports.decide(input)),
    async 'import.commit'(input) {
      const commit = (): ReturnType<ImportService['commit']> => imports.commit(input);
      const setsCardsAside = shown?.importId === input.importId && shown.totals.removed > 0;
      const result = await (setsCardsAside ? backups.before('import', commit) : commit());
      changed();
      watches.look();
      return result;
    },
    async 'import.cancel'() {
      cancels += 1;
      await imports.cancel();
      watches.look();
      return {};
    },
    async 'import.undo'(input) {
      await imports.undo(input);
      watches.tookBack(input.batchId);
      changed();
      watches.look();
      return {};
    },
  };
}
