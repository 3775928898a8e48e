/** The composition root: everything behind the contract, without Electron, for the window, the command line and tests. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import type { EventName, EventPayload } from '../shared/contract.js';
import type { Clock } from './clock.js';
import { dayOf } from './domain/review/day.js';
import { appHandlers } from './features/app/app-handlers.js';
import { backupHandlers } from './features/backup/backup-handlers.js';
import { createBackupService } from './features/backup/backup-service.js';
import { type BackupThread, createBackupThread } from './features/backup/backup-thread.js';
import { backupsInThisThread } from './features/backup/backups-here.js';
import { createClusterFeature } from './features/cluster/cluster-feature.js';
import { customStudyHandlers } from './features/custom-study/custom-study-handlers.js';
import { createStudyScopes } from './features/custom-study/study-scope.js';
import { examHandlers } from './features/exam/exam-handlers.js';
import { closeExam, createExamContext, curriculumFile } from './features/exam/exam-context.js';
import { cancelForecast, examForecast } from './features/exam/exam-plan.js';
import { examToday } from './features/exam/exam-today.js';
import { factsHandlers } from './features/facts/facts-handlers.js';
import { createFactsService } from './features/facts/facts-service.js';
import { createImportFeature, type ImportOptions } from './features/import/import-feature.js';
import type { ImportService } from './features/import/import-service.js';
import { libraryHandlers } from './features/library/library-handlers.js';
import type { LibraryContext } from './features/library/library-context.js';
import { noteImage, readImage } from './features/library/library-notes.js';
import type { Image } from './features/library/note-images.js';
import { createMockFeature } from './features/mock/mock-feature.js';
import { presetHandlers } from './features/presets/preset-handlers.js';
import { createPresetService } from './features/presets/preset-service.js';
import { createScheduleService } from './features/presets/schedule-service.js';
import { printHandlers } from './features/print/print-handlers.js';
import { createPrintService } from './features/print/print-service.js';
import { refresh } from './features/review/session/context.js';
import { sessionHandlers } from './features/review/session-handlers.js';
import { todayHandlers } from './features/today/today-handlers.js';
import type { Handlers } from './handlers.js';
import { createPlaceGuard } from './place-guard.js';
import { plainErrors } from './plain-errors.js';
import type { Platform } from './platform.js';
import { createReviewServices } from './review-services.js';
import { settledSteps } from './settled-steps.js';
import { createChangeStamp } from './store/open/change-stamp.js';
import { makeBackup } from './store/open/copy.js';
import { openDatabase } from './store/open/database.js';
import { createCardSearch } from './store/tables/card-search.js';
import { createCardTexts } from './store/tables/card-texts.js';
import { createClusterChoiceStore } from './store/tables/cluster-choices.js';
import { createExamSettings } from './store/tables/exam-settings.js';
import { createLibraryStore } from './store/tables/library.js';
import { createPrintedCards } from './store/tables/printed-cards.js';
import { hasAnswers } from './store/tables/reviews.js';
import { createTopicChoices } from './store/tables/topic-choices.js';
import { createStudyThread, type StudyThread } from './study-thread/study-thread.js';
import type { ThreadOptions } from './threads/start-worker.js';
import { createWriteQueue } from './write-queue.js';

export interface ServiceOptions extends ImportOptions {
  /** Absolute path of the folder that holds the database. */
  dataFolder: string;
  clock: Clock;
  platform: Platform;
  emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
  /** Gets what nobody foresaw and no caller waits for. */
  log: (error: unknown) => void;
  /** Starts the thread for heavy work on schedules; by default the bundled one. */
  startStudyWorker?: ThreadOptions['startWorker'];
  /** Copies the database; by default in a thread of its own. */
  backupThread?: BackupThread;
}

export interface Services {
  handlers: Handlers;
  imports: ImportService;
  /** An image of a note, by its path below the note's folder; null when there is none. */
  image(noteId: string, path: string): Promise<Image | null>;
  /** Copies a database that was taken away under the app from what is still open; the name of the backup, null when it is in its place. */
  rescue(): string | null;
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
  const writes = createWriteQueue();
  const review = createReviewServices(db, clock);
  const { study, session, cards } = review;
  const studyThread = (): StudyThread => createStudyThread({ dataFolder, ...(startStudyWorker && { startWorker: startStudyWorker }) });

