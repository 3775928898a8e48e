/** The composition root: everything behind the contract, without Electron, for the window, the command line and tests. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import type { EventName, EventPayload, Settings } from '../shared/contract.js';
import { FailureError } from '../shared/result.js';
import { backupHandlers } from './features/backup/backup-handlers.js';
import type { BackupMethod } from './features/backup/backup-handlers.js';
import { createBackupService } from './features/backup/backup-service.js';
import { createBackupThread } from './features/backup/backup-thread.js';
import type { BackupThread } from './features/backup/backup-thread.js';
import { backupsInThisThread } from './features/backup/backups-here.js';
import type { Clock } from './clock.js';
import { createClusterPanel } from './features/cluster/cluster-handlers.js';
import { examHandlers } from './features/exam/exam-handlers.js';
import type { ExamMethod } from './features/exam/exam-handlers.js';
import { createExamService } from './features/exam/exam-service.js';
import type { ExamService } from './features/exam/exam-service.js';
import { createImports } from './features/import/create-imports.js';
import { importHandlers } from './features/import/import-handlers.js';
import type { ImportHandlers } from './features/import/import-handlers.js';
import type { ImportService } from './features/import/import-service.js';
import { createImportThread } from './features/import/import-thread.js';
import type { TellState, Watcher } from './features/import/watch/watch-hub.js';
import { createWatchService } from './features/import/watch/watch-service.js';
import { createWatchThread } from './features/import/watch/watch-thread.js';
import { createCardTruth, truthHandlers } from './features/facts/card-truth.js';
import { createLibraryService } from './features/library/library-service.js';
import { libraryHandlers } from './features/library/library-handlers.js';
import type { LibraryMethod } from './features/library/library-handlers.js';
import type { Image } from './features/library/note-images.js';
import { mockHandlers } from './features/mock/mock-handlers.js';
import type { MockMethod } from './features/mock/mock-handlers.js';
import type { MockService } from './features/mock/mock-service.js';
import { createMocks } from './features/mock/create-mocks.js';
import type { ParsePool } from './note-files/parse-file.js';
import { printHandlers } from './features/print/print-handlers.js';
import type { PrintMethod } from './features/print/print-handlers.js';
import { createPrintService } from './features/print/print-service.js';
import type { PrintPlatform } from './features/print/print-service.js';
import { createPresetService } from './features/presets/preset-service.js';
import { presetHandlers } from './features/presets/preset-handlers.js';
import type { PresetMethod } from './features/presets/preset-handlers.js';
import { createReviewServices } from './review-services.js';
import type { ReviewServices } from './review-services.js';
import type { Handlers } from './router.js';
import { createScheduleService } from './features/presets/schedule-service.js';
import { createStudyThread } from './study-thread/study-thread.js';
import type { StudyThread } from './study-thread/study-thread.js';
import type { ThreadOptions } from './threads/start-worker.js';
import { createChangeStamp } from './store/open/change-stamp.js';
import { createCardSearch } from './store/tables/card-search.js';
import { createCardTexts } from './store/tables/card-texts.js';
import { createClusterChoiceStore } from './store/tables/cluster-choices.js';
import { openDatabase } from './store/open/database.js';
import { dayOf } from './domain/review/day.js';
import { hasAnswers } from './store/tables/reviews.js';
import { explain } from './store/open/errors.js';
import { createExamSettings } from './store/tables/exam-settings.js';
import { createImportStore } from './store/transfer/imports.js';
import { createLibraryStore } from './store/tables/library.js';
import { createPrintedCards } from './store/tables/printed-cards.js';
import { studyHandlers } from './features/review/review-handlers.js';
import { createScopes } from './features/custom-study/study-scope.js';
import { createTopicChoices } from './store/tables/topic-choices.js';
import { createWatchedFolders } from './store/tables/watched-folders.js';
import type { WatchedFolders } from './store/tables/watched-folders.js';
import { createWriteTurns } from './write-queue.js';

/** What the services need of the desktop they run on. */
export interface Platform {
  version: string;
  electron: string;
  name: string;
  /** Asks the person for notes; nothing chosen is an empty list. */
  chooseNotes(what: 'files' | 'folder'): Promise<string[]>;
  /** Asks the person for a kubeconfig; null when they changed their mind. */
  chooseKubeconfig(): Promise<string | null>;
  applyTheme(theme: Settings['theme']): void;
  /** Opens a file in the person's editor, at the line where the editor can. Throws a FailureError when nothing opens it. */
  openNote(path: string, line: number): Promise<void>;
  /** Puts a text on the clipboard. */
  copy(text: string): Promise<void>;
  /** Files and folders the system asked to open since the last call. */
  takeOpened(): string[];
  /** Draws and prints sheets; null where there is no window. */
  print: PrintPlatform | null;
}

