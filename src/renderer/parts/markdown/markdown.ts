/**
 * Markdown as a tree of plain elements. Nothing in a note can become markup of its own: HTML stays text but for tags that only dress
 * text, links lead nowhere, and an image is a name that somebody else looks up. What notes write is known in `shared/markdown`.
 */
import type { Token } from 'markdown-it';
import { calloutOf } from '../../../shared/markdown/callouts.js';
import { createMarkdown } from '../../../shared/markdown/markdown.js';
import { taskOf } from '../../../shared/markdown/tasks.js';
import type { ElementNode, Node } from './markdown-nodes.js';

const parser = createMarkdown('card');

const plainTags = new Set(
  ['p', 'ul', 'ol', 'li', 'blockquote', 'thead', 'tbody', 'tr', 'th', 'td'].concat('em', 'strong', 's', 'u', 'mark', 'sub', 'sup'),
);
const runTags = new Set(['code', 'em', 'strong', 's', 'u', 'kbd', 'mark', 'sub', 'sup', 'span', 'link', 'formula', 'task']);
/** Lines that stand out from what follows them. */
const titles = new Set(['heading_open', 'summary_open', 'callout_title_open']);

/** Parses Markdown; never throws on any text. */
export function parseMarkdown(text: string): Node[] {
  return build(parser.parse(text, {}));
}

/** The same nodes, of a text that goes on: code at their end is marked as not whole. */
export function cutLast(nodes: Node[]): Node[] {
  const last = nodes.at(-1);
  if (last === undefined || typeof last === 'string') return nodes;
  return [...nodes.slice(0, -1), last.tag === 'pre' ? { ...last, isCut: true } : { ...last, children: cutLast(last.children) }];
}

/** The text without its markup, on one line. */
export function plainText(markdown: string): string {
  const textOf = (node: Node): string =>
    typeof node === 'string' ? node : node.children.map(textOf).join('') + (runTags.has(node.tag) ? '' : ' ');
  return parseMarkdown(markdown).map(textOf).join('').replace(/\s+/g, ' ').trim();
}

function build(tokens: readonly Token[]): Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  /** The box of the item that was opened last, until its text begins. */
  let box: ElementNode | null = null;
  const add = (node: Node) => open.at(-1)?.push(node);
  for (const [i, token] of tokens.entries()) {
    if (token.nesting === 1) {
      box = boxOf(token) ?? box;
      // A tight list's paragraphs are there for the structure only, and what was folded away is simply there.
      if (token.hidden || token.type === 'details_open') open.push(open.at(-1) ?? root);
      else {
        const node = opening(token, tokens[i + 1]);
        add(node);
        open.push(node.children);
      }
    } else if (token.nesting === -1) {
      if (open.length > 1) open.pop();
    } else if (token.type === 'inline') {
      if (box) add(box);
      box = null;
      for (const child of build(token.children ?? [])) add(child);
    } else if (token.type !== 'comment') add(leaf(token));
  }
  return root;
}

function boxOf(token: Token): ElementNode | null {
  const task = taskOf(token);
  return task && { tag: 'task', isDone: task.isDone, children: [] };
}

function opening(token: Token, next: Token | undefined): ElementNode {
  if (token.type === 'link_open') return { tag: 'link', address: String(token.attrGet('href') ?? ''), children: [] };
  if (token.type === 'table_open') return { tag: 'table', class: 'table', children: [] };
  if (titles.has(token.type)) return { tag: 'p', class: 'medium', children: [] };
  const tag = plainTags.has(token.tag) ? (token.tag as ElementNode['tag']) : 'div';
  const callout = calloutOf(token);
  // A callout without a title is called what it is.
  if (callout !== null && next?.type !== 'callout_title_open')
    return { tag, children: [{ tag: 'p', class: 'medium', children: [callout.charAt(0).toUpperCase() + callout.slice(1)] }] };
  const start = Number(token.attrGet('start') ?? 1);
  return tag === 'ol' && start !== 1 ? { tag, start, children: [] } : { tag, children: [] };
}

function leaf(token: Token): Node {
  switch (token.type) {
    case 'code_inline':
      return { tag: 'code', class: 'ic', children: [token.content] };
    case 'fence':
    case 'code_block':
      return { tag: 'pre', class: 'code', language: token.info.trim().split(/\s+/)[0] ?? '', children: [token.content.replace(/\n$/, '')] };
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return { tag: 'br', children: [] };
    case 'hr':
      return { tag: 'hr', children: [] };
    case 'image':
      return image(token);
    case 'formula':
      return { tag: 'formula', isDisplay: token.markup === '$$', children: [token.content] };
    case 'footnote':
      return { tag: 'sup', children: [token.content] };
    case 'kbd':
      return { tag: 'kbd', children: [token.content] };
    default:
      return token.content;
  }
}

function image(token: Token): ElementNode {
  const { words, width } = splitWidth(token.content);
  const address = String(token.attrGet('src') ?? '');
  return { tag: 'image', address, ...(width !== null && { width }), children: words === '' ? [] : [words] };
}

/** `a plan|300` or `300x200`: what an image shows, and how wide it is to be. */
function splitWidth(label: string): { words: string; width: number | null } {
  const [, words = '', width] = /^(?:(.*)\|)?\s*(\d{1,4})(?:x\d{1,4})?\s*$/s.exec(label) ?? [];
  return width === undefined ? { words: label, width: null } : { words, width: Number(width) };
}
