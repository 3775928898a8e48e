/** HTML that folds and lays out is nothing on a card; what only dresses text stays, and so does any `<name>` somebody typed. */
import { fencedLines } from '../../../../shared/markdown/fences.js';
import { mask } from '../../../../shared/markdown/mask.js';

const tag = /<(\/?)([a-z][a-z0-9]*)(\s[^<>]{0,300})?\/?>/gi;
const layout = new Set(
  'a article body br center dd details div dl dt figure font footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p section small span summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const dressing = new Set('b code del em i ins kbd mark s samp strong sub sup tt u'.split(' '));

/** Lines without tags of layout; a line of nothing else goes. */
export function withoutLayout(lines: readonly string[]): string[] {
  const isCode = fencedLines(lines);
  return lines.flatMap((line, i) => {
    if (isCode[i] === true || !line.includes('<')) return [line];
    const text = bare(line);
    return text.trim() === '' ? [] : [text];
  });
}

function bare(line: string): string {
  let out = '';
  let at = 0;
  for (const { index, 0: whole, 1: slash = '', 2: name = '', 3: attributes } of mask(line).matchAll(tag)) {
    const lower = name.toLowerCase();
    const stays = lower === 'br' || !(layout.has(lower) || (dressing.has(lower) && attributes !== undefined));
    out +=
      line.slice(at, index) + (stays ? whole : lower === 'li' && slash === '' ? '- ' : dressing.has(lower) ? `<${slash}${lower}>` : '');
    at = index + whole.length;
  }
  return out + line.slice(at);
}
