/**
 * A made-up person who studies for an exam, day by day: their memory follows FSRS with parameters of their own, which the app does
 * not know. Either by the app's plan, or as plain FSRS has it: what is due, then up to 20 new cards.
 */
import type { Observation } from '../../src/main/domain/exam/calibration.js';
import { usualPace } from '../../src/main/domain/review/pace.js';
import { randomFrom } from '../../src/main/domain/review/random.js';
import { firstRatings, recallAfter, strengthAtEndOfDay } from '../../src/main/domain/exam/expected-recall.js';
import type { ExamCard, Learner } from '../../src/main/domain/exam/expected-recall.js';
import { planToday } from '../../src/main/domain/exam/plan.js';
import { defaultParameters, idealInterval } from '../../src/main/domain/review/scheduler.js';
import type { Strength } from '../../src/main/domain/review/scheduler.js';
import type { Rating } from '../../src/shared/contract.js';

export interface Scenario {
  /** Days from the first to exam day. */
  days: number;
  minutesPerDay: number;
  cards: number;
  /** Chance that a day is missed, 0 to 1. */
  missed: number;
  /** Days before the first one of study. */
  lateDays: number;
  seed: number;
}

export interface Outcome {
  /** Mean chance of recall of all cards on exam day, by the person's true memory, 0 to 1. */
  recall: number;
  /** Seconds of study on each day that was not missed. */
  loads: number[];
  seen: number;
  /** Answers to cards learned on an earlier day, as the app saw them. */
  observations: Observation[];
  /** The cards on exam day as the app sees them, with their true chance of recall. */
  atExam: { card: ExamCard; truth: number }[];
}

export const assumedLearner: Learner = {
  parameters: defaultParameters,
  stabilityFactor: 1,
  pace: usualPace,
  surest: 1,
};

/** Normal variates from uniform ones (Box and Muller). */
const normal = (chance: () => number): number => Math.sqrt(-2 * Math.log(chance() + 1e-12)) * Math.cos(2 * Math.PI * chance());

/** The last weight says how fast all is forgotten; within these bounds it still is a memory. */
const decayBounds = [0.1, 0.5] as const;

/** FSRS as this person has it: every weight off by about a quarter. */
function trueLearner(chance: () => number): Learner {
  const { weights } = defaultParameters;
  const own = weights.map((weight, n) => {
    const off = normal(chance);
    if (n < weights.length - 1) return weight * Math.exp(0.25 * off);
    return Math.min(decayBounds[1], Math.max(decayBounds[0], weight * Math.exp(0.15 * off)));
  });
  return { ...assumedLearner, parameters: { ...defaultParameters, weights: own } };
}

interface KnownCard {
  assumed: Strength;
  truth: Strength;
  answeredOn: number;
  dueOn: number;
}

function firstRating(chance: number): Rating {
  const { again, hard, good } = firstRatings(usualPace);
  if (chance < again) return 'again';
  if (chance < again + hard) return 'hard';
  return chance < again + hard + good ? 'good' : 'easy';
}

/**
 * Lets the person study. `budgetSeconds` a day for the plan; null is plain FSRS within the scenario's minutes.
 * The same scenario has the same person, missed days and luck with both.
 */
