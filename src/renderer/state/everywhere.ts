import { messages } from '../words/messages.js';
import type { Bindings } from './keys.js';

const m = messages.everywhere;

/** The keys that work on every screen. */
export const everywhere = {
  palette: { keys: ['Mod+k'], label: m.palette },
  sheet: { keys: ['?', 'F1'], label: m.sheet },
  undo: { keys: ['Mod+z'], label: m.undo },
  print: { keys: ['Mod+p'], label: m.print },
} satisfies Bindings;
