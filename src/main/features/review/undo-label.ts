import type { Rating } from '../../../shared/contract.js';

const done: Record<Rating | 'suspend' | 'bury' | 'flag' | 'edit', string> = {
  again: 'Again on',
  hard: 'Hard on',
  good: 'Good on',
  easy: 'Easy on',
  suspend: 'Suspended',
  bury: 'Buried',
  flag: 'Flag on',
  edit: 'Edit of',
};

const longest = 60;

/** What a step was, in a few words without Markdown: `Good on “What is etcd?”`. */
export function undoLabel(action: keyof typeof done, front: string): string {
  const plain = front
    .replace(/[*_`#>]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const short =
    [...plain].length > longest
      ? `${[...plain]
          .slice(0, longest - 1)
          .join('')
          .trimEnd()}…`
      : plain;
  return `${done[action]} “${short}”`;
}
