/** The sentences of printing. */
import { counted, number } from '../../words/format.js';
import { messages as shared } from '../../words/messages.js';

export const print = {
  title: 'Print a cheat sheet',
  planTitle: 'Print the plan',
  planHint: 'Each day until the exam, and how each topic stands.',
  of: 'What to print',
  decks: 'Decks',
  noDecks: 'There is no deck yet: import notes first.',
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'Letter' },
  count: (cards: number) => counted(cards, 'card'),
  counting: 'Counting the cards',
  chooseOne: 'Choose a deck to print.',
  none: 'No card to print. Suspended cards are left out.',
  tooMany: (cards: number, most: number) => `${counted(cards, 'card')}. A sheet holds ${number(most)} at most: choose fewer decks.`,
  save: 'Save as PDF',
  send: 'Print',
  working: 'Drawing the sheet',
  stop: 'Stop',
  stopped: 'Stopped. Nothing was saved.',
  saved: (name: string, pages: number) => `Saved ${name}, ${counted(pages, 'page')}.`,
  printed: 'Sent to the printer.',
  show: 'Show in folder',
  done: 'Done',
  failed: 'The sheet was not made',
  scope: {
    all: 'All cards',
    exam: 'Today’s part of the plan',
    cards: (n: number) => counted(n, 'chosen card'),
    search: (query: string) => `Cards found by \u201c${query}\u201d`,
  },
};

export const messages = { ...shared, print };
