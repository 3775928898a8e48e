/** Every change of the schema, in order; the n-th takes a database to version n. Only ever add to the end. */
import { sql as first } from './0001-first.js';
import { sql as presets } from './0002-presets.js';
import { sql as redo } from './0003-redo.js';
import { sql as catchUp } from './0004-catch-up.js';
import { sql as reschedules } from './0005-reschedules.js';
import { sql as practice } from './0006-practice.js';
import { sql as watchedFolders } from './0007-watched-folders.js';
import { sql as startingMemories } from './0008-starting-memories.js';
import { sql as mocks } from './0009-mocks.js';
import { sql as topicChoices } from './0010-topic-choices.js';
import { sql as markedCards } from './0011-marked-cards.js';
import { sql as dueDays } from './0012-due-days.js';

export const migrations: readonly string[] = [
  first,
  presets,
  redo,
  catchUp,
  reschedules,
  practice,
  watchedFolders,
  startingMemories,
  mocks,
  topicChoices,
  markedCards,
  dueDays,
];
