import type { Binding } from '../state/keys.js';
import { messages } from './messages.js';

const m = messages.keys;

/** The keys that work everywhere. */
export const keys: readonly Binding[] = [
  { command: 'palette.open', keys: ['Mod+k'], label: m.palette },
  { command: 'keys.open', keys: ['?', 'F1'], label: m.keys },
  { command: 'toast.undo', keys: ['Mod+z'], label: m.toastUndo },
  { command: 'print.open', keys: ['Mod+p'], label: m.print },
];
