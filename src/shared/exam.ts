/** The part of the contract about the exam: its date and time, what will be known on it, and the plan until then. */
import * as v from 'valibot';
import { count, id, line, localDay, method, nothing, text } from './schemas.js';

const restDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6));

/** Hours of study a week takes at most. */
export const mostHoursPerWeek = 80;

/** Days until the exam a plan takes at most. */
export const mostPlanDays = 3 * 366;

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
  /** Points of readiness an hour of study here adds now; null when there is nothing to study. */
  gainPerHour: v.nullable(v.number()),
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

/** What put a card in its topic: the person's word, a tag, its place, or words above it; null when nothing did. */
const placedBy = v.nullable(v.picklist(['hand', 'tag', 'path', 'words']));
/** The tag or path of the curriculum, or the heading, note or deck with its words; '' when there is nothing to say. */
const because = text;

export const mapNote = v.strictObject({
  noteId: id,
  name: text,
  cards: count,
  reasons: v.array(v.strictObject({ by: placedBy, because, cards: count })),
});
export type MapNote = v.InferOutput<typeof mapNote>;

export const examMap = v.strictObject({
  /** Every topic in the order of the curriculum, and last, with null as its id, the cards of none. */
  topics: v.array(
    v.strictObject({ topicId: v.nullable(id), domainId: v.nullable(id), title: text, cards: count, notes: v.array(mapNote) }),
  ),
});
export type ExamMap = v.InferOutput<typeof examMap>;

export const examCardRows = v.strictObject({
  /** Cards of the topic, on all pages. */
  total: count,
  cards: v.array(v.strictObject({ cardId: id, noteId: id, noteName: text, deck: text, line, front: text, by: placedBy, because })),
});
export type ExamCardRows = v.InferOutput<typeof examCardRows>;

/** The person's word on where a card, or all cards of a note, belong. */
export const topicChoice = v.strictObject({
  of: v.picklist(['card', 'note']),
  id,
  /** A topic, or none of them (`topicId` null); null leaves it to the curriculum. */
  topic: v.nullable(v.strictObject({ topicId: v.nullable(id) })),
});
export type TopicChoice = v.InferOutput<typeof topicChoice>;

const topicChoices = v.pipe(v.array(topicChoice), v.minLength(1), v.maxLength(1000));

/** A curriculum that can be chosen. */
export const curriculumFile = v.strictObject({
  curriculumId: text,
  file: text,
  exam: text,
  short: text,
  version: text,
  /** Why it cannot be used; null when it can. */
  problem: v.nullable(v.strictObject({ message: text, where: text, hint: text })),
});
export type CurriculumFile = v.InferOutput<typeof curriculumFile>;

export const examMethods = {
  'exam.get': method(nothing, examView, 'reads'),
  /** The plan played through to exam day; null without a plan or after the exam. Takes a second with thousands of cards. */
  'exam.forecast': method(nothing, v.nullable(examForecast), 'reads'),
  /** Stops a forecast. */
  'exam.cancel': method(nothing, nothing, 'reads'),
  /** Sets or ends the plan; answers what it was, so that it can be given back. `invalid-input` for a day more than `mostPlanDays` away. */
  'exam.plan': method(v.strictObject({ plan: v.nullable(examPlan) }), v.strictObject({ before: v.nullable(examPlan) }), 'writes'),
  /** Which notes and cards belong to which topic, and why. */
  'exam.map': method(nothing, examMap, 'reads'),
  /** The cards of a topic, or with null of none; of one note or of all. */
  'exam.cards': method(
    v.strictObject({
      topicId: v.nullable(id),
      noteId: v.nullable(id),
      limit: v.pipe(count, v.minValue(1), v.maxValue(500)),
      offset: count,
    }),
    examCardRows,
    'reads',
  ),
  /** Says where cards belong; what was said of a card comes before what was said of its note. Answers what was said before. */
  'exam.assign': method(v.strictObject({ choices: topicChoices }), v.strictObject({ before: topicChoices }), 'writes'),
  /** The curricula there are: those that ship with the app, and `curriculum.yaml` files in folders of notes. */
  'exam.curricula': method(nothing, v.strictObject({ chosen: text, curricula: v.array(curriculumFile) }), 'reads'),
  /** Chooses a curriculum; answers which one it was. */
  'exam.choose': method(v.strictObject({ curriculumId: text }), v.strictObject({ before: text }), 'writes'),
} as const;

export const examEvents = {
  /** How the exam stands is another thing now: it was worked out anew, or its plan or curriculum changed. */
  'exam.changed': nothing,
  /** How far a forecast is, in days played. */
  'exam.progress': v.strictObject({ done: count, total: count }),
} as const;
