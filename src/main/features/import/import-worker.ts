/** The import thread: the import service over a connection of its own, so that reading, planning and storing hold nobody up. */
import { systemClock } from '../../clock.js';
import { createParsePool } from '../../note-files/parse-pool.js';
import { joinDatabase } from '../../store/open/database.js';
import { serve } from '../../threads/serve.js';
import { givenFolder } from '../../threads/start-worker.js';
import { createImports } from './create-imports.js';

const pool = createParsePool();
// It gets ready while the database is opened and the notes are looked for.
pool.warm();
const db = joinDatabase(givenFolder());
const { hasPreview, close, ...tasks } = createImports(db, pool, systemClock);

serve({ ...tasks, close: () => close().then(() => db.close()) }, hasPreview);
