import type { Bindings } from '../../state/keys.js';
import { messages } from './messages.js';
import { mock } from '../mock/messages.js';

const m = messages.today.keys;

/** The commands of the screen with their keys. What each does is said where it is offered. */
export const keys = {
  start: { keys: ['Enter'], label: m.start },
  resume: { keys: ['r'], label: m.resume },
  custom: { keys: ['c'], label: m.custom },
  preset: { keys: ['p'], label: m.deckPreset },
  mock: { keys: ['m'], label: mock.keys.open },
} satisfies Bindings;

/** The keys of the tree of decks, which it reads itself. */
export const treeKeys = {
  move: { keys: ['ArrowUp', 'ArrowDown'], label: m.deckMove },
  open: { keys: ['ArrowLeft', 'ArrowRight'], label: m.deckOpen },
  start: { keys: ['Enter'], label: m.deckStart },
} satisfies Bindings;
