/** What a command is for, told from the sentence, comment or heading before it. */
import { readSentence } from '../english/clause.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { phrasesFor } from '../phrases.js';
import { countWords, squeeze, trimStop } from '../text.js';
import { named } from './front.js';
import type { Place } from './rule.js';
import { isChatter, withoutPointers } from './sentence-parts.js';

const cutPhrases: readonly RegExp[] = [
  /[,;]?\s*(?:(?:you can |you could |you should |please )?(?:run|use|execute|type|enter|issue|do)(?: either of)?(?: the)? (?:following|below|next|this|these|command)(?:[\w ,-]{0,40})?(?:commands?|script|snippet|code|lines?)?(?: below)?)\s*:?$/i,
  /\s+(?:with|using|by running|by using|by executing|via)(?: the)? (?:following|below|this|these|command)(?:[\w ,-]{0,30})?:?$/i,
  /\s+(?:with|using|as|by|run|via|use|like|such as|like this|as follows|below|as shown(?: below)?|e\.g\.|for example|you can use|simply run|just run|the command is):?$/i,
  /[,:]\s*(?:run|use|execute|you can run|you can use|you run|try|do)(?: this)?:?$/i,
];

/** The sentence before a fence, without what only points at the fence. */
export function cleanIntro(text: string): string {
  let intro = withoutPointers(squeeze(text))
    .replace(/^(?:\d+[.)]\s+|step \d+:?\s+)/i, '')
    .replace(/^(?:and|so|then|next|now|finally|first|also|alternatively|optionally|afterwards?|lastly|whereas),?\s+/i, '')
    .replace(/^(?:below|here|this|the following|above) (?:is|are)\s+/i, '')
    .replace(
      /^(?:you can |you could |we can |you may )?(?:also )?(?:run|use|execute|type|issue|enter) (?:the |these |this )?(?:following |below |next )?commands?(?: below)?(?: (?:in order )?(?=to\b))/i,
      '',
    );
  intro = trimStop(intro);
  for (const phrase of cutPhrases) intro = trimStop(intro.replace(phrase, ''));
  return isChatter(intro) ? '' : intro;
}

/** Nouns of headings and labels rather than requests: "boot behaviour". */
const things = new Set(
  'boot process access support network document target object model interface function feature signal trigger record report result request response state source sample schedule route port benefit cause cost design detail exit'.split(
    ' ',
  ),
);

/** What a purpose clause wants done, as a bare verb phrase: "create a pod"; null when the text names no doing. */
export function purposeOf(text: string): string | null {
  const to = /^(?:in order )?to\s+(.+)$/i.exec(text);
  let phrase = to?.[1] ?? text;
  if (to !== null)
    phrase =
      phrase.split(
        /,\s+(?:you|we|run|use|execute|first|simply|just|the|type|set|add|apply|do)\b|(?<=\s\S+\s.*)\s+(?:set|run|use|export|execute|type) the\s/i,
      )[0] ?? phrase;
  const how = /^how to\s+(.+)$/i.exec(phrase);
  phrase = trimStop(how?.[1] ?? phrase);
  const first = /^[A-Za-z-]+/.exec(phrase)?.[0] ?? '';
  const lower = first.toLowerCase();
  const gerund = verbOf(lower, 'gerund');
  if (gerund !== undefined) return `${gerund}${phrase.slice(first.length)}`;
  if (verbOf(lower, 'base') === undefined || countWords(phrase) < 2) return null;
  // "Control Plane Components" names things; "Copy the file" asks for something.
  const second = /^\S+\s+(\S+)/.exec(phrase)?.[1] ?? '';
  if (to === null && things.has(lower)) return null;
  const next = /^\S+\s+([a-z]+)/.exec(phrase)?.[1] ?? '';
  if (verbOf(next, 'third') !== undefined && !isAlsoNoun(next)) return null;
  if (to === null && isAlsoNoun(lower) && !/^(?:the|an?|all|your|its|this|each|every|`.*|\d+)$/i.test(second) && /^\p{Lu}/u.test(second))
    return null;
  return `${lower}${phrase.slice(first.length)}`;
}

/** "Syntax:", "for example:" and "output:" before a command do not say what it is for. */
const idleForeign =
  /^(?:语法|例如|比如|如下|示例|例子|输出|结果|用法|格式|命令|执行|运行|直接回车|예시?|예를 들어|출력|결과|사용법|문법|명령어?|실행|例|出力|結果|構文|使い方|実行|コマンド|ejemplos?|sintaxis|salida|uso|exemplos?|sintaxe|saída|beispiele?|ausgabe|syntax|exemples?|syntaxe|sortie|depois digite|digite|output|example|usage)[:：]?$/i;

export function askFor(purpose: string, place: Place, noun: string): string | null {
  if (purpose === '' || countWords(purpose) > 20) return null;
  if (place.language !== 'en')
    return idleForeign.test(trimStop(purpose)) ||
      (/^[\p{ASCII}]+$/u.test(purpose) && countWords(purpose) < 3) ||
      trimStop(purpose) === place.subject
      ? null
      : named(phrasesFor(place.language).command(trimStop(purpose)), place);
  const verbPhrase = purposeOf(purpose);
  if (verbPhrase !== null) return named(`Which ${noun} do you run to ${verbPhrase}?`, place);
  const first = /^[A-Za-z-]+/.exec(purpose)?.[0].toLowerCase() ?? '';
  if (/\b(?:this|that|same|it|these|above|below|command)\b|,/i.test(purpose)) return null;
  if (verbOf(first, 'third') !== undefined) return named(`Which ${noun} ${first}${purpose.slice(first.length)}?`, place);
  const plain = purpose.replace(/^(?:commands?|the commands?) (?:to|for)\s+/i, '');
  if (plain !== purpose && purposeOf(plain) !== null) return named(`Which ${noun} do you run to ${purposeOf(plain) ?? ''}?`, place);
  if (readSentence(purpose, false) !== null) return null;
  if (/^(?:the|an?)\s/i.test(purpose) && !/\b(is|are|was|were|can|will|has|have)\b/.test(purpose))
    return named(`Which ${noun} is ${purpose.charAt(0).toLowerCase()}${purpose.slice(1)}?`, place);
  return null;
}
