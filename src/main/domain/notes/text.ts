/**
 * The text of a note as the rest of the engine sees it: one kind of line end, no invisible characters.
 * Lines stay where they are in the file.
 */

// Not the zero-width joiners: scripts and emoji need them.
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
const otherSpaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/** LF line ends, ordinary spaces, nothing of zero width. A lone CR ends a line only in a file that has no LF at all. */
export function cleanText(text: string): string {
  let clean = text;
  if (clean.includes('\r')) {
    clean = clean.replaceAll('\r\n', '\n');
    clean = clean.replaceAll('\r', clean.includes('\n') ? ' ' : '\n');
  }
  if (clean.includes('\0')) clean = clean.replaceAll('\0', '\ufffd');
  return clean.replace(invisible, '').replace(otherSpaces, ' ');
}

/** Longer texts are rare, and their characters too many arguments for one call. */
const maxCompact = 4000;

/**
 * The same text in as little memory as its characters need. What is cut from a note takes two bytes a character as soon as one dash
 * or quote anywhere in the note does, and all that reads it, patterns above all, is slower for it.
 */
export function compact(text: string): string {
  if (text.length > maxCompact) return text;
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) return text;
    codes.push(code);
  }
  return String.fromCharCode(...codes);
}

/** Collapses all white space to single spaces. */
export const squeeze = (text: string): string => (isSingleSpaced(text) ? text.trim() : text.replace(/\s+/g, ' ').trim());

const isSingleSpaced = (text: string): boolean => !text.includes('  ') && !text.includes('\n') && !text.includes('\t');

/** How many words a person would count. */
export function countWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const space = code === 32 || (code >= 9 && code <= 13) || code === 160;
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}

export const capitalise = (text: string): string => {
  const first = text.charAt(0);
  return first === first.toUpperCase() ? text : first.toUpperCase() + text.slice(1);
};

/** Takes a closing full stop, comma, colon or semicolon off, but not the dots of `etc.` or an ellipsis. */
export const trimStop = (text: string): string => {
  const trimmed = text.trim();
  if (/(\betc|\be\.g|\bi\.e|\.\.)\.$/.test(trimmed)) return trimmed;
  return trimmed.replace(/[.,;:]+$/, '').trim();
};

export const trimColon = (text: string): string => text.replace(/\s*[:：]\s*$/, '');
