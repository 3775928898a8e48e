import type { Bindings } from '../../state/keys.js';
import { messages } from './messages.js';

const m = messages.cluster.keys;

/** The commands of the screen with their keys. What each does is said where it is offered. */
export const keys = { check: { keys: ['r'], label: m.checkAgain } } satisfies Bindings;

/** The keys of the list of checks, which it reads itself. */
export const checkKeys = { move: { keys: ['ArrowUp', 'ArrowDown'], label: m.checkMove } } satisfies Bindings;
