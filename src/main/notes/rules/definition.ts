/** "X is a …" -> "What is X?", and the way back where the description is telling enough. */
import type { Clause } from '../english/clause.js';
import { asAnswer, ask } from '../english/question.js';
import { articles } from '../english/words.js';
import { countWords } from '../text.js';
import { named, subjectPhrase } from './front.js';
import type { Draft, Rule, SentenceUnit } from './rule.js';
import { answer, answerOf, contextOf, draft, withoutAsides } from './sentence-parts.js';

const adjective =
  /^((?:not |very |more |most |also |highly |fully )?(?:responsible|useful|crucial|essential|important|ideal|suitable|similar|equivalent|identical|different|dependent|compatible|capable|part|vital|critical|necessary|helpful|beneficial|unique|specific|relevant|limited|equal|subject|available|visible|accessible|based|independent|aware|prone|required|good|great|best|known|familiar))\s+(for|to|of|on|in|with|from|as|at|by|within)\s+(?=\S)/i;

export const definition: Rule = {
  name: 'definition',
  sentence: (unit) => unit.reading?.clauses.flatMap((clause, i) => (clause.kind === 'copula' ? defined(unit, clause, i) : [])) ?? [],
};

function defined(unit: SentenceUnit, clause: Clause, index: number): Draft[] {
  const subject = subjectPhrase(clause.subject, unit);
  if (clause.object === '' || countWords(subject) > 12 || /^(there|here|below|above|what|which)$/i.test(subject)) return [];
  const object = clause.object;
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
  if (clause.negative || !isNounPhrase(object)) return [];
  const back = answerOf(clause);
  const { kind } = answer(back);
  const lead = unit.reading?.lead?.kind === 'default' ? 'By default, w' : 'W';
  const front = named(
    `${lead}hat ${clause.aux} ${withoutAsidesUnlessShort(subject)}${clause.main === '' ? '' : ` ${clause.main}`}?`,
    unit.place,
    unit.term,
  );
  const cards = [
    draft(
      unit,
      'definition',
      `what${index}`,
      kind === 'list' ? 'list' : 'definition',
      front,
      kind === 'list' ? answer(back).back : asAnswer(back),
    ),
  ];
  const reverse = reversed(unit, clause, subject, object);
  return reverse === null ? cards : [...cards, reverse];
}

function adjectival(unit: SentenceUnit, clause: Clause, subject: string, match: RegExpExecArray, index: number): Draft[] {
  const [whole, word = '', preposition = ''] = match;
  const rest = answerOf(clause, clause.object.slice(whole.length));
  const { kind, back } = answer(rest);
  const context = contextOf(clause, 8);
  const question = `${ask('What', clause, subject, `${word.toLowerCase()} ${preposition}`)}${context === '' ? '' : ` ${context}`}?`;
  return [draft(unit, 'definition', `${word.toLowerCase()}${index}`, kind, named(question, unit.place, unit.term), back)];
}

const isNounPhrase = (text: string): boolean => {
  const first = /^[\p{L}'’-]+/u.exec(text)?.[0].toLowerCase() ?? '';
  if (articles.has(first) || /^(one|two|three|four|five|six|several|any|another|its|their|your|both|part|what|how)$/.test(first))
    return true;
  // Without an article only names and plurals are safe: "case-sensitive" or "slower" is no answer to "What is …?".
  return /^[`\d]|^\p{Lu}/u.test(text) || (countWords(text) > 1 && /^[a-z-]+\s+[a-z-]*s\b/.test(text));
};

const withoutAsidesUnlessShort = (text: string): string => (countWords(text) <= 8 ? text : withoutAsides(text));

const classNoun =
  /^(?:an?|the|one of the)\s+(?:[\w-]+\s+){0,4}?(protocol|component|command|tool|service|object|resource|process|agent|controller|plugin|field|flag|option|port|address|table|file|format|standard|algorithm|mode|type|layer|device|server|database|entity|node|system|language|framework|method|function|network|interface|directory|utility|policy|technology|feature|mechanism|message|packet|area|router)s?\b/i;

/** The way back, asked only of an opening definition that says enough to point at one thing. */
function reversed(unit: SentenceUnit, clause: Clause, subject: string, object: string): Draft | null {
  if (
    !unit.opening ||
    unit.term !== null ||
    clause.plural ||
    clause.aux !== 'is' ||
    countWords(subject) > 6 ||
    /^(it|this|one of|each|every|an? )/i.test(subject)
  )
    return null;
  const whole = answerOf(clause);
  const noun = classNoun.exec(object)?.[1];
  if (!/^the\s/i.test(object) && (noun === undefined || countWords(whole) < 6)) return null;
  if (/^(the )?(default|same|following|process|ability|act|number|case|result|first|second|next|last|most)\b/i.test(object)) return null;
  if (countWords(whole) > 17) return null;
  const place = unit.place.subject;
  const where = subject.toLowerCase().includes(place.toLowerCase()) ? (unit.place.headings[0] ?? '') : place;
  const question = `Which ${noun === undefined ? 'of its parts' : noun.toLowerCase()} is ${whole}?`;
  if (noun === undefined) return null;
  void where;
  return draft(unit, 'definition', 'reverse', 'definition', question, asAnswer(subject));
}
