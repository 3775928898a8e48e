/** The floors of the house: whatever folder one looks into, what lies in it stands on floors, and no import runs up. */
import type { Cruised } from './cruise.js';

/** What is left of rooms that do not stand on floors: an arrow from one room of a folder to another, and the imports it is made of. */
export interface Climb {
  /** The folder whose rooms these are. */
  within: string;
  arrow: string;
  imports: string[];
}

/**
 * The arrows between rooms that import each other in a circle, so that one of them runs up. A room of a folder is a file in it, or a
 * folder in it with everything below. A circle of files alone is what the wall `no-circles` is about.
 */
export function climbsIn({ modules }: Pick<Cruised, 'modules'>): Climb[] {
  const imports = modules.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => [source, resolved] as const));
  return foldersOf(modules.map(({ source }) => source)).flatMap((folder) => {
    const arrows = arrowsIn(folder, imports);
    const rooms = circling(arrows.map(({ from, to }) => [from, to] as const));
    const inCircle = arrows.filter(({ from, to }) => rooms.has(from) && rooms.has(to));
    if (![...rooms].some((room) => !isFile(room, modules))) return [];
    return inCircle.map(({ from, to, because }) => ({ within: folder, arrow: `${from} -> ${to}`, imports: because }));
  });
}

const isFile = (room: string, modules: Cruised['modules']): boolean => modules.some(({ source }) => source === room);

/** All folders above some files, each once. */
function foldersOf(files: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const file of files) for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) folders.add(file.slice(0, at));
  return [...folders].sort();
}

interface Arrow {
  from: string;
  to: string;
  because: string[];
}

/** The imports between two rooms of a folder, taken together. */
function arrowsIn(folder: string, imports: readonly (readonly [from: string, to: string])[]): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const [from, to] of imports) {
    const [room, other] = [roomOf(from, folder), roomOf(to, folder)];
    if (room === null || other === null || room === other) continue;
    const arrow = arrows.get(`${room} ${other}`) ?? { from: room, to: other, because: [] };
    arrow.because.push(`${from} -> ${to}`);
    arrows.set(`${room} ${other}`, arrow);
  }
  return [...arrows.values()];
}

/** The room of a folder a file lies in; null when it lies elsewhere. */
function roomOf(file: string, folder: string): string | null {
  if (!file.startsWith(`${folder}/`)) return null;
  const end = file.indexOf('/', folder.length + 1);
  return end === -1 ? file : file.slice(0, end);
}

/** What remains when rooms that import none, or that none imports, are taken away again and again. */
function circling(arrows: readonly (readonly [from: string, to: string])[]): Set<string> {
  let left = arrows;
  for (;;) {
    const importing = new Set(left.map(([from]) => from));
    const imported = new Set(left.map(([, to]) => to));
    const next = left.filter(([from, to]) => imported.has(from) && importing.has(to));
    if (next.length === left.length) return new Set(left.flat());
    left = next;
  }
}
