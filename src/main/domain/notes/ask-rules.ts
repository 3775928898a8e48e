/** Puts units to the rules and judges what they give. */
import type { Inline } from './blocks.js';
import { rules } from './rules/index.js';
import type { Draft, Place, Rule } from './rule.js';
import { isSound } from './rules/whole-sentence.js';
import { judgeDraft } from './choose-drafts.js';
import type { JudgedDraft } from './choose-drafts.js';

const handlersOf = <K extends Exclude<keyof Rule, 'name'>>(kind: K): NonNullable<Rule[K]>[] =>
  rules.map((rule) => rule[kind]).filter((handler) => handler !== undefined);
/** The rules' readers, by the kind of unit they read. */
export const handlers = {
  sentence: handlersOf('sentence'),
  lastResort: handlersOf('lastResort'),
  term: handlersOf('term'),
  list: handlersOf('list'),
  fence: handlersOf('fence'),
  table: handlersOf('table'),
  image: handlersOf('image'),
};

/** The drafts of one unit, each with the gates it fails; one that reads as no whole sentence is left out. `item` is what siblings share. */
export function ask<U>(handlers: readonly ((unit: U) => Draft[])[], unit: U, item: string, place: Place): JudgedDraft[] {
  const judged: JudgedDraft[] = [];
  for (const handler of handlers) {
    for (const draft of handler(unit)) {
      if (!isSound(draft)) continue;
      const reasons = judgeDraft(draft, place.subject);
      // Outside English no rule can word it better, so nothing is held back for its length.
      if (place.language === 'en' || draft.own === true || reasons.length === 0) judged.push(Object.assign(draft, { item, reasons }));
    }
  }
  return judged;
}

/** The answer to what a term is shows the pictures that stand in its text. */
export const withImages = (draft: JudgedDraft, { images }: Inline): JudgedDraft =>
  images.length === 0 || draft.part !== 'what' || draft.kind === 'list'
    ? draft
    : {
        ...draft,
        back: [draft.back, ...images.slice(0, 3).map(({ alt, source }) => `![${alt}](${source.replaceAll(' ', '%20')})`)].join('\n\n'),
      };
