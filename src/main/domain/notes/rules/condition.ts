/** "When X, Y" -> "What happens when X?"; "Y when X" -> "When does Y?". Defaults and contrasts too. */
import type { Clause, Reading } from '../english/grammar.js';
import { asAnswer, ask, insideSentence, leansOnText } from '../english/question.js';
import { verbOf } from '../english/verbs.js';
import { countWords } from '../text.js';
import { named, subjectPhrase } from './front.js';
import type { Draft, Rule, SentenceUnit } from '../rule.js';
import { answerOf, draft, maxAnswerWords, withoutAsides, withoutPointers } from './sentence-parts.js';

export const condition: Rule = {
  name: 'condition',
  sentence: (unit) => {
    const { reading } = unit;
    if (reading === null) return [];
    const cards = reading.lead?.kind === 'condition' ? led(unit, reading) : [];
    return [...cards, ...otherwise(unit, reading), ...trailing(unit, reading)];
  },
};

/** What the clause says, without as many of its last tails as an answer has no room for. */
const withinLimit = (clause: Clause): string =>
  clause.tails.reduceRight(
    (text, tail) =>
      countWords(text) > maxAnswerWords - 2 && text.endsWith(tail.text) ? text.slice(0, -tail.text.length).replace(/[,\s]+$/, '') : text,
    clause.predicate.replace(/[,;]$/, ''),
  );

function led(unit: SentenceUnit, reading: Reading): Draft[] {
  const [clause] = reading.clauses;
  const lead = insideSentence(withoutPointers(reading.lead?.text ?? ''), new Set());
  if (clause === undefined || /^(although|though|whereas|while)\b/i.test(lead) || isUnsure(lead)) return [];
  // "If it does not find any, it …": neither side says what it is about.
  if (/^\S+ (?:it|they|this|these|them)\b/i.test(lead) && /^(?:it|they|this|you|we)$/i.test(clause.subject)) return [];
  const subject = subjectPhrase(withoutPointers(clause.subject), unit);
  // "Since 1.26 …" says when, not why.
  if (/^(?:because|since(?!\s+(?:\S+\s+)?v?\d))\b/i.test(lead)) {
    return [
      draft(
        unit,
        'condition',
        'because',
        'concept',
        named(`${ask('Why', clause, subject, clause.object)}?`, unit.place, unit.term),
        asAnswer(lead),
      ),
    ];
  }
  const predicates = reading.clauses.map((one) => one.predicate.replace(/[,;]$/, ''));
  const whole = predicates.join(', and ');
  const predicate = countWords(whole) <= maxAnswerWords - 2 ? whole : withinLimit(clause);
  const cards: Draft[] = [];
  const actor = /^(you|we)$/i.test(clause.subject);
  const about = clause.kind === 'active' && !clause.negative && !/^(it|they|this)$/i.test(clause.subject) && countWords(subject) <= 6;
  // What cannot be asked for by its object is asked for by what happens to it.
  const still = clause.kind === 'active' && clause.object === '' && clause.tails.length === 0 && !/^(it|they|this)$/i.test(clause.subject);
  if (still && reading.clauses.length === 1) {
    return [one(unit, 'then', `What happens to ${subject} ${lead}?`, `${clause.plural ? 'They' : 'It'} ${predicate}`)];
  }
  const done = /^(?:has|have|had)$/.test(clause.aux) ? 'done' : 'do';
  const state = reading.clauses.length === 1 ? stated(clause, predicate) : '';
  if (actor && !clause.negative) cards.push(one(unit, 'then', `What ${clause.aux} you ${done} ${lead}?`, dropModal(predicate, clause)));
  else if (about && state !== '') cards.push(one(unit, 'then', `What ${clause.aux} ${subject} ${clause.main} ${lead}?`, state));
  else if (about) cards.push(one(unit, 'then', `What ${clause.aux} ${subject} ${done} ${lead}?`, dropModal(predicate, clause)));
  else
    cards.push(
      one(unit, 'then', `What happens ${lead}?`, `${/^(it|they|this)$/i.test(clause.subject) ? clause.subject : subject} ${predicate}`),
    );
  const object = withoutAsides(answerOf(clause));
  if (
    !actor &&
    !clause.negative &&
    countWords(lead) <= 14 &&
    countWords(object) <= 10 &&
    !/^(them|it)$/.test(object) &&
    !/^(it|they|this)$/i.test(clause.subject)
  ) {
    // "only" says what the condition does; "asks if …" is asked for with what it asks.
    const cut = /\bonly\b/i.test(clause.predicate) || clause.tails.some((tail) => tail.kind === 'condition');
    const question = clause.kind === 'copula' || cut ? null : `${ask('When', clause, subject, object)}?`;
    if (question !== null && !leansOnText(question)) cards.push(one(unit, 'when', question, lead));
  }
  return cards;
}

