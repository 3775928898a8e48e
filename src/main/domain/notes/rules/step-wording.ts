/** How the steps of a process are asked for: "list the four phases in order", "list the five steps of the TLS handshake in order". */
import { readSentence } from '../english/clause.js';
import { insideSentence, numberWord, startsWithVerb } from '../english/question.js';
import { countWords, squeeze, trimStop } from '../text.js';
import type { Intro, Place } from '../rule.js';
import { isChatter } from './sentence-parts.js';

/** Longer introductions are sentences of their own; the patterns below are only ever put to so few words. */
const maxIntroWords = 12;
const maxNameWords = 6;

/** "The four phases are": the note has a word of its own for the steps. */
const ownWord =
  /^(?:(?:there are|these are|here are|it has|it goes through)\s)?(?:the |its |these )?(?:following )?(?:(?:two|three|four|five|six|seven|eight|\d+) )?(?:main |basic |key )?(phases|stages|states)(?: (?:are|is|in order|as follows|are as follows))*$/i;

/** "… generally follows these steps": what a sentence says of the list below it. */
const pointing =
  /\s(?:(?:generally|usually|typically|always|commonly|normally|basically) )?(?:follows?|consists? of|goes through|happens?|works?|occurs?|takes place|is|are|looks?|goes)(?: (?:as follows|these|this|the following|the|simple|straightforward|easy|in|through|like this|like|same|three|four|five|six|seven|\d+|steps?|stages?|phases?|messages|sequence|order|flow|way))*$/i;

/** "The general process", "typical workflow": said of any list of steps. */
const anyProcess =
  /^(?:(?:the|an?|this|its|general|typical|common|usual|basic|whole|normal|overall|simple|full|complete|key|main|high-level|practical|recommended|safe|working) )*(?:process|work-?flow|flow|order|sequence|procedure|steps|stages|phases|life-?cycle|points|overview|this|it)$/i;

interface Wording {
  /** "steps", or what the note calls them. */
  word: string;
  /** "of the TLS handshake", before "in order". */
  of: string;
  /** "to configure VRF", "(how it works)", behind it. */
  aim: string;
}

const plainly: Wording = { word: 'steps', of: '', aim: '' };

/** "List the four steps of the TLS handshake in order."; `range` for "steps 1 to 4". */
export function orderQuestion(place: Place, intro: Intro | null, count: number, range: string): string {
  const { word, of, aim } = wordingOf(place, intro);
  const steps = range === '' ? `the ${numberWord(count)} ${word}` : range;
  return `List ${steps}${of} in order${aim}.`;
}

function wordingOf({ topic, vocabulary }: Place, intro: Intro | null): Wording {
  const said = trimStop(squeeze(intro?.text ?? ''));
  if (!/:\s*$/.test(intro?.text ?? '') || said === '' || countWords(said) > maxIntroWords || isChatter(said)) {
    return topic === null || /^notes$/i.test(topic) || anyProcess.test(topic) ? plainly : { ...plainly, aim: ` (${topic.toLowerCase()})` };
  }
  const to = /\b(?:steps? )?(to\s+[a-z].{3,80})$/i.exec(said)?.[1];
  if (to !== undefined && startsWithVerb(to.slice(3))) return { ...plainly, aim: ` ${to.charAt(0).toLowerCase()}${to.slice(1)}` };
  const own = ownWord.exec(said)?.[1];
  if (own !== undefined) return { ...plainly, word: own.toLowerCase() };
  const told = said.replace(pointing, '');
  if (anyProcess.test(told) || /\b(?:that|which|through|of|the|by|in)$/i.test(told)) return plainly;
  const inside = insideSentence(told, vocabulary);
  if (told !== said && isName(told)) return { ...plainly, of: ` of ${inside}` };
  return { ...plainly, aim: ` (${inside})` };
}

/** "The SMTP communication process", and no clause. */
const isName = (text: string): boolean =>
  countWords(text) <= maxNameWords &&
  !/^(?:when|if|how|what|why|to|in|on|for|by|there|then|here|each|every)\b|\border\b|[,;:()]/i.test(text) &&
  readSentence(text, false) === null;
