/** Markdown as a tree of plain elements. Nothing in a note can become markup: HTML stays text, links lead nowhere, images are not loaded. */
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

/** A piece of rendered text: a string, or an element with what little it may carry. */
export type Node = string | ElementNode;

export interface ElementNode {
  tag:
    | 'p'
    | 'ul'
    | 'ol'
    | 'li'
    | 'blockquote'
    | 'pre'
    | 'code'
    | 'em'
    | 'strong'
    | 's'
    | 'span'
    | 'br'
    | 'hr'
    | 'div'
    | 'table'
    | 'thead'
    | 'tbody'
    | 'tr'
    | 'th'
    | 'td';
  class?: string;
  title?: string;
  /** First number of an ordered list. */
  start?: number;
  /** Language of a code fence, as written in the note. */
  language?: string;
  children: Node[];
}

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable(['reference']);

const plainTags = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'em', 'strong', 's', 'thead', 'tbody', 'tr', 'th', 'td']);

/** Parses Markdown; never throws on any text. */
export function parseMarkdown(text: string): Node[] {
  return build(parser.parse(text, {}));
}

/** The text without its markup, on one line. */
export function plainText(markdown: string): string {
  const textOf = (node: Node): string => (typeof node === 'string' ? node : node.children.map(textOf).join('') + (isRun(node) ? '' : ' '));
  return parseMarkdown(markdown).map(textOf).join('').replace(/\s+/g, ' ').trim();
}

const isRun = (node: ElementNode): boolean => ['code', 'em', 'strong', 's', 'span'].includes(node.tag);

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
      if (open.length > 1) open.pop();
    } else if (token.type === 'inline') for (const child of build(token.children ?? [])) add(child);
    else add(leaf(token));
  }
  return root;
}

function opening(token: Token): ElementNode {
  if (token.type === 'link_open') return { tag: 'span', class: 'md-link', title: String(token.attrGet('href') ?? ''), children: [] };
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
      return { tag: 'span', class: 'tag', title: String(token.attrGet('src') ?? ''), children: [token.content || 'image'] };
    default:
      return token.content;
  }
}
