/**
 * The bytes of a note file as text: UTF-8 with or without BOM, UTF-16 with BOM, and anything else as well as it can be read.
 */
import type { Problem } from './card.js';

export type NoteText = { ok: true; text: string; problems: Problem[] } | { ok: false; problem: Problem };

/** Looked through for NUL bytes, which text does not have. */
const inspectedBytes = 64 * 1024;

/** Decodes a note. Never throws and leaves the bytes as they are; line ends are left as they are too. */
export function decodeNote(bytes: Uint8Array): NoteText {
  const [first, second, third, fourth] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return binary;
  if (wide) return checked(new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes), []);
  if (bytes.subarray(0, inspectedBytes).includes(0)) return binary;
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes), []);
  } catch {
    return decodeBroken(bytes);
  }
}

const binary: NoteText = {
  ok: false,
  problem: {
    line: 1,
    severity: 'error',
    message: 'This is not text, although its name is that of a note.',
    hint: 'If it is a note, save it again as UTF-8 text.',
  },
};

function checked(text: string, problems: Problem[]): NoteText {
  if (text.trim() !== '') return { ok: true, text, problems };
  const empty: Problem = { line: 1, severity: 'warning', message: 'The note is empty.', hint: 'Write something in it, or delete it.' };
  return { ok: true, text, problems: [...problems, empty] };
}

/** Not UTF-8: either UTF-8 with damaged places, or text in an old eight-bit encoding. */
function decodeBroken(bytes: Uint8Array): NoteText {
  const line = firstBrokenLine(bytes);
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const hasUtf8 = /[^\0-\x7f\ufffd]/.test(lenient);
  const problem: Problem = {
    line,
    severity: 'warning',
    message: hasUtf8
      ? 'Some characters here are damaged and were replaced by �.'
      : 'The note is not UTF-8; it was read as Western European text.',
    hint: hasUtf8 ? 'Write them again and save the note as UTF-8.' : 'Save the note as UTF-8 so that every character is sure.',
  };
  return checked(hasUtf8 ? lenient : new TextDecoder('windows-1252').decode(bytes), [problem]);
}

/** The line of the first byte that is not UTF-8, found by halving. */
function firstBrokenLine(bytes: Uint8Array): number {
  const isSound = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [sound, broken] = [0, bytes.length];
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (isSound(middle)) sound = middle;
    else broken = middle;
  }
  let line = 1;
  for (let i = 0; i < sound; i++) if (bytes[i] === 0x0a) line++;
  return line;
}