export interface ServiceOptions {
  /** Absolute path of the folder that holds the database. */
  dataFolder: string;
  /** Folder of the notes that ship with the app, imported at the first start; null to leave them out. */
  startersFolder: string | null;
  clock: Clock;
  platform: Platform;
  emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
  /** Gets what nobody foresaw and no caller waits for. */
  log: (error: unknown) => void;
  /** Starts the thread for heavy work on schedules; by default the bundled one. */
  startStudyWorker?: ThreadOptions['startWorker'];
  /** Copies the database; by default in a thread of its own. */
  backupThread?: BackupThread;
  /** Parses notes, and has imports and backups done in this thread; by default they have threads of their own. */
  pool?: ParsePool;
  /** Keeps an eye on watched folders; by default a thread of its own, and with a `pool` nobody. */
  createWatcher?: (folders: WatchedFolders, tell: TellState) => Watcher;
}

export interface Services {
  handlers: Handlers;
  imports: ImportService;
  /** An image of a note, by its path below the note's folder; null when there is none. */
  image(noteId: string, path: string): Promise<Image | null>;
  /** Resolves when the first start is over: the notes that ship with the app are cards. */
  started: Promise<void>;
  /** Waits for what is being written and frees the data folder. */
  close(): Promise<void>;
}

/**
 * Opens the data folder and everything that works on it.
 * Throws a FailureError when the folder is in use, cannot be written, or holds a database this version does not know.
 */
export async function openServices(options: ServiceOptions): Promise<Services> {
  const { dataFolder, startersFolder, clock, platform, emit, log, pool, startStudyWorker } = options;
  const db = openDatabase(dataFolder);
  const review = createReviewServices(db, clock);
  const truth = createCardTruth({ cards: review.cards, texts: createCardTexts(db), facts: () => cluster.facts() });
  const library = createLibraryService({ ...review, truth, store: createLibraryStore(db), search: createCardSearch(db), startersFolder });
  const imports: ImportService = pool ? createImports(db, pool, clock) : createImportThread({ dataFolder });

  const studyThread = (): StudyThread => createStudyThread({ dataFolder, ...(startStudyWorker && { startWorker: startStudyWorker }) });
  const presets = createPresetService({ ...review, newId: randomUUID });
  const schedules = createScheduleService({
    ...review,
    presets,
    thread: studyThread(),
    onProgress: (done, total) => emit('presets.progress', { done, total }),
  });
  const exam = createExamService({
    settings: createExamSettings(db),
    choices: createTopicChoices(db),
    study: review.study,
    stamp: createChangeStamp(db),
    startersFolder,
    threads: { view: studyThread(), forecast: studyThread(), map: studyThread() },
    onChanged: () => emit('exam.changed', {}),
    onProgress: (done, total) => emit('exam.progress', { done, total }),
    log,
  });

  /** Somebody else than the session changed cards or settings. */
  function changed(): void {
    review.sessions.refresh();
    emit('data.changed', {});
  }

  const backups = createBackupService({
    dataFolder,
    thread: options.backupThread ?? (pool ? backupsInThisThread(dataFolder) : createBackupThread({ dataFolder })),
    now: () => clock.now(),
    dayOf: (at) => dayOf(at, review.study.dayRule()),
    hasAnswers: () => hasAnswers(db),
    onChanged: (view) => emit('backups.changed', view),
    log,
  });

  const importStore = createImportStore(db);
  const storedPaths = (): Set<string> => new Set(importStore.notes().map(({ path }) => path));
  const folders = createWatchedFolders(db);
  const isNeeded = (): boolean => folders.all().length > 0;
  const watches = createWatchService({
    folders,
    createWatcher: (tell) =>
      options.createWatcher?.(folders, tell) ?? (pool ? nobody : createWatchThread({ dataFolder, isNeeded, tell, log })),
    now: clock.now,
    takeOver: (changes) => turns.importing(() => imports.takeOver(changes)),
    onChanged: (view) => emit('watch.changed', view),
    onTaken(taken) {
      changed();
      emit('watch.taken', taken);
    },
    log,
  });

  let preparing = false;
  async function importStarters(): Promise<void> {
    if (startersFolder === null || review.settings.startersImportedAt() !== null) return;
    preparing = true;
    try {
      const { totals } = await imports.importStarters(startersFolder);
      if (totals.added + totals.kept > 0) review.settings.setStartersImportedAt(clock.now());
    } finally {
      preparing = false;
      changed();
    }
  }

  const cluster = createClusterPanel(
    {
      choices: createClusterChoiceStore(db),
      env: process.env,
      home: homedir(),
      timing: { now: () => clock.now(), limitMs: 5_000, intervalMs: 30_000, retryMs: 1_000 },
      emit: (view) => emit('cluster.changed', view),
      log,
    },
    (cardId) => review.cards.get(cardId),
    () => platform.chooseKubeconfig(),
  );
  const turns = createWriteTurns();
  const mocks = createMocks({
    db,
    ...review,
    ...options,
    thread: studyThread(),
    curriculumFile: exam.curriculumFile,
    free: () => turns.free(),
  });
  const started = turns.importing(importStarters).catch(log);
  void started.then(() => watches.look());
  const scopes = createScopes({ library, truth, exam, ...review });
  const imageOf = (noteId: string, source: string) => library.image(noteId, source);
  const prints = createPrintService({ exam, ...review, platform: platform.print, scopes, printed: createPrintedCards(db), imageOf });
  const handlers = {
    ...printHandlers(prints),
    ...reviewHandlers(options, review, { exam, mocks: mocks.service }, changed, () => preparing),
    ...presetHandlers({ presets, schedules, backups, changed }),
    ...studyHandlers(review, scopes, changed, () => emit('data.changed', {})),
    ...libraryHandlers({ library, platform, changed }),
    ...backupHandlers(backups),
    ...examHandlers(exam, () => emit('data.changed', {})),
    ...cluster.handlers,
    ...truthHandlers(truth),
    ...mockHandlers(mocks.service),
    ...importHandlers({ ...options, storedPaths, imports, watches, backups, started, changed }),
  };
  return {
    handlers: plainErrors(turns.taken(handlers), dataFolder),
    imports,
    image: (noteId, path) => library.readImage(noteId, path),
    started,
    async close() {
      cluster.close();
      truth.close();
      await Promise.all([imports.cancel(), schedules.cancel(), exam.close()]);
      await started;
      await mocks.close();
      await watches.close();
      await imports.close();
      await turns.free();
      await backups.close();
      db.close();
    },
  };
}

