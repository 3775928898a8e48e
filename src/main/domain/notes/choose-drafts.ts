/** Which of the cards a stretch of text could give are kept. */
import { answersItself, judge, judgeOwn } from './quality.js';
import type { Draft } from './rule.js';
import { countWords } from './text.js';

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

/** Rules that make questions of running text: one that answers itself is not worth anybody's edit. */
const ofProse = new Set(['action', 'cloze', 'condition', 'definition', 'detail', 'example', 'reason', 'scope']);

/** A sentence this long is not one edit away from a card. */
const tooFarWords = 28;

/** What passes every gate; a fallback only when nothing else does; else the best card, to be held back. */
export function settle(drafts: readonly JudgedDraft[]): JudgedDraft[] {
  const passing = drafts.filter((draft) => draft.reasons.length === 0);
  const better = passing.filter((draft) => draft.fallback !== true);
  if (better.length > 0) return withoutEchoes(better);
  const worthwhile = drafts.filter(
    (draft) => !(ofProse.has(draft.rule) && (draft.reasons.includes(answersItself) || countWords(draft.back) > tooFarWords)),
  );
  const best = passing[0] ?? worthwhile.find((draft) => draft.fallback !== true) ?? worthwhile[0];
  return best === undefined ? [] : [best];
}
