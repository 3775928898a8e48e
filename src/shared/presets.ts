/** The part of the contract about presets: how the cards of some decks are studied. */
import * as v from 'valibot';
import { count, id, instant, method, nothing, text, some } from './schemas.js';

const perDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
/** Learning steps, shortest first, each under a day: longer ones are intervals. */
const stepsMinutes = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1439))),
  v.maxLength(10),
  v.check(
    (minutes) => minutes.every((step, index) => index === 0 || step > (minutes[index - 1] ?? 0)),
    'Each step must be longer than the one before.',
  ),
);

/** How many reviews a weekday takes when days are chosen for cards; cards still come due when no other day will do. */
export const easyDay = v.picklist(['normal', 'fewer', 'none']);
export type EasyDay = v.InferOutput<typeof easyDay>;

/** How the cards of some decks are studied. */
export const presetOptions = v.strictObject({
  newPerDay: perDay,
  reviewsPerDay: perDay,
  /** Chance of recall at which a card comes due, 0.70 to 0.97. */
  desiredRetention: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97)),
  learningStepsMinutes: stepsMinutes,
  relearningStepsMinutes: stepsMinutes,
  maximumIntervalDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500)),
  /** New cards as they stand in their notes, or mixed. */
  newOrder: v.picklist(['note', 'random']),
  /** Due cards with the lowest chance of recall first, those due longest first, or mixed. */
  reviewOrder: v.picklist(['risk', 'due', 'random']),
  /** Lapses that make a card a leech, and then every half of it again. */
  leechLapses: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  leechSuspends: v.boolean(),
  /** Monday first. */
  easyDays: v.pipe(
    v.array(easyDay),
    v.length(7),
    v.check((days) => days.some((day) => day !== 'none'), 'At least one day of the week must take reviews.'),
  ),
});
export type PresetOptions = v.InferOutput<typeof presetOptions>;

/** Weights of the memory model trained on the person's own reviews, and how well they did on reviews they were not trained on. */
export const presetFit = v.strictObject({
  weights: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.length(21)),
  fittedAt: instant,
  /** Reviews there were. */
  reviews: count,
  /** Log loss on the held-back reviews, before and after; lower is better. */
  logLossBefore: v.number(),
  logLossAfter: v.number(),
});
export type PresetFit = v.InferOutput<typeof presetFit>;

export const preset = v.strictObject({
  presetId: id,
  name: v.pipe(text, v.trim(), v.minLength(1), v.maxLength(60)),
  options: presetOptions,
  /** null: the default weights. */
  fit: v.nullable(presetFit),
});
export type Preset = v.InferOutput<typeof preset>;

export const presetsView = v.strictObject({
  /** The default one first. */
  presets: v.array(preset),
  /** Every deck, parents before children, with the preset it has of its own; null: it follows its nearest ancestor. */
  decks: v.array(v.strictObject({ path: text, presetId: v.nullable(id), follows: id })),
});
export type PresetsView = v.InferOutput<typeof presetsView>;

/** A change of presets `presets.undo` takes back. */
const presetStep = v.strictObject({ stepId: count });

/** What new parameters would do to the cards in review. */
export const rescheduling = v.strictObject({
  /** Cards whose schedule changes. */
  cards: count,
  /** How many of them are due today that were not. */
  dueToday: count,
});
export type Rescheduling = v.InferOutput<typeof rescheduling>;

/** What a desired retention would ask of the person, on average over the days that were simulated. */
export const workloadPoint = v.strictObject({
  desiredRetention: v.number(),
  reviewsPerDay: v.number(),
  minutesPerDay: v.number(),
});
export type WorkloadPoint = v.InferOutput<typeof workloadPoint>;

export const workload = v.strictObject({
  /** Lowest retention first. */
  points: v.array(workloadPoint),
  /** Days that were simulated. */
  days: count,
  /** Cards in review and new cards it counts with. */
  cards: count,
});
export type Workload = v.InferOutput<typeof workload>;

/** What became of training weights on the person's reviews. */
export const fitResult = v.variant('outcome', [
  /** Better on the held-back reviews, so it can be adopted. */
  v.strictObject({ outcome: v.literal('better'), fit: presetFit }),
  /** Not better there: the weights stay as they are. */
  v.strictObject({ outcome: v.literal('not-better'), reviews: count, logLossBefore: v.number(), logLossAfter: v.number() }),
  v.strictObject({ outcome: v.literal('too-few'), reviews: count, needed: count }),
  /** The part that trains is not there for this system. */
  v.strictObject({ outcome: v.literal('unavailable'), platform: text }),
]);
export type FitResult = v.InferOutput<typeof fitResult>;

const ofPreset = v.strictObject({ presetId: id });

export const presetEvents = {
  /** How far the running task is. */
  'presets.progress': v.strictObject({ done: count, total: count }),
} as const;

export const presetMethods = {
  'presets.get': method(nothing, presetsView, 'reads'),
  /** Makes a preset like another one. */
  'presets.add': method(v.strictObject({ name: preset.entries.name, like: id }), v.strictObject({ stepId: count, presetId: id }), 'writes'),
  'presets.change': method(
    v.strictObject({ presetId: id, name: v.optional(preset.entries.name), options: v.optional(some(presetOptions)) }),
    presetStep,
    'writes',
  ),
  /** Removes a preset; its decks follow their ancestors again. The default one cannot go. */
  'presets.remove': method(v.strictObject({ presetId: id }), presetStep, 'writes'),
  /** Gives a deck and its children a preset; null takes it away again. */
  'presets.assign': method(v.strictObject({ deck: text, presetId: v.nullable(id) }), presetStep, 'writes'),
  'presets.undo': method(presetStep, nothing, 'writes'),

  /** What rescheduling the cards of a preset would do now. */
  'presets.rescheduling': method(ofPreset, rescheduling, 'reads'),
  /** Makes the schedules of a preset's cards anew with its parameters; `rescheduleId` null when nothing changed. */
  'presets.reschedule': method(ofPreset, v.strictObject({ ...rescheduling.entries, rescheduleId: v.nullable(id) }), 'imports'),
  /** Takes a rescheduling back for the cards that were not answered since. */
  'presets.undoReschedule': method(v.strictObject({ rescheduleId: id }), nothing, 'imports'),
  /** What each desired retention would ask, with the person's cards and pace. */
  'presets.workload': method(ofPreset, workload, 'reads'),
  /** Trains weights on the reviews of a preset's cards and tries them on held-back reviews. Stores nothing. */
  'presets.fit': method(ofPreset, fitResult, 'reads'),
  /** Takes over the weights of the last `presets.fit` that found better ones. */
  'presets.adopt': method(ofPreset, presetStep, 'writes'),
  /** Goes back to the default weights. */
  'presets.unfit': method(ofPreset, presetStep, 'writes'),
  /** Stops what is being worked out, if anything is. */
  'presets.cancel': method(nothing, nothing, 'reads'),
} as const;
