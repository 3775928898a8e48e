/** The watch thread: the eyes on folders over a connection of its own, so that looking at ten thousand files holds nobody up. */
import { parentPort, workerData } from 'node:worker_threads';
import { joinDatabase } from '../../../store/open/database.js';
import { createWatchedFolders } from '../../../store/tables/watched-folders.js';
import type { ThreadSettings } from '../thread-messages.js';
import { createWatchHub } from './watch-hub.js';
import type { WatchOrder, WatchWord } from './watch-thread.js';

const { dataFolder } = workerData as ThreadSettings;
const db = joinDatabase(dataFolder);
const send = (word: WatchWord): void => parentPort?.postMessage(word);
const hub = createWatchHub(createWatchedFolders(db), (folderId, state) => send({ kind: 'state', folderId, state }));

parentPort?.on('message', ({ id, order }: WatchOrder) => {
  const done = order === 'look' ? hub.look() : hub.close().then(() => void db.close());
  void done.then(() => send({ kind: 'done', id }));
});
