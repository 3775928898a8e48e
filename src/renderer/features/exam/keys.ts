import type { Bindings } from '../../state/keys.js';
import { messages } from './messages.js';
import { mock } from '../mock/messages.js';

const m = messages.exam.keys;

/** The commands of the screen with their keys. What each does is said where it is offered. */
export const keys = {
  study: { keys: ['Enter'], label: m.study },
  change: { keys: ['e'], label: m.change },
  map: { keys: ['t'], label: m.map },
  mock: { keys: ['m'], label: mock.keys.open },
} satisfies Bindings;
