/** The sentences about presets. */
import type { EasyDay, FitResult, PresetFit, PresetOptions, Rescheduling, WorkloadPoint } from '../../../../shared/contract.js';
import { counted, number } from '../../../words/format.js';
import { messages as shared } from '../../../words/messages.js';

const percentOf = (share: number): string => `${Math.round(share * 100)} %`;
const logLoss = (loss: number): string => loss.toFixed(3);
const minutes = (point: WorkloadPoint): string => counted(Math.round(point.minutesPerDay), 'minute');
const reviews = (point: WorkloadPoint): string => counted(Math.round(point.reviewsPerDay), 'review');

export const presets = {
  title: 'Presets',
  lead: 'How the cards of your decks are studied. A deck without a preset of its own follows the deck above it.',
  preset: 'Preset',
  presetHelp: (decks: number) => (decks === 0 ? 'No deck is studied with it.' : `${counted(decks, 'deck')} studied with it.`),
  duplicate: 'Duplicate',
  copyOf: (name: string) => `${name} copy`.slice(0, 60),
  delete: 'Delete',
  name: 'Name',
  nameHelp: 'As you will find it again.',
  nameError: 'Give it a name of at most 60 letters.',
  loadFailed: 'The presets could not be read',
  notSaved: 'That was not saved',
  saved: (what: string) => `${what} saved`,
  added: (name: string) => `Preset ${name} made`,
  removed: (name: string) => `Preset ${name} deleted`,
  undone: 'Taken back',

  retention: 'Desired retention',
  retentionHelp: (percent: number) =>
    `A card comes back when you would still recall it ${percent} times in 100. Higher means more reviews.`,
  newPerDay: 'New cards a day',
  newPerDayHelp: 'For all decks with this preset together.',
  reviewsPerDay: 'Reviews a day',
  reviewsPerDayHelp: 'At most this many due cards; the rest wait for tomorrow.',
  learningStepsMinutes: 'Learning steps',
  learningStepsMinutesHelp: 'Minutes until a new card comes back, one step after the other. Empty: it goes straight into review.',
  relearningStepsMinutes: 'Relearning steps',
  relearningStepsMinutesHelp: 'Minutes until a forgotten card comes back.',
  stepsError: 'Write whole minutes under a day, each step longer than the one before: 1, 10.',
  stepsUnit: 'min',
  maximumIntervalDays: 'Longest interval',
  maximumIntervalDaysHelp: 'No card stays away longer than this.',
  days: 'days',
  newOrder: 'Order of new cards',
  newOrderHelp: 'As they stand in their notes, or mixed.',
  newOrders: { note: 'As in the note', random: 'Mixed' } satisfies Record<PresetOptions['newOrder'], string>,
  reviewOrder: 'Order of reviews',
  reviewOrderHelp: 'Decides which cards are left over when a day has more than its limit.',
  reviewOrders: { risk: 'Most at risk first', due: 'Due longest first', random: 'Mixed' } satisfies Record<
    PresetOptions['reviewOrder'],
    string
  >,
  leechLapses: 'Leech after',
  leechLapsesHelp: 'A card forgotten this often is worth rewriting.',
  times: 'lapses',
  leechSuspends: 'Suspend leeches',
  leechSuspendsHelp: 'A leech is not shown until you wake it.',
  easyDays: 'Easy days',
  easyDaysHelp: 'When a card may come back on one of several days, these take fewer or none.',
  easyDay: { normal: 'Normal', fewer: 'Fewer', none: 'None' } satisfies Record<EasyDay, string>,
  easyDaysError: 'At least one day of the week must take reviews.',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],

  workload: 'Workload',
  workloadUnit: (days: number) => `Minutes a day for each desired retention, on average over the next ${number(days)} days`,
  workloadFinding: (now: WorkloadPoint, next: WorkloadPoint | undefined) =>
    `${percentOf(now.desiredRetention)} is about ${minutes(now)} and ${reviews(now)} a day${
      next ? `, ${percentOf(next.desiredRetention)} about ${minutes(next)}` : ''
    }.`,
  workloadEmpty: 'There is nothing to work out yet: the decks of this preset hold no cards.',
  workloadFailed: 'The workload could not be worked out',
  working: {
    workload: 'Working out the workload',
    rescheduling: 'Looking through the schedules',
    reschedule: 'Rescheduling',
    undoReschedule: 'Taking the rescheduling back',
    fit: 'Fitting',
  },
  stop: 'Stop',
  table: 'Show as table',
  chart: 'Show as chart',
  columns: { retention: 'Retention', reviews: 'Reviews a day', minutes: 'Minutes a day' },
  percent: percentOf,

  schedules: 'Schedules',
  schedulesHelp: 'Cards keep the day they were given until you answer or reschedule them.',
  check: 'Check',
  upToDate: 'All schedules fit these settings.',
  offer: ({ cards }: Rescheduling) => `Reschedule ${counted(cards, 'card')} with the new parameters?`,
  offerHint: ({ dueToday }: Rescheduling) =>
    dueToday === 0 ? 'None of them becomes due today.' : `${number(dueToday)} become${dueToday === 1 ? 's' : ''} due today.`,
  reschedule: (cards: number) => `Reschedule ${counted(cards, 'card')}`,
  leave: 'Leave them',
  rescheduled: (cards: number) => `${counted(cards, 'card')} rescheduled`,

  fit: 'Fit to your memory',
  fitHelp: (fit: PresetFit | null, when: string) =>
    fit
      ? `Last fitted ${when} to ${counted(fit.reviews, 'review')}, ${(100 * (1 - fit.logLossAfter / fit.logLossBefore)).toFixed(1)} % better than before on reviews held back.`
      : 'Trains the memory model on your reviews; taken over only if it predicts the newest ones better.',
  fitNow: 'Fit now',
  unfit: 'Use default weights',
  unfitted: 'Default weights in use',
  fitted: (fit: PresetFit) => `Fitted: log loss ${logLoss(fit.logLossBefore)} before, ${logLoss(fit.logLossAfter)} now`,
  fitResult: (result: Exclude<FitResult, { outcome: 'better' }>): string => {
    switch (result.outcome) {
      case 'too-few':
        return `Fitting needs ${counted(result.needed, 'review')}, on several days; these decks have ${number(result.reviews)}.`;
      case 'not-better':
        return `The weights stay as they are: on reviews held back the log loss is ${logLoss(result.logLossBefore)} with them and would be ${logLoss(result.logLossAfter)}.`;
      case 'unavailable':
        return `Fitting is not available on this system (${result.platform}). The weights stay as they are.`;
    }
  },

  decks: 'Decks',
  decksHelp: 'Which preset each deck has.',
  presetOf: (deck: string) => `Preset of ${deck}`,
  inShort: ({ desiredRetention, newPerDay, reviewsPerDay }: PresetOptions) =>
    `Recall of ${percentOf(desiredRetention)}, ${number(newPerDay)} new and at most ${counted(reviewsPerDay, 'review')} a day.`,
  openSettings: 'Change presets',
  follows: (name: string) => `Follows: ${name}`,
  assigned: (deck: string) => `Preset of ${deck} changed`,
  range: (min: number, max: number) => `Choose a whole number from ${number(min)} to ${number(max)}.`,
};

export const messages = { ...shared, presets };
