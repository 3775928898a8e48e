/** The little HTML that notes use: its text, and tables on one line. */
import type { Table } from './blocks.js';
import { plainInline } from './inline.js';
import { squeeze } from './text.js';

/** The text of a stretch of HTML, code in backticks, on one line. */
export const textOfHtml = (html: string): string =>
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
    return { line: at, cells: cells.map((cell) => plainInline(textOfHtml(cell[1] ?? ''), at)) };
  });
  const [header, ...body] = rows;
  if (header === undefined || body.length === 0) return null;
  return { type: 'table', header: header.cells, rows: body, line, endLine };
}
