/** The clock of a mock exam: it counts while the mock is open, and stands still while it is left, Etcdeck is closed or the computer sleeps. */

/** A longer gap between two looks is no waiting but sleep: the clock is looked at every few seconds. */
export const longestGapMs = 60_000;

export interface MockClock {
  /** Milliseconds counted until now. */
  look(): number;
}

/**
 * Begins to count at `spentMs`. Time is taken from the wall clock, in small steps: one put back or far ahead counts nothing.
 * @param now epoch milliseconds
 */
export function startMockClock(now: () => number, spentMs: number): MockClock {
  let spent = spentMs;
  let lookedAt = now();
  return {
    look() {
      const at = now();
      const gap = at - lookedAt;
      lookedAt = at;
      if (gap > 0 && gap <= longestGapMs) spent += gap;
      return Math.round(spent);
    },
  };
}
