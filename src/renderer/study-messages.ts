/** The sentences about what a session holds: chosen cards, catching up, cards that keep slipping. */
import type { Extra, PausedSession, StudyRequest } from '../shared/contract.js';
import { cluster } from './cluster-messages.js';
import { counted, deckName, longDay, number } from './words.js';

const days = (n: number): string => counted(n, 'day');

/** Which cards are meant, in a few words. */
function scope({ scope: of }: StudyRequest): string {
  switch (of.kind) {
    case 'all':
      return '';
    case 'deck':
      return deckName(of.deck);
    case 'note':
      return of.name;
    case 'tag':
      return `#${of.tag}`;
    case 'search':
      return `“${of.query}”`;
    case 'component':
      return cluster.check(of.checkId);
    case 'cards':
      return counted(of.cardIds.length, 'card');
    case 'exam':
      return 'Exam plan';
  }
}

function pick({ scope: of, pick: which }: StudyRequest): string {
  // The plan has chosen already.
  if (of.kind === 'exam' && which.kind === 'every') return '';
  switch (which.kind) {
    case 'waiting':
      return '';
    case 'forgotten':
      return which.days === 1 ? 'Forgotten today' : `Forgotten in the last ${days(which.days)}`;
    case 'ahead':
      return which.days === 1 ? 'Due tomorrow' : `Due in the next ${days(which.days)}`;
    case 'new':
      return `Next ${counted(which.cards, 'new card')}`;
    case 'every':
      return 'All cards';
  }
}

export const study = {
  /** What a session holds, in parts: `Due in the next 7 days`, `CKA / Node`. */
  name: (request: StudyRequest): string[] => [pick(request), scope(request)].filter(Boolean),
  practice: 'Schedules untouched',
  practiceHelp: 'Answers are noted, and no card changes its date. Good for a look before an exam.',
  cram: 'Cram',
  cramHelp: 'The weakest first, each until you know it once. Schedules stay untouched.',
  cramDeck: (deck: string) => `Cram ${deck}`,
  practiceAgain: 'later in this session',
  practiceDone: 'done',

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

  paused: (of: PausedSession): string =>
    `${study.name(of.study).join(', ') || 'A session'}: ${number(of.done)} of ${number(of.cards)} done`,
  pausedSince: (of: PausedSession, todayOn: string): string =>
    `${of.startedOn === todayOn ? 'Left today.' : `Left on ${longDay(of.startedOn)}.`}${of.study.practice ? ' Schedules untouched.' : ''}`,
  goOn: 'Continue',
  discard: 'Discard',
  resumed: (startedOn: string, answered: number): string => `Continued from ${longDay(startedOn)}, after ${counted(answered, 'answer')}`,

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

  leech: (front: string, lapses: number): string => `“${front}” was forgotten ${number(lapses)} times`,
  leechHint: 'A card that keeps slipping is better worded anew, or split.',
  leechSuspended: 'It is suspended. Word it anew, and it comes back.',
  rewrite: 'Rewrite this card',
  leechKept: 'Leave it',
  rewritten: 'Card rewritten',
  slipping: (cards: number): string => (cards === 1 ? '1 card keeps slipping' : `${number(cards)} cards keep slipping`),

  left: (cards: number, isChosen: boolean): string =>
    cards === 0
      ? ''
      : `${counted(cards, 'card')} left; ${isChosen ? 'Today lets you continue.' : cards === 1 ? 'it waits on Today.' : 'they wait on Today.'}`,
  again: 'Review these again',
  againHint: 'without changing their schedules',
  openInLibrary: (front: string): string => `Show “${front}” in the Library`,
  reviewThese: 'Review these',
  reviewNote: 'Review this note',
  reviewOf: (note: string) => `Review the cards of ${note}`,
};
