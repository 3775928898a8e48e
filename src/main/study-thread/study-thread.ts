/** Heavy work on what is studied, in a thread of its own. A task that only reads gives way to the next, one that writes is waited for. */
import type { ExamTasks } from '../features/exam/exam-work.js';
import type { MockTasks } from '../features/mock/mock-work.js';
import type { PresetTasks } from '../features/presets/preset-work.js';
import { starting, type ThreadOptions } from '../threads/start-worker.js';
import { TaskThread } from '../threads/task-thread.js';

export type StudyThread = TaskThread<ExamTasks & MockTasks & PresetTasks>;

/** Tasks that change the database. */
const writing = new Set<string>(['reschedule', 'undoReschedule'] satisfies (keyof PresetTasks)[]);

export const createStudyThread = (options: ThreadOptions): StudyThread =>
  new TaskThread({ name: 'study', start: starting('study-worker.js', options) }, (task) => !writing.has(task));
