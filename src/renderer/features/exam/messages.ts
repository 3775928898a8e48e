/** The sentences of the Exam screen. */
import type { ExamForecast, ExamPlan, ExamView, Range } from '../../../shared/contract.js';
import { counted, longDay, number } from '../../words/format.js';
import { messages as shared } from '../../words/messages.js';
import { examMap } from './mapping-messages.js';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const tenths = (n: number): string => number(Math.round(n * 10) / 10);
const hours = (n: number): string => (n === 1 ? '1 hour' : `${tenths(n)} hours`);
const minutes = (seconds: number): string => counted(Math.max(1, Math.round(seconds / 60)), 'minute');

/** `a`, `a and b`, `a, b and c` */
const list = (all: readonly string[]): string => (all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`);

/** `March 2026` from `2026-03`; anything else as it is. */
function month(asOf: string): string {
  const at = /^(\d{4})-(\d{2})/.exec(asOf);
  if (!at?.[1] || !at[2]) return asOf;
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${at[1]}-${at[2]}-01T00:00:00Z`),
  );
}

/** `Tuesday 15 December`, with the year when it is not that of `todayOn`. */
const day = (dayOn: string, todayOn: string): string =>
  dayOn.slice(0, 4) === todayOn.slice(0, 4) ? longDay(dayOn) : `${longDay(dayOn)} ${dayOn.slice(0, 4)}`;

