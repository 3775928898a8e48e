/** The exam a person studies for: which curriculum, and the plan until its date. */
import * as v from 'valibot';
import { examPlan } from '../../../shared/exam.js';
import type { Database } from '../open/database.js';

const stored = v.object({
  /** The curriculum file that was chosen; null for the one that ships with the app. */
  curriculumId: v.fallback(v.nullable(v.string()), null),
  plan: v.fallback(v.nullable(examPlan), null),
});
export type ExamSettings = v.InferOutput<typeof stored>;

export interface ExamSettingsStore {
  get(): ExamSettings;
  set(change: Partial<ExamSettings>): void;
}

const none: ExamSettings = { curriculumId: null, plan: null };

export function createExamSettings(db: Database): ExamSettingsStore {
  const read = db.prepare<[], string>("SELECT value FROM settings WHERE key = 'exam'").pluck();
  const write = db.prepare("INSERT INTO settings (key, value) VALUES ('exam', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
  function get(): ExamSettings {
    try {
      return v.parse(stored, JSON.parse(read.get() ?? 'null'));
    } catch {
      return none;
    }
  }
  return { get, set: (change) => void write.run(JSON.stringify({ ...get(), ...change })) };
}
