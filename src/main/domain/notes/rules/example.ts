/** "constraints, such as A, B or C" and "(CPU, memory, disk)" -> name the examples. */
import { asAnswer, bullets, enumeration, leansOnText, numberWord } from '../english/question.js';
import { looksPlural } from '../english/words.js';
import { thirdOf, verbOf } from '../english/verbs.js';
import { countWords, squeeze } from '../text.js';
import { named, subjectPhrase } from './front.js';
import type { Clause } from '../english/grammar.js';
import type { Draft, Rule, SentenceUnit } from '../rule.js';
import { draft, splitParticle } from './sentence-parts.js';

export const example: Rule = {
  name: 'example',
  sentence: (unit) => [...suchAs(unit), ...aside(unit), ...listed(unit)],
};

function suchAs(unit: SentenceUnit): Draft[] {
  const clause = unit.reading?.clauses.find((one) => one.tails.some((tail) => tail.kind === 'examples'));
  const at = clause?.tails.findIndex((tail) => tail.kind === 'examples') ?? -1;
  const tail = clause?.tails[at];
  if (clause === undefined || tail === undefined) return [];
  const last = clause.tails[at - 1];
  const before = last === undefined ? clause.object : last.kind === 'relative' ? `${clause.object} ${last.text}` : last.text;
  const related = last === undefined ? relation(unit, clause) : last.kind === 'purpose' ? aim(unit, clause, last.text) : null;
  return examples(unit, headOf(before), tail.body, 'examples', related);
}

/** "calls X to perform operations such as …" -> "that it performs": what is done on purpose is done. */
function aim(unit: SentenceUnit, clause: Clause, purpose: string): string | null {
  const subject = subjectPhrase(clause.subject, unit);
  const verb = verbOf(/^to ([a-z]+) [a-z-]+$/.exec(purpose)?.[1] ?? '', 'base');
  if (verb === undefined || clause.kind !== 'active' || clause.negative || countWords(subject) > 6 || leansOnText(subject)) return null;
  return `that ${subject} ${clause.plural ? verb : thirdOf(verb)}`;
}

/** "supports engines such as …" -> "that it supports": whose examples they are; null where that cannot be said. */
function relation(unit: SentenceUnit, clause: Clause): string | null {
  const subject = subjectPhrase(clause.subject, unit);
  if (clause.kind !== 'active' || clause.negative || /^(?:did|has|have|had)$/.test(clause.aux) || countWords(subject) > 6) return null;
  if (leansOnText(subject) || /^(?:you|we|there)$/i.test(subject)) return null;
  const { particle } = splitParticle(clause.object);
  const verb = clause.aux === 'does' ? thirdOf(clause.main) : clause.aux === 'do' ? clause.main : `${clause.aux} ${clause.main}`;
  // "stores images in things": between verb and examples stands more than the group.
  const group = clause.object.slice(particle.length).trim();
  return /\s(?:in|for|with|to|from|by|at|on|into|that|which|and|using|or|as)\s/.test(group)
    ? null
    : `that ${subject} ${squeeze(`${verb} ${particle}`)}`;
}

/** The noun phrase at the end of "to perform operations", "for all constraints that a Pod might have". */
function headOf(text: string): string {
  const infinitive = /^to\s+(?:[a-z]+ly\s+)?[a-z]+\s+(.+)$/i.exec(text)?.[1] ?? text;
  return infinitive.replace(
    /^(?:(?:for|with|by|in|on|from|of|into|using|through|via|at|as)\s+)?(?:(?:the|these|those|all|some|various|other|different|multiple|additional|further|other|many|several|more|enough|certain|a variety of|a number of)\s+)?/i,
    '',
  );
}

function aside(unit: SentenceUnit): Draft[] {
  if (!unit.text.includes('(')) return [];
  const match = /(\S+(?:\s+\S+){0,3}?)\s+\((?:e\.?g\.?,?\s|for example,?|such as|like|i\.?e\.?,?\s|including)?\s*([^()]{5,160})\)/i.exec(
    unit.text,
  );
  if (match?.[1] === undefined || match[2] === undefined) return [];
  const marked = /\((?:e\.g|for example|such as|like|including)/i.test(match[0]);
  const items = enumeration(match[2], marked ? 2 : 3);
  if (items === null) return [];
  const noun = headOf(/((?:[\p{L}'’-]+\s+)?[\p{L}-]+s)$/u.exec(match[1])?.[1] ?? '');
  return noun.endsWith('s') ? examples(unit, noun, match[2], 'aside') : [];
}

function examples(unit: SentenceUnit, head: string, list: string, part: string, related: string | null = null): Draft[] {
  if (
    head === '' ||
    countWords(head) > 9 ||
    /^(?:ideal|suitable|useful|best|good|great|perfect|responsible|available)\s+(?:for|to|in)\b/i.test(head) ||
    /^(?:[a-z]+ing|to|not|so|it|any|within|inside|across|under|over|per|based|used|such|according|depending|when|if|how|what|where|while|stuff)\b|\bthings?\b/.test(
      head,
    ) ||
    /\b(it|them|this|that is)\b/i.test(head)
  )
    return [];
  const items = enumeration(list, 2);
  if (items !== null && items.length <= 7) {
    const asking = related === null ? `examples of ${head}` : `${head} ${related}`;
    const front = named(`Name ${numberWord(items.length)} ${asking}.`, unit.place, contextFor(unit, head));
    return [draft(unit, 'example', part, 'list', front, bullets(items))];
  }
  if (
    countWords(list) > 20 ||
    countWords(list) < 1 ||
    (/\sand\s/.test(list) && /\sor\s/.test(list)) ||
    !looksPlural(
      head
        .split(/\s+(?:of|for|in|to|with|that|which|on)\s/)[0]
        ?.split(' ')
        .at(-1) ?? '',
    )
  )
    return [];
  const front = named(`What is an example of ${head}?`, unit.place, contextFor(unit, head));
  return [draft(unit, 'example', part, 'concept', front, asAnswer(list.replace(/,?\s*etc\.?$/, '')))];
}

/** "Examples include laptops, phones and printers." */
function listed(unit: SentenceUnit): Draft[] {
  const match = /^(?:some |common |typical |other )?examples (?:include|are)\s+(.+)$/i.exec(unit.text);
  const items = match?.[1] === undefined ? null : enumeration(match[1], 2);
  if (items === null || items.length > 7) return [];
  const front = named(`Name ${numberWord(items.length)} examples.`, unit.place, unit.term);
  return [draft(unit, 'example', 'listed', 'list', front, bullets(items))];
}

/** A single noun needs to be told whose it is. */
const contextFor = (unit: SentenceUnit, head: string): string | null => unit.term ?? (countWords(head) < 3 ? unit.place.topic : null);
