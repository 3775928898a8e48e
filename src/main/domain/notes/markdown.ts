/**
 * Markdown text -> blocks with true line numbers, by markdown-it's tokens. Repairs what real notes get wrong:
 * fences that are not closed, bullets that Markdown takes for prose, indented prose it takes for code.
 */
import type { Token } from 'markdown-it';
import { calloutOf } from '../../../shared/markdown/callouts.js';
import { createMarkdown } from '../../../shared/markdown/markdown.js';
import { taskOf } from '../../../shared/markdown/tasks.js';
import type { Block, Fence, Inline, List, ListItem, Quote, Table, TableRow } from './blocks.js';
import type { Problem } from './card.js';
import { htmlTable, textOfHtml } from './html.js';
import { joinInlines, plainInline, readInline } from './inline.js';
import { paragraph } from './pseudo-lists.js';

const markdown = createMarkdown('note');

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
  return { blocks, lines, problems };
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
        found.push(...this.prose(this.inline(line), line, endLine));
        break;
      case 'formula':
        found.push(...this.prose(plainInline(token.info, line), line, endLine));
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        found.push(this.list(token.type === 'ordered_list_open', line, endLine));
        break;
      case 'blockquote_open':
        found.push(this.quote(calloutOf(token), line, endLine));
        break;
      case 'details_open':
        found.push(...this.details(line, endLine));
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
      case 'comment':
        found.push({ type: 'html', content: token.info, line, endLine });
        break;
      case 'html_block':
        found.push(htmlTable(token.content, line, endLine) ?? { type: 'html', content: token.content, line, endLine });
        break;
      default:
    }
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

  /** Lines of text and the formulas on lines between them, without a blank line, are one paragraph. */
  private prose(inline: Inline, line: number, endLine: number): Block[] {
    const next = this.tokens[this.at];
    if (next === undefined || (next.type !== 'paragraph_open' && next.type !== 'formula'))
      return paragraph(inline, line, endLine, this.lines);
    const span = this.span(next);
    if (span.line !== endLine + 1) return paragraph(inline, line, endLine, this.lines);
    this.at++;
    const more = next.type === 'formula' ? plainInline(next.info, span.line) : this.inline(span.line);
    return this.prose(joinInlines(inline, more), line, span.endLine);
  }

  private list(ordered: boolean, line: number, endLine: number): List {
    const items: ListItem[] = [];
    while (this.at < this.tokens.length && this.resumeAt === null) {
      const token = this.tokens[this.at++];
      if (token === undefined || token.type === 'bullet_list_close' || token.type === 'ordered_list_close') break;
      if (token.type !== 'list_item_open') continue;
      const span = this.span(token);
      items.push(listItem(this.blocks('list_item_close'), taskOf(token) !== null, span.line, span.endLine));
    }
    return { type: 'list', ordered, items, line, endLine };
  }

  private quote(callout: string | null, line: number, endLine: number): Quote {
    const title = this.titleOf('callout_title_open')?.text ?? '';
    return { type: 'quote', callout, title, blocks: this.blocks('blockquote_close'), line, endLine };
  }

  /** Without a summary there is nothing that was folded away: the blocks stand for themselves. */
  private details(line: number, endLine: number): Block[] {
    const summary = this.titleOf('summary_open');
    const blocks = this.blocks('details_close').flatMap(textInHtml);
    return summary === null ? blocks : [{ type: 'details', blocks, line, endLine }];
  }

  /** The title that opens a container, where one stands here. */
  private titleOf(open: string): Inline | null {
    const token = this.tokens[this.at];
    if (token?.type !== open) return null;
    this.at++;
    return this.inline(this.span(token).line);
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
      } else if (token.type === 'inline') cells.push(cellOf(readInline(token.children ?? [], row)));
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

function listItem(children: readonly Block[], task: boolean, line: number, endLine: number): ListItem {
  const [first, ...rest] = children;
  return first?.type === 'paragraph'
    ? { inline: first.inline, children: rest, task, line, endLine }
    : { inline: plainInline('', line), children, task, line, endLine };
}

/** In a table a link to another note or to a page elsewhere dresses a name; what leads on within the same pages stays a link. */
const cellOf = (cell: Inline): Inline => ({
  ...cell,
  marks: cell.marks.filter(({ kind, address }) => kind !== 'link' || (address !== undefined && !/^[a-z][\w+.-]*:/i.test(address))),
});

/** What is folded away is there to be read: HTML around it (`<p>`) is nothing, HTML of it is its text. */
function textInHtml(block: Block): Block[] {
  if (block.type !== 'html') return [block];
  const { line, endLine, content } = block;
  const text = textOfHtml(content);
  return text === '' ? [] : [{ type: 'paragraph', inline: plainInline(text, line), line, endLine }];
}
