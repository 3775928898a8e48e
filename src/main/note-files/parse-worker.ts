/** A parse thread. */
import { parseNote } from '../domain/notes/parse-note.js';
import { serve } from '../threads/serve.js';
import { parseQuickly, quickHash } from './parse-file.js';
import { sampleNote } from './sample-note.js';

parseNote({ path: 'sample.md', text: sampleNote }, quickHash);
serve({ parse: parseQuickly });
