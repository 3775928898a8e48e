import { performance } from 'node:perf_hooks';

/**
 * The share of a task's time, 0 to 1, in which this thread was at work. A task done here keeps it near 1, on every machine; what a
 * task in another thread costs this one in milliseconds is measured by `npm run bench`.
 */
export async function shareAtWork(task: () => Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization();
  await task();
  return performance.eventLoopUtilization(before).utilization;
}
