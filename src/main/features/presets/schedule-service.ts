/** What a preset means for schedules: workload, rescheduling and training, all done in the study thread. */
import type { FitResult, Input, Output, PresetFit } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import type { PresetService } from './preset-service.js';
import type { PresetTasks } from './preset-work.js';
import type { OnProgress } from '../../threads/protocol.js';
import type { TaskThread } from '../../threads/task-thread.js';
import type { StudyDay } from '../review/study-day.js';

export interface ScheduleService {
  rescheduling(input: Input<'presets.rescheduling'>): Promise<Output<'presets.rescheduling'>>;
  reschedule(input: Input<'presets.reschedule'>): Promise<Output<'presets.reschedule'>>;
  undoReschedule(input: Input<'presets.undoReschedule'>): Promise<void>;
  workload(input: Input<'presets.workload'>): Promise<Output<'presets.workload'>>;
  fit(input: Input<'presets.fit'>): Promise<FitResult>;
  /** Takes over the weights that the last `fit` found to be better for this preset. */
  adopt(input: Input<'presets.adopt'>): Output<'presets.adopt'>;
  /** Stops what is being worked out. */
  cancel(): Promise<void>;
}

interface Parts {
  thread: Pick<TaskThread<PresetTasks>, 'run' | 'cancel'>;
  presets: PresetService;
  study: Pick<StudyDay, 'moment'>;
  onProgress: OnProgress;
}

export function createScheduleService({ thread, presets, study, onProgress }: Parts): ScheduleService {
  let found: { presetId: string; fit: PresetFit } | null = null;

  const withMoment = <I extends { presetId: string }>(input: I): { presetId: string; today: string; at: number } => {
    const { at, on } = study.moment();
    return { presetId: input.presetId, today: on, at };
  };

  return {
    rescheduling: (input) => thread.run('rescheduling', withMoment(input), onProgress),
    reschedule: (input) => thread.run('reschedule', withMoment(input), onProgress),
    async undoReschedule({ rescheduleId }) {
      await thread.run('undoReschedule', { rescheduleId, at: study.moment().at });
    },
    workload: (input) => thread.run('workload', withMoment(input), onProgress),
    async fit(input) {
      const result = await thread.run('fit', withMoment(input), onProgress);
      found = result.outcome === 'better' ? { presetId: input.presetId, fit: result.fit } : null;
      return result;
    },
    adopt({ presetId }) {
      if (found?.presetId !== presetId) {
        throw new FailureError({ code: 'conflict', message: 'There are no fitted weights to take over.', hint: 'Fit them first.' });
      }
      const { fit } = found;
      found = null;
      return presets.setFit(presetId, fit);
    },
    cancel: () => thread.cancel(),
  };
}
