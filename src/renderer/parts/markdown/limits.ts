/** How much of a note is drawn at once. Pure, and judged before the work is done: what is beyond would freeze the window. */

const mostCodeCharacters = 20_000;
const mostCodePieces = 1_000;
/** Some grammars look at a word again from each of its letters. */
const longWord = /\S{201}/;

/** Is code small enough to get its colours? Beyond, looking for them takes seconds, and each piece is an element. */
export function isColourable(code: string): boolean {
  if (code.length > mostCodeCharacters || longWord.test(code)) return false;
  return (code.match(/[\p{L}\p{N}_-]+|[^\s\p{L}\p{N}_-]/gu)?.length ?? 0) <= mostCodePieces;
}

const mostCharacters = 20_000;
const mostLines = 1_000;

/** The beginning of a text that is too long to be drawn at once, up to the end of a line or a word; null when it is not too long. */
export function beginningOf(text: string): string | null {
  const lines = text.split('\n', mostLines + 1);
  const few = lines.length > mostLines ? lines.slice(0, mostLines).join('\n') : text;
  if (few.length <= mostCharacters) return few === text ? null : few;
  const start = few.slice(0, mostCharacters);
  for (const end of [start.lastIndexOf('\n'), start.lastIndexOf(' ')]) if (end > mostCharacters / 2) return start.slice(0, end);
  // Never half a character.
  return start.replace(/[\uD800-\uDBFF]$/, '');
}
