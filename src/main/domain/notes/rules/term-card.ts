/** What the rules for `**Term**: definition` share. */
import { countWords } from '../text.js';
import type { Draft, Term } from '../rule.js';
import { maxAnswerWords, withoutAsides } from './sentence-parts.js';

export const card = (unit: Term, part: string, kind: Draft['kind'], front: string, back: string, fallback = false): Draft => ({
  source: unit.source,
  rule: 'bold-term',
  part,
  kind,
  front,
  back,
  fallback,
});

/** What leads elsewhere, or only gives an example, defines nothing. */
export const isAside = (text: string): boolean =>
  /^(?:por exemplo|p\. ?ex|por ejemplo|par exemple|zum beispiel|z\. ?b\.|ad esempio|bijvoorbeeld|cap[ií]tulos? \d|kapitel \d|chapters? \d|chapitre \d)/i.test(
    text,
  ) ||
  /^\(?(?:see|check|visit|read|refer|watch|follow|click|go to|download|open|learn)\b(?!\s?(?:s|only|write|-))|\b(?:see (?:main|the)|README)\b|^@\w+$|^\S+\.(?:com|org|net|io|dev)\b/i.test(
    text,
  );

/** The sentence, without its asides and trailing clauses where it is too long for an answer. */
export function shorten(text: string): string {
  if (countWords(text) <= maxAnswerWords) return text;
  const bare = withoutAsides(text);
  if (countWords(bare) <= maxAnswerWords) return bare;
  const cuts = [
    ...bare.matchAll(
      /,\s+(?:which|who|such as|including|making|allowing|ensuring|enabling|providing|but|so|while|because|as)\b|\s+(?:such as|so that|because)\s/g,
    ),
  ].map((match) => match.index);
  const cut = cuts.findLast((at) => countWords(bare.slice(0, at)) <= maxAnswerWords && countWords(bare.slice(0, at)) >= 5);
  return cut === undefined ? bare : bare.slice(0, cut);
}
