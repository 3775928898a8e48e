import type { Binding } from '../../state/keys.js';
import { messages } from './messages.js';
import { mock } from '../mock/messages.js';

const m = messages.exam.keys;

/** The keys of the screen. What a command does is said where it is offered. */
export const keys: readonly Binding[] = [
  { command: 'exam.study', keys: ['Enter'], label: m.study },
  { command: 'exam.change', keys: ['e'], label: m.change },
  { command: 'exam.map', keys: ['t'], label: m.map },
  { command: 'exam.mock', keys: ['m'], label: mock.keys.open },
];
