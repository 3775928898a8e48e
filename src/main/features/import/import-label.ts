import { basename, dirname, extname, resolve } from 'node:path';

/** What was chosen, in few words: `notes/cka`, `kubelet.md`, `kubelet.md and 3 more`. */
export function labelOf(paths: readonly string[]): string {
  const [first, ...more] = paths;
  if (first === undefined) return 'Nothing';
  const path = resolve(first);
  const parent = basename(dirname(path));
  const name = basename(path) || path;
  const label = extname(name) === '' && parent !== '' ? `${parent}/${name}` : name;
  return more.length === 0 ? label : `${label} and ${more.length} more`;
}

export const labelOfShipped = 'Notes that ship with Etcdeck';

/** Notes of watched folders, in few words. */
export const labelOfChanges = (notes: number): string => (notes === 1 ? '1 changed note' : `${notes} changed notes`);
