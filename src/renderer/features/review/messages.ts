/** The sentences of a review. */
import type { Rating } from '../../../shared/contract.js';
import { counted, duration, interval, number } from '../../words/format.js';
import { messages as shared } from '../../words/messages.js';
import { study } from './session-messages.js';
import { truth } from './card-messages.js';
import { typing } from './typing-messages.js';

export const review = {
  title: 'Review',
  end: 'End review',
  deck: 'Deck',
  left: 'Left in this session',
  progress: (share: number) => `Progress ${Math.round(share * 100)} %`,
  queue: { new: 'new', learning: 'learning', due: 'due' },
  show: 'Show answer',
  ratings: 'How well did you know it?',
  rating: { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' } satisfies Record<Rating, string>,
  edit: 'Edit',
  suspend: 'Suspend',
  bury: 'Bury',
  flag: 'Flag',
  showKeys: 'Keys',
  command: 'command',
  next: (queue: string, left: number) => `Next card, ${queue}. ${number(left)} left.`,
  answerShown: 'Answer',
  rated: (rating: Rating, ms: number | null) =>
    `${rating.charAt(0).toUpperCase()}${rating.slice(1)}${ms === null ? '' : `, next in ${interval(ms)}`}.`,
  over: (answered: number, ms: number) =>
    answered === 0 ? 'Review over.' : `Review over. ${counted(answered, 'answer')} in ${duration(ms)}.`,
  suspended: 'Card suspended',
  buried: 'Card buried until tomorrow',
  flagged: 'Card flagged',
  unflagged: 'Flag removed',
  edited: 'Card changed',
  undone: (label: string | null) => (label ? `Taken back: ${label}` : 'Taken back'),
  redone: (label: string | null) => (label ? `Done again: ${label}` : 'Done again'),
  waitTitle: 'A card you are learning comes back soon',
  wait: (ms: number) => `Next in ${interval(ms)}. It appears here by itself.`,
  emptyTitle: 'Nothing to review',
  emptyText: 'No card of this deck is due, and today’s new cards are done.',
  summary: (answered: number, ms: number) => `${counted(answered, 'answer')} in ${duration(ms)}`,
  newSeen: (n: number) => `${counted(n, 'new card')} seen.`,
  dueTomorrow: (n: number) => (n === 0 ? 'Nothing is due tomorrow.' : `${counted(n, 'card')} due tomorrow.`),
  byRating: 'Answers by rating',
  hard: 'Answered Again',
  place: 'Place',
  times: 'Times',
  endForNow: 'End for now',
  done: 'Done',
  failed: 'That was not saved',
  startFailed: 'The review could not start',
  keys: {
    show: 'Show answer',
    again: 'Rate Again',
    hard: 'Rate Hard',
    good: 'Rate Good',
    easy: 'Rate Easy',
    undo: 'Undo the last step',
    redo: 'Redo what was taken back',
    edit: 'Edit card',
    suspend: 'Suspend card',
    bury: 'Bury card until tomorrow',
    flag: 'Flag card',
    cardOpen: 'Show the card in its note',
    done: 'Done',
    end: 'End review',
    rewrite: 'Rewrite the card that keeps slipping',
    hardAgain: 'Review those answered Again once more, schedules untouched',
  },
};

export const messages = { ...shared, review, study, truth, typing };
