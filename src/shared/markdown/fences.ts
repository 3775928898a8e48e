/** Which lines of a note are code between fences. */

const fence = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})(.*)$/;

/** For each line, whether it is in a code block or one of its fences. A fence that is not closed goes on to the end. */
export function fencedLines(lines: readonly string[]): boolean[] {
  let open: { sign: string; length: number } | null = null;
  return lines.map((line) => {
    const wasOpen = open !== null;
    const [, signs, rest = ''] = fence.exec(line) ?? [];
    if (signs !== undefined) {
      const sign = signs.charAt(0);
      if (open === null) {
        if (sign === '~' || !rest.includes('`')) open = { sign, length: signs.length };
      } else if (sign === open.sign && signs.length >= open.length && rest.trim() === '') open = null;
    }
    return wasOpen || open !== null;
  });
}
