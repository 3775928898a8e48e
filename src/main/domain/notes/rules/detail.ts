/** What hangs on a sentence as a clause of its own: ", allowing …", "a service that communicates …", "etcd, the key value store". */
import type { Clause, Tail } from '../english/grammar.js';
import { readSentence } from '../english/clause.js';
import { asAnswer } from '../english/question.js';
import { thirdOf, verbOf } from '../english/verbs.js';
import { looksPlural, prepositions } from '../english/words.js';
import { countWords } from '../text.js';
import { action } from './action.js';
import { definition } from './definition.js';
import { named } from './front.js';
import { reason } from './reason.js';
import type { Draft, Rule, SentenceUnit } from '../rule.js';
import { answer, draft } from './sentence-parts.js';

export const detail: Rule = {
  name: 'detail',
  sentence: (unit) =>
    unit.reading?.clauses.flatMap((clause) => [
      ...clause.tails.flatMap((tail, i) => inner(unit, clause, tail, i)),
      ...apposition(unit, clause),
      ...thatIs(unit, clause),
    ]) ?? [],
};

function inner(unit: SentenceUnit, clause: Clause, tail: Tail, at: number): Draft[] {
  if (tail.kind === 'participle') return sameSubject(unit, clause, tail, at);
  if (tail.kind !== 'relative') return [];
  // Behind another tail it tells of a noun in there.
  if (!/^(?:that|which|who)\s/.test(tail.text)) return at === 0 ? reduced(unit, clause, tail) : [];
  return clause.kind === 'copula' ? (at === 0 ? ofSubject(unit, clause, tail) : []) : ofObject(unit, clause, tail, at);
}

/** ", allowing X": the subject does that too. */
function sameSubject(unit: SentenceUnit, clause: Clause, tail: Tail, at: number): Draft[] {
  const gerund = /^[a-z]+/i.exec(tail.text)?.[0] ?? '';
  const verb = verbOf(gerund.toLowerCase(), 'gerund');
  if (
    verb === undefined ||
    clause.negative ||
    /^(including|following|depending|regarding|being|having|meaning|resulting|leading)$/i.test(gerund)
  )
    return [];
  const later = clause.tails.slice(at + 1).map((one) => one.text);
  const text = `${clause.subject === '' ? '' : `${clause.subject} `}${clause.plural ? verb : thirdOf(verb)}${[tail.text.slice(gerund.length), ...later].join(' ')}`;
  return again(unit, text, clause.subject === '', 'also');
}

/** "X is the component that communicates with Y": X does. */
function ofSubject(unit: SentenceUnit, clause: Clause, tail: Tail): Draft[] {
  if (clause.subject === '' || clause.negative || clause.main !== '') return [];
  const later = clause.tails
    .slice(1)
    .filter((one) => one.kind !== 'participle')
    .map((one) => one.text);
  return again(unit, [clause.subject, tail.body, ...later].join(' '), false, 'subject');
}

/** "the desired state expressed by the user" -> "What is the desired state expressed by?" */
function reduced(unit: SentenceUnit, clause: Clause, tail: Tail): Draft[] {
  const match = /^(?:(?:that|which) (?:is|are) )?([a-z]+(?:ed|wn|en)) (by) (\S.*)$/i.exec(tail.text);
  const noun = /.*\b((?:the|an?)\s+\S+(?:\s\S+){0,2})$/i.exec(clause.object)?.[1];
  if (match?.[3] === undefined || noun === undefined) return [];
  const subject = noun.replace(/^an?\s/i, 'the ');
  const question = `What ${looksPlural(subject.split(' ').at(-1) ?? '') ? 'are' : 'is'} ${subject} ${match[1]} ${match[2]}?`;
  const { kind, back } = answer(match[3]);
  return [draft(unit, 'detail', 'by', kind, named(question, unit.place, unit.term), back)];
}

/** "a kubelet service that communicates with …": a fact about the object. */
function ofObject(unit: SentenceUnit, clause: Clause, tail: Tail, at: number): Draft[] {
  const noun = clause.object
    .replace(/^(?:for|with|to|on|in|by|from)\s+/i, '')
    .replace(/^(?:an?|the) (?:set|list|number|collection|group|variety|series) of /i, '')
    .replace(/^an?\s+/i, 'the ');
  if (
    /\bnot\b|n't\b/.test(tail.text) ||
    countWords(noun) > 4 ||
    /^(the )?(set|number|list|way|one|something|anything|those|what)\b/i.test(noun) ||
    /[,:;]/.test(noun)
  )
    return [];
  const later = clause.tails.slice(at + 1).map((one) => one.text);
  return again({ ...unit, opening: false }, [noun, tail.body, ...later].join(' '), false, 'object');
}

function again(unit: SentenceUnit, text: string, subjectless: boolean, part: string): Draft[] {
  const reading = readSentence(text, subjectless);
  if (reading === null) return [];
  const sub: SentenceUnit = { ...unit, text, reading, opening: false };
  return [action, reason, definition]
    .flatMap((rule) => rule.sentence?.(sub) ?? [])
    .map((card) => ({ ...card, part: `${part}-${card.part}` }));
}

/** "…from etcd, the cluster's key value store" -> "What is etcd?" */
function apposition(unit: SentenceUnit, clause: Clause): Draft[] {
  const match = /(?:^|\s)(`[^`]+`|[\p{L}\p{N}-]+(?:\s\p{Lu}[\p{L}\p{N}-]*)?),\s+((?:the|an?)\s[^,;:]+)$/u.exec(clause.object);
  // "in BoltDB": the name stands behind the preposition.
  const name = (match?.[1] ?? '').replace(/^([a-z]+)\s(?=\p{Lu})/u, (all, first: string) => (prepositions.has(first) ? '' : all));
  if (
    match?.[1] === undefined ||
    match[2] === undefined ||
    countWords(match[2]) < 3 ||
    countWords(match[2]) > 16 ||
    /\b(and|or)\b\s*$/.test(name)
  )
    return [];
  if (
    name.length < 3 ||
    prepositions.has(name.toLowerCase()) ||
    /^(and|the)$/i.test(name) ||
    verbOf(name.toLowerCase(), 'base') !== undefined
  )
    return [];
  return [draft(unit, 'detail', 'apposition', 'definition', named(`What is ${name}?`, unit.place), asAnswer(match[2]))];
}

/** "(that is, joins Services & Pods)": the same subject does that. */
function thatIs(unit: SentenceUnit, clause: Clause): Draft[] {
  const match = /\((?:that is|i\.e\.|in other words),?\s+([^()]{5,120})\)/i.exec(clause.object);
  if (match?.[1] === undefined) return [];
  return again(unit, `${clause.subject === '' ? '' : `${clause.subject} `}${match[1]}`, clause.subject === '', 'that-is');
}
