/**
 * Markdown text -> blocks with true line numbers, by markdown-it's tokens. Repairs what real notes get wrong:
 * fences that are not closed, bullets that Markdown takes for prose, indented prose it takes for code.
 */
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Block, Fence, Inline, List, ListItem, Table, TableRow } from './blocks.js';
import type { Problem } from './card.js';
import { keepFormulas } from './formulas.js';
import { joinDetails, htmlTable } from './html.js';
import { plainInline, readInline, splitInline } from './inline.js';
import { paragraph } from './pseudo-lists.js';

const markdown = keepFormulas(new MarkdownIt({ html: true, linkify: false, typographer: false }));

export interface Document {
  blocks: Block[];
  /** The file's lines. */
  lines: readonly string[];
  problems: Problem[];
}

/** How often an unclosed fence is repaired by reading what follows it again; bounds the work on hostile input. */
const maxRepairs = 4;

/** Reads a note. Never throws; linear in the length of the text. */
export function readMarkdown(text: string): Document {
  const lines = text.split('\n');
  const problems: Problem[] = [];
  const blocks: Block[] = [];
  let from = 0;
  for (let repairs = 0; from < lines.length; repairs++) {
    const rest = from === 0 ? text : lines.slice(from).join('\n');
    const reader = new Reader(markdown.parse(rest, {}), lines, from, problems, repairs < maxRepairs);
    blocks.push(...reader.blocks());
    if (reader.resumeAt === null) break;
    from = reader.resumeAt;
  }
  return { blocks: joinDetails(blocks), lines, problems };
}

class Reader {
  /** Index of the line to read on from, when an unclosed fence was cut short. */
  resumeAt: number | null = null;
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly lines: readonly string[],
    private readonly offset: number,
    private readonly problems: Problem[],
    private readonly mayRepair: boolean,
    private readonly depth = 0,
  ) {}

  blocks(close?: string): Block[] {
    const found: Block[] = [];
    while (this.at < this.tokens.length && this.resumeAt === null) {
      const token = this.tokens[this.at];
      if (token === undefined || token.type === close) break;
      this.at++;
      this.block(token, found);
    }
    this.at++;
    return found;
  }

  private block(token: Token, found: Block[]): void {
    const { line, endLine } = this.span(token);
    switch (token.type) {
      case 'heading_open': {
        const inline = this.inline(line);
        const setext = token.markup === '-' && (inline.text.includes('\n') || /^[QA]:|[.:?]$/.test(inline.text) || inline.text.length > 80);
        if (!setext) found.push({ type: 'heading', level: Number(token.tag.slice(1)), line, endLine, inline });
        else found.push(...paragraph(inline, line, endLine - 1, this.lines), { type: 'rule', line: endLine, endLine });
        break;
      }
      case 'paragraph_open':
        found.push(...paragraph(this.inline(line), line, endLine, this.lines));
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        found.push(this.list(token.type === 'ordered_list_open', line, endLine));
        break;
      case 'blockquote_open':
        found.push(quote(this.nested('blockquote_close'), line, endLine));
        break;
      case 'table_open':
        found.push(this.table(line, endLine));
        break;
      case 'fence':
        found.push(this.fence(token, line, endLine));
        break;
      case 'code_block':
        found.push(...this.indented(token, line, endLine));
        break;
      case 'hr':
        found.push({ type: 'rule', line, endLine: line });
        break;
      case 'html_block':
        found.push(htmlTable(token.content, line, endLine) ?? { type: 'html', content: token.content, line, endLine });
        break;
      default:
    }
  }

  private nested(close: string): Block[] {
    return joinDetails(this.blocks(close));
  }

  private span(token: Token): { line: number; endLine: number } {
    const [start, end] = token.map ?? [0, 1];
    let last = Math.max(start + 1, end);
    // Containers take the blank lines after them along.
    while (last > start + 1 && (this.lines[last - 1 + this.offset] ?? '').trim() === '') last--;
    return { line: start + 1 + this.offset, endLine: last + this.offset };
  }

  private inline(line: number): Inline {
    const token = this.tokens[this.at];
    this.at += 2;
    return readInline(token?.children ?? [], line);
  }

  private list(ordered: boolean, line: number, endLine: number): List {
    const items: ListItem[] = [];
    while (this.at < this.tokens.length && this.resumeAt === null) {
      const token = this.tokens[this.at++];
      if (token === undefined || token.type === 'bullet_list_close' || token.type === 'ordered_list_close') break;
      if (token.type !== 'list_item_open') continue;
      const span = this.span(token);
      const children = this.nested('list_item_close');
      items.push(listItem(children, span.line, span.endLine));
    }
    return { type: 'list', ordered, items, line, endLine };
  }

  private table(line: number, endLine: number): Table {
    const rows: TableRow[] = [];
    let row = line;
    let cells: Inline[] = [];
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at++];
      if (token === undefined || token.type === 'table_close') break;
      if (token.type === 'tr_open') {
        row = token.map ? token.map[0] + 1 + this.offset : row + 1;
        cells = [];
      } else if (token.type === 'inline') cells.push(readInline(token.children ?? [], row));
      else if (token.type === 'tr_close') rows.push({ line: row, cells });
    }
    const [header, ...body] = rows;
    return { type: 'table', header: header?.cells ?? [], rows: body, line, endLine };
  }

  private fence(token: Token, line: number, endLine: number): Fence {
    const language = /^[^\s{]*/.exec(token.info.trim())?.[0].toLowerCase() ?? '';
    const content = token.content.replace(/\n$/, '').split('\n');
    const end = (token.map?.[1] ?? 1) + this.offset;
    const fence: Fence = { type: 'fence', language, lines: content, firstLine: line + 1, line, endLine };
    const closing = (this.lines[end - 1] ?? '').replace(/^[\s>]+/, '').trimEnd();
    if (end > line && new RegExp(`^\\${token.markup.charAt(0)}{${token.markup.length},}$`).test(closing)) return { ...fence, endLine: end };

    this.problems.push({
      line,
      severity: 'warning',
      message: `The code fence opened at line ${line} is not closed.`,
      hint: `Close it with a line of ${token.markup} after the code.`,
    });
    // A fence in a list or quote ends with it; only one that swallowed the rest of the note is cut short.
    const cutAt = this.mayRepair && this.depth === 0 && token.level === 0 ? fenceEnd(content, token.markup.charAt(0)) : null;
    if (cutAt === null) return fence;
    this.resumeAt = line + cutAt.next;
    return { ...fence, lines: content.slice(0, cutAt.code), endLine: line + cutAt.next };
  }

  /** Four spaces or a tab make code of a text; prose stays prose. */
  private indented(token: Token, line: number, endLine: number): Block[] {
    const content = token.content.replace(/\n+$/, '').split('\n');
    if (this.depth >= 3 || !looksLikeProse(content)) {
      return [{ type: 'fence', language: '', lines: content, firstLine: line, line, endLine }];
    }
    const text = content.map((one) => one.trimStart()).join('\n');
    return new Reader(markdown.parse(text, {}), this.lines, line - 1, this.problems, false, this.depth + 1).blocks();
  }
}

