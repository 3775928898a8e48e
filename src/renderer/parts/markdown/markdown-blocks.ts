/** Blocks that notes mark with a bracket: to-do items and callouts. */
import type { ElementNode, Node } from './markdown-nodes.js';

/** `[ ] write it` at the start of an item becomes a box and the words. Changes the children it is given. */
export function asTask(children: Node[]): void {
  const place = firstText(children);
  const match = place && /^\[([ xX])\]\s+/.exec(place.text);
  if (!place || !match) return;
  const task: ElementNode = { tag: 'task', isDone: match[1] !== ' ', children: [] };
  place.of.splice(0, 1, task, place.text.slice(match[0].length));
}

/** `[!warning] Title` at the start of a quote becomes a line of its own. Changes the children it is given. */
export function asCallout(children: Node[]): void {
  const place = firstText(children);
  const match = place && /^\[!(\w{1,30})\][+-]?\s*/.exec(place.text);
  if (!place || !match) return;
  const lineEnd = place.of.indexOf(' ', 1);
  const rest = lineEnd === -1 ? [] : place.of.splice(lineEnd).slice(1);
  const [kind = ''] = match.slice(1);
  const words = place.text.slice(match[0].length);
  const isUntitled = words === '' && place.of.length === 1;
  place.of.splice(0, 1, isUntitled ? kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase() : words);
  const [paragraph] = children;
  if (typeof paragraph === 'object') paragraph.class = 'medium';
  if (rest.length > 0) children.splice(1, 0, { tag: 'p', children: rest });
}

/** The text that opens these children, themselves or in their first paragraph, and the list it stands in. */
function firstText(children: Node[]): { text: string; of: Node[] } | null {
  const [first] = children;
  if (typeof first === 'string') return { text: first, of: children };
  const inside = first?.tag === 'p' ? first.children[0] : undefined;
  return typeof inside === 'string' && first ? { text: inside, of: (first as ElementNode).children } : null;
}
