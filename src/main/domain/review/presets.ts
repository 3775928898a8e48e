/** What a preset means to the scheduler, and which one a deck has. */
import type { Preset, PresetOptions } from '../../../shared/contract.js';
import { defaultParameters } from './scheduler.js';
import type { Parameters } from './scheduler.js';

/** The preset of decks nobody chose another for; it is always there. */
export const defaultPresetId = 'default';

export const defaultOptions: PresetOptions = {
  newPerDay: 20,
  reviewsPerDay: 200,
  desiredRetention: defaultParameters.desiredRetention,
  learningStepsMinutes: [...defaultParameters.learningStepsMinutes],
  relearningStepsMinutes: [...defaultParameters.relearningStepsMinutes],
  maximumIntervalDays: defaultParameters.maximumIntervalDays,
  newOrder: 'note',
  reviewOrder: 'risk',
  leechLapses: 8,
  leechSuspends: false,
  easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal'],
};

/** The preset of a deck: its own, or that of its nearest ancestor; null when none of them has one. */
export function assignedPreset(path: string, assigned: ReadonlyMap<string, string>): string | null {
  for (let here = path; ; here = here.slice(0, here.lastIndexOf('::'))) {
    const presetId = assigned.get(here);
    if (presetId !== undefined) return presetId;
    if (!here.includes('::')) return null;
  }
}

const known = new WeakMap<Preset, Parameters>();

/** What the scheduler is told for a preset; the same object for the same preset. */
export function parametersOf(preset: Preset): Parameters {
  let parameters = known.get(preset);
  if (!parameters) {
    const { desiredRetention, maximumIntervalDays, learningStepsMinutes, relearningStepsMinutes } = preset.options;
    const weights = preset.fit?.weights ?? defaultParameters.weights;
    parameters = {
      ...defaultParameters,
      weights,
      desiredRetention,
      maximumIntervalDays,
      learningStepsMinutes,
      relearningStepsMinutes,
    };
    known.set(preset, parameters);
  }
  return parameters;
}
