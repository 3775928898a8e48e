/** What a note calls an image, as paths below the note's folder. Notes are hostile input, so nothing else comes out. Pure. */

/** Why an image is not looked for at all. */
export type Refusal = 'remote' | 'elsewhere' | 'unnamed';

/**
 * The paths to try, likeliest first: relative, with `/`, without `.` and `..`.
 * A name may hold percent codes (Markdown asks for them) or mean them literally (Obsidian does not), and may end in `#…` or `?…`.
 */
export function imagePaths(source: string): string[] | Refusal {
  const name = source.trim();
  if (name === '') return 'unnamed';
  if (/^(?:https?:)?\/\//i.test(name)) return 'remote';
  const names = [name, unescaped(name)].flatMap((one) => [one, one.replace(/[?#].*$/s, '')]);
  const paths = new Set(names.map(below).filter((path) => path !== null));
  return paths.size > 0 ? [...paths] : 'elsewhere';
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The name as a path below the folder; null for one that leads out of it, or means a drive, a stream or another scheme. */
function below(name: string): string | null {
  const path: string[] = [];
  for (const part of name.replaceAll('\\', '/').split('/')) {
    if (/[:\p{Cc}]/u.test(part)) return null;
    if (part === '..') {
      if (path.pop() === undefined) return null;
    } else if (part !== '.') path.push(part);
  }
  // An empty part first is a path from the root.
  return path.length > 0 && path.every((part) => part !== '') ? path.join('/') : null;
}
