/** How many statements a stretch of a note makes. */
import type { Block, Inline } from './blocks.js';

/** Full stops, question and exclamation marks at the end of a word. */
const ends = /[.!?](?=\s|$)/g;

const ofText = ({ text }: Inline): number => (text === '' ? 0 : Math.max(1, text.match(ends)?.length ?? 0));

/** Sentences, items without a full stop, and table rows; code makes none. */
export function countStatements(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.type === 'paragraph') count += ofText(block.inline);
    else if (block.type === 'list') for (const item of block.items) count += ofText(item.inline) + countStatements(item.children);
    else if (block.type === 'table') count += block.rows.length;
    else if (block.type === 'quote' || block.type === 'details') count += countStatements(block.blocks);
  }
  return count;
}
