/**
 * Whether a card made of a sentence is worth a reader's time. Prose is the least sure source of cards: a sentence must name what it is
 * about, say something definite of it, and stand without the sentences around it. One that does not gives no card at all.
 */
import type { Clause } from '../english/grammar.js';
import { verbOf } from '../english/verbs.js';
import { lettersIn } from '../letters.js';
import { countWords } from '../text.js';
import { hasName, isActivity } from './anchor.js';
import { isCleanReading } from './clean-reading.js';
import type { Draft, SentenceUnit } from '../rule.js';
import { isWalkthrough } from './walkthrough.js';
import { isAmount } from './worth-term.js';
import { always, asked, even, gates } from './worth-gates.js';

/** Questions longer than this are read twice. */
const maxFrontWords = 22;
/** So many sentences of a paragraph carry its facts; what follows elaborates on them. */
const maxDepth = 4;

/** Openings that tie a sentence to the one before it. */
const tied =
  /^(?:for (?:example|instance)|by doing so|to do (?:so|this|that)|(?:in|for) (?:this|that|our|these) \w+|now|next|then|finally|similarly|likewise|conversely|instead|so|thus|therefore|hence|by contrast|in contrast|on the other hand|in other words|as a result|that said|again|again,|first|firstly|second|secondly|lastly|at this point|from there|from here|afterwards?)\b/i;

const hedged =
  /\b(?:what|how|why|when|where|who) (?:could|would|might)\b|\b(?:probably|maybe|perhaps|supposed|basically|actually|really|nice|cool|awesome|stuff)\b/i;

/** Pointers at the text around. */
const pointing =
  /\b(?:this|these|those|such|here|for them|(?:when|if) (?:something|anything)|the (?:latter|former|above|said|respective|two|three|same|other)|another|others|therein|thereof)\b/i;

/** "Chapter 3", "`02-Sails.md`": where the note says more. */
const elsewhere =
  /\b(?:chapters?|sections?) \d|\b\d+-[\w-]+\.md\b|["”] chapter\b|\b(?:this|these) (?:folder|notes?|chapter|map|repo(?:sitory)?|vault)\b/i;

/** "… exceeds that level", "to keep that state": a noun of the sentence before, where no verb follows "that". */
const pointsBack = (text: string): boolean => {
  const word = /\s(?<!\bso )that ([a-z]+)[?.]?$/.exec(text)?.[1];
  return (
    word !== undefined && verbOf(word, 'third') === undefined && verbOf(word, 'past') === undefined && !/^(?:is|are|can|will)$/.test(word)
  );
};

/** Asks about anybody, holds a remark or shows a picture. */
const odd = lettersIn(
  /\b(?:you|users?|us|administrators|developers|one|it|them) ?\?$|[a-z]\s?[-–—:]\s[a-z].*\?$|\p{Extended_Pictographic}/u,
);

/** The host of an example. */
const ofExample = /\bexample\.(?:com|org|net)\b/i;

/** "What does HTTP GET send an HTTP GET request to?" */
const saysTwice = /(?<!\S)(\p{Lu}\S* \p{Lu}\S*) (?:\S+ )*\1(?!\S)/u;

export function isWorth(draft: Draft, unit: SentenceUnit): boolean {
  const { front, back } = draft;
  const { place } = unit;
  const clause = unit.reading?.clauses[0];
  if (clause === undefined || isAmount(clause.subject) || isWalkthrough(place) || tied.test(unit.text) || depthOf(unit) >= maxDepth)
    return false;
  if (countWords(front) > maxFrontWords || hedged.test(front) || hedged.test(back) || pointing.test(front)) return false;
  if (odd.test(asked(front)) || saysTwice.test(asked(front))) return false;
  if (ofExample.test(back) || /\bthat to\b/.test(front)) return false;
  if (pointsBack(front) || pointsBack(back) || elsewhere.test(back) || elsewhere.test(front)) return false;
  // "How much CPU, memory, disk each plan needs" is no list.
  if (draft.kind === 'list' && /^- (?!in |on |by |with |from |at |to )[\s\S]*\n- (?:in|on|by|with|from|at|to) /i.test(back)) return false;
  if (draft.kind === 'list' && /^- (?:how|what|whether|why|that|everything|anything)\b/i.test(back)) return false;
  if (draft.kind !== 'list' && (isCutOff(back) || /\s-\s/.test(back))) return false;
  if (/\bto to\b|\b(?:that|than)\?$/.test(front) || isActivity(clause.subject)) return false;
  if (isNarrative(clause, unit) || !isCleanReading(draft, unit)) return false;
  return (gates[draft.rule] ?? always)(draft, unit, clause);
}

function depthOf(unit: SentenceUnit): number {
  let depth = 0;
  for (let one = unit.previous; one !== null && depth < maxDepth; one = one.previous) depth++;
  return depth;
}

/** Told of what once happened to nobody named: an anecdote. */
const isNarrative = (clause: Clause, unit: SentenceUnit): boolean =>
  /^(?:did|was|were|had)$/.test(clause.aux) && !hasName(clause.subject, unit) && !/\b\d{4}\b/.test(unit.text);

/** "A feature that allows administrators": who may do what was cut off. */
const isCutOff = (back: string): boolean =>
  /\b(?:allows?|enables?|lets?|helps?|requires?|causes?|makes?|ensures?|so long|as long|such)(?: [\w-]+)?$|, (?:however|but)$/i.test(
    back,
  ) ||
  goesOn(back) ||
  !even(back);

/** "Logs of earlier boots and shows what …": a second verb was taken along. */
const goesOn = (back: string): boolean => {
  const verb = /\S\s.*\band ([a-z]+s) (?:the|an?|what|that|how|all|its|part)\b/.exec(back)?.[1];
  // "A service that checks the table and runs the jobs" says both of the service.
  if (/^(?:An?|The|One) [^,;]*\b(?:that|which|who)\s[^,;]*\band\s/.test(back)) return false;
  return verb !== undefined && !/^(?:That|If|When|After|Before|Once|It|They)\b/.test(back) && verbOf(verb, 'third') !== undefined;
};
