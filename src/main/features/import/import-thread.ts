/** The import service in a thread of its own: started with the first call, ended when it has nothing to do. */
import type { TasksOf } from '../../threads/protocol.js';
import { starting, type ThreadOptions } from '../../threads/start-worker.js';
import { Thread } from '../../threads/thread.js';
import type { ImportService } from './import-service.js';

export function createImportThread({ idleMs = 10_000, ...options }: ThreadOptions & { idleMs?: number }): ImportService {
  const start = starting('import-worker.js', options);
  const thread = new Thread<TasksOf<Omit<ImportService, 'close'>>>({ name: 'import', start, idleMs });
  return {
    preview: (choice, onProgress) => thread.ask('preview', choice, onProgress),
    cards: (input) => thread.ask('cards', input),
    decide: (input) => thread.ask('decide', input),
    commit: (input) => thread.ask('commit', input),
    undo: (input) => thread.ask('undo', input),
    takeOver: (changes) => thread.ask('takeOver', changes),
    fileOf: (input) => thread.ask('fileOf', input),
    importStarters: (folder) => thread.ask('importStarters', folder),
    cancel: () => thread.tell('cancel', undefined),
    close: () => thread.end(),
  };
}
