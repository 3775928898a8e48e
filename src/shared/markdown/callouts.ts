/**
 * `> [!warning] Title`, as Obsidian and GitHub write it: a quote with a kind. Its `blockquote_open` says the kind in its meta; the
 * title, if there is one, stands between `callout_title_open` and `callout_title_close` before the rest.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** The first line of a callout, without its `>`: kind, title, and the lines behind it. */
export const calloutStart = /^\[!([\w-]{1,30})\][+-]?[ \t]*([^\n]*)(?:\n([^]*))?$/;

export function callouts(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'callouts', markCallouts);
}

/** The kind of callout that this token opens, in small letters; null for a plain quote. */
export const calloutOf = (token: Token): string | null => (typeof token.meta?.callout === 'string' ? token.meta.callout : null);

function markCallouts(state: StateCore): void {
  if (!state.src.includes('[!')) return;
  const out: Token[] = [];
  for (const [i, token] of state.tokens.entries()) {
    const open = state.tokens[i - 2];
    const match = token.type === 'inline' && open?.type === 'blockquote_open' ? calloutStart.exec(token.content) : null;
    if (match === null) {
      out.push(token);
      continue;
    }
    const [, kind = '', title = '', rest = ''] = match;
    const paragraph = out.pop();
    if (open) open.meta = { callout: kind.toLowerCase() };
    if (title.trim() !== '') out.push(...titleOf(title.trim(), token, state));
    if (paragraph === undefined || rest.trim() === '') {
      // The paragraph had nothing but the title: its end goes too.
      const close = state.tokens[i + 1];
      if (close) close.type = gone;
      continue;
    }
    const [first = 0, last = 0] = token.map ?? [];
    paragraph.map = token.map = [first + 1, last];
    token.content = rest.trimStart();
    out.push(paragraph, token);
  }
  state.tokens = out.filter(({ type }) => type !== gone);
}

const gone = 'callout_gone';

function titleOf(title: string, { map, level }: Token, { Token: TokenClass }: StateCore): Token[] {
  const [line = 0] = map ?? [];
  const token = (type: string, nesting: -1 | 0 | 1): Token =>
    Object.assign(new TokenClass(type, nesting === 0 ? '' : 'p', nesting), { block: true, map: [line, line + 1], level });
  const text = Object.assign(token('inline', 0), { content: title, children: [] });
  return [token('callout_title_open', 1), text, token('callout_title_close', -1)];
}