/** `14 Dec`, where there is little room. */
const axisDay = (dayOn: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${dayOn}T00:00:00Z`));

export const exam = {
  title: 'Exam',
  day,
  sub: ({ short, version, asOf }: ExamView['curriculum']): string =>
    `${short}, curriculum ${version.replace(/^v/, '')} as of ${month(asOf)}`,
  loading: 'Reading the exam',
  failed: 'The exam could not be read',
  percent,

  /* its date */
  firstTitle: 'Set the day of your exam',
  firstText:
    'Etcdeck then says what to study each day until it, so that every card is seen and the weakest come last, and what you are likely to recall on that day. Reviews go on as before after it.',
  form: 'Exam plan',
  date: 'Exam on',
  hours: 'Hours a week',
  hoursUnit: 'hours',
  perDay: (hoursPerWeek: number, studyDays: number): string =>
    `${minutes((hoursPerWeek * 3600) / studyDays)} on each of ${counted(studyDays, 'day')}`,
  rest: 'No study on',
  weekdays,
  daysOff: 'Days off',
  dayOff: 'Day off',
  addDay: 'Add day off',
  removeDay: (day: string): string => `Remove ${day}`,
  noDaysOff: 'Holidays, or days you know you cannot study.',
  set: 'Set exam',
  change: 'Change plan',
  errors: {
    date: 'Choose a day after today, in the next three years.',
    hours: 'A number from 0.5 to 80.',
    rest: 'One day of the week must be left for study.',
    dayOff: (examOn: string): string => `Choose a day between today and ${examOn}.`,
    tooMany: (most: number): string => `A plan takes ${number(most)} days off at most.`,
    refused: 'That was not stored',
  },
  wasSet: (day: string): string => `Exam set for ${day}`,
  changed: 'Plan changed',
  removed: 'Plan removed',

  /* figures */
  daysLeft: 'Days left',
  examToday: 'Today',
  covered: 'Topics covered',
  of: (part: number, all: number): string => `${number(part)} of ${number(all)}`,
  without: (topics: number): string =>
    topics === 0 ? 'Every topic has cards' : topics === 1 ? '1 has no cards yet' : `${number(topics)} have no cards yet`,
  readiness: 'Readiness',
  range: ({ low, high }: Range): string => `${Math.round(low * 100)} to ${Math.round(high * 100)}`,
  readinessHint: 'Recall of your cards, not a pass prediction',
  readinessNote: (covered: number, topics: number): string =>
    `Recall of your cards on exam day, not a pass prediction. Cards cover ${number(covered)} of ${counted(topics, 'topic')}.`,
  withheld: 'Withheld',
  withheldFor: (answers: number): string => `${counted(answers, 'more review')} of cards you have seen before`,

  /* today's part */
  today: (cards: number, seconds: number): string => `Today: ${counted(cards, 'card')}, about ${minutes(seconds)}`,
  todayKinds: (cards: number, fresh: number): string => {
    const keep = cards > fresh ? `${number(cards - fresh)} to keep, those that gain most for the exam first` : '';
    return `${[keep, fresh > 0 ? `${number(fresh)} new` : ''].filter(Boolean).join('; ')}.`;
  },
  study: 'Study',
  todayNothing: 'Nothing left for today',
  todayRest: 'The plan has no study today, or all of it is done.',
  noCards: 'No cards to plan with',
  noCardsText: 'No card belongs to a topic of this exam. Import notes, or say below which of yours belong to one.',
  examDay: 'Exam day',
  examDayText: 'The plan holds nothing more. What is due for review waits on Today.',
  over: (day: string): string => `The exam was on ${day}`,
  overText: 'Reviews follow their normal schedule again. Set a new date to plan for another attempt.',
  newDate: 'Set a new date',

  /* the plan */
  plan: 'Plan',
  changePlan: 'Change',
  remove: 'Remove',
  removePlan: 'Remove the plan',
  reckon: 'Work out the days until the exam',
  reckoning: 'Working out the days until the exam',
  reckonFailed: 'The days until the exam could not be worked out',
  enough: (secondsPerDay: number, lastPass: boolean): string =>
    `${minutes(secondsPerDay)} a day is enough to see every card${lastPass ? ', with a last pass over the weakest' : ''}.`,
  short: (unseen: number): string => `The time does not suffice: ${counted(unseen, 'card')} would not be seen by exam day.`,
  shortHint: (needed: number | null, canDrop: boolean): string => {
    const drop = canDrop ? ', or leave out the topics that bring least for their time' : '';
    return needed === null
      ? `No number of hours would show them all. Choose a later day${drop}.`
      : `${hours(needed)} a week would show every card. Plan them${drop}.`;
  },
  dropList: 'Topics to leave out',
  leaveOut: (topics: number): string => (topics === 0 ? 'Leave out' : `Leave out ${counted(topics, 'topic')}`),
  topicsLeftOut: (topics: number): string => `${counted(topics, 'topic')} left out of the plan`,
  leftOut: 'Left out of the plan',
  takeIn: 'Take in',
  takeInTopic: (title: string): string => `Take in ${title}`,
  takenIn: (title: string): string => `Taken in: ${title}`,
  takeHours: (needed: number): string => `Plan ${hours(needed)} a week`,
  terms: ({ hoursPerWeek, restDays, daysOff }: ExamPlan): string => {
    const rest = restDays.map((day) => weekdays[day] ?? '').filter(Boolean);
    const off = [
      rest.length > 0 ? `no study on ${list(rest)}` : '',
      daysOff.length > 0 ? counted(daysOff.length, 'day off', 'days off') : '',
    ];
    return `${[`${hours(hoursPerWeek)} a week`, ...off].filter(Boolean).join(', ')}.`;
  },

  chart: 'Minutes a day until the exam',
  chartByWeek: 'Minutes a day until the exam, mean of each week',
  finding: ({ days }: ExamForecast, capSeconds: number): string => {
    const spent = days.map(({ reviewSeconds, freshSeconds }) => reviewSeconds + freshSeconds).filter((seconds) => seconds > 0);
    if (spent.length === 0) return 'There is nothing to study until then.';
    const [low, high] = [Math.min(...spent), Math.max(...spent)].map((seconds) => Math.round(seconds / 60));
    const last = days.filter(({ lastPass }) => lastPass).length;
    const within = `${low === high ? `${low ?? 0}` : `Between ${low ?? 0} and ${high ?? 0}`} minutes on a day of study, never above your ${Math.round(capSeconds / 60)}`;
    return last > 0
      ? `${within}; ${last === 1 ? 'the last day is' : `the last ${number(last)} days are`} a pass over the weakest cards.`
      : `${within}.`;
  },
  series: { reviews: 'Reviews', fresh: 'New', last: 'Last pass, weakest first' },
  cap: (seconds: number): string => `your time, ${minutes(seconds)}`,
  axis: { today: 'Today', day: axisDay, end: (dayOn: string): string => `${axisDay(dayOn)}, day before` },
  table: 'Show as table',
  showChart: 'Show as chart',
  columns: { day: 'Day', reviews: 'Reviews', fresh: 'New', minutes: 'Minutes', last: 'Last pass' },
  yes: 'yes',
  no: 'no',
  expected: (recall: number): string => `Following it, about ${percent(recall)} of all cards would be recalled on exam day.`,

  /* coverage */
  coverage: 'Coverage by domain',
  domain: 'Domain',
  weight: 'Weight',
  topicsCovered: 'Topics covered',
  cards: 'Cards',
  recall: 'Recall on exam day',
  recallOf: ({ mean, low, high }: Range): string => `${percent(mean)}, likely ${Math.round(low * 100)} to ${Math.round(high * 100)}`,
  seen: (seen: number, cards: number): string => `${number(seen)} of ${number(cards)} seen`,
  none: 'no cards',
  openDomain: (title: string): string => `Topics of ${title}`,
  withoutCards: 'Topics without cards',
  importThese: 'Import notes for these',
  addShipped: (notes: number): string => `Add the ${counted(notes, 'note')} that ${notes === 1 ? 'ships' : 'ship'} with Etcdeck`,

  /* what brings most */
  gain: 'What to study next',
  gainHint: 'Points of readiness an hour adds there now.',
  studyTopic: (title: string): string => `Study ${title}`,
  points: (points: number): string => `+${points.toFixed(1)}`,
  pointsOf: (points: number): string => `${tenths(points)} points an hour`,

  /* calibration */
  calibration: 'Calibration',
  calibrationUnit: 'Predicted recall across, what happened up, in %',
  calibrationEmpty: 'Nothing to compare yet: no card has been answered a second time on a later day.',
  calibrationFinding: (points: ExamView['calibration']): string => {
    const answers = points.reduce((sum, point) => sum + point.answers, 0);
    const off =
      points.reduce((sum, { predicted, remembered, answers: of }) => sum + (remembered - predicted) * of, 0) / Math.max(1, answers);
    const by = Math.round(Math.abs(off) * 100);
    const how = by === 0 ? 'as often as predicted' : `${counted(by, 'point')} ${off > 0 ? 'more' : 'less'} often than predicted`;
    return `In ${counted(answers, 'answer')}, cards were remembered ${how}.`;
  },
  predicted: 'Predicted',
  remembered: 'Remembered',
  answers: 'Answers',

  curriculum: 'Curriculum',
  /** `folder` is null for what ships with Etcdeck. */
  curriculumIn: (name: string, folder: string | null): string => `${name}, ${folder === null ? 'with Etcdeck' : `in ${folder}`}`,
  chosen: 'Another curriculum chosen',

  /* on Today */
  inDays: (short: string, daysLeft: number): string =>
    daysLeft === 0 ? `${short} today` : daysLeft === 1 ? `${short} tomorrow` : `${short} in ${counted(daysLeft, 'day')}`,
  planToday: (cards: number, seconds: number): string =>
    cards === 0 ? 'Nothing of the plan is left for today.' : `The plan has ${counted(cards, 'card')} for today, about ${minutes(seconds)}.`,
  planFirst: 'Study this first. Start review follows the ordinary schedule of all decks; an answer counts for both.',
  studyPlan: 'Study the plan',
  open: 'Open the plan',

  keys: {
    study: 'Study today’s part of the plan',
    map: 'Go from the plan to notes by topic and back',
    change: 'Set or change the exam’s day and hours',
  },
};

export const messages = { ...shared, exam, examMap };
