/** A sentence as the rules read it, with what stands around it. */
import { ledSubject, readAround, withCondition } from './surroundings.js';
import type { Around } from './surroundings.js';
import type { Inline } from './blocks.js';
import type { Sentence } from './english/sentences.js';
import { isEnglishSentence } from './language.js';
import type { SentenceUnit } from './rule.js';
import { isChatter, withoutPointers } from './rules/sentence-parts.js';
import { countWords, trimStop } from './text.js';
import { makeSource, slotOf } from './units.js';

const decoration = /^(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[*•†‡\s])+/u;

interface Surroundings {
  /** The text it is a sentence of. */
  inline: Inline;
  around: Around;
  previous: SentenceUnit | null;
  /** No sentence of the section was read yet. */
  isFirst: boolean;
}

/** Null for what states nothing: another language, chatter, a question, two words. */
export function sentenceUnit(
  { text: raw, line, endLine }: Sentence,
  { inline, around, previous, isFirst }: Surroundings,
): SentenceUnit | null {
  const { place, term } = around;
  const text = trimStop(withoutPointers(raw.replace(decoration, '')));
  const idle = place.language !== 'en' || isChatter(text) || !isEnglishSentence(raw) || countWords(text) < 3 || /\?$/.test(text);
  if (idle) return null;
  const reading = withCondition(readAround(text, around), raw, previous);
  return {
    text,
    reading,
    term,
    opening: isFirst && term === null,
    antecedent: ledSubject(reading, around) ?? around.antecedent,
    previous,
    otherwise: /^otherwise\b/i.test(raw),
    source: makeSource(line, endLine, term === null ? text : `${term}: ${text}`, term ?? slotOf(text), inline),
    place,
  };
}
