/**
 * Everything behind the window. Loaded only when the window is on its way: reading the code of the services and opening the
 * database takes longer than it takes the window to appear.
 */
import { join } from 'node:path';
import { createBackupThread } from '../features/backup/backup-thread.js';
import type { BackupThread } from '../features/backup/backup-thread.js';
import { methods } from '../../shared/contract.js';
import type { Input, Output } from '../../shared/contract.js';
import { FailureError, type Failure, type FailureCode } from '../../shared/result.js';
import { systemClock } from '../clock.js';
import type { Image } from '../features/library/note-images.js';
import type { Handlers } from '../handlers.js';
import { createRouter, type Router } from '../router.js';
import { openServices, type ServiceOptions } from '../services.js';
import { backupFolder, listBackups, readBackupName } from '../store/open/backup-files.js';
import { goOnWithoutJournal, startAnew } from '../store/transfer/mend.js';
import type { Log } from './log.js';

export interface Backend {
  router: Router;
  /** An image of a note, by its path below the note's folder; null when there is none. */
  image(noteId: string, path: string): Promise<Image | null>;
  close(): Promise<void>;
}

/** What is behind the window between two restorings. */
interface Opened extends Pick<Backend, 'image' | 'close'> {
  handlers: Handlers;
  /** The way out of what keeps it from working; null when nothing does. */
  wayOut(): WayOut | null;
}

/** What is done to a data folder that nobody has open. */
type WayOut = () => unknown;

type BackendOptions = Omit<ServiceOptions, 'clock' | 'log'>;

/**
 * Opens the services. Never rejects: when they cannot be opened, the router answers with the reason, and the window shows it.
 * Restoring a backup closes them, puts it in place and opens them again; calls that come meanwhile wait.
 * @param log gets what nobody foresaw
 */
export async function openBackend(options: BackendOptions, log: Log): Promise<Backend> {
  const { dataFolder } = options;
  const thread = options.backupThread ?? createBackupThread({ dataFolder });
  const put = (name: string): ReturnType<typeof restoreBackup> => restoreBackup(thread, dataFolder, name);
  let opened = open(options, put, log);
  const route = async (): Promise<Router> =>
    createRouter({ ...(await opened).handlers, 'backups.restore': restore, 'backups.mend': mend }, log, {
      checkOutput: process.env['ETCDECK_CHECK_OUTPUT'] === '1',
    });
  let router = route();

  /** Works on the closed folder and opens it again, however that ended. */
  async function reopenAfter<T>(work: () => T | Promise<T>): Promise<T> {
    const before = await opened;
    const done = before.close().then(work);
    opened = done.catch(() => undefined).then(() => open(options, put, log));
    router = route();
    const result = await done;
    await router;
    return result;
  }

  const restore = async ({ name }: Input<'backups.restore'>): Promise<Output<'backups.restore'>> => {
    const { replaced } = await reopenAfter(() => put(name));
    return { replaced };
  };

  async function mend(): Promise<Output<'backups.mend'>> {
    const wayOut = (await opened).wayOut();
    if (!wayOut) throw new FailureError({ code: 'conflict', message: 'There is nothing to mend.' });
    await reopenAfter(wayOut);
    return {};
  }

  await router;
  return {
    router: async (method, input) => (await router)(method, input),
    image: async (noteId, path) => (await opened).image(noteId, path),
    close: async () => (await opened).close(),
  };
}

type Put = (name: string) => Promise<{ replaced: string | null }>;

/** @param put puts a backup in the place of everything stored */
async function open(options: BackendOptions, put: Put, log: Log): Promise<Opened> {
  try {
    const services = await openServices({ ...options, clock: systemClock, log });
    const { settings } = await services.handlers['app.info']({});
    options.platform.applyTheme(settings.theme);
    const wayOut = (): WayOut | null => {
      const rescued = services.rescue();
      return rescued === null ? null : () => put(rescued);
    };
    return { ...services, wayOut };
  } catch (error) {
    return refused(failureOf(error, options.dataFolder, log), options.dataFolder);
  }
}

/** Answers every call with why nothing works, but for the ways out: the backups there are, and what mends it. */
const refused = (failure: Failure, dataFolder: string): Opened => {
  const refuse = (): never => {
    throw new FailureError(failure);
  };
  const waysOut: Partial<Record<FailureCode, WayOut>> = {
    missing: () => startAnew(dataFolder),
    journal: () => goOnWithoutJournal(dataFolder, systemClock.now()),
  };
  const handlers = Object.fromEntries(Object.keys(methods).map((method) => [method, refuse])) as unknown as Handlers;
  return {
    handlers: { ...handlers, 'backups.list': () => ({ backups: listBackups(dataFolder), problem: null }) },
    image: () => Promise.resolve(null),
    wayOut: () => waysOut[failure.code] ?? null,
    close: () => Promise.resolve(),
  };
};

/** @param name as the list of backups has it; any other file would be one the window has no business with */
async function restoreBackup(thread: BackupThread, dataFolder: string, name: string): Promise<{ replaced: string | null }> {
  if (!readBackupName(name)) throw new FailureError({ code: 'not-found', message: 'There is no such backup.' });
  return thread.run('restore', { file: join(backupFolder(dataFolder), name), at: systemClock.now() });
}

function failureOf(error: unknown, dataFolder: string, log: Log): Failure {
  if (error instanceof FailureError) return error.failure;
  log(error);
  return {
    code: 'store',
    message: 'Etcdeck could not open its data folder.',
    where: dataFolder,
    hint: 'Check that the folder can be written to and the disk is not full, then start Etcdeck again. etcdeck.log there says more.',
  };
}
