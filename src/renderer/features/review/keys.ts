import type { Bindings } from '../../state/keys.js';
import { messages } from './messages.js';

const m = messages.review.keys;
const typing = messages.typing.keys;

/** The commands of the screen with their keys. What each does is said where it is offered. */
export const keys = {
  show: { keys: [' ', 'Enter'], label: m.show },
  skip: { keys: ['Mod+Enter'], label: typing.skip },
  accept: { keys: ['Enter'], label: typing.accept },
  again: { keys: ['1'], label: m.again },
  hard: { keys: ['2'], label: m.hard },
  good: { keys: ['3'], label: m.good },
  easy: { keys: ['4'], label: m.easy },
  undo: { keys: ['u', 'Mod+z'], label: m.undo },
  redo: { keys: ['r', 'Mod+Shift+z', 'Mod+y'], label: m.redo },
  edit: { keys: ['e'], label: m.edit },
  suspend: { keys: ['s'], label: m.suspend },
  bury: { keys: ['b'], label: m.bury },
  flag: { keys: ['f'], label: m.flag },
  note: { keys: ['o'], label: m.cardOpen },
  rewrite: { keys: ['w'], label: m.rewrite },
  hardAgain: { keys: ['a'], label: m.hardAgain },
  done: { keys: ['Enter'], label: m.done },
  end: { keys: ['Escape'], label: m.end },
} satisfies Bindings;

/** The keys of the field an answer is typed in, which it reads itself. */
export const fieldKeys = {
  check: { keys: ['Enter'], label: typing.check },
  line: { keys: ['Shift+Enter'], label: typing.line },
  leave: { keys: ['Escape'], label: typing.leave },
} satisfies Bindings;
