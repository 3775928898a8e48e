/** Answers the calls about watched folders. */
import type { watchMethods } from '../../../../shared/watch.js';
import type { HandlersOf } from '../../../handlers.js';
import type { WatchService } from './watch-service.js';

export const watchHandlers = (watches: WatchService): HandlersOf<typeof watchMethods> => ({
  'watch.list': () => watches.list(),
  'watch.add': (input) => watches.add(input),
  'watch.set': (input) => watches.set(input),
  'watch.remove': ({ folderId }) => watches.remove(folderId),
});
