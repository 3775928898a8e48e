import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, workerData } from 'node:worker_threads';

export interface ThreadOptions {
  /** Absolute path of the folder that holds the database, which the main process has open. */
  dataFolder: string;
  /** For tests, which bring bundles of their own. */
  startWorker?: (settings: { dataFolder: string }) => Worker;
}

/** What starts the thread of a bundle over a data folder. */
export const starting =
  (bundle: string, { dataFolder, startWorker }: ThreadOptions) =>
  (): Worker =>
    startWorker?.({ dataFolder }) ?? new Worker(bundledWorker(bundle), { workerData: { dataFolder } });

/** The data folder this thread was started over. */
export const givenFolder = (): string => (workerData as ThreadOptions).dataFolder;

/** Path of a worker's bundle, e.g. `parse-worker.js`. The bundler puts this code beside it or into a folder of shared chunks. */
export function bundledWorker(bundle: string): string {
  const places = [`./${bundle}`, `../${bundle}`].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${bundle} is not beside ${import.meta.url}: build the app first`);
  return found;
}
