/** What a list is a list of: from the sentence before it, or from its heading. */
import { readSentence } from '../english/clause.js';
import { ask, insideSentence, numberWord, startsWithVerb } from '../english/question.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { looksPlural } from '../english/words.js';
import { requests } from '../english/clause.js';
import { isBare, lowerGeneric, mentions } from '../subject.js';
import { countWords, squeeze, trimStop } from '../text.js';
import { named } from './front.js';
import type { Place } from '../rule.js';
import { isChatter, splitParticle, withoutPointers } from './sentence-parts.js';

const counted =
  /^(?:the\s+)?(?:following\s+|below\s+)?(?:some|several|many|various|multiple|one or more|a few|few|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:of\s+(?:the|its)\s+)?(?:of\s+)?/i;
const opener =
  /^(?:here(?:'s| is| are)|(?:the )?following (?:are|is)|these are|below (?:are|is)|there (?:are|is|exist)|this includes?|it includes?|some of|list of)\s+/i;

/** `only`: the list is the only one under its heading, so the heading may name it. A request for all members: "Name the four key controllers it manages." Null when nothing says what the members are. */
export function membershipFront(intro: string | null, place: Place, count: number, only: boolean): string | null {
  const fromIntro = intro === null ? null : introFront(intro, place, count);
  return fromIntro ?? (only && !/[:：]\s*$/.test(intro ?? '') ? headingFront(place, count) : null);
}

const many = numberWord;

function introFront(raw: string, place: Place, count: number): string | null {
  if (!/[:：]\s*$/.test(raw)) return null;
  const text = trimStop(
    withoutPointers(squeeze(raw)).replace(/^(?:currently|today|typically|generally|basically|usually|normally),?\s+/i, ''),
  );
  if (isChatter(text) || countWords(text) > 24 || text === '') return null;
  const phrase = nounPhrase(text);
  if (phrase !== null)
    return isBare(phrase) && countWords(phrase) < 2
      ? topicFront(phrase, place, count)
      : named(`Name the ${many(count)} ${lowerGeneric(insideSentence(phrase, place.vocabulary))}.`, place);
  const clause = readSentence(withoutOpening(text), false)?.clauses[0];
  if (clause === undefined || clause.kind === 'copula' || /^(it|they|this|these)$/i.test(clause.subject) || countWords(clause.subject) > 8)
    return null;
  // "Three fields decide which …" has its number in the subject; "Reasons to have …" is no sentence.
  if (/^(?:two|three|four|five|six|seven|eight|reasons?)\s/i.test(clause.subject)) return null;
  const subject = insideSentence(clause.subject, place.vocabulary);
  const { particle, rest } = splitParticle(clause.object);
  const noun = membersOf(rest);
  // "In what two ways can it run?"
  if (noun !== null && particle === 'in' && /\bways$/.test(noun))
    return named(`In what ${many(count)} ${noun} ${ask('', clause, subject, '')}?`, place);
  if (noun !== null) return named(`What ${many(count)} ${noun} ${ask('', clause, subject, particle)}?`, place);
  if (clause.kind === 'passive' && particle === '') return null;
  if (rest === '' || /^the following$/i.test(rest))
    return named(`What ${many(count)} things ${ask('', clause, subject, particle)}?`, place);
  return null;
}

/** "…, including:" only announces the list. */
const withoutOpening = (text: string): string => text.replace(/,?\s+(?:including|such as|like|namely|for example|e\.g\.)$/i, '');

/** The plural noun phrase of "Some of the key controllers it manages include", "Types of Services", "There are three taint effects". */
function nounPhrase(text: string): string | null {
  let phrase = text
    .replace(opener, '')
    .replace(
      /\s+(?:include|includes|including|are|is|consists? of|comprises?|are as follows|as follows|are the following|namely|like|such as)(?:\s+the following)?$/i,
      '',
    );
  const changed = phrase !== text;
  if (
    /,$/.test(phrase.trim()) ||
    (changed && /\s(?:including|like|such as)$/i.test(text) && readSentence(withoutOpening(text), false) !== null)
  )
    return null;
  phrase = phrase
    .replace(/^(?:and\s+|also\s+)?there (?:are )?(?:also )?/i, '')
    .replace(counted, '')
    .replace(/^(?:the|its)\s+(?:following\s+)?/i, '');
  // "Considers three variables", "tools also there": words around the name that are none of it.
  if (/\b(?:one or more|there|also|two|three|four|five|six|seven|eight)\b/i.test(phrase) || trailsOff(phrase)) return null;
  if (/^others?$/i.test(phrase) || /^(?:for|in|on|with|without|at|by|from|if|when|while|as|to|how|why|what|where|using)\s/i.test(phrase))
    return null;
  // "Parts of a ship a ship": heading and sentence run together.
  if (/\b(an? \w+) \1\b/i.test(phrase)) return null;
  if (countWords(phrase) > 10 || /[.;]|\b(is|are|was|were|can|must|should|will|has|have|when|if)\b/.test(phrase)) return null;
  const head = phrase.split(/\s+(?:of|for|in|to|with|that|which|it|you|we|used|provided|supported|on|from|by|between)\s/i)[0] ?? '';
  const last =
    head
      .split(' ')
      .at(-1)
      ?.replace(/[):]+$/, '') ?? '';
  if (!looksPlural(last) || /^(it|they|this|these|you|we|each|to)\b/i.test(phrase)) return null;
  // "Runs, checks and mends all parts": what is done.
  if (/^\p{Lu}?[a-z]+s?(?:, [a-z]+)*,? (?:and )?[a-z]+s?\s/u.test(phrase) && isDoing(phrase)) return null;
  // "The kubelet uses", "It operates in": a verb, no plural.
  if (/\s/.test(phrase) && readSentence(phrase, false) !== null) return null;
  return changed || /^[A-Z]/.test(text) ? phrase : null;
}

/** Opens with a verb that is no noun: "operates", "capture". */
const isDoing = (phrase: string): boolean => {
  const first = /^[a-z]+/i.exec(phrase)?.[0].toLowerCase() ?? '';
  const base = verbOf(first, 'third') ?? verbOf(first, 'base');
  return base !== undefined && (!isAlsoNoun(base) || phrase.includes(','));
};

/** "Launch templates provided newer features": the plural at the end is what is listed, and not the one at the start. */
const trailsOff = (phrase: string): boolean => {
  const after = /\s(?:provided|used|supported)\s+(\S+)(?:.*\s)?(\S+)$/i.exec(` ${phrase}`);
  return after !== null && looksPlural(after[2] ?? '') && !/^(?:by|in|for|to|with|on|at|as|from|when)$/i.test(after[1] ?? '');
};

/** "one of several modes", "the following three phases" -> the plural noun. */
function membersOf(object: string): string | null {
  const match =
    /^(?:one of\s+)?(?:(?:the\s+)?following|several|many|various|multiple|(?:the\s+)?(?:two|three|four|five|six|seven|eight)|some|a number of|a variety of)\s+(?:(?:two|three|four|five|six|seven|main|key|different)\s+)*([\w -]{3,40})$/i.exec(
      object,
    );
  const noun = match?.[1]?.trim() ?? '';
  return noun !== '' && looksPlural(noun.split(/\s+(?:of|to|for|in|that|which)\s+/)[0] ?? '') ? noun : null;
}

/** "Understand the types", "View ConfigMaps", "For your requirements", "Security - roles": no name of a group. */
const namesNoGroup = (phrase: string): boolean => {
  const first = /^[a-z]+/i.exec(phrase)?.[0].toLowerCase() ?? '';
  return (
    (verbOf(first, 'gerund') !== undefined && /\s/.test(phrase)) ||
    (startsWithVerb(phrase) && /\s/.test(phrase) && (!isAlsoNoun(first) || requests.has(first))) ||
    /\s[-–—|]\s|[?!]|^(?:for|in|on|with|without|at|by|from|if|when|while|as|and|or|but|to|how|why|what|where|using|use|creating|view)\s/i.test(
      phrase,
    )
  );
};

function headingFront(place: Place, count: number): string | null {
  const heading = place.headings.at(-1) ?? '';
  if (namesNoGroup(place.topic ?? heading)) return null;
  if (place.topic !== null) return topicFront(place.topic, place, count);
  const head = heading.split(/\s+(?:of|for|in|to|with|on|from|by|at|between|via|per)\s/i)[0] ?? '';
  if (/^others?$/i.test(head) || !looksPlural(head.split(' ').at(-1) ?? '') || countWords(heading) > 8) return null;
  return mentions(heading, place.subject)
    ? `Name the ${many(count)} ${lowerGeneric(insideSentence(lowerSingle(withoutArticle(heading)), place.vocabulary))}.`
    : null;
}

/** A heading of one plural word is a common noun: "Knots". */
const lowerSingle = (heading: string): string => (/^\p{Lu}\p{Ll}+s$/u.test(heading) ? heading.toLowerCase() : heading);

const withoutArticle = (phrase: string): string => phrase.replace(/^(?:the|its)\s+/i, '');

/** "Working Modes" of kube-proxy -> "Kube-proxy: name the three working modes." */
function topicFront(topic: string, place: Place, count: number): string | null {
  const plain = withoutArticle(topic).replace(counted, '');
  if (
    !looksPlural(plain.split(' ').at(-1) ?? '') ||
    countWords(plain) > 5 ||
    /^(notes|basics|examples?|links|references|resources|commands|prerequisites|things|details|considerations|settings|tips|steps|others?|questions|results|issues|labs|tasks|objectives|contents)$/i.test(
      plain,
    )
  )
    return null;
  // "The effects of a taint" says more than its topic alone.
  const full = withoutArticle(place.headings.at(-1) ?? '').replace(counted, '');
  if (full.toLowerCase().startsWith(plain.toLowerCase()) && countWords(full) <= 8)
    return named(`Name the ${many(count)} ${lowerWords(full)}.`, place);
  return named(`Name the ${many(count)} ${lowerWords(plain)}.`, place);
}

/** "Key Responsibilities of the Kubelet" -> "key responsibilities of the Kubelet". */
function lowerWords(text: string): string {
  const [head = '', ...rest] = text.split(/(?=\s(?:of|for|in|to|with)\s)/i);
  return head.replace(/\b\p{Lu}\p{Ll}+\b/gu, (word) => word.toLowerCase()) + rest.join('');
}

const vague =
  /^(others?|features?|benefits?|advantages?|disadvantages?|things?|points?|notes?|steps?|examples?|cases?|considerations?|responsibilities|responsibility|lists?|items?|ones?|ways?|pros|cons|reasons?|details?|limitations?|differences?|characteristics?|aspects?|basics|requirements?|tips?|links?|questions?|commands?|settings?|management|configuration|configurations|use|support|access|usage|process|security|status|issues?|problems?|parts?|topics?|operations?|tasks?|concepts?|principles?|terms?|definitions?)$/i;

/** What the members of a list are, in the singular ("controller"): the last word they share, or what their list is called. */
export function kindOfMembers(names: readonly (string | null)[], intro: string | null, place: Place): string | null {
  const last = names.map((name) => /(?:^|\s)([\p{L}-]{3,})$/u.exec((name ?? '').replace(/\s*\([^)]*\)$/, ''))?.[1]?.toLowerCase() ?? '');
  const shared = last.find(
    (word) => word !== '' && last.filter((other) => other === word || other === `${word}s`).length >= Math.max(2, names.length * 0.75),
  );
  if (shared !== undefined)
    return names.every((name) => name === null || countWords(name) > 1) && !vague.test(shared)
      ? looksPlural(shared)
        ? singular(shared)
        : shared
      : null;
  const phrase =
    intro === null ? (place.topic ?? place.headings.at(-1) ?? '') : /[:：]\s*$/.test(intro) ? groupIn(trimStop(squeeze(intro))) : '';
  const noun =
    /^(?:.*\s)?(?:types|kinds)\s+of\s+([\p{L}-]+(?:\s[\p{L}-]+)?)$/iu.exec(phrase)?.[1] ??
    /([\p{L}-]+)$/u.exec(phrase.split(/\s+(?:of|for|in|to|with|that|which|it|you|we|used)\s/i)[0] ?? '')?.[1] ??
    '';
  if (noun === '' || vague.test(noun.split(' ').at(-1) ?? '') || !looksPlural(noun)) return null;
  return singular(noun.toLowerCase());
}

/** The plural that a sentence before a list announces. */
function groupIn(text: string): string {
  const phrase = nounPhrase(text);
  if (phrase !== null) return phrase;
  const clause = readSentence(text, false)?.clauses[0];
  return clause === undefined ? '' : (membersOf(splitParticle(clause.object).rest) ?? '');
}

const singular = (noun: string): string =>
  /ies$/.test(noun) ? `${noun.slice(0, -3)}y` : /(sses|xes|ches|shes)$/.test(noun) ? noun.slice(0, -2) : noun.replace(/s$/, '');
