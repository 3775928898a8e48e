/** The sentences of the frame of the window. */
import type { Settings } from '../../shared/contract.js';
import { counted } from '../words/format.js';
import { messages as shared } from '../words/messages.js';

export const app = {
  name: 'Etcdeck',
  main: 'Main',
  search: 'Search and commands',
  searchShort: 'Search',
  stays: 'Stays on this computer',
  failed: 'Etcdeck cannot start',
  interrupted: 'Etcdeck cannot go on',
  quit: 'Close Etcdeck',
};

export const keys = {
  title: (screen: string) => `Keys of ${screen}`,
  everywhere: 'Everywhere',
};

export const palette = {
  placeholder: 'Type what you want to do',
  none: 'Nothing has that name.',
  here: 'On this screen',
  go: 'Go to',
  review: 'Review',
  look: 'Theme',
  reviewAll: 'Review all decks',
  reviewDeck: (deck: string) => `Review ${deck}`,
  reviewTag: (tag: string) => `Review tag #${tag}`,
  theme: (theme: Settings['theme']) => ({ system: 'Follow the system', light: 'Light theme', dark: 'Dark theme' })[theme],
  cramDeck: (deck: string) => `Cram ${deck}`,
  found: (n: number) => counted(n, 'result'),
};

export const messages = { ...shared, app, keys, palette };
