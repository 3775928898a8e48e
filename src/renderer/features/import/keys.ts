import type { Binding } from '../../state/keys.js';
import { messages } from './messages.js';

const m = messages.import.keys;

/** The keys of the screen. What a command does is said where it is offered. */
export const keys: readonly Binding[] = [
  { command: 'import.commit', keys: ['Mod+Enter'], label: m.commit },
  { command: 'import.files', keys: ['Mod+o'], label: m.files },
  { command: 'import.folder', keys: ['Mod+Shift+o'], label: m.folder },
  { command: 'import.cancel', keys: ['Escape'], label: m.stop },
  { command: 'import.question', keys: ['n'], label: m.question },
];
