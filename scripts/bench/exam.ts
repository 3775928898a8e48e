/** What the exam plan is worth: simulated people who study by it beside the same people with plain FSRS and the same time. */
import { compare, scenarios } from './simulated-learner.js';
import type { Comparison } from './simulated-learner.js';

/** As many as the shipped decks promise at least. */
const cards = 600;

const percent = (share: number): number => Number((100 * share).toFixed(1));

const row = ({ scenario, plain, plan, gain, timeRatio, longestOverMean }: Comparison) => ({
  days: scenario.days,
  'minutes a day': scenario.minutesPerDay,
  'missed days': `${percent(scenario.missed)} %`,
  'late by': scenario.lateDays,
  'plain recall': percent(plain.recall),
  'plan recall': percent(plan.recall),
  points: Number(gain.toFixed(1)),
  'time of plain': Number(timeRatio.toFixed(3)),
  'longest over mean day': Number(longestOverMean.toFixed(2)),
});

/** Mean recall on exam day of all scenarios in percent, by the plan and by plain FSRS, and a row for each. */
export function planAndPlain() {
  const all = scenarios(cards).map(compare);
  const mean = (of: (one: Comparison) => number): number => (100 * all.reduce((sum, one) => sum + of(one), 0)) / all.length;
  return {
    plan: mean(({ plan }) => plan.recall),
    plain: mean(({ plain }) => plain.recall),
    leastGain: Math.min(...all.map(({ gain }) => gain)),
    rows: all.map(row),
  };
}
