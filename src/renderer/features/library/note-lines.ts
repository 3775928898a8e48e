/** A note's lines for reading: what each is, without the marks that only say so. Nothing is left out: a line is a line. */

export interface NoteLine {
  /** From 1. */
  number: number;
  kind: 'heading' | 'text' | 'code';
  /** Steps to the right, for what is nested. */
  indent: number;
  /** `-`, `3.` or `>` before the text; '' for none. */
  marker: string;
  /** Markdown of one line, or plain code. */
  text: string;
}

const fence = /^\s*(`{3,}|~{3,})/;
const heading = /^#{1,6}\s+(.*?)\s*#*$/;
const item = /^(\s*)([-*+]|\d{1,9}[.)]|>)\s+(.*)$/;
/** They fold a stretch away, which a note shown line by line does not. */
const foldTags = /<\/?(?:details|summary)\b[^>]{0,200}>/gi;
const mostIndent = 4;

/** The last line of the front matter, from 1; 0 when the note has none. */
export function frontMatterEnd(lines: readonly string[]): number {
  return lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
}

export function noteLines(lines: readonly string[]): NoteLine[] {
  const frontMatter = frontMatterEnd(lines);
  let open: string | null = null;
  return lines.map((line, index) => {
    const number = index + 1;
    const code: NoteLine = { number, kind: 'code', indent: 0, marker: '', text: line };
    if (number <= frontMatter) return code;
    const mark = fence.exec(line)?.[1];
    if (open !== null) {
      if (mark?.startsWith(open)) open = null;
      return code;
    }
    if (mark !== undefined) {
      open = mark;
      return code;
    }
    const title = heading.exec(line);
    if (title) return { number, kind: 'heading', indent: 0, marker: '', text: title[1] ?? '' };
    const [, space = /^\s*/.exec(line)?.[0] ?? '', marker = '', text = line.trim()] = item.exec(line) ?? [];
    const words = text.startsWith('<') ? text.replace(foldTags, ' ').trim() : text;
    return { number, kind: 'text', indent: Math.min(mostIndent, Math.floor(space.replaceAll('\t', '  ').length / 2)), marker, text: words };
  });
}
