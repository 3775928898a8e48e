/** What a sticky pattern finds where an inline rule stands; null where that is not the pattern, or goes on behind the end. */
import type { StateInline } from 'markdown-it';

export function matchAt(pattern: RegExp, { src, pos, posMax }: StateInline): RegExpExecArray | null {
  pattern.lastIndex = pos;
  const match = pattern.exec(src);
  return match !== null && pos + match[0].length <= posMax ? match : null;
}
