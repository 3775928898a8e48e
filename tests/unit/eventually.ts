import { vi } from 'vitest';

/** Waits until a check holds, with patience for a slow machine: how long something takes is measured by `npm run bench`, not here. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { interval: 10, timeout: 15_000 });
}
