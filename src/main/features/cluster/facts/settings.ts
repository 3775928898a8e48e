/** Reads single settings out of the configuration files that ConfigMaps hold, which may be anything. */
import { parse } from 'yaml';

/** A configuration of some kilobytes; more than this is none. */
const maxLength = 20_000;

/** The tree a YAML text stands for; null when it stands for none. Aliases are refused: they can grow without end. */
export function treeOf(text: string | undefined): unknown {
  if (text === undefined || text.length > maxLength) return null;
  try {
    return parse(text, { maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return null;
  }
}

/**
 * A single setting as text; null when it is not there or no single value.
 * @param path keys from the top, e.g. `networking.podSubnet`; an index into a list is a number
 */
export function settingIn(tree: unknown, path: string): string | null {
  let at = tree;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return null;
    at = (at as Record<string, unknown>)[key];
  }
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' ? String(at) : null;
}
