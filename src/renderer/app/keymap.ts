import { keys as cluster } from '../features/cluster/keys.js';
import { keys as exam } from '../features/exam/keys.js';
import { keys as imports } from '../features/import/keys.js';
import { keys as library } from '../features/library/keys.js';
import { keys as mock } from '../features/mock/keys.js';
import { keys as review } from '../features/review/keys.js';
import { keys as today } from '../features/today/keys.js';
import { everywhere } from '../state/everywhere.js';
import type { Keymap } from '../state/keys.js';

/** Every key of every screen. */
export const keymap: Keymap = { everywhere, today, library, import: imports, exam, mock, cluster, review, settings: {} };
