/**
 * Whether a card made of a sentence is worth a reader's time. Prose is the least sure source of cards: a sentence must name what it is
 * about, say something definite of it, and stand without the sentences around it. One that does not gives no card at all.
 */
import { isQuality } from '../english/fit.js';
import type { Clause } from '../english/grammar.js';
import { baseOf, isAlsoNoun, verbOf } from '../english/verbs.js';
import { looksPlural } from '../english/words.js';
import { keyWords } from '../subject.js';
import { countWords } from '../text.js';
import type { Draft, Place, SentenceUnit } from './rule.js';

/** Questions longer than this are read twice. */
const maxFrontWords = 22;
/** So many sentences of a paragraph carry its facts; what follows elaborates on them. */
const maxDepth = 4;

/** Sections that walk through one case: true there, and nowhere else. */
const walkthrough =
  /^(?:step\b|test (?:case|it|plan|scenario)|scenario|epic|phase \d|walk-?through|case stud|real[- ]world|practical\b|playing|try\b|conclusions?\b|tech stack|procedure\b|motivation\b|my\b|testing the|debrief|command breakdown|user stor|project structure|folder structure|prerequisites|disclaimer|credits?\b|simulat|interpreting|sample|output|what's happening|observ|check\b|how to contribute)/i;

/** Openings that tie a sentence to the one before it. */
const tied =
  /^(?:for (?:example|instance)|by doing so|to do (?:so|this|that)|(?:in|for) (?:this|that|our|these) \w+|now|next|then|finally|similarly|likewise|conversely|instead|so|thus|therefore|hence|by contrast|in contrast|on the other hand|in other words|as a result|that said|again|again,|first|firstly|second|secondly|lastly|at this point|from there|from here|afterwards?)\b/i;

const hedged =
  /\b(?:what|how|why|when|where|who) (?:could|would|might)\b|\b(?:probably|maybe|perhaps|supposed|basically|actually|really|nice|cool|awesome|stuff)\b/i;

/** Pointers at the text around. */
const pointing =
  /\b(?:this|these|those|such|the (?:latter|former|above|said|respective|two|three|same|other)|another|others|therein|thereof)\b/i;

export function isWorth(draft: Draft, unit: SentenceUnit): boolean {
  const { front, back } = draft;
  const { place } = unit;
  const clause = unit.reading?.clauses[0];
  if (clause === undefined || isWalkthrough(place) || tied.test(unit.text) || depthOf(unit) >= maxDepth) return false;
  if (countWords(front) > maxFrontWords || hedged.test(front) || hedged.test(back) || pointing.test(front)) return false;
  if (
    /\b(?:you|users?|us|administrators|developers|one|it|them) ?\?$|[a-z]\s?[-–—:]\s[a-z].*\?$|\p{Extended_Pictographic}/u.test(
      asked(front),
    )
  )
    return false;
  if (draft.kind !== 'list' && (isCutOff(back) || /\s-\s/.test(back))) return false;
  if (/\bto to\b|\b(?:that|than)\?$/.test(front) || isActivity(clause.subject)) return false;
  if (isNarrative(clause, unit)) return false;
  return (gates[draft.rule] ?? always)(draft, unit, clause);
}

/** An answer as the sentence writes it: answers begin with a capital, words in a sentence mostly do not. */
const written = (back: string, { text }: SentenceUnit): string => {
  const small = back.charAt(0).toLowerCase() + back.slice(1);
  return text.includes(small) ? small : back;
};

const always = (): boolean => true;

type Gate = (draft: Draft, unit: SentenceUnit, clause: Clause) => boolean;

const gates: Partial<Record<string, Gate>> = {
  action: ({ front, back, kind }, unit, clause) =>
    isAnchored(clause.subject, unit) &&
    (kind === 'list' || saysMore(written(back, unit), place(unit))) &&
    !/^(?:has|have|had)$/.test(clause.aux) &&
    clause.kind !== 'progressive' &&
    !/^(?:Due to|Because)\b|\band (?:\w+ly )?[a-z]+ (?:them|it)\b/.test(back) &&
    !/(?<!\bhelps?|\bneeds?|\bused) to (?!do\b)[a-z]+\?$|\b(?:work|mean instead|call) ?\?$/.test(front) &&
    !(clause.main === 'have' && !/^(?:An?|The|One|Two|Three|\d|-|`|\p{Lu}{2})/u.test(back)) &&
    !startsMidway(front, back),
  reason: ({ front, back }, unit, clause) =>
    isAnchored(clause.subject, unit) &&
    saysMore(written(back, unit), place(unit)) &&
    !(clause.negative && /^To\b/.test(back)) &&
    !/\b(?:easier|harder|difficult|easy|hard|sufficient|enough|able|likely|elected|chosen|selected|care|time|ability|way|order|required|needed|allowed|necessary|minutes|hours|seconds|been)\?$|, (?:an?|the) [^?]*\?$/.test(
      front,
    ) &&
    countWords(back) >= 3 &&
    !/^To \w+ and \w+$/.test(back),
  condition: ({ front, back }, unit, clause) =>
    isAnchored(clause.subject, unit, asked(front)) &&
    !/^(?:It|They) \w+(?: \w+)?$|^(?:It|They) (?:will|can|may|must|should|has|have|had) (?:be )?\w+$/.test(back) &&
    !/\b(?:you|your|users)\b/i.test(front.replace(/\b(?:must|should) you\b/, '')) &&
    !/\b(?:if|when|once|after|before|until|unless) (?:it|they|he|she|approved|enabled|so|not)\b|\bhappens (?:as|when [a-z]+ing)\b|\bwhat happens .*\b(?:its|their)\b/i.test(
      front,
    ) &&
    !/^It means\b/.test(back) &&
    !/\b(?:that|the) (?:happens?|time|case)\?$|\bat any time\?$|\beven\b|\b(?:mean|see|want|know)\b/.test(front) &&
    !(/^(?:when|until when)\b|: (?:when|until when)\b/i.test(front) && !isDefinite(back)),
  // What something is done for goes without saying, unless it is a name.
  scope: ({ front, back, part }, unit, clause) =>
    isAnchored(clause.subject, unit) &&
    (part.startsWith('for') ? hasName(written(back, unit), unit) || unit.term !== null : saysMore(written(back, unit), place(unit))) &&
    !/^(?:has|have|had)$/.test(clause.aux) &&
    !/\b(?:me|you|compared (?:to|with)|allow|let)\b/i.test(front) &&
    countWords(asked(front)) <= 16,
  detail: ({ front, back, part }, unit, clause) =>
    part === 'apposition'
      ? isName(/\bwhat is (.+)\?$/i.exec(front)?.[1] ?? '', unit, back.startsWith('The ')) &&
        !/\s(?:is|are|was|were|will|uses?|has|have|may|can)\s/.test(back.replace(/\b(?:that|which|who) \w+/g, ''))
      : isAnchored(clause.subject, unit) &&
        saysMore(written(back, unit), place(unit)) &&
        // "a logging mechanism used by …" is one of many.
        unit.text.includes(/\b(the .+?) \w+ by\?$/.exec(front)?.[1] ?? '?') &&
        !/\b(?:amount|number|typically|kind|type|volume|multiplied)\b/.test(front),
  cloze: ({ back, front }, unit, clause) =>
    isAnchored(clause.subject, unit) &&
    isName(written(back, unit), unit) &&
    !/^(?:\d{1,2}|(?:step|epic|part|phase|chapter|port|figure|table) \d+|\d+(?:\.\d+){3}.*)$/i.test(back) &&
    !/\b(?:you|your)\b/i.test(front.replace(/\byou must\b/i, '')),
  definition: ({ front, back }, unit, clause) =>
    (isAnchored(clause.subject, unit) || (/^(?:an?\s|\p{Lu})/u.test(clause.subject) && /^(?:An?|The|One of)\s/.test(back))) &&
    !isFaintPraise(back) &&
    !/^(?:must|should|may|can|has|have)$/.test(clause.aux) &&
    !/^\S{1,4}$/.test(back) &&
    !/\bwhat (?:is|are) (?:the )?(?:objectives?|[a-z]+ing [a-z]+ [a-z]+.*)\?$/i.test(front),
  example: ({ front, back, kind }, unit) => {
    const head = /examples? of (.+?)[.?]$/.exec(front)?.[1] ?? '';
    if (head === '' || /^(?:an?|be|the|only|high|low|more|less|native)\s/i.test(head)) return false;
    if (countWords(head) < 2 && unit.term === null && !isAnchored(head, unit)) return false;
    const [plain = ''] = head.split(/ that | used | for /);
    if (countWords(plain) > 4 || /\s(?:from|to|by|with|of|on|who)\s/.test(plain) || !looksPlural(plain.split(' ').at(-1) ?? ''))
      return false;
    if (kind !== 'list') return !/^(?:The|A|An|Its|Their|With|In)\s/.test(back) && countWords(back) <= 6;
    return back
      .split('\n')
      .every(
        (item) =>
          !/^- (?:\w+ly |its|their|the|only|across|with|in|on|by|from|to|x$|such|being|and|or|enabling|detecting|ensuring|allowing|providing|preventing)\b/i.test(
            item,
          ) && even(item),
      );
  },
};

const place = (unit: SentenceUnit): Place => unit.place;

/** The question without the names before it. */
const asked = (front: string): string => /^.*?: (?=\p{Ll})(.*)$/u.exec(front)?.[1] ?? front;

export const isWalkthrough = ({ headings }: Place): boolean => headings.slice(-2).some((heading) => walkthrough.test(heading));

function depthOf(unit: SentenceUnit): number {
  let depth = 0;
  for (let one = unit.previous; one !== null && depth < maxDepth; one = one.previous) depth++;
  return depth;
}

/** Told of what once happened to nobody named: an anecdote. */
const isNarrative = (clause: Clause, unit: SentenceUnit): boolean =>
  /^(?:did|was|were|had)$/.test(clause.aux) && !hasName(clause.subject, unit) && !/\b\d{4}\b/.test(unit.text);

/** A code, an acronym, or a capital where the note does not write the word small. */
function hasName(text: string, unit: SentenceUnit): boolean {
  if (/`|\p{Lu}{2}|\p{Ll}\p{Lu}|\d\p{Lu}|\$/u.test(text)) return true;
  return [...text.matchAll(/(?<![\p{L}\d])\p{Lu}\p{Ll}+/gu)].some(
    ([word], i) =>
      !unit.place.vocabulary.has(word.toLowerCase()) &&
      (i > 0 || !/^(?:The|An?|All|Each|Every|It|They|You|Its|Their|Any|Some|When|If|In|On|For)$/.test(word)),
  );
}

const names = (text: string, { place }: SentenceUnit): boolean =>
  keyWords(text).some((word) => place.names.has(word) || place.names.has(word.replace(/s$/, '')) || place.terms.has(word));

/** `only`: the text says that there is one of it, so that a word of a heading is enough. */
const isName = (text: string, unit: SentenceUnit, only = false): boolean =>
  hasName(text, unit) || (only && /^[a-z]{3,}[^s]$/.test(text) && names(text, unit) && baseOf(text) === undefined);

/** Nouns of benefits: "Flexibility", "Enhanced security" do nothing themselves. */
export const benefit =
  /^(?:(?:improved|enhanced|increased|better|high|higher|reduced|lower|optimi[sz]ed|simplified|greater|more|less|no|easy|easier|faster)\s.+|(?:\S+\s)?(?:flexibility|scalability|security|redundancy|reliability|efficiency|performance|simplicity|availability|consistency|durability|compatibility|isolation|visibility|accuracy|tolerance|savings|management|monitoring|control|support|usage|size|cost|speed|resilience|maintenance|understanding|practice|situation|assumptions?))$/i;

/** Whether the question says what it is about: a term of the note, a heading's word, a name or code. */
function isAnchored(subject: string, unit: SentenceUnit, also = ''): boolean {
  if (/\s(?:set|called|used|given|based|following)$|^(?:the )?(?:most|more|less|least)\s|\s\/\s/i.test(subject)) return false;
  const bare = subject === '' || /^(?:it|they|this|these|that|those)$/i.test(subject);
  if (bare && unit.term !== null) return !benefit.test(unit.term) && !isQuality(unit.term) && !isActivity(unit.term);
  if (/^you$/i.test(subject)) return /^(?:must|should|need|shall)$/.test(unit.reading?.clauses[0]?.aux ?? '') && hasName(unit.text, unit);
  if (bare) return unit.antecedent !== '' && (hasName(unit.antecedent, unit) || names(unit.antecedent, unit));
  if (unit.term !== null && keyWords(unit.term).some((word) => subject.toLowerCase().includes(word))) return true;
  return hasName(subject, unit) || names(subject, unit) || (also !== '' && names(also, unit) && hasName(also, unit));
}

/** "Understanding bacterial pathogenesis", "Running tests". */
const isActivity = (term: string): boolean => {
  const [first = '', ...rest] = term.toLowerCase().split(' ');
  return rest.length > 0 && verbOf(first, 'gerund') !== undefined && !isAlsoNoun(verbOf(first, 'gerund') ?? '');
};

/** One plain word ("availability", "a reaction") is guessed or forgotten, not known; a name or two words may be. */
function saysMore(back: string, { names: known, terms, vocabulary }: Place): boolean {
  const words = back
    .replace(/^(?:the|an?|each|every|all|any|its|their|your|to|for|in|on|at|by|via|some|more|current|whatever|just)\s+/i, '')
    .replace(/\.$/, '')
    .split(/\s+/);
  if (words.length > 1) return !/^(?:them|itself|what|whatever|just)\b/i.test(back);
  const [word = ''] = words;
  return (
    /[`\d$]|\p{Lu}{2}|\p{Ll}\p{Lu}|[-_/.]/u.test(word) ||
    known.has(word.toLowerCase()) ||
    terms.has(word.toLowerCase().replace(/s$/, '')) ||
    (/^\p{Lu}/u.test(word) && !vocabulary.has(word.toLowerCase()))
  );
}

/** When something happens is told by an event or state, not by "later". */
const isDefinite = (back: string): boolean =>
  countWords(back) >= 3 && !/^(?:If|When|As|Once) (?:you|it|they|this|that|necessary|needed|possible)\b/i.test(back);

/** "What does X route? => Bypass all …": the verb was taken for a noun. */
const startsMidway = (front: string, back: string): boolean => {
  const first = /^[A-Z]?[a-z]+/.exec(back)?.[0].toLowerCase() ?? '';
  return !/\b(?:do|to do|be)\?$|\bhelps?\b/.test(front) && verbOf(first, 'base') !== undefined && !isAlsoNoun(first);
};

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
  return verb !== undefined && !/^(?:That|If|When|After|Before|Once|It|They)\b/.test(back) && verbOf(verb, 'third') !== undefined;
};

const even = (text: string): boolean =>
  (text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0) && (text.match(/["“”]/g)?.length ?? 0) % 2 === 0;

/** "A fundamental aspect of network security" tells nothing of the thing itself. */
const isFaintPraise = (back: string): boolean =>
  /^(?:an?|the|one of the) (?:\w+ )?(?:fundamental|critical|crucial|essential|important|key|vital|powerful|popular|great|good|useful|valuable|core|common|necessary|significant|major|main|primary|big|simple)(?: and \w+)? (?:\w+ )?(?:aspects?|tools?|parts?|concepts?|components?|features?|skills?|steps?|ways?|techniques?|practices?|elements?|methods?|mechanisms?|factors?|choice|resource|topic|area|task|process|role)(?: (?:of|for|in|to|when|while) (?:\S+ ?){1,5})?$/i.test(
    back,
  );
