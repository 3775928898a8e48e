/** What is told of an import while its notes are read. */
import { posix } from 'node:path';
import type { EventPayload, ReadNote } from '../../../shared/contract.js';
import type { ImportedNote } from './gather.js';

export type OnProgress = (progress: EventPayload<'import.progress'>) => void;

/** Progress is worth telling about this often. */
const progressEveryMs = 50;

/** Passes on the last progress and one every little while, each with the notes read since the one before. */
export function nowAndThen(onProgress: OnProgress): (progress: { note: ImportedNote; done: number; total: number }) => void {
  let lastAt = -Infinity;
  let read: ReadNote[] = [];
  return ({ note, done, total }) => {
    read.push(readNoteOf(note));
    const at = performance.now();
    if (done < total && at - lastAt < progressEveryMs) return;
    lastAt = at;
    onProgress({ file: note.name, done, total, read });
    read = [];
  };
}

/** A note's name and the folder it is in, as they are shown: `node/kubelet.md` -> `kubelet.md` and `node`. */
export const placeOf = ({ name }: Pick<ImportedNote, 'name'>): { name: string; folder: string } => ({
  name: posix.basename(name),
  folder: name.includes('/') ? posix.dirname(name) : '',
});

function readNoteOf(note: ImportedNote): ReadNote {
  const { content, stored } = note;
  const plain = { ...placeOf(note), cards: 0, heldBack: 0, problems: 0, unchanged: false, emptyReason: null };
  if (content.state === 'parsed') {
    const { problems, emptyReason } = content.note;
    const { count, heldBack } = content.cards;
    return { ...plain, cards: count - heldBack, heldBack, problems: problems.length, emptyReason };
  }
  if (content.state === 'failed') return { ...plain, problems: 1, emptyReason: content.problem.message };
  if (!stored) return plain;
  const { cards, heldBack, problems, emptyReason } = stored.report;
  return { ...plain, cards, heldBack, problems: problems.length, unchanged: content.state === 'unchanged', emptyReason };
}
