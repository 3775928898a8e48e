/** What each desired retention would ask of the person. */
import type { Preset, Workload } from '../../shared/contract.js';
import { paceOf } from '../review/pace.js';
import { parametersOf } from '../review/presets.js';
import { simulate } from '../review/simulator.js';
import type { Simulation } from '../review/simulator.js';
import type { Standing } from '../store/standing.js';
import type { OnProgress } from './tasks.js';

/** The retentions of the chart, in percent. */
const fromPercent = 80;
const toPercent = 95;

/** Long enough for a higher retention to show its price, short enough to be a plan. */
const days = 90;

export function workloadOf(
  preset: Preset,
  deckIds: readonly number[],
  standing: Standing,
  today: string,
  onProgress: OnProgress,
): Workload {
  const cards = standing.cards(deckIds, today);
  const newCards = standing.newCards(deckIds);
  const { newPerDay } = preset.options;
  const pace = paceOf(standing.lastAnswers());
  const simulation: Simulation = { cards, newCards, newPerDay, pace, days, seed: 'workload' };
  const percents = Array.from({ length: toPercent - fromPercent + 1 }, (_, index) => fromPercent + index);
  const points = percents.map((percent, index) => {
    onProgress(index, percents.length);
    return simulate(simulation, { ...parametersOf(preset), desiredRetention: percent / 100 });
  });
  return { points, days, cards: cards.length + Math.min(newCards, newPerDay * days) };
}
