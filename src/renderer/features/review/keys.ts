import type { Binding, KeyHint } from '../../state/keys.js';
import { messages } from './messages.js';

const m = messages.review.keys;
const typing = messages.typing.keys;

/** The keys of the screen. What a command does is said where it is offered. */
export const keys: readonly Binding[] = [
  { command: 'review.show', keys: [' ', 'Enter'], label: m.show },
  { command: 'review.skip', keys: ['Mod+Enter'], label: typing.skip },
  { command: 'review.accept', keys: ['Enter'], label: typing.accept },
  { command: 'review.again', keys: ['1'], label: m.again },
  { command: 'review.hard', keys: ['2'], label: m.hard },
  { command: 'review.good', keys: ['3'], label: m.good },
  { command: 'review.easy', keys: ['4'], label: m.easy },
  { command: 'review.undo', keys: ['u', 'Mod+z'], label: m.undo },
  { command: 'review.redo', keys: ['r', 'Mod+Shift+z', 'Mod+y'], label: m.redo },
  { command: 'review.edit', keys: ['e'], label: m.edit },
  { command: 'review.suspend', keys: ['s'], label: m.suspend },
  { command: 'review.bury', keys: ['b'], label: m.bury },
  { command: 'review.flag', keys: ['f'], label: m.flag },
  { command: 'review.note', keys: ['o'], label: m.cardOpen },
  { command: 'review.rewrite', keys: ['w'], label: m.rewrite },
  { command: 'review.hardAgain', keys: ['a'], label: m.hardAgain },
  { command: 'review.done', keys: ['Enter'], label: m.done },
  { command: 'review.end', keys: ['Escape'], label: m.end },
];

/** The keys of the field an answer is typed in, which it reads itself. */
export const fieldKeys: readonly KeyHint[] = [
  { keys: ['Enter'], label: typing.check },
  { keys: ['Shift+Enter'], label: typing.line },
  { keys: ['Escape'], label: typing.leave },
];
