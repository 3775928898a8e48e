/** Where and for what: the place or beneficiary that closes a statement. */
import type { Clause } from '../english/grammar.js';
import { asAnswer, ask, insideSentence } from '../english/question.js';
import { verbOf } from '../english/verbs.js';
import { countWords } from '../text.js';
import { named, subjectPhrase } from './front.js';
import type { Draft, Rule, SentenceUnit } from '../rule.js';
import { draft, withoutAsides } from './sentence-parts.js';

export const scope: Rule = {
  name: 'scope',
  sentence: (unit) => [
    ...(unit.reading?.clauses.flatMap((clause, i) => [...closing(unit, clause, i), ...basis(unit, clause, i)]) ?? []),
    ...led(unit),
  ],
};

const spot =
  '(?:nodes?|clusters?|networks?|files?|director(?:y|ies)|folders?|namespaces?|containers?|pods?|servers?|hosts?|databases?|memory|disks?|regions?|zones?|cloud|tables?|vpcs?|subnets?|devices?|switch(?:es)?|routers?|buckets?|registry|registries|kernel|machines?|browsers?|repositor(?:y|ies)|accounts?|systems?|specifications?|manifests?|sections?|fields?)';
const where = new RegExp(
  `^(.{4,}?)\\s+((?:on|across|within|inside|in)\\s+(?:(?:the|an?|each|every|all|any|its|their|your|single|multiple|different)\\s+)*(?:[\\w-]+\\s+){0,3}${spot})$`,
  'i',
);
const forWhom = /^(.{6,}?)\s+for\s+((?:the |an? |each |every |all |any )?[\p{L}`][^,;:]*)$/iu;

function closing(unit: SentenceUnit, clause: Clause, index: number): Draft[] {
  if (clause.kind !== 'active' || clause.tails.length > 0 || clause.negative || /^(that|how|whether|where|what|to)\b/i.test(clause.object))
    return [];
  const subject = subjectPhrase(clause.subject, unit);
  if (countWords(subject) > 8) return [];
  const place = / (?:on|in|across|within|inside) /.test(clause.object) ? where.exec(clause.object) : null;
  const cards: Draft[] = [];
  const open = /([a-z]+)$/i.exec(place?.[1] ?? '')?.[1]?.toLowerCase() ?? '';
  const attached = verbOf(open, 'gerund') !== undefined || verbOf(open, 'participle') !== undefined;
  if (
    !attached &&
    !/\byour\b/i.test(place?.[2] ?? '') &&
    place?.[1] !== undefined &&
    place[2] !== undefined &&
    !/\b(?:for|to|from|with|of|and|by)$/i.test(place[1]) &&
    countWords(place[1]) <= 10
  ) {
    cards.push(
      draft(
        unit,
        'scope',
        `where${index}`,
        'concept',
        named(`${ask('Where', clause, subject, place[1])}?`, unit.place, unit.term),
        asAnswer(place[2]),
      ),
    );
  }
  const whom = cards.length > 0 ? null : forWhom.exec(withoutAsides(clause.object));
  const target = whom?.[2] ?? '';
  if (
    whom?.[1] !== undefined &&
    countWords(target) <= 5 &&
    countWords(whom[1]) <= 9 &&
    !/\s(?:for|that|which)\s/.test(whom[1]) &&
    !isDoing(target) &&
    !/^(?:example|instance|free|it|them|use|now)\b/i.test(target)
  ) {
    cards.push(
      draft(
        unit,
        'scope',
        `for${index}`,
        'concept',
        named(`${ask('What', clause, subject, `${whom[1]} for`)}?`, unit.place, unit.term),
        asAnswer(target),
      ),
    );
  }
  return cards;
}

const isDoing = (text: string): boolean => verbOf(/^[a-z]+/i.exec(text)?.[0].toLowerCase() ?? '', 'gerund') !== undefined;

/** "…, based on X" -> "Based on what …?" */
function basis(unit: SentenceUnit, clause: Clause, index: number): Draft[] {
  const at = clause.tails.findIndex((tail) => tail.kind === 'basis');
  const tail = clause.tails[at];
  if (tail === undefined || clause.kind === 'copula') return [];
  // "…, which sorts the lines based on X": it is the tail's.
  if (clause.tails.slice(0, at).some((one) => one.kind === 'which' || one.kind === 'participle')) return [];
  const before = clause.tails.slice(0, at).filter((one) => one.kind === 'relative' || one.kind === 'purpose');
  const opening = /^(according to|depending on)/i.exec(tail.text)?.[0].toLowerCase() ?? 'based on';
  const subject = subjectPhrase(clause.subject, unit);
  const question = `${opening.charAt(0).toUpperCase()}${opening.slice(1)} what ${ask('', clause, subject, withoutAsides([clause.object, ...before.map((one) => one.text)].join(' ')))}?`;
  return countWords(question) > 24
    ? []
    : [draft(unit, 'scope', `basis${index}`, 'concept', named(question, unit.place, unit.term), asAnswer(tail.body))];
}

/** What opens the sentence: "For X, S does Y" and "Built on X, S does Y". */
function led(unit: SentenceUnit): Draft[] {
  const lead = unit.reading?.lead;
  const clause = unit.reading?.clauses[0];
  if (lead === null || lead === undefined || clause === undefined) return [];
  const subject = subjectPhrase(clause.subject, unit);
  if (lead.kind === 'for' && clause.kind === 'active' && clause.object !== '' && countWords(lead.text) <= 9) {
    const target = lead.text.replace(/^for\s+/i, '');
    if (isDoing(target) || / to\s/.test(target) || /^(example|instance|this|that|it|these|those)\b/i.test(target)) return [];
    return [
      draft(
        unit,
        'scope',
        'for-lead',
        'concept',
        named(`For what ${ask('', clause, subject, withoutAsides(clause.object))}?`, unit.place, unit.term),
        asAnswer(target),
      ),
    ];
  }
  const participle = lead.kind === 'participle' ? /^(\S+)\s+(on|in|by|from|with|for|as|to)\s+(.+)$/i.exec(lead.text) : null;
  if (participle?.[3] === undefined) return [];
  const question = `What ${clause.plural ? 'are' : 'is'} ${subject} ${insideSentence((participle[1] ?? '').toLowerCase(), new Set())} ${participle[2]}?`;
  return [draft(unit, 'scope', 'participle-lead', 'concept', named(question, unit.place, unit.term), asAnswer(participle[3]))];
}
