/**
 * What `<details>` hold, as one text: the evidence of their cards since the first version, which took what stands right below the
 * summary for HTML, and only what stands behind a blank line for Markdown.
 */
import { textOfHtml } from './html.js';
import { readMarkdown } from './markdown.js';
import { asMarkdown } from './units.js';

export function detailsText(body: string): string {
  const lines = body.split('\n');
  const blank = lines.findIndex((line, i) => i > 0 && line.trim() === '');
  const end = blank === -1 ? lines.length : blank;
  const below = asMarkdown(readMarkdown(lines.slice(end).join('\n')).blocks);
  return [textOfHtml(lines.slice(0, end).join('\n')), below].filter((text) => text !== '').join('\n\n');
}
