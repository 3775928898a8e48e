/** The study thread. */
import { examWork } from '../features/exam/exam-work.js';
import { mockWork } from '../features/mock/mock-work.js';
import { presetWork } from '../features/presets/preset-work.js';
import { joinDatabase } from '../store/open/database.js';
import { serve } from '../threads/serve.js';
import { givenFolder } from '../threads/start-worker.js';

const db = joinDatabase(givenFolder());
serve({ ...examWork(db), ...mockWork(db), ...presetWork(db), close: () => db.close() });
