/**
 * Everything behind the window. Loaded only when the window is on its way: reading the code of the services and opening the
 * database takes longer than it takes the window to appear.
 */
import { fail, FailureError, type Failure } from '../../shared/result.js';
import { systemClock } from '../clock.js';
import type { Image } from '../library/note-images.js';
import { createRouter, type Router } from '../router.js';
import { openServices, type ServiceOptions } from '../services.js';
import type { Log } from './log.js';

export interface Backend {
  router: Router;
  /** An image of a note, by its path below the note's folder; null when there is none. */
  image(noteId: string, path: string): Promise<Image | null>;
  close(): Promise<void>;
}

/**
 * Opens the services. Never rejects: when they cannot be opened, the router answers every call with the reason, and the window shows it.
 * @param log gets what nobody foresaw
 */
export async function openBackend(options: Omit<ServiceOptions, 'clock' | 'log'>, log: Log): Promise<Backend> {
  try {
    const services = await openServices({ ...options, clock: systemClock, log });
    const router = createRouter(services.handlers, log, { checkOutput: process.env['ETCDECK_CHECK_OUTPUT'] === '1' });
    const { settings } = await services.handlers['app.info']({});
    options.platform.applyTheme(settings.theme);
    return { router, image: (noteId, path) => services.image(noteId, path), close: () => services.close() };
  } catch (error) {
    return {
      router: refuseWith(failureOf(error, options.dataFolder, log)),
      image: () => Promise.resolve(null),
      close: () => Promise.resolve(),
    };
  }
}

const refuseWith =
  (failure: Failure): Router =>
  () =>
    Promise.resolve(fail(failure));

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
