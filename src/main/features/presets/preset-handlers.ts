/** Answers the calls about presets and tells the screens what changed. */
import type { presetMethods } from '../../../shared/presets.js';
import type { HandlersOf } from '../../handlers.js';
import type { BackupService } from '../backup/backup-service.js';
import type { PresetService } from './preset-service.js';
import type { ScheduleService } from './schedule-service.js';

interface Parts {
  presets: PresetService;
  schedules: ScheduleService;
  backups: Pick<BackupService, 'before'>;
  changed: () => void;
}

export function presetHandlers({ presets, schedules, backups, changed }: Parts): HandlersOf<typeof presetMethods> {
  /** The same answer, and screens told. */
  function told<T>(answer: T): T {
    changed();
    return answer;
  }
  return {
    'presets.get': () => presets.view(),
    'presets.add': (input) => told(presets.add(input)),
    'presets.change': (input) => told(presets.change(input)),
    'presets.remove': ({ presetId }) => told(presets.remove(presetId)),
    'presets.assign': ({ deck, presetId }) => told(presets.assign(deck, presetId)),
    'presets.undo': ({ stepId }) => {
      presets.undo(stepId);
      return told({});
    },
    'presets.rescheduling': (input) => schedules.rescheduling(input),
    'presets.reschedule': async (input) => told(await backups.before('reschedule', () => schedules.reschedule(input))),
    'presets.undoReschedule': async (input) => {
      await schedules.undoReschedule(input);
      return told({});
    },
    'presets.workload': (input) => schedules.workload(input),
    'presets.fit': (input) => schedules.fit(input),
    'presets.adopt': async (input) => told(await backups.before('weights', () => schedules.adopt(input))),
    'presets.unfit': ({ presetId }) => told(presets.setFit(presetId, null)),
    'presets.cancel': async () => {
      await schedules.cancel();
      return {};
    },
  };
}
