import type { Bindings } from '../../state/keys.js';
import { messages } from './messages.js';

const m = messages.mock.keys;

/** The commands of the screen with their keys. What each does is said where it is offered. */
export const keys = {
  start: { keys: ['Enter'], label: m.start },
  resume: { keys: ['Enter', 'r'], label: m.resume },
  next: { keys: ['Mod+Enter'], label: m.next },
  previous: { keys: ['Alt+p'], label: m.previous },
  flag: { keys: ['Alt+f'], label: m.flag },
  skip: { keys: ['Alt+s'], label: m.skip },
  leave: { keys: ['Alt+l'], label: m.leave },
  finish: { keys: ['Alt+Enter'], label: m.finish },
  back: { keys: ['Escape'], label: m.back },
  exam: { keys: ['Escape'], label: m.exam },
} satisfies Bindings;
