import { type Handlers, wrapped } from './handlers.js';
import { explain } from './store/open/errors.js';

/** The same handlers; errors of the store come out of them in plain words. */
export const plainErrors = (handlers: Handlers, dataFolder: string): Handlers =>
  wrapped(handlers, (handler) => async (input) => {
    try {
      return await handler(input);
    } catch (error) {
      throw explain(error, dataFolder);
    }
  });
