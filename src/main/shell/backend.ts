/**
 * Everything behind the window. Loaded only when the window is on its way: reading the code of the services and opening the
 * database takes longer than it takes the window to appear.
 */
import { join } from 'node:path';
import { createBackupThread } from '../features/backup/backup-thread.js';
import type { BackupThread } from '../features/backup/backup-thread.js';
import { methods } from '../../shared/contract.js';
import type { Input, Output } from '../../shared/contract.js';
import { FailureError, type Failure } from '../../shared/result.js';
import { systemClock } from '../clock.js';
import type { Image } from '../features/library/note-images.js';
import type { Handlers } from '../handlers.js';
import { createRouter, type Router } from '../router.js';
import { openServices, type ServiceOptions } from '../services.js';
import { backupFolder, listBackups, readBackupName } from '../store/open/backup-files.js';
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
}

type BackendOptions = Omit<ServiceOptions, 'clock' | 'log'>;

/**
 * Opens the services. Never rejects: when they cannot be opened, the router answers with the reason, and the window shows it.
 * Restoring a backup closes them, puts it in place and opens them again; calls that come meanwhile wait.
 * @param log gets what nobody foresaw
 */
export async function openBackend(options: BackendOptions, log: Log): Promise<Backend> {
  const { dataFolder } = options;
  const thread = options.backupThread ?? createBackupThread({ dataFolder });
  let opened = open(options, log);
  const route = async (): Promise<Router> =>
    createRouter({ ...(await opened).handlers, 'backups.restore': restore }, log, {
      checkOutput: process.env['ETCDECK_CHECK_OUTPUT'] === '1',
    });
  let router = route();

  async function restore({ name }: Input<'backups.restore'>): Promise<Output<'backups.restore'>> {
    const before = await opened;
    const restoring = before.close().then(() => restoreBackup(thread, dataFolder, name));
    opened = restoring.catch(() => undefined).then(() => open(options, log));
    router = route();
    const { replaced } = await restoring;
    await router;
    return { replaced };
  }

  await router;
  return {
    router: async (method, input) => (await router)(method, input),
    image: async (noteId, path) => (await opened).image(noteId, path),
    close: async () => (await opened).close(),
  };
}

async function open(options: BackendOptions, log: Log): Promise<Opened> {
  try {
    const services = await openServices({ ...options, clock: systemClock, log });
    const { settings } = await services.handlers['app.info']({});
    options.platform.applyTheme(settings.theme);
    return services;
  } catch (error) {
    return refused(failureOf(error, options.dataFolder, log), options.dataFolder);
  }
}

/** Answers every call with why nothing works, but for the way out: the backups there are. */
const refused = (failure: Failure, dataFolder: string): Opened => {
  const refuse = (): never => {
    throw new FailureError(failure);
  };
  const handlers = Object.fromEntries(Object.keys(methods).map((method) => [method, refuse])) as unknown as Handlers;
  return {
    handlers: { ...handlers, 'backups.list': () => ({ backups: listBackups(dataFolder), problem: null }) },
    image: () => Promise.resolve(null),
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
