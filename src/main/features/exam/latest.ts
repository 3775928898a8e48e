/** A value that is costly to work out, kept as long as what it depends on stays. */

export interface Latest<T> {
  /** The value as of now; asked twice meanwhile it is worked out once. Rejects as the work does. */
  get(): Promise<T>;
  /** What was worked out last, be it out of date; null before. */
  last(): T | null;
  /** Is `last` as of now? */
  isCurrent(): boolean;
}

/** `keyOf` changes whenever the value may have. Who waits for work that is overtaken gets the value of the newer work. */
export function latest<T>(keyOf: () => string, work: () => Promise<T>): Latest<T> {
  let known: { key: string; value: T } | null = null;
  let running: { key: string; value: Promise<T> } | null = null;

  async function workOut(key: string, mine: symbol): Promise<T> {
    try {
      const value = await work();
      if (newest === mine) known = { key, value };
      return value;
    } catch (error) {
      if (newest === mine) throw error;
      return await get();
    } finally {
      if (newest === mine) running = null;
    }
  }
  let newest = Symbol('none');

  function get(): Promise<T> {
    const key = keyOf();
    if (known?.key === key) return Promise.resolve(known.value);
    if (running?.key === key) return running.value;
    newest = Symbol('work');
    running = { key, value: workOut(key, newest) };
    return running.value;
  }

  return { get, last: () => known?.value ?? null, isCurrent: () => known?.key === keyOf() };
}
