import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * What the threads begin with: every `…-worker.ts` of the main process is bundled under its name, in the app, the bench and the tests.
 * @param {string} project
 * @returns {Record<string, string>}
 */
export function workerEntries(project) {
  const main = join(project, 'src', 'main');
  const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('-worker.ts'));
  return Object.fromEntries(files.sort().map((file) => [basename(file, '.ts'), join(main, file)]));
}
