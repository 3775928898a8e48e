import { isAbsolute, relative } from 'node:path';

/** A path as a person in this folder would write it: relative when it lies below. */
export function pathFrom(folder: string, path: string): string {
  const below = relative(folder, path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below;
}

/** A problem in the form editors and terminals turn into a link. */
export const problemLine = (path: string, { line, message, hint }: { line: number; message: string; hint: string }): string =>
  `${path}:${line}: ${message} ${hint}`;

/** `1 card`, `2 cards`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Text of several lines behind a margin. */
export const indented = (text: string, margin: string): string => text.split('\n').join(`\n${margin}`);