/** "As the ship turned", "as ropes are heavy": once, or for that reason; only "as ships come and go" says when. */
const isUnsure = (lead: string): boolean =>
  /^as (?!(?:soon|long) as\b)/i.test(lead) &&
  lead
    .toLowerCase()
    .split(/\s+/)
    .some(
      (word) =>
        /^(?:is|are|was|were|has|have|had|can|may)$/.test(word) ||
        (verbOf(word, 'past') !== undefined && verbOf(word, 'base') === undefined),
    );

/** What a verb that does nothing takes: what is needed or had is asked for itself, not what is done; '' for all other verbs. */
const stated = (clause: Clause, predicate: string): string =>
  /^(?:need|require|contain|include|provide|offer)$/.test(clause.main) &&
  /^(?:an?|the|one|two|three|[`\p{Lu}]|[a-z-]+s?\s)/u.test(clause.object)
    ? predicate.slice(Math.max(0, predicate.indexOf(clause.object)))
    : '';

/** A modal stands in the question already: "will persist X" answers "What will it do?" with "Persist X". */
const dropModal = (predicate: string, clause: Clause): string =>
  /^(does|do|did)$/.test(clause.aux) ? predicate : predicate.replace(new RegExp(`^${clause.aux}\\s+`, 'i'), '');

const one = (unit: SentenceUnit, part: string, question: string, back: string): Draft =>
  draft(unit, 'condition', part, 'concept', named(question, unit.place, unit.term), asAnswer(withoutPointers(back)));

function trailing(unit: SentenceUnit, reading: Reading): Draft[] {
  return reading.clauses.flatMap((clause, index) => {
    // Behind a purpose the condition is the purpose's.
    const tail = clause.tails[0]?.kind === 'condition' ? clause.tails[0] : undefined;
    const subject = subjectPhrase(clause.subject, unit);
    if (tail === undefined || clause.kind === 'copula' || countWords(subject) > 8 || /^there\b/i.test(subject)) return [];
    const object = withoutAsides(clause.object);
    if (countWords(tail.text) < 3 && !tail.text.includes('`')) return [];
    // "configures how it checks if …": the condition belongs to what is checked.
    if (/(?:^|\s)(?:that|whether|how|where|what|which)\s/i.test(clause.object)) return [];
    // "detects errors when received using a checksum": what is manner and what is time cannot be told.
    if (clause.tails[1]?.kind === 'manner' || / using /.test(tail.text)) return [];
    // "before reaching the quay", "after finishing it": the order goes without saying.
    if (/^(?:after|before)\s+\S+/i.test(tail.text) && verbOf(tail.text.split(' ')[1]?.toLowerCase() ?? '', 'gerund') !== undefined)
      return [];
    // "unless" and "while" do not say when.
    if (/^(?:unless|while)\b/i.test(tail.text)) return [];
    if (/^\S+ (?:necessary|needed|possible|any|so|required|desired|applicable|appropriate)$/i.test(tail.text)) return [];
    // "… for generating keys during lookups": it may be the keys that are for the lookups.
    if (/^(?:during|after|before)\b/.test(tail.text) && (countWords(object) > 5 || /\b[a-z]+ing\b|\b(?:made|[a-z]+ed)$/.test(object)))
      return [];
    if (countWords(object) > 12 || /^(them|it)$/.test(object) || countWords(tail.text) < 2) return [];
    const until = /^until\b/i.test(tail.text);
    if (until && /\d/.test(object)) return [];
    const question = `${ask(until ? 'Until when' : 'When', clause, subject, object)}?`;
    return [one(unit, `when-tail${index}`, question, until ? tail.text.replace(/^until\s+/i, '') : tail.text)];
  });
}

/** "It uses X if there is one. Otherwise, it does Y." -> what happens when it cannot use X. */
function otherwise(unit: SentenceUnit, reading: Reading): Draft[] {
  const [clause] = reading.clauses;
  const before = unit.previous?.reading?.clauses.find((each) => each.tails.some((tail) => tail.kind === 'condition'));
  if (!unit.otherwise || clause === undefined || before === undefined || before.kind !== 'active') return [];
  const subject = subjectPhrase(clause.subject, unit);
  const question = `What ${clause.aux} ${subject} do when it cannot ${before.main} ${withoutAsides(before.object)}?`;
  return [one(unit, 'otherwise', question, dropModal(clause.predicate, clause))];
}
