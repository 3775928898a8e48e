/**
 * Merge conflicts that git left in a note. Until somebody decides, the note's own side is read; the markers and the other side are left out,
 * so that no card holds them.
 */
import { fencedLines } from '../../../shared/markdown/fences.js';
import type { Problem } from './card.js';

export interface Conflicts {
  /** The note with what is left out blank, so that line numbers stay true. */
  text: string;
  /** Numbers of the lines left out, from 1. */
  dropped: ReadonlySet<number>;
  problems: Problem[];
}

/** A line that was left out, where a blank one would end what stands around it. */
export const droppedLine = '<!---->';

const start = /^<{7}(?: |$)/;
const base = /^\|{7}(?: |$)/;
const middle = /^={7}$/;
const end = /^>{7}(?: |$)/;

export function readConflicts(text: string): Conflicts {
  if (!/^(?:<{7}|>{7})(?: |$)/m.test(text)) return { text, dropped: new Set(), problems: [] };
  const lines = text.split('\n');
  const isExample = examplesIn(lines);
  const dropped = new Set<number>();
  const problems: Problem[] = [];
  let side: 'none' | 'own' | 'other' = 'none';
  for (const [i, line] of lines.entries()) {
    if (isExample(i)) continue;
    if (start.test(line)) {
      side = 'own';
      problems.push(conflictAt(i + 1));
    } else if (side !== 'none' && (base.test(line) || middle.test(line))) side = 'other';
    else if (end.test(line)) {
      if (side === 'none') problems.push(conflictAt(i + 1));
      side = 'none';
    } else if (side !== 'other') continue;
    dropped.add(i + 1);
  }
  // Without its end the other side would be the rest of the note.
  if (side === 'other') for (let i = lines.findLastIndex((line) => middle.test(line)) + 1; i < lines.length; i++) dropped.delete(i + 1);
  return { text: lines.map((line, i) => (dropped.has(i + 1) ? '' : line)).join('\n'), dropped, problems };
}

/** Whether a line stands in code that shows what a conflict looks like: in a note whose text speaks of merging. */
function examplesIn(lines: readonly string[]): (index: number) => boolean {
  const isCode = fencedLines(lines);
  const speaks = lines.some(
    (line, i) => isCode[i] !== true && !start.test(line) && !end.test(line) && /\b(?:merg|conflict|rebas)/i.test(line),
  );
  return (index) => speaks && isCode[index] === true;
}

const conflictAt = (line: number): Problem => ({
  line,
  severity: 'warning',
  message: 'A merge conflict was left here; of its two sides the first one was read.',
  hint: 'Decide which of the two is right, and delete the lines of <, = and > signs.',
});
