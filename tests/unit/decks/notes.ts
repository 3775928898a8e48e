/** The notes that ship with the app, and the code in them. */
import MarkdownIt from 'markdown-it';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A piece of code in a note. */
export interface Code {
  /** `decks/cka/etcd.md:121` */
  place: string;
  /** What the fence says the language is; `inline` for code in a sentence or a table. */
  language: string;
  text: string;
}

const folder = 'decks';
const markdown = new MarkdownIt();

/** All code of a note, by the lines it stands on. */
export function codeIn(path: string, text: string): Code[] {
  return markdown.parse(text, {}).flatMap((token) => {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === 'fence' || token.type === 'code_block') {
      return [{ place: `${path}:${line + 1}`, language: token.info.trim(), text: token.content }];
    }
    const inline = (token.children ?? []).filter(({ type }) => type === 'code_inline');
    return inline.map(({ content }) => ({ place: `${path}:${line}`, language: 'inline', text: content }));
  });
}

export const shippedCode: readonly Code[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .flatMap((name) => codeIn(join(folder, name), readFileSync(join(folder, name), 'utf8')));
