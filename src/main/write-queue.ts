/**
 * Who writes when. An import writes from a thread of its own, and sqlite lets one writer in at a time: it would stop this thread,
 * and with it the window, until the import is stored. What the window wants written waits here instead, and everything else goes on.
 */
import { methods } from '../shared/contract.js';
import { type AnyHandler, type Handlers, wrapped } from './handlers.js';

export interface WriteQueue {
  /** Runs an import; what is to be written meanwhile waits until it is over, however it ends. */
  importing<T>(run: () => Promise<T>): Promise<T>;
  /** Resolves when no import is running, to those who wait in the order they came. */
  free(): Promise<void>;
  /** The same handlers, each in its turn by what the contract says of its method. */
  inTurn(handlers: Handlers): Handlers;
}

export function createWriteQueue(): WriteQueue {
  let imports: Promise<unknown> = Promise.resolve();

  function importing<T>(run: () => Promise<T>): Promise<T> {
    const done = run();
    imports = Promise.allSettled([imports, done]);
    return done;
  }

  async function free(): Promise<void> {
    let awaited;
    do {
      awaited = imports;
      await awaited;
    } while (awaited !== imports);
  }

  const turns = {
    reads: (handler: AnyHandler) => handler,
    writes: (handler: AnyHandler) => async (input: never) => {
      await free();
      return handler(input);
    },
    imports: (handler: AnyHandler) => (input: never) => importing(async () => handler(input)),
  };

  return {
    importing,
    free,
    inTurn: (handlers) => wrapped(handlers, (handler, method) => turns[methods[method].use](handler)),
  };
}
