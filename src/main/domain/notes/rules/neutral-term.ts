/** `**Term**: definition` in a language without a grammar here: what the structure alone says. */
import { toSentences } from '../english/sentences.js';
import { phrasesFor } from '../phrases.js';
import { countWords, trimStop } from '../text.js';
import { named } from './front.js';
import type { Draft, Term } from '../rule.js';
import { maxAnswerWords, withoutAsides } from './sentence-parts.js';
import { isShellCommand } from './shell.js';
import { card, isAside } from './term-card.js';

export function neutralTerm(unit: Term): Draft[] {
  // An announcement of what stands below is no answer.
  if (/[:：]\s*$/.test(unit.text)) return [];
  const text = trimStop(firstThoughts(unit.text));
  if (/[?？]$/.test(text) || isAside(text)) return [];
  if (text === '' || (/^`[^`]+`$/.test(text) && isShellCommand(text.slice(1, -1)))) return [];
  const short = countWords(text) <= maxAnswerWords ? text : shortenAnyLanguage(text);
  const term = unit.label === null ? unit.name : `${unit.name}, ${unit.label}`;
  return [card(unit, 'what', 'definition', named(phrasesFor(unit.place.language).whatIs(term), unit.place), short)];
}

/** A long definition up to its reasons, examples and asides. */
function shortenAnyLanguage(text: string): string {
  const bare = withoutAsides(text);
  const cuts = [
    ...bare.matchAll(
      /[;:]\s|,\s(?:que|lo que|con lo que|pero|aunque|es decir|así|además|mientras|donde|cuy[oa]|mas|ou seja|onde|isto é|sendo|\S+[aei]ndo|welche[rs]?|wodurch|aber|jedoch|d\. ?h\.|qui|ce qui|mais|dont|où|che|ma|cioè|maar)\s|,?\s(?:ya que|porque|como por ejemplo|por ejemplo|pois|uma vez que|por exemplo|weil|wobei|sodass|damit|zum Beispiel|z\. ?B\.|parce que|car|afin|par exemple|perché|poiché|omdat)\s/g,
    ),
  ];
  const cut = cuts
    .map((match) => match.index)
    .findLast((at) => countWords(bare.slice(0, at)) <= maxAnswerWords && countWords(bare.slice(0, at)) >= 4);
  return cut === undefined ? bare : bare.slice(0, cut);
}

/** The opening sentences of a definition, as many as one answer holds. Scripts without spaces count two characters a word. */
function firstThoughts(text: string): string {
  const size = (part: string): number =>
    Math.max(countWords(part), (part.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0) / 2);
  let kept = '';
  for (const sentence of toSentences(text, 1)) {
    if (kept !== '' && size(kept) + size(sentence.text) > maxAnswerWords) break;
    kept = kept === '' ? sentence.text : `${kept} ${sentence.text}`;
  }
  return kept;
}
