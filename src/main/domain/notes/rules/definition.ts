/** "X is a …" -> "What is X?", and the way back where the description points at one thing. */
import type { Clause, Vocabulary } from '../english/grammar.js';
import { asAnswer, ask, insideSentence } from '../english/question.js';
import { articles, looksPlural } from '../english/words.js';
import { mentions } from '../subject.js';
import { countWords } from '../text.js';
import { named, subjectPhrase } from './front.js';
import type { Draft, Rule, SentenceUnit } from '../rule.js';
import { predicateOf } from './predicate.js';
import { answer, answerOf, draft, maxAnswerWords, withoutAsides } from './sentence-parts.js';

const adjective =
  /^((?:not |very |more |most |also |highly |fully |only )?(?:responsible|useful|crucial|essential|important|ideal|suitable|similar|equivalent|identical|dependent|compatible|capable|part|vital|critical|necessary|helpful|beneficial|unique|specific|relevant|limited|equal|subject|available|visible|accessible|based|independent|aware|prone|required|good|great|best|known|familiar))\s+(for|to|of|on|in|with|from|as|at|by|within)\s+(?=\S)/i;

export const definition: Rule = {
  name: 'definition',
  sentence: (unit) =>
    unit.reading?.clauses.flatMap((clause, i) => [
      ...(clause.kind === 'copula' ? defined(unit, clause, i) : []),
      ...whichIs(unit, clause, i),
    ]) ?? [],
};

function defined(unit: SentenceUnit, clause: Clause, index: number): Draft[] {
  const subject = subjectPhrase(clause.subject, unit);
  const { object } = clause;
  // "`1234` is the PID of the shell": a value of one example.
  if (isIdle(clause.subject) || /^`?\d+`?$/.test(clause.subject)) return [];
  if (object === '' || countWords(subject) > 12 || /^(there|here|below|above|what|which)$/i.test(subject)) return [];
  if (/^the default\b/i.test(object)) return [defaultOf(unit, clause, subject)];
  const described = adjective.exec(object);
  if (described !== null) return adjectival(unit, clause, subject, described, index);
  if (/^(that|because|when|where|how|to|if)\b/i.test(object)) {
    return [
      draft(
        unit,
        'definition',
        `is${index}`,
        'concept',
        named(`${ask('What', clause, subject)}?`, unit.place, unit.term),
        asAnswer(object),
      ),
    ];
  }
  // Below a term, "X is a …" about something else tells of the term, not what X is.
  if (clause.negative || !isNounPhrase(object) || (unit.term !== null && !aboutTerm(unit, subject))) return [];
  const back = predicateOf(unit, clause);
  if (back === '' || saysNothing(back)) return [];
  // "A collection of machines, known as …, and …" describes one thing.
  const list = /^(?:an?|one)\s/i.test(back) ? { kind: 'concept', back: asAnswer(back) } : answer(back);
  const lead = unit.reading?.lead?.kind === 'default' ? 'By default, w' : 'W';
  const front = named(
    `${lead}hat ${clause.aux} ${countWords(subject) <= 8 ? subject : withoutAsides(subject)}${clause.main === '' ? '' : ` ${clause.main}`}?`,
    unit.place,
    unit.term,
  );
  const what = draft(unit, 'definition', `what${index}`, list.kind === 'list' ? 'list' : 'definition', front, list.back);
  const reverse = reversed(unit, clause, subject, back);
  return reverse === null ? [what] : [what, reverse];
}

const aboutTerm = (unit: SentenceUnit, subject: string): boolean =>
  unit.term !== null && (mentions(subject, unit.term) || mentions(unit.term, subject));

/** "This is the default" in a list of modes -> "Which of the working modes is the default?" */
function defaultOf(unit: SentenceUnit, clause: Clause, subject: string): Draft {
  const { topic } = unit.place;
  const group = topic !== null && looksPlural(topic) ? `Which of the ${topic.toLowerCase()}` : 'Which one';
  return draft(
    unit,
    'definition',
    'default',
    'definition',
    named(`${group} ${clause.aux} ${clause.object}?`, unit.place),
    asAnswer(unit.term ?? subject),
  );
}

function adjectival(unit: SentenceUnit, clause: Clause, subject: string, match: RegExpExecArray, index: number): Draft[] {
  const [whole, word = '', preposition = ''] = match;
  const extra = clause.tails.filter((tail) => !/^(which|participle|manner)$/.test(tail.kind)).map((tail) => tail.text);
  const full = [clause.object.slice(whole.length), ...extra].join(' ');
  const { kind, back } = answer(countWords(full) <= maxAnswerWords ? full : answerOf(clause, clause.object.slice(whole.length)));
  const question = `${ask('What', clause, subject, `${word.toLowerCase()} ${preposition}`)}?`;
  return [draft(unit, 'definition', `${word.toLowerCase()}${index}`, kind, named(question, unit.place, unit.term), back)];
}

