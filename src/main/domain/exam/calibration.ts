/** Are the chances of recall that the app gives true? Measured on the person's own answers, shown, and put right. */
import type { Strength } from '../review/scheduler.js';
import { recallAfter } from './expected-recall.js';
import type { Learner } from './expected-recall.js';

/** An answer to a card that was known: what was believed of it, and what happened. */
export interface Observation {
  strength: Strength;
  /** Study days since the answer before; at least 1, as within a day nothing is learned about forgetting. */
  elapsedDays: number;
  remembered: boolean;
}

/** The model's own experience weighs as much as so many of the person's answers, of which so many missed though it was sure. */
const modelAnswers = 50;
const modelMissed = 1.5;

/**
 * The highest chance of recall, 0 to 1, that can be told from certainty after so many answers of the person (Laplace's rule of
 * succession, with the model's experience as its prior): what is certain by the formula is not certain for them.
 */
export const surest = (answers: number): number => 1 - modelMissed / (answers + modelAnswers);

/** How many times longer (or shorter) this person remembers than the parameters say, with the range it likely lies in. */
export interface StabilityFactor {
  best: number;
  low: number;
  high: number;
}

/** Factors tried: 1/5 to 5, in steps of 8 %. */
const candidates = Array.from({ length: 41 }, (_, n) => Math.exp((n - 20) * 0.08));
/** The newest answers say how the person remembers now; more of them would not change the factor. */
const newest = 3_000;
/** Without answers the factor is 1, give or take this much (standard deviation of its logarithm). */
const priorSpread = 0.5;
/** Half of the 95 % quantile of chi squared with one degree of freedom: the range is the likelihood interval. */
const likelyWithin = 1.92;

const bounded = (chance: number): number => Math.min(0.999, Math.max(0.001, chance));

/** The factor that makes the newest of these answers (oldest first) likeliest, by penalised maximum likelihood. */
export function fitStabilityFactor(observations: readonly Observation[], learner: Learner): StabilityFactor {
  const recent = observations.slice(-newest);
  const scored = candidates.map((factor) => {
    const tried = { ...learner, stabilityFactor: factor };
    let likelihood = -0.5 * (Math.log(factor) / priorSpread) ** 2;
    for (const { strength, elapsedDays, remembered } of recent) {
      const chance = bounded(recallAfter(strength, elapsedDays, tried));
      likelihood += Math.log(remembered ? chance : 1 - chance);
    }
    return { factor, likelihood };
  });
  const best = scored.reduce((a, b) => (b.likelihood > a.likelihood ? b : a));
  const likely = scored.filter(({ likelihood }) => likelihood >= best.likelihood - likelyWithin).map(({ factor }) => factor);
  return { best: best.factor, low: Math.min(...likely), high: Math.max(...likely) };
}

/** A tenth of the scale: mean of the chances given in it, share that was remembered, and how many answers. */
export interface Decile {
  predicted: number;
  remembered: number;
  answers: number;
}

/** Predicted against what happened, by tenths of the predicted chance; tenths without answers are left out. */
export function calibrationChart(observations: readonly Observation[], learner: Learner): Decile[] {
  const tenths = Array.from({ length: 10 }, () => ({ predicted: 0, remembered: 0, answers: 0 }));
  for (const { strength, elapsedDays, remembered } of observations) {
    const chance = recallAfter(strength, elapsedDays, learner);
    const tenth = tenths[Math.min(9, Math.floor(chance * 10))];
    if (!tenth) continue;
    tenth.predicted += chance;
    tenth.remembered += remembered ? 1 : 0;
    tenth.answers += 1;
  }
  return tenths
    .filter(({ answers }) => answers > 0)
    .map(({ predicted, remembered, answers }) => ({ predicted: predicted / answers, remembered: remembered / answers, answers }));
}
