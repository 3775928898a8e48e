/** Kubeconfigs for the double. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from '../unit/folder.js';
import { loadKubeconfig, type ResolvedContext } from '../../src/main/features/cluster/kubeconfig.js';

/** Nothing listens there: a test cannot be given this port, so no double of another one is found at it. */
export const closedServer = 'https://127.0.0.1:1';

/** Writes a kubeconfig into a folder of the test's own. */
export function configFile(text: string, folder = freshFolder()): string {
  const path = join(folder, 'config');
  writeFileSync(path, text);
  return path;
}

/** What the context `study` of a kubeconfig stands for. */
export function contextIn(path: string): ResolvedContext {
  const context = loadKubeconfig([path]).resolve('study');
  if (!context) throw new Error('The kubeconfig of the test has no usable context.');
  return context;
}
