/** The part of the contract about the exam: its date and time, what will be known on it, and the plan until then. */
import * as v from 'valibot';
import { count, id, localDay, method, nothing, text } from './schemas.js';

const restDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6));

/** Hours of study a week takes at most. */
export const mostHoursPerWeek = 80;

/** The exam a person studies for, and the time they have. */
export const examPlan = v.strictObject({
  examOn: localDay,
  hoursPerWeek: v.pipe(
    v.number(),
    v.minValue(0.5, 'Half an hour a week is the least.'),
    v.maxValue(mostHoursPerWeek, 'A week has no more than 80 hours of study.'),
  ),
  /** Days of the week without study, 0 for Monday to 6 for Sunday. */
  restDays: v.pipe(v.array(restDay), v.maxLength(6, 'One day of the week must be left for study.')),
  /** Single days without study. */
  daysOff: v.pipe(v.array(localDay), v.maxLength(100)),
  /** Topics left out of the plan: their cards are neither introduced nor repeated by it. */
  leftOut: v.pipe(v.array(id), v.maxLength(500)),
  /** The study day the plan was made. */
  startedOn: localDay,
});
export type ExamPlan = v.InferOutput<typeof examPlan>;

/** A share, 0 to 1, with the range it likely lies in. */
const range = v.strictObject({ mean: v.number(), low: v.number(), high: v.number() });
export type Range = v.InferOutput<typeof range>;

export const topicStanding = v.strictObject({
  topicId: id,
  title: text,
  cards: count,
  /** Cards answered at least once. */
  seen: count,
  /** Recall on exam day; null without cards. */
  recall: v.nullable(range),
});

export const domainStanding = v.strictObject({
  domainId: id,
  title: text,
  weightPercent: v.number(),
  cards: count,
  seen: count,
  /** Topics that have cards. */
  covered: count,
  topics: v.array(topicStanding),
  recall: v.nullable(range),
  /** Points of readiness an hour of study here adds now; null when there is nothing to study. */
  gainPerHour: v.nullable(v.number()),
});
export type DomainStanding = v.InferOutput<typeof domainStanding>;

export const examView = v.strictObject({
  curriculum: v.strictObject({
    exam: text,
    short: text,
    version: text,
    asOf: text,
    source: text,
    minutes: v.number(),
    tasks: text,
    passPercent: v.number(),
  }),
  plan: v.nullable(examPlan),
  /** Study days until the exam, 0 on its day; null without a plan or after it. */
  daysLeft: v.nullable(count),
  domains: v.array(domainStanding),
  topics: count,
  covered: count,
  /** Recall of the person's cards on exam day, by weight and coverage; null while withheld or without a date. */
  readiness: v.nullable(range),
  /** Answers still missing until readiness is shown. */
  withheldFor: count,
  /** Predicted recall against what happened, by tenths of the prediction. */
  calibration: v.array(v.strictObject({ predicted: v.number(), remembered: v.number(), answers: count })),
  /** What the plan has for today, in its order; null without a plan or after the exam. */
  today: v.nullable(
    v.strictObject({
      cardIds: v.array(id),
      fresh: count,
      /** What they likely take, and what was spent on cards of the exam today. */
      seconds: v.number(),
      spentSeconds: v.number(),
    }),
  ),
});
export type ExamView = v.InferOutput<typeof examView>;

/** What Today says of an exam to come. */
export const examToday = v.strictObject({
  examOn: localDay,
  daysLeft: count,
  /** null while it is being worked out; `exam.changed` follows. */
  standing: v.nullable(
    v.strictObject({
      short: text,
      readiness: v.nullable(range),
      withheldFor: count,
      topics: count,
      covered: count,
      /** What is left of today's plan: cards, new ones among them, and the seconds they likely take. */
      cards: count,
      fresh: count,
      seconds: v.number(),
      spentSeconds: v.number(),
    }),
  ),
});
export type ExamToday = v.InferOutput<typeof examToday>;

export const examForecast = v.strictObject({
  days: v.array(
    v.strictObject({
      dayOn: localDay,
      reviews: count,
      fresh: count,
      reviewSeconds: v.number(),
      freshSeconds: v.number(),
      /** All cards were seen before: the weakest of them. */
      lastPass: v.boolean(),
    }),
  ),
  /** Cards never seen by exam day. */
  unseen: count,
  recall: v.number(),
  /** Hours a week that would show every card; null when the time suffices, or no time would. */
  neededHoursPerWeek: v.nullable(v.number()),
  /** Topics to leave out when it does not, the least valuable first: together they make up for the cards unseen. */
  drop: v.array(v.strictObject({ topicId: id, title: text, cards: count })),
});
export type ExamForecast = v.InferOutput<typeof examForecast>;

export const examMethods = {
  'exam.get': method(nothing, examView),
  /** The plan played through to exam day; null without a plan or after the exam. Takes a second with thousands of cards. */
  'exam.forecast': method(nothing, v.nullable(examForecast)),
  /** Stops a forecast. */
  'exam.cancel': method(nothing, nothing),
  /** Sets or ends the plan; answers what it was, so that it can be given back. */
  'exam.plan': method(v.strictObject({ plan: v.nullable(examPlan) }), v.strictObject({ before: v.nullable(examPlan) })),
} as const;

export const examEvents = {
  /** How the exam stands is another thing now: it was worked out anew, or its plan or curriculum changed. */
  'exam.changed': nothing,
  /** How far a forecast is, in days played. */
  'exam.progress': v.strictObject({ done: count, total: count }),
} as const;
