import type { Binding } from '../../state/keys.js';
import { messages } from './messages.js';

const m = messages.mock.keys;

/** The keys of the screen. What a command does is said where it is offered. */
export const keys: readonly Binding[] = [
  { command: 'mock.start', keys: ['Enter'], label: m.start },
  { command: 'mock.resume', keys: ['Enter', 'r'], label: m.resume },
  { command: 'mock.next', keys: ['Mod+Enter'], label: m.next },
  { command: 'mock.previous', keys: ['Alt+p'], label: m.previous },
  { command: 'mock.flag', keys: ['Alt+f'], label: m.flag },
  { command: 'mock.skip', keys: ['Alt+s'], label: m.skip },
  { command: 'mock.leave', keys: ['Alt+l'], label: m.leave },
  { command: 'mock.finish', keys: ['Alt+Enter'], label: m.finish },
  { command: 'mock.back', keys: ['Escape'], label: m.back },
  { command: 'mock.exam', keys: ['Escape'], label: m.exam },
];
