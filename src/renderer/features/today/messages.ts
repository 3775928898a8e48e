/** The sentences of Today. */
import type { Counts } from '../../../shared/contract.js';
import { counted, interval, number } from '../../words/format.js';
import { messages as shared } from '../../words/messages.js';
import { study } from './study-messages.js';

/** `a, b`, leaving out what is empty */
const parts = (list: readonly string[]): string => list.filter(Boolean).join(', ');

export const today = {
  title: 'Today',
  lead: (cards: number, minutes: number) =>
    `${counted(cards, 'card')}, ${minutes < 1 ? 'under a minute' : `about ${counted(minutes, 'minute')}`}`,
  kinds: (c: Counts) =>
    `${parts([c.due ? `${number(c.due)} due` : '', c.learning ? `${number(c.learning)} still being learned` : '', c.new ? `${number(c.new)} new` : ''])}.${c.due > 1 ? ' Weakest first.' : ''}`,
  start: 'Start review',
  nothingDue: 'Nothing due',
  tomorrow: (cards: number) => (cards > 0 ? `tomorrow, ${counted(cards, 'card')}` : 'tomorrow'),
  nextAt: (words: string) => `Next: ${words}.`,
  in: (ms: number) => `in ${interval(ms)}`,
  onDay: (day: string) => `on ${day}`,
  nothingScheduled: 'No card has a date yet.',
  decks: 'Decks with cards to do today',
  deck: 'Deck',
  new: 'New',
  learning: 'Learning',
  due: 'Due',
  open: (deck: string) => `Open ${deck}`,
  shut: (deck: string) => `Close ${deck}`,
  review: (deck: string) => `Review ${deck}`,
  nothingInDeck: (deck: string) => `${deck}: nothing to do today`,
  week: 'This week',
  inARow: (days: number) => (days === 0 ? '' : `${counted(days, 'day')} in a row`),
  answeredOn: (day: string, answered: boolean | null) =>
    `${day}: ${answered === null ? 'still to come' : answered ? 'answered' : 'not answered'}`,
  answeredToday: 'Answered today',
  dueTomorrow: 'Due tomorrow',
  inAll: 'In all decks',
  orphans: (n: number) => `${counted(n, 'card')} set aside: ${n === 1 ? 'its' : 'their'} text is no longer in the notes.`,
  orphansShow: 'Show them',
  failed: 'Today could not be read',
  loading: 'Reading your decks',
  preparing: 'Reading the notes that come with Etcdeck',
  keys: {
    start: 'Start review',
    custom: 'Custom study: choose cards, or add new ones',
    resume: 'Continue the session that was left',
    deckOpen: 'Open or close a deck',
    deckMove: 'Go from deck to deck',
    deckStart: 'Review the deck',
    deckPreset: 'Choose the preset of the deck',
  },
};

export const first = {
  title: 'Bring the notes you already have',
  explain: 'Etcdeck reads ordinary Markdown and proposes cards. You look them over before anything is kept. Your notes are never modified.',
  drop: 'Drop Markdown files or a folder here',
  becomes: 'How a line becomes a card',
};

export const messages = { ...shared, today, first, study };
