/** The sentences of custom study, sessions that were left, and catching up. */
import type { Extra, PausedSession } from '../../../shared/contract.js';
import { counted, longDay, number } from '../../words/format.js';
import { studyName } from '../../words/study-name.js';

const days = (n: number): string => counted(n, 'day');

export const study = {
  open: 'Custom study',
  title: 'Custom study',
  which: 'Cards',
  from: 'From',
  all: 'All decks',
  decks: 'Decks',
  tags: 'Tags',
  search: 'A search',
  searchLabel: 'Search',
  searchHint: 'Words, or tag:networking lapses>3',
  picks: {
    forgotten: 'Forgotten in the last',
    ahead: 'Due in the next',
    new: 'New cards, the next',
    every: 'All of them, the weakest first',
    moreNew: 'Add to today’s new cards',
    moreReviews: 'Add to today’s reviews',
  },
  days: (n: number): string => (n === 1 ? 'day' : 'days'),
  cards: (n: number): string => (n === 1 ? 'card' : 'cards'),
  start: (cards: number | null): string => (cards === null ? 'Study' : `Study ${counted(cards, 'card')}`),
  add: {
    moreNew: (cards: number): string => `Add ${counted(cards, 'new card')}`,
    moreReviews: (cards: number): string => `Add ${counted(cards, 'review')}`,
  },
  none: 'No card fits. Suspended and buried cards are left out.',
  most: (n: number): string => `The first ${number(n)}, the weakest first.`,
  added: {
    moreNew: (cards: number): string => `${counted(cards, 'more new card')} today`,
    moreReviews: (cards: number): string => `${counted(cards, 'more review')} today`,
  },
  addedBack: 'New cards of today as before',
  extra: (cards: Extra): string => {
    const added = [cards.new ? counted(cards.new, 'more new card') : '', cards.reviews ? counted(cards.reviews, 'more review') : ''];
    return added.some(Boolean) ? `Today with ${added.filter(Boolean).join(' and ')}.` : '';
  },
  range: (min: number, max: number): string => `A whole number from ${number(min)} to ${number(max)}.`,

  paused: (of: PausedSession): string => `${studyName(of.study).join(', ') || 'A session'}: ${number(of.done)} of ${number(of.cards)} done`,
  pausedSince: (of: PausedSession, todayOn: string): string =>
    `${of.startedOn === todayOn ? 'Left today.' : `Left on ${longDay(of.startedOn)}.`}${of.study.practice ? ' Schedules untouched.' : ''}`,
  goOn: 'Continue',
  discard: 'Discard',

  backlog: (cards: number, awayDays: number): string =>
    awayDays > 0 ? `${counted(cards, 'card')} waited while you were away` : `${counted(cards, 'card')} wait since before today`,
  backlogHint: (perDay: number): string =>
    `A plan takes ${number(perDay)} a day, the weakest first, beside what comes due. Nothing is lost by waiting.`,
  catchUpOver: 'Catch up over',
  pauseNew: 'No new cards meanwhile',
  catchUp: 'Catch up',
  notNow: 'Not now',
  planned: (perDay: number, over: number): string => `Catching up: ${number(perDay)} a day over ${days(over)}`,
  plan: (left: number, cards: number): string => `Catching up: ${number(cards - left)} of ${number(cards)} done`,
  planHint: (perDay: number, daysLeft: number, pausesNew: boolean): string =>
    `${number(perDay)} a day, ${daysLeft === 1 ? 'today is the last day' : `${days(daysLeft)} to go`}.${pausesNew ? ' New cards wait until then.' : ''}`,
  planLabel: (left: number, cards: number): string => `${number(cards - left)} of ${counted(cards, 'card')} caught up`,
  endPlan: 'End plan',
  planEnded: 'Plan ended',

  slipping: (cards: number): string => (cards === 1 ? '1 card keeps slipping' : `${number(cards)} cards keep slipping`),
};
