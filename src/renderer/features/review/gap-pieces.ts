import { gapMark } from '../../../shared/grading.js';
import { parseMarkdown } from '../../parts/markdown/markdown.js';
import type { Node } from '../../parts/markdown/markdown-nodes.js';

/** A piece of a cloze sentence: rendered nodes, or the gap of that index. */
export type Piece = { nodes: Node[] } | { gap: number };

/** A sentence cut at its gaps. A gap that is not found (inside bold text, or a hint in place of the mark) comes after it. */
export function gapPieces(text: string, gaps: number): Piece[] {
  const parsed = parseMarkdown(text);
  const [only] = parsed;
  const nodes = parsed.length === 1 && typeof only === 'object' && only.tag === 'p' ? only.children : parsed;
  const found: Piece[] = [];
  let gap = 0;
  for (const node of nodes) {
    const texts = typeof node === 'string' ? node.split(gapMark) : [node];
    for (const [index, part] of texts.entries()) {
      if (index > 0) found.push({ gap: gap++ });
      if (part !== '') found.push({ nodes: [part] });
    }
  }
  for (; gap < gaps; gap++) found.push({ gap });
  return found;
}
