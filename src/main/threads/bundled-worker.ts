import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Path of a worker's bundle, e.g. `parse-worker.js`. The bundler puts this code beside it or into a folder of shared chunks. */
export function bundledWorker(name: string): string {
  const places = [`./${name}`, `../${name}`].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${name} is not beside ${import.meta.url}: build the app first`);
  return found;
}
