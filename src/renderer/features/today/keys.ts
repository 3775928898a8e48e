import type { Binding, KeyHint } from '../../state/keys.js';
import { messages } from './messages.js';
import { mock } from '../mock/messages.js';

const m = messages.today.keys;

/** The keys of the screen. What a command does is said where it is offered. */
export const keys: readonly Binding[] = [
  { command: 'today.start', keys: ['Enter'], label: m.start },
  { command: 'today.resume', keys: ['r'], label: m.resume },
  { command: 'today.custom', keys: ['c'], label: m.custom },
  { command: 'today.preset', keys: ['p'], label: m.deckPreset },
  { command: 'today.mock', keys: ['m'], label: mock.keys.open },
];

/** The keys of the tree of decks, which it reads itself. */
export const treeKeys: readonly KeyHint[] = [
  { keys: ['ArrowUp', 'ArrowDown'], label: m.deckMove },
  { keys: ['ArrowLeft', 'ArrowRight'], label: m.deckOpen },
  { keys: ['Enter'], label: m.deckStart },
];
