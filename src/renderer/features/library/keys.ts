import type { Binding, KeyHint } from '../../state/keys.js';
import { messages } from './messages.js';

const m = messages.library.keys;

/** The keys of the screen. What a command does is said where it is offered. */
export const keys: readonly Binding[] = [
  { command: 'library.find', keys: ['/', 'Mod+f'], label: m.find },
  { command: 'library.view', keys: ['v'], label: m.switchView },
  { command: 'library.edit', keys: ['e'], label: m.edit },
  { command: 'library.suspend', keys: ['s'], label: m.suspend },
  { command: 'library.flag', keys: ['f'], label: m.flag },
  { command: 'library.editor', keys: ['o'], label: m.openInEditor },
  { command: 'library.review', keys: ['r'], label: m.reviewThese },
  { command: 'library.cram', keys: ['c'], label: m.cram },
];

/** The keys of the table of cards, which it reads itself. */
export const tableKeys: readonly KeyHint[] = [
  { keys: ['ArrowUp', 'ArrowDown'], label: m.cardMove },
  { keys: ['Enter'], label: m.cardOpen },
  { keys: [' '], label: m.cardChoose },
];

/** The keys of the tree of notes, which it reads itself. */
export const treeKeys: readonly KeyHint[] = [{ keys: ['ArrowUp', 'ArrowDown'], label: m.noteMove }];
