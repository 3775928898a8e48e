import type { MethodName } from '../shared/contract.js';
import { type Handlers, wrapped } from './handlers.js';
import type { Database } from './store/open/database.js';
import { settle } from './store/open/settle.js';

/** Where somebody is done with something: what follows may be a long while. */
const ends: ReadonlySet<MethodName> = new Set(['session.end', 'import.commit', 'import.undo']);

/** The same handlers; after an import and after a session what they stored is in the database file itself. */
export const settledSteps = (handlers: Handlers, db: Database): Handlers =>
  wrapped(handlers, (handler, method) =>
    ends.has(method)
      ? async (input) => {
          const output = await handler(input);
          settle(db);
          return output;
        }
      : handler,
  );
