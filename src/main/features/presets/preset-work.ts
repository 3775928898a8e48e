/** What a preset means for schedules, as tasks of a thread. */
import type { FitResult, Preset, Rescheduling, Workload } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import type { Database } from '../../store/open/database.js';
import { createDeckStore } from '../../store/tables/decks.js';
import { createPresetStore } from '../../store/tables/presets.js';
import { createRescheduleStore } from '../../store/tables/reschedules.js';
import { createSettingsStore } from '../../store/tables/settings.js';
import { createStanding } from '../../store/tables/simulation-start.js';
import { createAnswers } from '../../store/tables/training-answers.js';
import type { OnProgress, TasksOf } from '../../threads/protocol.js';
import { fitWeights } from './fit-weights.js';
import { decksOf, previewRescheduling, reschedule } from './reschedule.js';
import type { OfPreset, Rescheduled } from './reschedule.js';
import { loadTrainer } from './rust-trainer.js';
import { workloadOf } from './workload.js';

export type PresetTasks = TasksOf<ReturnType<typeof presetWork>>;

export function presetWork(db: Database) {
  const presets = createPresetStore(db);
  const parts = { presets, decks: createDeckStore(db), reschedules: createRescheduleStore(db, createSettingsStore(db).deviceId) };

  function existing(presetId: string): Preset {
    const preset = presets.get(presetId);
    if (!preset) throw new FailureError({ code: 'not-found', message: 'This preset is no longer there.' });
    return preset;
  }

  return {
    /** What rescheduling would do. */
    rescheduling: (input: OfPreset, onProgress: OnProgress): Rescheduling => previewRescheduling(parts, input, onProgress),
    reschedule: (input: OfPreset, onProgress: OnProgress): Rescheduled => reschedule(parts, input, onProgress),
    undoReschedule({ rescheduleId, at }: { rescheduleId: string; at: number }): void {
      parts.reschedules.undo(rescheduleId, at);
    },
    workload: ({ presetId, today }: OfPreset, onProgress: OnProgress): Workload =>
      workloadOf(existing(presetId), decksOf(presetId, parts), createStanding(db), today, onProgress),
    /** Trains weights. */
    fit: ({ presetId, at }: OfPreset, onProgress: OnProgress): Promise<FitResult> =>
      fitWeights(existing(presetId), decksOf(presetId, parts), createAnswers(db), loadTrainer, at, onProgress),
  };
}
