/** `- [ ] write it`, `- [x] done`: the box is taken off the text; its item says in its meta whether it is done. */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const box = /^\[([ xX])\][ \t]+/;

export function tasks(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'tasks', takeBoxes);
}

/** Whether the item that this token opens is a task, and done; null for an ordinary item. */
export const taskOf = (token: Token): { isDone: boolean } | null =>
  typeof token.meta?.isDone === 'boolean' ? { isDone: token.meta.isDone } : null;

function takeBoxes({ tokens }: StateCore): void {
  for (const [i, token] of tokens.entries()) {
    const text = tokens[i + 2];
    if (token.type !== 'list_item_open' || tokens[i + 1]?.type !== 'paragraph_open' || text === undefined) continue;
    const match = box.exec(text.content);
    if (match === null) continue;
    token.meta = { isDone: match[1] !== ' ' };
    text.content = text.content.slice(match[0].length);
  }
}
