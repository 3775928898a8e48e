import { performance } from 'node:perf_hooks';

/** The longest this thread could not answer while something ran, in milliseconds. */
export async function longestStall(task: () => Promise<unknown>): Promise<number> {
  const tickMs = 5;
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - tickMs);
    last = now;
  }, tickMs);
  await task();
  clearInterval(timer);
  return longest;
}
