/** "X does Y" -> "What does X do?": the object of an active or passive sentence. */
import type { Clause } from '../english/grammar.js';
import { asAnswer, ask, bullets, insideSentence, leansOnText, numberWord } from '../english/question.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { isNounish, toWords } from '../english/words.js';
import { mentions } from '../subject.js';
import { countWords } from '../text.js';
import { partOfObject, startsNoun, type Asked } from './action-object.js';
import { named, subjectPhrase } from './front.js';
import type { Draft, Rule, SentenceUnit } from '../rule.js';
import { answer, answerOf, contextOf, draft, splitParticle, withoutAsides } from './sentence-parts.js';

export const action: Rule = {
  name: 'action',
  sentence: (unit) => {
    const clauses = unit.reading?.clauses ?? [];
    return [...clauses.flatMap((clause, i) => main(unit, clause, i)), ...several(unit, clauses)];
  },
};

const linking = new Set('remain stay seem appear look feel prove become'.split(' '));
const frontBudgetWords = 18;

function main(unit: SentenceUnit, clause: Clause, index: number): Draft[] {
  if (clause.kind === 'copula' || clause.object === '' || clause.main === 'do') return [];
  // "stays direct", "remains active": a quality, not an object.
  if (linking.has(clause.main) && !/^(?:an?|the|one|its)\s|^`/i.test(clause.object)) return [];
  // "An attack grows when …, but it needs …": what the sentence began with.
  const before = index > 0 && /^(?:it|they)$/i.test(clause.subject) ? (unit.reading?.clauses[0]?.subject ?? '') : '';
  // "A sender posts mail, and it is delivered …": not the sender is.
  if (before !== '' && clause.kind === 'passive' && unit.reading?.clauses[0]?.kind === 'active') return [];
  const who = subjectPhrase(before === '' ? clause.subject : before, unit);
  const lead = leadIn(unit);
  if (lead === null || (restricting.test(lead) && isOfAnother(who, clause, lead, unit))) return [];
  // "When Kubernetes creates a service, what does it create?"
  const subject =
    /^(?:it|they)$/i.test(clause.subject) && restricting.test(lead) && mentions(lead, who) ? clause.subject.toLowerCase() : who;
  if (countWords(subject) > 10 || /^(there|here|below|what|which|who|let)\b/i.test(subject)) return [];
  const card = clause.kind === 'passive' ? passive(clause, subject) : active(clause, subject);
  if (card === null || leansOnly(card.back)) return [];
  // "What do you use?" asks nothing; "What do you use to …?" may.
  if (/^(?:you|users?)$/i.test(clause.subject) && lead === '' && contextOf(clause, 10) === '') return [];
  // "What does it act as using a hub?": what stands last in the question would belong to what is asked for.
  const stranded = splitParticle(clause.object).particle !== '' && card.question.endsWith(` ${splitParticle(clause.object).particle}`);
  const context = stranded ? '' : contextOf(clause, frontBudgetWords - countWords(card.question) - countWords(lead));
  const question = `${lead === '' ? card.question : `${lead}, ${insideSentence(card.question, new Set(['what', 'where', 'who', 'how']))}`}${context === '' ? '' : ` ${context}`}?`;
  // "gives us the ability …": who gets it goes without saying.
  const { kind, back } = answer(
    card.back.replace(/^(?:me|us|you)\s+(?=(?:the|an?|all|more|some|any)\s)|^(?:me|us)\s+(?=[a-z]+ (?:about|on|of|for)\s)/i, ''),
  );
  return [draft(unit, 'action', `${clause.main}${index === 0 ? '' : String(index)}`, kind, named(question, unit.place, unit.term), back)];
}

/** Answers that say nothing without the sentence around them. */
const leansOnly = (text: string): boolean =>
  /^(?:what|how|where|whether|that|if) (?:it|they|this|he|she)\b/i.test(text) ||
  /^(?:it|them|him|her|this|that|these|those|themselves|itself)\b(?!\s+(?:is|are|the|an?)\b)/i.test(text.replace(/^that\b/i, '')) ||
  /^(it|them|this|that|these|those|so|themselves|itself|one|ones|him|her|there|here|not|well|properly|correctly|as|together)$/i.test(
    text,
  ) ||
  /^(?:(?:several|many|various|some|multiple|different|certain|other|more) [\w-]+|issues?|problems?|information|details|things|everything|nothing|data|it all|use|a lot)$/i.test(
    text,
  ) ||
  /^(?:a (?:number|set|variety|lot) of (?:things|ways)|something|anything|the same)$/i.test(text);

/**
 * What opens the sentence ("In iptables mode", "If a node runs out of memory") stays before the question; null where the statement holds
 * only under a condition that the question cannot show.
 */
function leadIn(unit: SentenceUnit): string | null {
  const lead = unit.reading?.lead;
  if (lead === null || lead === undefined || lead.kind === 'participle') return '';
  const words = countWords(lead.text);
  if (lead.kind !== 'condition') return words > 9 || leansOnText(lead.text) ? '' : lead.text;
  if (!restricting.test(lead.text)) return '';
  const text = lead.text.replace(/\bwe\b/g, 'you');
  // "When enabled, …": what is enabled, only the text before says.
  return words < 3 || words > maxConditionWords || leansOnText(text) ? null : text;
}

/** "If the data is cached, it is returned": it is what the condition is about, not what the section is about. */
const isOfAnother = (subject: string, clause: Clause, lead: string, unit: SentenceUnit): boolean =>
  /^(?:|it|they)$/i.test(clause.subject) && unit.term === null && !mentions(lead, subject) && !/^\S+ you\b/i.test(lead);

/** Words that open a condition; "because" and "although" open none. */
const restricting = /^(?:if|when|whenever|once|unless|until|after|before|in case|as (?:long|soon) as)\b/i;
const maxConditionWords = 12;

function active(clause: Clause, subject: string): Asked | null {
  const object = clause.object;
  // "makes X do Y", "needs care": what it makes or needs is no answer by itself.
  if (
    /^(?:make|get|need|see|come|go|look|begin|start|let|know|want|mean|note|notice|imagine|consider|think|say|say|try|become)$/.test(
      clause.main,
    ) &&
    !/^sure\b/.test(object) &&
    clause.main !== 'mean'
  )
    return null;
  if (/^(?:we|you|i|they|he|she)\b/i.test(object)) return null;
  // "You must understand how …": a remark to the reader.
  if (/^you$/i.test(clause.subject) && /^(?:understand|remember|learn|recall|read|review|study)$/.test(clause.main)) return null;
  if (/^to\s/i.test(object)) return chained(clause, subject);
  const enabled = enabling(clause, subject);
  if (enabled !== null) return enabled;
  const { particle, rest } = splitParticle(object);
  const part = partOfObject(clause, subject);
  if (part !== null) return part;
  const when = timed(clause, subject, particle, rest);
  if (when !== null) return when;
  if (particle === '') return startsNoun(object) ? { question: ask('What', clause, subject), back: answerOf(clause) } : null;
  // "connects from A to B": the two ends are one answer, and no question asks for both.
  if (particle === 'from' && /\sto\s/.test(rest)) return null;
  const heavy = heavyShift(rest);
  if (heavy !== null) return { question: ask('What', clause, subject, `${particle} ${heavy.first}`), back: answerOf(clause, heavy.second) };
  if (!startsNoun(rest) || verbOf(/^[a-z]+/.exec(rest)?.[0] ?? '', 'gerund') !== undefined) return null;
  return { question: ask('What', clause, subject, particle), back: answerOf(clause, rest) };
}

const enables = new Set('allow enable help let permit require force instruct tell cause encourage'.split(' '));

/** "allows clients to do X" -> "What does it allow clients to do?"; "helps find X" -> "What does it help find?" */
function enabling(clause: Clause, subject: string): Asked | null {
  if (!enables.has(clause.main)) return null;
  const match = /^((?:[^\s,;:]+\s){0,5}[^\s,;:]+)\s+to\s+(?:[a-z]+ly\s+)?([a-z]+)(?:,?\s.+)?$/i.exec(clause.object);
  if (
    match?.[1] !== undefined &&
    match[2] !== undefined &&
    verbOf(match[2], 'base') !== undefined &&
    startsNoun(match[1]) &&
    !/\b(?:to|and)\b/.test(match[1])
  ) {
    return {
      question: ask('What', clause, subject, `${match[1]} to do`),
      back: answerOf(clause, clause.object.slice(match[1].length + 4)),
    };
  }
  const someone = /^(you|us|(?:[\w-]+ ){0,2}[A-Za-z][a-z-]+s|(?:the|an?) [\w-]+)\s+([a-z]+)\s+(.+)$/.exec(clause.object);
  if (/^(help|let)$/.test(clause.main) && someone?.[1] !== undefined && verbOf(someone[2] ?? '', 'base') !== undefined) {
    return {
      question: ask('What', clause, subject, `${insideSentence(someone[1], { has: () => true })}${clause.main === 'help' ? ' to' : ''} do`),
      back: answerOf(clause, clause.object.slice(someone[1].length + 1)),
    };
  }
  const bare = clause.main === 'help' || clause.main === 'let' ? /^([a-z]+)\s+(.+)$/.exec(clause.object) : null;
  if (bare?.[1] === undefined || bare[2] === undefined || verbOf(bare[1], 'base') === undefined) return null;
  // "helps prepare for peaks", "helps control who may enter"
  if (!startsNoun(bare[2]) || /^who\b/.test(bare[2]))
    return isAlsoNoun(bare[1]) && !/^who\b/.test(bare[2])
      ? null
      : { question: ask('What', clause, subject, 'to do'), back: answerOf(clause) };
  return { question: ask('What', clause, subject, bare[1]), back: answerOf(clause, bare[2]) };
}

/** "helps to ensure X" -> "What does it help to ensure?"; "needs to be restarted" -> "What … need to do?" is no question. */
function chained(clause: Clause, subject: string): Asked | null {
  const match = /^to\s+((?:[a-z]+ly\s+)?([a-z]+)(?:\s+(?:out|up|down|for|on|with|from|into|to|in|as))?)\s+(.+)$/i.exec(clause.object);
  const verb = match?.[2] === undefined ? undefined : verbOf(match[2].toLowerCase(), 'base');
  if (match?.[1] === undefined || match[3] === undefined || verb === undefined) return null;
  return startsNoun(match[3])
    ? { question: ask('What', clause, subject, `to ${match[1]}`), back: answerOf(clause, match[3]) }
    : { question: ask('What', clause, subject, 'to do'), back: answerOf(clause, clause.object.slice(3)) };
}

/** "is shown after the login" -> "When is it shown?" */
function timed(clause: Clause, subject: string, particle: string, rest: string): Asked | null {
  if (particle === 'for' && duration.test(rest)) return { question: ask('How long', clause, subject), back: answerOf(clause, rest) };
  if (particle === 'in' && year.test(rest)) return { question: ask('When', clause, subject), back: answerOf(clause, rest) };
  return /^(?:after|before|during)$/.test(particle) &&
    !/^(?:was|were|did)$/.test(clause.aux) &&
    // "before the call to stop it is sent": the rest of it stands elsewhere.
    clause.tails[0]?.kind !== 'purpose' &&
    !/^(?:name[ds]?|called|look|modell?ed)$/.test(clause.main)
    ? { question: ask('When', clause, subject), back: answerOf(clause) }
    : null;
}

/** "kept for 90 days", "introduced in 2014". */
const duration =
  /^(?:(?:up to|about|at least|at most|a maximum of) )?\d+(?:\s?[-–]\s?\d+)? (?:second|minute|hour|day|week|month|year)s?\b/i;
const year = /^(?:(?:early|late|mid|\p{Lu}\p{Ll}+)[ -])?(?:19|20)\d\d$/u;

/** "to the master the resource usage" -> the noun phrase that belongs to the preposition, and the object behind it. */
function heavyShift(rest: string): { first: string; second: string } | null {
  const words = toWords(rest.slice(0, 120));
  for (let i = 1; i < Math.min(words.length, 6); i++) {
    const word = words[i];
    const previous = words[i - 1];
    if (word === undefined || previous === undefined || word.inside || previous.stop !== '') return null;
    if (/^(?:all|both|half|any|only)$/.test(previous.lower)) return null;
    if (/^(the|an?)$/.test(word.lower))
      return isNounish(previous) ? { first: rest.slice(0, previous.to), second: rest.slice(word.from) } : null;
    if (!isNounish(word)) return null;
  }
  return null;
}

const places =
  /\b(stored|located|defined|found|placed|kept|saved|installed|deployed|hosted|configured|mounted|listed|declared|written|recorded|logged|held|set|specified)$/;

function passive(clause: Clause, subject: string): Asked | null {
  const { object } = clause;
  const { particle, rest } = splitParticle(object);
  if (/^to\s+[a-z]+/i.test(object) && verbOf(/^to\s+([a-z]+)/i.exec(object)?.[1] ?? 'be', 'base') === undefined && particle === '')
    return null;
  if (particle === '') {
    if (
      !startsNoun(object) ||
      /^to\s/i.test(object) ||
      !/(?:called|named|given|assigned|known|considered|set|granted|allocated|provided)$/.test(clause.main)
    )
      return null;
    return { question: ask('What', clause, subject), back: answerOf(clause) };
  }
  // "is used to house the lamp": a verb that is mostly a noun.
  if (particle === 'to' && /^(?:be|[a-z]+ (?:the|an?|its|their))\b/.test(rest) && !isKnownVerb(rest)) return null;
  // "charged per request": by what it is counted.
  if (particle === 'per') return { question: ask('How', clause, subject), back: answerOf(clause) };
  const when = timed(clause, subject, particle, rest);
  if (when !== null) return when;
  // "is designed to store X": what it does.
  const doing = verbOf(/^(?:[a-z]+ly )?([a-z]+)/.exec(rest)?.[1] ?? '', 'base') !== undefined;
  if (
    particle === 'to' &&
    doing &&
    (!isAlsoNoun(/^[a-z]+/.exec(rest)?.[0] ?? '') ||
      /^[a-z]+ (?:the|an?|its|their|your|all|each|every)\s/.test(rest) ||
      /(?:allowed|required|forced|permitted|expected|presumed|needed|obliged|configured|designed|intended|programmed|instructed|told)$/.test(
        clause.main,
      ))
  )
    return { question: ask('What', clause, subject, 'to do'), back: answerOf(clause, rest) };
  if (
    /^(in|on|at|under|inside|within)$/.test(particle) &&
    places.test(clause.main) &&
    !/^(?:use|order|terms|case|conjunction|combination|favor|place|accordance)\b/i.test(rest) &&
    clause.tails[0]?.kind !== 'examples'
  )
    return { question: ask('Where', clause, subject), back: answerOf(clause) };
  const gerund = verbOf(/^[a-z]+/.exec(rest)?.[0] ?? '', 'gerund') !== undefined;
  if (particle === 'by' && gerund) return { question: ask('How', clause, subject), back: answerOf(clause) };
  if (!startsNoun(rest) || isIdiom(particle, rest) || (particle === 'from' && / to /.test(rest))) return null;
  // "kept in formats such as …": the examples say it.
  if (countWords(rest) === 1 && clause.tails[0]?.kind === 'examples') return null;
  return { question: ask('What', clause, subject, particle), back: answerOf(clause, rest) };
}

const isKnownVerb = (text: string): boolean => verbOf(/^[a-z]+/.exec(text)?.[0] ?? '', 'base') !== undefined && !/^be\b/.test(text);

/** "in advance", "with respect to": the noun means nothing without its preposition. */
const isIdiom = (particle: string, rest: string): boolean =>
  /^(?:in|with|at|on|by|for|as|to|over)$/.test(particle) &&
  /^(?:advance|accordance|respect|scope|terms|place|part|question|turn|fact|general|particular|order|addition|case|favor|favour|regards?|mind|charge|return|practice|effect|use|conjunction|combination|line with|parallel|detail|full|person|an? (?:\S+ ){0,4}(?:way|manner|fashion)|the (?:way|manner|event|case|course|form|process|context)|once|least|most|first|last|all|example|instance|hand|demand|top|risk|default|itself|well|usual|needed|required|follows|rest|runtime|scale|launch|startup|time)\b/i.test(
    rest,
  );

/** "processes X, validates Y and updates Z" -> one list. */
function several(unit: SentenceUnit, clauses: readonly Clause[]): Draft[] {
  const [first] = clauses;
  if (first === undefined || clauses.length < 3 || clauses.length > 7) return [];
  // "does not keep the key, only makes it": what is not done and what is done make no list.
  if (clauses.some((clause) => clause.aux !== first.aux || clause.kind !== 'active' || clause.negative)) return [];
  // "If it is not there, X gets it, keeps it and …": what it does then.
  if (unit.reading?.lead?.kind === 'condition') return [];
  const items = clauses.map((clause) => withoutAsides(clause.predicate).replace(/^(?:can|may|must|will|should)\s+/i, ''));
  if (items.some((item) => countWords(item) > 9) || leansOnText(items[0] ?? '')) return [];
  const subject = subjectPhrase(first.subject, unit);
  const front = named(`What ${numberWord(items.length)} things ${first.aux} ${subject} do?`, unit.place, unit.term);
  return [draft(unit, 'action', 'several', 'list', front, bullets(items.map((item) => asAnswer(item))))];
}