type ImportMethod = keyof ImportHandlers;
type ClusterMethod = Extract<keyof Handlers, `cluster.${string}`>;
type StudyMethod = keyof ReturnType<typeof studyHandlers>;

function reviewHandlers(
  { dataFolder, platform }: ServiceOptions,
  { settings, decks, today }: ReviewServices,
  { exam, mocks }: { exam: ExamService; mocks: MockService },
  changed: () => void,
  isPreparing: () => boolean,
): Omit<
  Handlers,
  ImportMethod | LibraryMethod | PresetMethod | StudyMethod | ClusterMethod | MockMethod | ExamMethod | BackupMethod | PrintMethod
> {
  return {
    'app.info': () => ({
      version: platform.version,
      electron: platform.electron,
      platform: platform.name,
      dataFolder,
      settings: settings.get(),
    }),
    async 'app.copy'({ text }) {
      await platform.copy(text);
      return {};
    },
    'settings.set'(change) {
      const before = settings.get();
      const after = settings.set(change);
      if (after.theme !== before.theme) platform.applyTheme(after.theme);
      changed();
      return after;
    },

    'today.get': () => ({ ...today(), exam: exam.today(), mock: mocks.unfinished(), preparing: isPreparing() }),
    'decks.collapse'({ path, collapsed }) {
      if (!decks.collapse(path, collapsed)) throw new FailureError({ code: 'not-found', message: `There is no deck ${path}.` });
      return {};
    },
  };
}

/** For the command line: it ends before anything could change. */
const nobody: Watcher = { look: () => Promise.resolve(), close: () => Promise.resolve() };

type AnyHandler = (input: never) => unknown;

/** The same handlers; errors of the store come out of them in plain words. */
function plainErrors(handlers: Handlers, dataFolder: string): Handlers {
  const guarded = Object.entries(handlers).map(([method, handler]: [string, AnyHandler]) => [
    method,
    async (input: never): Promise<unknown> => {
      try {
        return await handler(input);
      } catch (error) {
        throw explain(error, dataFolder);
      }
    },
  ]);
  return Object.fromEntries(guarded) as Handlers;
}
