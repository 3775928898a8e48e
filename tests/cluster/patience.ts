/** Time limits that are tested for real, on machines of any speed. */

/** The last is long enough for a machine that does a hundred things at once. */
const limitsMs = [300, 1_500, 6_000, 20_000];

/**
 * For a test in which one thing must run out of time and everything else must not: tries with a short limit first, and with longer ones
 * as long as the machine is too slow for the rest. Throws what the last try threw.
 */
export async function withEnoughTime(attempt: (limitMs: number) => Promise<void>): Promise<void> {
  for (const limitMs of limitsMs.slice(0, -1)) {
    try {
      return await attempt(limitMs);
    } catch {
      // With more time, then.
    }
  }
  await attempt(limitsMs.at(-1) ?? 0);
}
