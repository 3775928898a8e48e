/** The handlers of the contract's `import.*` and `watch.*` methods. */
import type { EventName, EventPayload, ImportPreview } from '../../shared/contract.js';
import { FailureError } from '../../shared/result.js';
import type { Handlers } from '../router.js';
import type { Choice, ImportService } from './import-service.js';
import type { WatchService } from './watch/watch-service.js';

export type ImportHandlers = Pick<Handlers, Extract<keyof Handlers, `import.${string}` | `watch.${string}`>>;

/** What imports need of the services around them. */
interface ImportParts {
  platform: {
    chooseNotes(what: 'files' | 'folder'): Promise<string[]>;
    takeOpened(): string[];
    openNote(path: string, line: number): Promise<void>;
  };
  emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
  imports: ImportService;
  watches: WatchService;
  started: Promise<void>;
  changed: () => void;
}

export function importHandlers({ platform, emit, imports, watches, started, changed }: ImportParts): ImportHandlers {
  let cancels = 0;
  async function preview(choice: () => Choice): Promise<ImportPreview> {
    // A preview made while the first start adds cards would be out of date at once.
    const cancelsBefore = cancels;
    await started;
    if (cancels > cancelsBefore) throw new FailureError({ code: 'cancelled', message: 'Reading the notes was stopped.' });
    return imports.preview(choice(), (progress) => emit('import.progress', progress));
  }
  return {
    'import.choose': async ({ what }) => ({ paths: await platform.chooseNotes(what) }),
    'import.opened': () => ({ paths: platform.takeOpened() }),
    'import.preview': ({ paths }) => preview(() => paths),
    'import.changes': () => preview(() => watches.changes()),
    async 'import.open'({ importId, fileIndex, line }) {
      const file = await imports.fileOf({ importId, fileIndex });
      await platform.openNote(file, line);
      return {};
    },
    'import.cards': (input) => imports.cards(input),
    'import.decide': (input) => imports.decide(input),
    async 'import.commit'(input) {
      const result = await imports.commit(input);
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

    'watch.list': () => watches.list(),
    'watch.add': (input) => watches.add(input),
    'watch.set': (input) => watches.set(input),
    'watch.remove': ({ folderId }) => watches.remove(folderId),
  };
}
