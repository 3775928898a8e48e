import type { Binding, KeyHint } from '../../state/keys.js';
import { messages } from './messages.js';

const m = messages.cluster.keys;

/** The keys of the screen. What a command does is said where it is offered. */
export const keys: readonly Binding[] = [{ command: 'cluster.check', keys: ['r'], label: m.checkAgain }];

/** The keys of the list of checks, which it reads itself. */
export const checkKeys: readonly KeyHint[] = [{ keys: ['ArrowUp', 'ArrowDown'], label: m.checkMove }];
