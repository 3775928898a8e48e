/** The few HTML blocks that notes use: `<details>` and one-line tables. */
import type { Block, Details, Table } from './blocks.js';
import { plainInline } from './inline.js';
import { squeeze } from './text.js';

const strip = (html: string): string =>
  squeeze(
    html
      .replace(/<(code|kbd)\b[^>]{0,200}>([^<]{1,500})<\/\1>/gi, '`$2`')
      .replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
      .replace(/<\/?[a-z][^>]{0,500}>/gi, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&amp;', '&'),
  );

const lineOf = (html: string, offset: number, line: number): number => line + html.slice(0, offset).split('\n').length - 1;

/** A `<table>` written in HTML within one block, or null. */
export function htmlTable(html: string, line: number, endLine: number): Table | null {
  if (html.length > 100_000 || !/^\s*<table\b/i.test(html)) return null;
  const rows = [...html.matchAll(/<tr\b[^>]{0,200}>([\s\S]*?)<\/tr>/gi)].slice(0, 500).map((row) => {
    const at = lineOf(html, row.index, line);
    const cells = [...(row[1] ?? '').matchAll(/<t[hd]\b[^>]{0,200}>([\s\S]*?)<\/t[hd]>/gi)];
    return { line: at, cells: cells.map((cell) => plainInline(strip(cell[1] ?? ''), at)) };
  });
  const [header, ...body] = rows;
  if (header === undefined || body.length === 0) return null;
  return { type: 'table', header: header.cells, rows: body, line, endLine };
}

/** Puts what stands between `<details>` and `</details>` under its summary. Details that are not closed stay what they were. */
export function joinDetails(blocks: readonly Block[]): Block[] {
  if (!blocks.some((block) => block.type === 'html')) return [...blocks];
  const out: Block[] = [];
  /** Where in `out` details are open. */
  const open: { at: number; summary: string; line: number }[] = [];
  for (const block of blocks) {
    if (block.type !== 'html') {
      out.push(block);
      continue;
    }
    const opening = /<details\b[^>]{0,200}>/i.exec(block.content);
    const closing = /<\/details>/i.exec(block.content);
    const summary = /<summary\b[^>]{0,200}>([\s\S]{0,2000}?)<\/summary>/i.exec(block.content);
    if (opening && summary) {
      const from = summary.index + summary[0].length;
      const inside = strip(block.content.slice(from, closing && closing.index > from ? closing.index : undefined));
      const at = lineOf(block.content, opening.index, block.line);
      if (closing && closing.index > from) {
        out.push(details(strip(summary[1] ?? ''), at, block.endLine, inside === '' ? [] : [text(inside, at)]));
        continue;
      }
      open.push({ at: out.length, summary: strip(summary[1] ?? ''), line: at });
      if (inside !== '') out.push(text(inside, block.endLine));
      continue;
    }
    const last = closing === null ? undefined : open.pop();
    if (last === undefined) {
      out.push(block);
      continue;
    }
    const inside = strip(block.content.slice(0, closing?.index));
    const below = out.splice(last.at);
    if (inside !== '') below.push(text(inside, block.line));
    out.push(details(last.summary, last.line, block.endLine, below));
  }
  return out;
}

const text = (content: string, line: number): Block => ({ type: 'paragraph', inline: plainInline(content, line), line, endLine: line });

const details = (summary: string, line: number, endLine: number, blocks: readonly Block[]): Details => ({
  type: 'details',
  summary: plainInline(summary, line),
  blocks,
  line,
  endLine,
});