export function study(scenario: Scenario, budgetSeconds: number | null): Outcome {
  const { days, cards, seed } = scenario;
  const fate = randomFrom(`person ${seed}`);
  const truth = trueLearner(fate);
  const missed = Array.from({ length: days }, (_, day) => fate() < scenario.missed || day < scenario.lateDays);
  const luck = randomFrom(`luck ${seed}`);
  const known = new Map<number, KnownCard>();
  const observations: Observation[] = [];

  /** Shows a card; gives back the seconds it took. */
  const show = (card: number, today: number): number => {
    const before = known.get(card);
    const elapsedDays = before ? today - before.answeredOn : 0;
    let rating: Rating;
    if (before) {
      const remembered = luck() < recallAfter(before.truth, elapsedDays, truth);
      observations.push({ strength: before.assumed, elapsedDays, remembered });
      const grade = luck();
      rating = !remembered ? 'again' : grade < usualPace.hard ? 'hard' : grade < 1 - usualPace.easy ? 'good' : 'easy';
    } else rating = firstRating(luck());
    const assumed = strengthAtEndOfDay(before?.assumed ?? null, elapsedDays, rating, defaultParameters);
    known.set(card, {
      assumed,
      truth: strengthAtEndOfDay(before?.truth ?? null, elapsedDays, rating, truth.parameters),
      answeredOn: today,
      dueOn: today + idealInterval(assumed.stability, defaultParameters),
    });
    const { newMs, recalledMs, forgottenMs } = usualPace;
    return (before ? (rating === 'again' ? forgottenMs : recalledMs) : newMs) / 1000;
  };

  const asExamCards = (today: number): ExamCard[] =>
    Array.from({ length: cards }, (_, card) => {
      const own = known.get(card);
      return {
        cardId: String(card),
        item: String(card),
        topicId: null,
        strength: own?.assumed ?? null,
        elapsedDays: own ? today - own.answeredOn : 0,
      };
    });

  const plainDay = (today: number): number => {
    const cap = scenario.minutesPerDay * 60;
    const risk = ({ assumed, answeredOn }: KnownCard): number => recallAfter(assumed, today - answeredOn, assumedLearner);
    const due = [...known].filter(([, { dueOn }]) => dueOn <= today).sort(([, a], [, b]) => risk(a) - risk(b));
    let spent = 0;
    for (const [card] of due) if (spent < cap) spent += show(card, today);
    for (let card = 0, fresh = 0; card < cards && fresh < 20 && spent < cap; card++) {
      if (known.has(card)) continue;
      fresh += 1;
      spent += show(card, today);
    }
    return spent;
  };

  const plannedDay = (today: number, budget: number): number => {
    let spent = 0;
    const tasks = planToday(asExamCards(today), { daysIn: today, daysLeft: days - today, budgetSeconds: budget }, assumedLearner);
    for (const { cardId, seconds } of tasks) if (spent + seconds <= budget) spent += show(Number(cardId), today);
    return spent;
  };

  const loads: number[] = [];
  // What a day leaves over is studied the next day.
  let over = 0;
  missed.forEach((isMissed, today) => {
    if (isMissed) return;
    const budget = (budgetSeconds ?? 0) + over;
    const spent = budgetSeconds === null ? plainDay(today) : plannedDay(today, budget);
    over = budgetSeconds === null ? 0 : budget - spent;
    loads.push(spent);
  });
  const atExam = asExamCards(days).flatMap((card) => {
    const own = known.get(Number(card.cardId));
    return own ? [{ card, truth: recallAfter(own.truth, days - own.answeredOn, truth) }] : [];
  });
  const recall = atExam.reduce((sum, one) => sum + one.truth, 0) / cards;
  return { recall, loads, seen: known.size, observations, atExam };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export interface Comparison {
  scenario: Scenario;
  plain: Outcome;
  plan: Outcome;
  /** Points of 100 the plan's recall is above that of plain FSRS. */
  gain: number;
  /** The plan's study time over that of plain FSRS. */
  timeRatio: number;
  /** The plan's longest day over its mean. */
  longestOverMean: number;
}

/** Plain FSRS, then the plan with the same time in all, in equal parts on the days that are not missed. */
export function compare(scenario: Scenario): Comparison {
  const plain = study(scenario, null);
  const plan = study(scenario, sum(plain.loads) / plain.loads.length);
  return {
    scenario,
    plain,
    plan,
    gain: 100 * (plan.recall - plain.recall),
    timeRatio: sum(plan.loads) / sum(plain.loads),
    longestOverMean: Math.max(...plan.loads) / (sum(plan.loads) / plan.loads.length),
  };
}

/** 30 to 120 days, 15 to 90 minutes a day; every day, one in five missed, and a start a third of the way in. */
export function scenarios(cards: number): Scenario[] {
  const habits = (days: number) => [
    { missed: 0, lateDays: 0 },
    { missed: 0.2, lateDays: 0 },
    { missed: 0, lateDays: Math.floor(days / 3) },
  ];
  return [30, 60, 120]
    .flatMap((days) => [15, 40, 90].flatMap((minutesPerDay) => habits(days).map((habit) => ({ days, minutesPerDay, cards, ...habit }))))
    .map((scenario, n) => ({ ...scenario, seed: n + 1 }));
}