  const told = (): void => emit('data.changed', {});
  /** Somebody else than the session changed cards or settings. */
  function changed(): void {
    refresh(session);
    told();
  }

  const cluster = createClusterFeature({
    ...{ choices: createClusterChoiceStore(db), platform, env: process.env, home: homedir() },
    timing: { now: () => clock.now(), limitMs: 5_000, intervalMs: 30_000, retryMs: 1_000 },
    ...{ log, card: cards.get },
    emit: (view) => emit('cluster.changed', view),
  });
  const facts = createFactsService({ cards, texts: createCardTexts(db), ofCluster: () => cluster.facts() });
  const library: LibraryContext = { ...review, facts, store: createLibraryStore(db), search: createCardSearch(db), startersFolder };
  const backups = createBackupService({
    dataFolder,
    thread: options.backupThread ?? (pool ? backupsInThisThread(dataFolder) : createBackupThread({ dataFolder })),
    now: () => clock.now(),
    dayOf: (at) => dayOf(at, study.dayRule()),
    hasAnswers: () => hasAnswers(db),
    onChanged: (view) => emit('backups.changed', view),
    log,
  });
  const presets = createPresetService({ ...review, newId: randomUUID });
  const schedules = createScheduleService({
    ...{ study, presets, thread: studyThread() },
    onProgress: (done, total) => emit('presets.progress', { done, total }),
  });
  const exam = createExamContext({
    ...{ study, startersFolder, settings: createExamSettings(db), choices: createTopicChoices(db), stamp: createChangeStamp(db) },
    threads: { view: studyThread(), forecast: studyThread(), map: studyThread() },
    onChanged: () => emit('exam.changed', {}),
    onProgress: (done, total) => emit('exam.progress', { done, total }),
    log,
  });
  const mocks = createMockFeature({
    ...{ ...options, db, study, thread: studyThread(), free: writes.free },
    curriculumFile: () => curriculumFile(exam),
  });
  const imports = createImportFeature({ ...options, ...review, db, backups, importing: writes.importing, changed });
  const scopes = createStudyScopes({ ...review, library, facts, exam });
  const prints = createPrintService({
    ...{ ...review, scopes, platform: platform.print, printed: createPrintedCards(db) },
    exam: { view: () => exam.standing.get(), forecast: () => examForecast(exam), cancel: () => cancelForecast(exam) },
    imageOf: (noteId, source) => noteImage(library, noteId, source),
  });
  const place = createPlaceGuard(db, () => emit('data.moved', {}));
  const beside = () => ({ exam: examToday(exam), mock: mocks.unfinished(), preparing: imports.isPreparing() });

  const handlers: Handlers = {
    ...appHandlers({ ...review, platform, dataFolder, changed }),
    ...backupHandlers(backups),
    ...cluster.handlers,
    ...customStudyHandlers(scopes),
    ...examHandlers(exam, told),
    ...factsHandlers(facts),
    ...imports.handlers,
    ...libraryHandlers({ library, platform, changed }),
    ...mocks.handlers,
    ...presetHandlers({ presets, schedules, backups, changed }),
    ...printHandlers(prints),
    ...sessionHandlers({ session, listOf: scopes.listOf, told }),
    ...todayHandlers({ ...review, beside, changed }),
  };
  return {
    handlers: plainErrors(place.guarded(settledSteps(writes.inTurn(handlers), db)), dataFolder),
    imports: imports.imports,
    image: (noteId, path) => readImage(library, noteId, path),
    rescue: () => (place.lost() ? makeBackup(db, dataFolder, 'asked', clock.now()).name : null),
    started: imports.started,
    async close() {
      place.close();
      cluster.close();
      facts.close();
      await Promise.all([imports.imports.cancel(), schedules.cancel(), closeExam(exam)]);
      await imports.started;
      await mocks.close();
      await imports.close();
      await writes.free();
      await backups.close();
      db.close();
    },
  };
}
