/** Keeps calls from working on a database that is not in its place any more, and tells the window when that changes. */
import type { MethodName } from '../shared/contract.js';
import type { FailureError } from '../shared/result.js';
import { type AnyHandler, type Handlers, wrapped } from './handlers.js';
import type { Database } from './store/open/database.js';
import { createPlaceWatch } from './store/open/place-watch.js';

/** How often is looked when nobody calls. */
const lookEveryMs = 3_000;

export interface PlaceGuard {
  /** The same handlers; each looks first. Those about backups are the way out, and need no database. */
  guarded(handlers: Handlers): Handlers;
  /** Why nothing more is to be stored; null while all is well. */
  lost(): FailureError | null;
  close(): void;
}

const isWayOut = (method: MethodName): boolean => method.startsWith('backups.') && method !== 'backups.make';

/** @param onChange the database is gone, or back */
export function createPlaceGuard(db: Database, onChange: () => void): PlaceGuard {
  const look = createPlaceWatch(db);
  let wasLost = false;

  function lost(): FailureError | null {
    const failure = look();
    const isLost = failure !== null;
    if (isLost !== wasLost) {
      wasLost = isLost;
      onChange();
    }
    return failure;
  }

  const guard =
    (handler: AnyHandler) =>
    (input: never): unknown => {
      const failure = lost();
      if (failure) throw failure;
      return handler(input);
    };

  const timer = setInterval(lost, lookEveryMs).unref();
  return {
    lost,
    guarded: (handlers) => wrapped(handlers, (handler, method) => (isWayOut(method) ? handler : guard(handler))),
    close: () => clearInterval(timer),
  };
}
