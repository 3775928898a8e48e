/** The watch thread: the eyes on folders over a connection of its own, so that looking at ten thousand files holds nobody up. */
import { joinDatabase } from '../../../store/open/database.js';
import { createWatchedFolders } from '../../../store/tables/watched-folders.js';
import { emit, serve } from '../../../threads/serve.js';
import { givenFolder } from '../../../threads/start-worker.js';
import { createWatchHub } from './watch-hub.js';

const db = joinDatabase(givenFolder());
const { look, close } = createWatchHub(createWatchedFolders(db), emit);
serve({ look, close: () => close().then(() => db.close()) });
