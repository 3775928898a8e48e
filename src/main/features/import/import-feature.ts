/** Puts importing together: the import in its thread, the notes that ship with the app, and the folders that are watched. */
import type { EventName, EventPayload } from '../../../shared/contract.js';
import type { importMethods } from '../../../shared/import.js';
import type { watchMethods } from '../../../shared/watch.js';
import type { Clock } from '../../clock.js';
import type { HandlersOf } from '../../handlers.js';
import type { ParsePool } from '../../note-files/parse-file.js';
import type { Database } from '../../store/open/database.js';
import type { SettingsStore } from '../../store/tables/settings.js';
import { createWatchedFolders, type WatchedFolders } from '../../store/tables/watched-folders.js';
import { createImportStore } from '../../store/transfer/imports.js';
import type { BackupService } from '../backup/backup-service.js';
import { createImports } from './create-imports.js';
import { createFirstStart } from './first-start.js';
import { importHandlers, type ImportPlatform } from './import-handlers.js';
import type { ImportService } from './import-service.js';
import { createImportThread } from './import-thread.js';
import { watchHandlers } from './watch/watch-handlers.js';
import { noWatcher, type TellState, type Watcher } from './watch/watch-hub.js';
import { createWatchService } from './watch/watch-service.js';
import { createWatchThread } from './watch/watch-thread.js';

export interface ImportOptions {
  /** Folder of the notes that ship with the app, imported at the first start; null to leave them out. */
  startersFolder: string | null;
  /** Parses notes, and has imports and backups done in this thread; by default they have threads of their own. */
  pool?: ParsePool;
  /** Keeps an eye on watched folders; by default a thread of its own, and with a `pool` nobody. */
  createWatcher?: (folders: WatchedFolders, tell: TellState) => Watcher;
}

interface Parts extends ImportOptions {
  db: Database;
  dataFolder: string;
  clock: Clock;
  platform: ImportPlatform;
  settings: SettingsStore;
  backups: Pick<BackupService, 'before'>;
  /** Runs what stores an import while nobody else writes. */
  importing: <T>(run: () => Promise<T>) => Promise<T>;
  /** Cards were added or changed. */
  changed: () => void;
  emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
  log: (error: unknown) => void;
}

export interface ImportFeature {
  handlers: HandlersOf<typeof importMethods & typeof watchMethods>;
  imports: ImportService;
  /** Resolves when the first start is over: the notes that ship with the app are cards. */
  started: Promise<void>;
  /** Are these notes being read? */
  isPreparing(): boolean;
  /** Watches no folder any more and ends the threads. */
  close(): Promise<void>;
}

export function createImportFeature(parts: Parts): ImportFeature {
  const { db, dataFolder, clock, pool, importing, changed, emit, log } = parts;
  const store = createImportStore(db);
  const imports: ImportService = pool ? createImports(db, pool, clock) : createImportThread({ dataFolder });

  const folders = createWatchedFolders(db);
  const isNeeded = (): boolean => folders.all().length > 0;
  const watches = createWatchService({
    folders,
    createWatcher: (tell) =>
      parts.createWatcher?.(folders, tell) ?? (pool ? noWatcher : createWatchThread({ dataFolder, isNeeded, tell, log })),
    now: () => clock.now(),
    takeOver: (changes) => importing(() => imports.takeOver(changes)),
    onChanged: (view) => emit('watch.changed', view),
    onTaken(taken) {
      changed();
      emit('watch.taken', taken);
    },
    log,
  });

  const firstStart = createFirstStart({ ...parts, imports, now: () => clock.now() });
  const started = importing(firstStart.run).catch(log);
  void started.then(() => watches.look());

  const storedPaths = (): Set<string> => new Set(store.notes().map(({ path }) => path));
  return {
    handlers: { ...importHandlers({ ...parts, storedPaths, imports, watches, started }), ...watchHandlers(watches) },
    imports,
    started,
    isPreparing: firstStart.isPreparing,
    async close() {
      await watches.close();
      await imports.close();
    },
  };
}
