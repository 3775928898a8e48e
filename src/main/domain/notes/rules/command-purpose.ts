/** What a command is for, told from the sentence, comment or heading before it. */
import { readSentence } from '../english/clause.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { phrasesFor } from '../phrases.js';
import { isBare, mentions } from '../subject.js';
import { countWords, squeeze, trimStop } from '../text.js';
import { named } from './front.js';
import type { Place } from '../rule.js';
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
  'account base complete separate boot process access support network document target object model interface function feature signal trigger record report result request response state source sample schedule route port benefit cause cost design detail exit last next group'.split(
    ' ',
  ),
);

/** Gerunds that say of which kind a thing is: "running containers", "existing pods". */
const attributes = new Set('running existing missing remaining following routing pending working trailing leading'.split(' '));

/** What a note does with its reader rather than with the machine, or what it says of the line itself. */
const aside =
  /^(?:use|try|see|note|refer|remember|recommend|assume|suppose|output|expect|return|affect|succeed|explain|mean|result|go|let|have|do|save (?:time|money)|manage|handle|work|explore|interact|learn|understand|demonstrate|practi[cs]e|play|prepare|simulate|evaluate|get into|omit|run (?:the|this|these|it|following))(?![\w-])|^(?:add|append|replace|change|set) ["'`-]|\b(?:yours|your own|step \d+)\b/i;

/** Where a phrase stops before it is whole. */
const unfinished = /\b(?:and|or|to|with|by|for|of|the|an?|using|via|from|than|like|because|if|when|running|executing)$/i;

/** Words that say nothing without what stands around them. */
const pointing = /\b(?:this|these|those|above|below|here|following|previous|earlier|as (?:before|above)|same|commands?)\b/i;

/** "Which command do you run to verb it": the thing itself is not named. */
const pronounFirst = /^\S+ (?:it|them|its|their|everything|so|that)\b/i;

/** The first sentence, without a remark behind a dash. */
const firstOf = (text: string): string =>
  trimStop(
    (/^.*?[^\s.]{2}[.!;](?=\s)/.exec(text)?.[0].replace(/;$/, '') ?? text)
      .replace(/\s+(?:[—–]|--?|=>|->|→)\s.*$/, '')
      .replace(/\s+\((?:very |most )?(?:important|recommended|optional|must[- ]know|useful|common)\)$/i, ''),
  );

/** "describe is your friend", "create if it is not there", "get/describe a Pod": a remark, no object, or the deeds of several commands. */
const isStatement =
  /^\S+ (?:is|are|shows|has|will|can)\s|^(?!(?:check|verify|see|test|find|tell|confirm)\b)\S+ (?:if|when)\s|^[a-z]+\/[a-z]|(?<=\s)[a-z]{3,}s\/[a-z]{3,}s\b/;

/** What a purpose clause wants done, as a bare verb phrase: "create a pod"; null when the text names no doing. */
export function purposeOf(text: string): string | null {
  const phrase = verbPhraseOf(firstOf(text.replace(/^(?:(?:i|you) )?(?:want|need|wish) (?=to\s)/i, '')));
  if (phrase === null || countWords(phrase) < 2) return null;
  const bad =
    isStatement.test(phrase) ||
    aside.test(phrase) ||
    unfinished.test(phrase) ||
    pointing.test(phrase) ||
    pronounFirst.test(phrase) ||
    /[:?]\s|[:?]$/.test(phrase);
  return bad || !isBalanced(phrase) ? null : phrase.replace(/\s*\((?:see )?(?:chapter|section|part|step) [\d.]+\)/i, '');
}

const isBalanced = (text: string): boolean =>
  text.split('(').length === text.split(')').length && text.split('"').length % 2 === 1 && text.split('`').length % 2 === 1;

function verbPhraseOf(text: string): string | null {
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
  const rest = phrase.slice(first.length);
  const gerund = verbOf(lower, 'gerund');
  if (gerund !== undefined)
    return attributes.has(lower)
      ? null
      : `${gerund}${rest.replace(/(?<=\band )[a-z]+ing(?=\s)/, (word) => verbOf(word, 'gerund') ?? word)}`;
  if (verbOf(lower, 'base') === undefined) return null;
  // "Control Plane Components" names things; "Copy the file" asks for something.
  const second = /^\S+\s+(\S+)/.exec(phrase)?.[1] ?? '';
  if (to === null && things.has(lower)) return null;
  // "List of Pods" names a list.
  if (isAlsoNoun(lower) && /^(?:of|for|is|are|by|\w+ment)$/i.test(second)) return null;
  const next = /^\S+\s+([a-z]+)/.exec(phrase)?.[1] ?? '';
  if (verbOf(next, 'third') !== undefined && (!isAlsoNoun(next) || /^\S+\s+\S+\s+(?:the|an?|all|its)\s/.test(phrase))) return null;
  // "Run interactively": nothing says what.
  if (/^\S+ [a-z]+ly$/i.test(phrase)) return null;
  if (to === null && isAlsoNoun(lower) && !/^(?:the|an?|all|your|its|this|each|every|`.*|\d+)$/i.test(second) && /^\p{Lu}/u.test(second))
    return null;
  return `${lower}${rest}`;
}

/** Things that every program has: alone they do not say whose they are. */
const anyones = new Set(
  (
    'a an the all any your new its and or of in on for to with from by at current default specific available active existing temporarily permanently manually again now successfully details ' +
    'service repo repository log size status version output config configuration change result job package option label script system server permission ' +
    'connection rule key data detail information setting list table resource container value name mode plugin command program application app state error ' +
    'entry item line project environment variable dependency update cache source example content help info syntax check test'
  ).split(' '),
);

/** Whether a verb phrase could be said of any program: "start service", "check the logs". */
export const isVague = (phrase: string): boolean =>
  phrase
    .toLowerCase()
    .split(/[^\p{L}\p{N}`'-]+/u)
    .slice(1)
    .every((word) => word === '' || isAnyones(word));

/** Whether every program has such a thing. */
const isAnyones = (word: string): boolean => anyones.has(word) || anyones.has(word.replace(/(?:ies)$/, 'y').replace(/s$/, ''));

/** "Syntax:", "for example:" and "output:" before a command do not say what it is for. */
const idleForeign =
  /^(?:语法|例如|比如|如下|示例|例子|输出|结果|用法|格式|命令|执行|运行|直接回车|예시?|예를 들어|출력|결과|사용법|문법|명령어?|실행|例|出力|結果|構文|使い方|実行|コマンド|ejemplos?|sintaxis|salida|uso|exemplos?|sintaxe|saída|beispiele?|ausgabe|syntax|exemples?|syntaxe|sortie|depois digite|digite|output|example|usage)[:：]?$/i;

/** Without the number of a step and the arrow to the command. */
export const foreign = (text: string): string => text.replace(/^[(（]?\d+[、.)）]\s*/, '').replace(/\s*[→➜>-]+$/, '');

/** Statements and long sentences tell what is so; what a command is for is said in a few words. */
export function isForeignPurpose(purpose: string, place: Place): boolean {
  const text = trimStop(foreign(purpose));
  if (idleForeign.test(text) || text === place.subject || text.length < 4 || /^(?:其他|或者|或|例如|说明|注意|다음|또는)/.test(text))
    return false;
  // A topic without its verb, and statements.
  if (/^참고|\S[은는이가을를]$/.test(text) || (place.language === 'tr' && /\p{L}{3}[dt][ıiuü]r$/u.test(text))) return false;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(text)) return text.length <= 30 && !/[。；]|다$|다\./.test(text);
  return countWords(text) <= 12 && !text.includes(',') && !(/^[\p{ASCII}]+$/u.test(text) && countWords(text) < 3);
}

export function askFor(purpose: string, place: Place, noun: string): string | null {
  if (purpose === '' || countWords(purpose) > 20) return null;
  if (place.language !== 'en')
    return isForeignPurpose(purpose, place) ? named(phrasesFor(place.language).command(trimStop(foreign(purpose))), place) : null;
  const verbPhrase = purposeOf(purpose);
  if (verbPhrase !== null) return asked(verbPhrase, place, noun);
  if (verbPhraseOf(purpose) !== null) return null;
  const first = /^[A-Za-z-]+/.exec(purpose)?.[0].toLowerCase() ?? '';
  if (/\b(?:this|that|same|it|these|above|below|command)\b|[,:]/i.test(purpose) || aside.test(verbOf(first, 'third') ?? '')) return null;
  // "Changes to the Pod": a noun.
  if (isAlsoNoun(verbOf(first, 'third') ?? '') && /^\S+ (?:to|of|in|for|are|is)\b/.test(purpose)) return null;
  if (!/\s/.test(purpose)) return null;
  if (verbOf(first, 'third') !== undefined) return named(`Which ${noun} ${first}${purpose.slice(first.length)}?`, place);
  const plain = purpose.replace(/^(?:commands?|the commands?) (?:to|for)\s+/i, '');
  const plainPhrase = plain === purpose ? null : purposeOf(plain);
  if (plainPhrase !== null) return asked(plainPhrase, place, noun);
  if (readSentence(purpose, false) !== null) return null;
  if (/^(?:the|an?)\s[^`]*`[^`]+`/i.test(purpose) && !/\b(is|are|was|were|can|will|has|have)\b/.test(purpose))
    return named(`Which ${noun} is ${purpose.charAt(0).toLowerCase()}${purpose.slice(1)}?`, place);
  return null;
}

/** What could be done with any program is asked for with the name of the note. */
function asked(verbPhrase: string, place: Place, noun: string): string | null {
  const question = `Which ${noun} do you run to ${verbPhrase}?`;
  const front = named(question, place);
  if (!isVague(verbPhrase) || mentions(front, place.note)) return front;
  if (isBare(place.note) || !isBalanced(place.note)) return front === question ? null : front;
  const subject = front === question ? place.note : `${place.note}, ${place.subject}`;
  return named(question, { ...place, subject });
}
