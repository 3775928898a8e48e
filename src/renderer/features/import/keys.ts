import type { Bindings } from '../../state/keys.js';
import { messages } from './messages.js';

const m = messages.import.keys;

/** The commands of the screen with their keys. What each does is said where it is offered. */
export const keys = {
  commit: { keys: ['Mod+Enter'], label: m.commit },
  files: { keys: ['Mod+o'], label: m.files },
  folder: { keys: ['Mod+Shift+o'], label: m.folder },
  cancel: { keys: ['Escape'], label: m.stop },
  question: { keys: ['n'], label: m.question },
} satisfies Bindings;
