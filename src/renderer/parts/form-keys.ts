import type { Bindings } from '../state/keys.js';
import { messages } from '../words/messages.js';

/** The keys of the fields in which a card is written, which they read themselves. */
export const formKeys = {
  save: { keys: ['Mod+Enter'], label: messages.save },
  cancel: { keys: ['Escape'], label: messages.cancel },
} satisfies Bindings;