/** "…, which is useful for X": said of the subject. */
function whichIs(unit: SentenceUnit, clause: Clause, index: number): Draft[] {
  return clause.tails.flatMap((tail) => {
    const match =
      tail.kind === 'which'
        ? /^which (?:is|are) (useful|ideal|suitable|helpful|crucial|essential|important) (for|to|in) (\S.*)$/i.exec(tail.text)
        : null;
    if (match?.[3] === undefined) return [];
    const subject = subjectPhrase(clause.subject, unit);
    const question = `What ${clause.plural ? 'are' : 'is'} ${subject} ${match[1]} ${match[2]}?`;
    return [draft(unit, 'definition', `which${index}`, 'concept', named(question, unit.place, unit.term), asAnswer(match[3]))];
  });
}

/** Subjects that only point at the text: "the project is …", "the second component is …". */
const isIdle = (subject: string): boolean =>
  /^(?:the|this|that|my|our|your)?\s*(?:first|second|third|next|last|other|main|whole|overall|sample|expected|example)?\s*(?:project|part|chapter|article|guide|lab|exercise|component|example|output|value|name|one|command|script|file|line|result|idea|point|key|goal|aim|focus|choice|option|approach|association|condition)$/i.test(
    subject,
  ) || /^(?:part|step|week|day|lab|exercise|phase|stage|figure|table|section)\s+\d/i.test(subject);

/** "A critical concept", "the recommended solution": true of many things, and says what none of them is. */
const saysNothing = (text: string): boolean =>
  // "The core", "the main part": of what, it does not say. "ON by default": a state.
  /^the [a-z]+(?: [a-z]+)?$|^(?:ON|OFF|NOT|ONLY|ALWAYS|NEVER|FREE|AT|IN)\b/.test(text) ||
  (countWords(text) <= 5 &&
    /^(?:(?:an?|the|one of the|another)\s+)?(?:(?:very|most|more|really|quite|also|only|extra|single)\s+)*(?:[a-z-]+\s+)?(?:concepts?|solutions?|components?|parts?|aspects?|choices?|tools?|ways?|steps?|practices?|ideas?|roles?|topics?|options?|techniques?|approach(?:es)?|methods?|features?|skills?|elements?|things?|points?|alternatives?|problems?|issues?|conventions?|cases?|tasks?|requirements?|considerations?|factors?|process|subject|area|field|task|name|one|same|result|key|case|difference|standard)$/i.test(
      text,
    ));

const isNounPhrase = (text: string): boolean => {
  if (/^\S+-(?:specific|based|free|only|wide|driven|oriented|aware)\b/i.test(text)) return false;
  const first = /^[\p{L}'’-]+/u.exec(text)?.[0].toLowerCase() ?? '';
  if (articles.has(first) || /^(one|two|three|four|five|six|seven|several|any|another|its|their|your|both|part|what|how)$/.test(first))
    return true;
  // Without an article only names and plurals are safe: "case-sensitive" or "slower" is no answer to "What is …?".
  return /^[`\d]|^\p{Lu}/u.test(text) || (countWords(text) > 1 && /^[a-z-]+\s+[a-z-]*(?<!acros|thi|it|i|les|a|u|s)s\b/.test(text));
};

/** The way back, only from an opening definition that says enough to point at one thing. */
function reversed(unit: SentenceUnit, clause: Clause, subject: string, said: string): Draft | null {
  if (!unit.opening || unit.term !== null || clause.plural || clause.aux !== 'is' || clause.negative) return null;
  if (countWords(subject) > 6 || /^(it|this|one of|each|every|an?\s|any)/i.test(subject)) return null;
  const question = describedBy(clause, said, unit.place.vocabulary);
  if (question === null || countWords(question) > 20 || (question.startsWith('Which') && countWords(question) < minReverseWords))
    return null;
  return draft(unit, 'definition', 'reverse', 'definition', `${question}?`, asAnswer(subject));
}

/** A shorter description fits more than one thing. */
const minReverseWords = 12;

/** `said`: the whole answer of the question the other way, which must not be cut on its way back. */
function describedBy(clause: Clause, said: string, vocabulary: Vocabulary): string | null {
  const object = withoutAsides(clause.object);
  if (/^(the )?(default|same|following|process|ability|act|number|case|result|first|second|next|last|most|only)\b/i.test(object))
    return null;
  const [relative] = clause.tails;
  const doing =
    relative?.kind === 'relative' ? /^(?:that|which|who)\s+(\S.*)$/.exec(said.slice(clause.object.length).trim())?.[1] : undefined;
  const oneOf = /^one of the (.+?)\s+(?:(responsible|used|designed|available)\s.*)$/i.exec(object);
  if (oneOf?.[1] !== undefined) return `Which of the ${oneOf[1]} is ${object.slice(object.toLowerCase().indexOf(oneOf[2] ?? ''))}`;
  const noun = /^(?:an?|one of the|the)\s+(.+)$/i.exec(object)?.[1];
  if (noun === undefined) return null;
  if (doing !== undefined && countWords(doing) >= 2)
    return /^(?:set|group|collection|series|list)s? of\s/i.test(noun) ? null : `Which ${insideSentence(noun, vocabulary)} ${doing}`;
  return /^the\s/i.test(object) && countWords(noun) >= 4 ? `What do you call ${object}` : null;
}
