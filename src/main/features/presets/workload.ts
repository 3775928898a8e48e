/** What each desired retention would ask of the person. */
import type { Preset, Workload } from '../../../shared/contract.js';
import { paceOf } from '../../domain/review/pace.js';
import { parametersOf } from '../../domain/review/presets.js';
import { simulate } from '../../domain/review/simulator.js';
import type { Simulation } from '../../domain/review/simulator.js';
import type { Standing } from '../../store/tables/simulation-start.js';
import type { OnProgress } from '../../threads/protocol.js';

/** How many retentions the chart shows, a percent apart, and where it usually begins. */
const bars = 16;
const usualFromPercent = 80;

/** The retentions of the chart, in percent: the usual ones, moved so far that the present one is among them. */
function chartPercents(presentPercent: number): number[] {
  const from = Math.min(presentPercent, Math.max(usualFromPercent, presentPercent - bars + 1));
  return Array.from({ length: bars }, (_, index) => from + index);
}

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
  const { newPerDay, desiredRetention } = preset.options;
  const pace = paceOf(standing.lastAnswers());
  const simulation: Simulation = { cards, newCards, newPerDay, pace, days, seed: 'workload' };
  const percents = chartPercents(Math.round(desiredRetention * 100));
  const points = percents.map((percent, index) => {
    onProgress(index, percents.length);
    return simulate(simulation, { ...parametersOf(preset), desiredRetention: percent / 100 });
  });
  return { points, days, cards: cards.length + Math.min(newCards, newPerDay * days) };
}
