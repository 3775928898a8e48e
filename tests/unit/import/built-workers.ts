/** Builds worker threads as the app does, so that tests run what people run. */
import { afterAll } from 'vitest';
import { workerEntries } from '../../../worker-entries.js';
import { bundle } from '../../bundle.js';

/** Bundles the workers of the app. See `bundled`. */
export const builtWorkers = (): Promise<string> => bundled(workerEntries('.'));

/** Bundles what is named and gives the folder it lies in; it is gone after the tests of the file. */
export async function bundled(input: Record<string, string>): Promise<string> {
  const { folder, remove } = await bundle(input);
  afterAll(remove);
  return folder;
}
