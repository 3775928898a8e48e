import { getContext, setContext } from 'svelte';

/** Where a text is read. */
export interface Reading {
  /**
   * The note the text is from: its images are shown, links open their address, code can be copied.
   * null where nothing in the text can be acted on, e.g. in a list of cards.
   */
  readonly noteId: string | null;
}

const key = Symbol('reading');

export const provideReading = (reading: Reading): Reading => setContext(key, reading);
export const useReading = (): Reading => getContext<Reading>(key);
