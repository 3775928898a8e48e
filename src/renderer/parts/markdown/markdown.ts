/**
 * Markdown as a tree of plain elements. Nothing in a note can become markup of its own: HTML stays text but for tags that only dress
 * text, links lead nowhere, and an image is a name that somebody else looks up.
 */
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { asCallout, asTask } from './markdown-blocks.js';
import type { ElementNode, Node } from './markdown-nodes.js';
import { extendMarkdown, splitWidth } from './markdown-syntax.js';

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable(['reference']);
extendMarkdown(parser);

const plainTags = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'em', 'strong', 's', 'thead', 'tbody', 'tr', 'th', 'td']);
const runTags = new Set(['code', 'em', 'strong', 's', 'u', 'kbd', 'mark', 'sub', 'sup', 'span', 'link', 'formula', 'task']);

/** Parses Markdown; never throws on any text. */
export function parseMarkdown(text: string): Node[] {
  return build(parser.parse(text, {}));
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
  const add = (node: Node) => open.at(-1)?.push(node);
  for (const token of tokens) {
    if (token.nesting === 1) {
      const node = opening(token);
      // A tight list's paragraphs are there for the structure only.
      if (token.hidden) open.push(open.at(-1) ?? root);
      else {
        add(node);
        open.push(node.children);
      }
    } else if (token.nesting === -1) {
      const children = open.length > 1 ? open.pop() : undefined;
      if (token.type === 'list_item_close' && children) asTask(children);
      if (token.type === 'blockquote_close' && children) asCallout(children);
    } else if (token.type === 'inline') for (const child of build(token.children ?? [])) add(child);
    else add(leaf(token));
  }
  return root;
}

function opening(token: Token): ElementNode {
  if (token.type === 'link_open') return { tag: 'link', address: String(token.attrGet('href') ?? ''), children: [] };
  if (token.type === 'table_open') return { tag: 'table', class: 'table', children: [] };
  if (token.type === 'heading_open') return { tag: 'p', class: 'medium', children: [] };
  const tag = plainTags.has(token.tag) ? (token.tag as ElementNode['tag']) : 'div';
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
    case 'dressed':
      return { tag: token.tag as ElementNode['tag'], ...(token.tag === 'code' && { class: 'ic' }), children: [token.content] };
    default:
      return token.content;
  }
}

function image(token: Token): ElementNode {
  const meta = token.meta as { width: number | null } | null;
  const { words, width } = meta ? { words: token.content, width: meta.width } : splitWidth(token.content);
  const address = String(token.attrGet('src') ?? '');
  return { tag: 'image', address, ...(width !== null && { width }), children: words === '' ? [] : [words] };
}
