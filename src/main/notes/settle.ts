/** Which of the cards a stretch of text could give are kept. */
import { judge, judgeOwn } from './quality.js';
import type { Draft } from './rules/rule.js';

/** A draft with the gates it fails. */
export interface JudgedDraft extends Draft {
  reasons: string[];
  /** Siblings share it. */
  item: string;
}

/** A gap whose answer another card of the same source asks for already is no gain. */
function withoutEchoes(drafts: readonly JudgedDraft[]): JudgedDraft[] {
  const backs = new Set(drafts.filter((draft) => draft.kind !== 'cloze').map((draft) => plain(draft.back)));
  return drafts.filter((draft) => draft.kind !== 'cloze' || !backs.has(plain(draft.back)));
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:the|an?)\s+|[`*.]/g, '')
    .trim();

export const judgeDraft = (draft: Draft, subject: string): string[] =>
  draft.own === true ? judgeOwn(draft.front, draft.back) : judge(draft, subject);

/** What passes every gate; a fallback only when nothing else does; else the best card, to be held back. */
export function settle(drafts: readonly JudgedDraft[]): JudgedDraft[] {
  const passing = drafts.filter((draft) => draft.reasons.length === 0);
  const better = passing.filter((draft) => draft.fallback !== true);
  if (better.length > 0) return withoutEchoes(better);
  const best = passing[0] ?? drafts.find((draft) => draft.fallback !== true) ?? drafts[0];
  return best === undefined ? [] : [best];
}
