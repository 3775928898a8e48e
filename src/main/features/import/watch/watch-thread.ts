/** The eyes on folders in a thread of their own, which is there only while a folder is watched. */
import type { TasksOf } from '../../../threads/protocol.js';
import { starting, type ThreadOptions } from '../../../threads/start-worker.js';
import { Thread } from '../../../threads/thread.js';
import type { TellState, Watcher } from './watch-hub.js';

interface WatchParts extends ThreadOptions {
  /** Is any folder watched? */
  isNeeded: () => boolean;
  tell: TellState;
  /** Gets what made the thread end; it is started again when somebody looks. */
  log: (error: unknown) => void;
}

export function createWatchThread({ isNeeded, tell, log, ...options }: WatchParts): Watcher {
  const parts = { name: 'watch', start: starting('watch-worker.js', options), onEvent: tell, onDeath: log };
  const thread = new Thread<TasksOf<Pick<Watcher, 'look'>>>(parts);
  return { look: async () => (isNeeded() ? thread.ask('look', undefined) : thread.end()), close: () => thread.end() };
}
