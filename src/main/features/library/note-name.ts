/** Names of notes, which are paths below the folder they came from. */
import { byName } from '../../domain/natural-order.js';

/** `node/kubelet.md` as folder and file name. */
export function splitName(path: string): { folder: string; name: string } {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, at)), name: path.slice(at + 1) };
}

/** The order of the tree: folder by folder, a folder's own notes before those of the folders in it. */
export function byNoteName(a: string, b: string): number {
  const [left, right] = [splitName(a), splitName(b)];
  return byName(left.folder, right.folder) || byName(left.name, right.name);
}
