/** The composition root: everything behind the contract, without Electron, for the window, the command line and tests. */
import type { EventName, EventPayload, Settings } from '../shared/contract.js';
import { FailureError } from '../shared/result.js';
import type { Clock } from './clock.js';
import { createReviewServices } from './review-services.js';
import type { ReviewServices } from './review-services.js';
import type { Handlers } from './router.js';
import { openDatabase } from './store/database.js';
import { explain } from './store/errors.js';

export type { Clock } from './clock.js';

/** What the services need of the desktop they run on. */
export interface Platform {
  version: string;
  electron: string;
  name: string;
  /** Asks the person for notes; nothing chosen is an empty list. */
  chooseNotes(what: 'files' | 'folder'): Promise<string[]>;
  applyTheme(theme: Settings['theme']): void;
}

export interface ServiceOptions {
  /** Absolute path of the folder that holds the database. */
  dataFolder: string;
  /** Folder of the notes that ship with the app. */
  startersFolder: string;
  clock: Clock;
  platform: Platform;
  emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
}

export interface Services {
  handlers: Handlers;
  close(): Promise<void>;
}

/**
 * Opens the data folder and everything that works on it.
 * Throws a FailureError when the folder is in use, cannot be written, or holds a database this version does not know.
 */
export function openServices(options: ServiceOptions): Promise<Services> {
  const db = openDatabase(options.dataFolder);
  const review = createReviewServices(db, options.clock);
  const handlers = plainErrors(createHandlers(options, review), options.dataFolder);
  return Promise.resolve({
    handlers,
    close() {
      db.close();
      return Promise.resolve();
    },
  });
}

function createHandlers({ dataFolder, platform, emit }: ServiceOptions, { settings, decks, sessions, today }: ReviewServices): Handlers {
  const noImport = (): never => {
    throw new FailureError({ code: 'not-found', message: 'Import is not part of this build.' });
  };
  return {
    'app.info': () => ({
      version: platform.version,
      electron: platform.electron,
      platform: platform.name,
      dataFolder,
      settings: settings.get(),
    }),
    'settings.set'(change) {
      const before = settings.get();
      const after = settings.set(change);
      if (after.theme !== before.theme) platform.applyTheme(after.theme);
      sessions.refresh();
      emit('data.changed', {});
      return after;
    },

    'today.get': () => today(),
    'decks.collapse'({ path, collapsed }) {
      if (!decks.collapse(path, collapsed)) throw new FailureError({ code: 'not-found', message: `There is no deck ${path}.` });
      return {};
    },

    'session.start': ({ deck }) => sessions.start(deck),
    'session.current': () => sessions.current(),
    'session.rate': (input) => sessions.rate(input),
    'session.undo': () => sessions.undo(),
    'session.suspend': ({ cardId }) => sessions.suspend(cardId),
    'session.bury': ({ cardId }) => sessions.bury(cardId),
    'session.flag': ({ cardId, flagged }) => sessions.flag(cardId, flagged),
    'session.edit': ({ cardId, front, back }) => sessions.edit(cardId, front, back),
    'session.end'() {
      const summary = sessions.end();
      emit('data.changed', {});
      return summary;
    },

    'import.choose': async ({ what }) => ({ paths: await platform.chooseNotes(what) }),
    'import.preview': noImport,
    'import.cards': noImport,
    'import.decide': noImport,
    'import.commit': noImport,
    'import.cancel': noImport,
    'import.undo': noImport,
  };
}

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