/**
 * Where an unclosed fence most likely ends: at a shorter fence line of the same sign, or before a heading that follows a
 * blank line, whichever comes first.
 */
function fenceEnd(content: readonly string[], sign: string): { code: number; next: number } | null {
  const bare = sign === '~' ? /^\s{0,3}~{3,}\s*$/ : /^\s{0,3}`{3,}\s*$/;
  const end = content.findIndex((line, i) => bare.test(line) || (i > 0 && /^#{2,6} \S/.test(line) && (content[i - 1] ?? '').trim() === ''));
  if (end < 0) return null;
  return { code: end, next: bare.test(content[end] ?? '') ? end + 1 : end };
}

function looksLikeProse(content: readonly string[]): boolean {
  const lines = content.filter((line) => line.trim() !== '').slice(0, 40);
  const prose = lines.filter((line) => {
    if (/^\s*([-*+•]|\d+[.)])\s?\S/.test(line) && !/^\s*--?\w+([ =]|$)/.test(line)) return true;
    return (
      /^\s*\p{Lu}?[\p{L}'’,]+(\s+[\p{L}\p{N}'’,()/-]+){3,}/u.test(line) && !/[{};$\\|]|=>|\w\(|--\w/.test(line) && /[.:)\p{L}]$/u.test(line)
    );
  });
  return prose.length > lines.length / 2;
}

function listItem(children: readonly Block[], line: number, endLine: number): ListItem {
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') return { inline: plainInline('', line), children, task: false, line, endLine };
  const task = /^\[[ xX]\]\s+/.exec(first.inline.text);
  const inline = task === null ? first.inline : (splitInline(first.inline, [task[0].length])[1] ?? first.inline);
  return { inline, children: rest, task: task !== null, line, endLine };
}

/** Obsidian and GitHub callouts open with `[!kind]`. */
function quote(blocks: Block[], line: number, endLine: number): Block {
  const [first, ...rest] = blocks;
  const callout = first?.type === 'paragraph' ? /^\[!(\w+)\][+-]?[ \t]*([^\n]*)\n?/.exec(first.inline.text) : null;
  if (callout === null || first?.type !== 'paragraph') return { type: 'quote', callout: null, title: '', blocks, line, endLine };
  const body = splitInline(first.inline, [callout[0].length])[1];
  const kept = body === undefined || body.text === '' ? rest : [{ ...first, inline: body, line: body.line }, ...rest];
  return { type: 'quote', callout: (callout[1] ?? '').toLowerCase(), title: (callout[2] ?? '').trim(), blocks: kept, line, endLine };
}
