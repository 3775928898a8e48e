import type { Bindings } from '../../state/keys.js';
import { messages } from './messages.js';

const m = messages.library.keys;

/** The commands of the screen with their keys. What each does is said where it is offered. */
export const keys = {
  find: { keys: ['/', 'Mod+f'], label: m.find },
  view: { keys: ['v'], label: m.switchView },
  edit: { keys: ['e'], label: m.edit },
  suspend: { keys: ['s'], label: m.suspend },
  flag: { keys: ['f'], label: m.flag },
  editor: { keys: ['o'], label: m.openInEditor },
  review: { keys: ['r'], label: m.reviewThese },
  cram: { keys: ['c'], label: m.cram },
} satisfies Bindings;

/** The keys of the table of cards, which it reads itself. */
export const tableKeys = {
  move: { keys: ['ArrowUp', 'ArrowDown'], label: m.cardMove },
  open: { keys: ['Enter'], label: m.cardOpen },
  choose: { keys: [' '], label: m.cardChoose },
} satisfies Bindings;

/** The keys of the tree of notes, which it reads itself. */
export const treeKeys = { move: { keys: ['ArrowUp', 'ArrowDown'], label: m.noteMove } } satisfies Bindings;
