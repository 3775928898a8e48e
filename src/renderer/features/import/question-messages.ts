/** The sentences of the Import screen that are about questions and schedules of other programs. */
import { counted, daysBetween, shortDay } from '../../words/format.js';

const next = (todayOn: string, dueOn: string): string => {
  const days = daysBetween(todayOn, dueOn);
  return days <= 0 ? 'due now' : `next in ${counted(days, 'day')}`;
};

export const questions = {
  /** Of a note in the list. */
  ofNote: (n: number) => counted(n, 'question'),
  open: (n: number) => `${counted(n, 'open question')}: is ${n === 1 ? 'this new card one' : 'each of these new cards one'} you had?`,
  openHint: (n: number) =>
    `Without an answer ${n === 1 ? 'it is' : 'they are'} new, and what ${n === 1 ? 'it resembles' : 'they resemble'} is set aside with its schedule.`,
  goTo: (n: number) => (n === 1 ? 'Go to the question' : 'Go to the next question'),
  same: 'Is this the same card?',
  about: (note: string, todayOn: string, dueOn: string | null) =>
    `Its words are like those of a card that is no longer in ${note || 'the notes'}${dueOn ? `, ${next(todayOn, dueOn)}` : ''}.`,
  yes: 'Yes, keep its schedule',
  no: 'No, it is new',
  answered: (answer: 'same' | 'new', note: string) =>
    answer === 'same'
      ? `Taken as the card that was in ${note || 'the notes'}.`
      : `Taken as a new card, not the one that was in ${note || 'the notes'}.`,
  change: 'Change answer',
  left: (n: number) => (n === 0 ? 'No question is left.' : `${counted(n, 'question')} left.`),
};

export const takenSchedule = (todayOn: string, dueOn: string): string =>
  `schedule taken over from the note: due ${shortDay(dueOn, todayOn)}`;
