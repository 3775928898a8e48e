/** `**Term**: definition` -> what the term is, does or is for. Whole sentences in the definition are left to the sentence rules. */
import { readSentence } from '../english/clause.js';
import { isQuality } from '../english/fit.js';
import type { Reading } from '../english/grammar.js';
import { toSentences } from '../english/sentences.js';
import { asAnswer, bullets, enumeration, startsWithVerb } from '../english/question.js';
import { baseOf, isAlsoNoun, verbOf } from '../english/verbs.js';
import { isPluralName } from '../english/words.js';
import { countWords, trimStop } from '../text.js';
import { isStep, named, termPhrase } from './front.js';
import { isNominal } from './nominal.js';
import { neutralTerm } from './neutral-term.js';
import type { Draft, Rule, Term } from '../rule.js';
import { isChatter, withoutPointers } from './sentence-parts.js';
import { isShellCommand } from './shell.js';
import { card, isAside, shorten } from './term-card.js';
import { command, commandFor, isCommandName, looksTyped, toType } from './term-command.js';
import { labelled } from './term-label.js';
import { pointed } from './term-pointed.js';

export const boldTerm: Rule = {
  name: 'bold-term',
  term: (unit) => (unit.place.language === 'en' ? english(unit) : neutralTerm(unit)),
};

function english(term: Term): Draft[] {
  const unit = /^(?:an?|the)\s+\S/i.test(term.name) ? { ...term, name: term.name.replace(/^(?:an?|the)\s+/i, '') } : term;
  const [first] = toSentences(unit.text, 1);
  if (first === undefined || isChatter(first.text) || /^notes?:/i.test(first.text)) return [];
  const said = trimStop(withoutPointers(first.text));
  const sentence = unit.label === null ? asStated(said, unit.name) : said;
  if (sentence === '' || /[:?]$/.test(first.text) || (!unit.name.startsWith('`') && isAside(sentence))) return [];
  if (unit.label !== null) return labelled(unit, sentence);
  if (/^(?:to|how to)\s|\?$/i.test(unit.name) || !/[\p{L}\p{N}]/u.test(unit.name)) return [];
  if (
    /^(?:for|in|on|with|without|at|by|from|if|when|while|as|and|or|but|can|could|may|might|must|should|will|would|is|are|was|has|have|not|no longer|so|then|it|we|you|they|becomes?|also|now|here|there)\s/i.test(
      unit.name,
    )
  )
    return [];
  if (
    /\b(?:for|of|to|with|in|on|by|from|at|as|and|or|is|are)$/i.test(unit.name) ||
    /^\S+(?: \S+)* (?:is|are|was|were|can|will|must|should|may|has|have|cannot)(?: |$)/.test(unit.name) ||
    /^`[^`]+` [a-z]+s (?:the|an?|one|two|three|four|all|any|no|only|its|both)\b/.test(unit.name) ||
    saysVerb(unit.name)
  )
    return [];
  // "remove: …", "becomes: …": a word of a sentence, not a thing.
  const alone = /^[a-z]+$/.test(unit.name) ? unit.name : '';
  if (alone !== '' && baseOf(alone) !== undefined && !isAlsoNoun(alone)) return [];
  if (isYear(unit.name) && (/[a-z]/i.test(unit.name) || readSentence(sentence, true) !== null))
    return [card(unit, 'when', 'definition', named(`What happened in ${unit.name}?`, unit.place), shorten(sentence))];
  // "List users: `aws iam list-users`" is asked for as a command.
  if (!unit.name.startsWith('`') && /^`[^`]+`$/.test(sentence) && isShellCommand(sentence.slice(1, -1))) return [];
  if (isCommandName(unit.name)) return command(unit, isSaidToBe(sentence) ? sentence.replace(saidToBe, '') : sentence);
  const reading = isNominal(sentence) ? null : readSentence(sentence, true);
  const text = shorten(sentence);
  const which = pointed(unit, sentence, reading);
  const [clause] = reading?.clauses ?? [];
  if (isStep(unit.name)) return step(unit, sentence, reading);
  if (/^(?:don['’]t|do not|never|avoid|always|remember)\b/i.test(sentence))
    return [card(unit, 'do', 'concept', named('What do you do?', unit.place, unit.name), text)];
  if (clause !== undefined && (clause.subject !== '' || isQuality(unit.name))) {
    // The sentence is about something else; a gap in it asks better, so this comes last.
    return [card(unit, 'meant', 'definition', named(`What is meant by “${unit.name}”?`, unit.place), text, true), ...which];
  }
  // "Prepare: install the package": a step of one word.
  const doing = /^\p{Lu}[a-z]+$/u.test(unit.name) && startsWithVerb(unit.name);
  const request = !unit.name.startsWith('`') && !isPluralName(unit.name) && clause?.subject === '' && sentence.includes('`');
  if (clause !== undefined && clause.aux === 'do' && (doing || request || /\byou(?:r)?\b/i.test(sentence))) {
    return [card(unit, 'do', 'concept', named('What do you do?', unit.place, unit.name), text)];
  }
  if (clause !== undefined) {
    // "`ListPods`: lists …" is one thing; several "provide" nothing in the singular.
    const call = /^`?\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+`?$/u.test(unit.name) && clause.aux === 'does';
    if (clause.kind === 'active' && clause.aux === 'does' && !call && isPluralName(unit.name)) return [];
    const does =
      clause.kind === 'active'
        ? `What ${isPluralName(unit.name) && !call ? 'do' : clause.aux === 'do' ? 'does' : clause.aux} ${termPhrase(unit.name)} do?`
        : `What is ${unit.name}?`;
    // In the base form ("Grant permissions …") no other rule reads it.
    return [card(unit, 'what', 'definition', named(does, unit.place), text, clause.aux !== 'do' || isPluralName(unit.name)), ...which];
  }
  return [...meaning(unit, sentence, text), ...which];
}

/** "will display the version" and "Word match: matches whole words" without what stands before the statement. */
const asStated = (sentence: string, name: string): string => {
  const bare = name.startsWith('`') ? sentence.replace(/^\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,2}: (?=\p{Lu}\p{Ll}+s?\s)/u, '') : sentence;
  return bare.replace(/^(?:it )?will (?!be\b|have\b|not\b)(?=[a-z]+\s)/i, '');
};

/** "`kubelet`: it's the agent on the node". */
const saidToBe = /^(?:it['’]s|it is)\s+/i;
const isSaidToBe = (sentence: string): boolean => saidToBe.test(sentence) && /^\S+(?: is)? (?:an?|the)\s/i.test(sentence);

/** "/29 allows for 8 addresses": a sentence, no name. */
const saysVerb = (name: string): boolean =>
  !name.includes('`') &&
  name
    .toLowerCase()
    .split(' ')
    .slice(1)
    .some((word) => verbOf(word, 'third') !== undefined && !isAlsoNoun(word));

/** "1785", "1500s", "77 BCE", "18th century"; a bare number is a year only where something happens in its text. */
const isYear = (name: string): boolean =>
  /^(?:c(?:a\.?|irca) )?(?:(?:1\d{3}|20\d{2})s?(?:\s?[-–]\s?\d{2,4}s?)?|\d{1,4}s? (?:BCE?|AD|CE)|\d{1,2}th century)$/i.test(name);

/** A definition without a verb of its own. */
function meaning(unit: Term, sentence: string, text: string): Draft[] {
  if (/^(?:if|when|you|they|there|this|these|we|but|so|because|although|while|and|or|also|once|then|however|just)\b/i.test(sentence))
    return [];
  const value = /^([\p{L} ]{2,20}?)\s=\s(\S.*)$/u.exec(sentence);
  if (value?.[1] !== undefined && value[2] !== undefined) {
    return [card(unit, 'what', 'definition', named(`What is the ${value[1].toLowerCase()} of ${unit.name}?`, unit.place), value[2])];
  }
  const use = /^(?:used? )?for\s+(\S.*)$/i.exec(text);
  if (use?.[1] !== undefined && !/^(?:example|instance|more|now|each|every|all|this|that)\b/i.test(use[1]))
    return [
      card(
        unit,
        'for',
        'definition',
        named(`What ${isPluralName(unit.name) ? 'are' : 'is'} ${termPhrase(unit.name)} for?`, unit.place),
        asAnswer(use[1]),
      ),
    ];
  if (/^(?:\d+|[\p{L}\d]{1,2})$/u.test(unit.name.replaceAll('`', '')))
    return [
      card(
        unit,
        'what',
        'definition',
        named(`What does ${ofKind(unit)}“${unit.name}” ${isAcronymOf(unit.name, text) ? 'stand for' : 'mean'}?`, unit.place),
        text,
      ),
    ];
  const does = unit.name.startsWith('`') && opensWithOrder(sentence);
  if (does) return [card(unit, 'what', 'definition', named(`What does ${unit.name} do?`, unit.place), text)];
  const front = named(
    `What ${isPluralName(unit.name) && (!/^an?\s/i.test(sentence) || /[A-Z]s$/.test(unit.name)) ? 'are' : 'is'} ${unit.name}?`,
    unit.place,
  );
  const items = enumeration(text);
  // "real, effective, saved": its members say what belongs to it, not what it is.
  const list = items !== null && items.length <= 7 && items.every(isMember);
  const holds = named(`What ${isPluralName(unit.name) ? 'do' : 'does'} ${termPhrase(unit.name)} include?`, unit.place);
  // "Query the logs, roles and settings": what is done with them.
  if (list && countWords(items[0] ?? '') > 1 && startsWithVerb(items[0] ?? '') && !items.slice(1).some(startsWithVerb)) return [];
  return [list ? card(unit, 'what', 'list', holds, bullets(items)) : card(unit, 'what', 'definition', front, text)];
}

/** "`Alt + F7`: toggle maximise window", "`get`: prints basic information": what it does, although the words may be nouns too. */
function opensWithOrder(sentence: string): boolean {
  const [first = '', second = ''] = sentence.toLowerCase().split(' ');
  const base = verbOf(first, 'third') ?? (verbOf(first, 'base') !== undefined ? first : undefined);
  if (base === undefined || !/^[a-z-]+$/.test(second) || /^(?:of|for|to|in|on|is|are|and|or|by|at|as|from|with|that|which)$/.test(second))
    return false;
  return !isAlsoNoun(base) || /^(?:the|an?|all|each|its|your|current|every)$/.test(second);
}

/** A short name; "typically after a fork" and "storage manually" are parts of a sentence. */
const isMember = (item: string): boolean =>
  countWords(item) <= 4 && !/^(?:an?|the|no|not|its|very|more|less|[a-z]+ly)\s|ly$/i.test(item) && readSentence(item, true) === null;

/** "D: Discard" is short for it, "2: authenticated", "c: cut the line" and "CS: CS0 to CS7" are not. */
function isAcronymOf(name: string, text: string): boolean {
  const letters = name.replaceAll('`', '').toLowerCase();
  const said = text.toLowerCase();
  if (
    !/^\p{L}+$/u.test(letters) ||
    !said.startsWith(letters.charAt(0)) ||
    (letters.length > 1 && said.startsWith(letters) && /^\S*\d/.test(said))
  )
    return false;
  return letters.length > 1 ? said.indexOf(letters.charAt(1), 1) > 0 : countWords(text) <= 3;
}

/** "Layer “3”", "class “A”": the head of its column says what a letter or number is one of. */
const ofKind = ({ kind, name }: Term): string =>
  kind !== null &&
  !name.startsWith('`') &&
  /^(?:class|layer|level|state|code|flag|port|type|record|protocol|phase|mode|version|group|channel|signal|option|runlevel|area)$/.test(
    kind,
  )
    ? `${kind} `
    : '';

/** "Enable the interface: no shutdown" or "Backup: run …": what to type, or to do. */
function step(unit: Term, sentence: string, reading: Reading | null): Draft[] {
  if (reading === null && looksTyped(sentence, unit)) return commandFor(unit);
  if (/^`[^`]+`$/.test(sentence)) return toType(unit, sentence);
  if (reading !== null && reading.clauses[0]?.aux !== 'do') {
    return [card(unit, 'meant', 'definition', named(`What is meant by “${unit.name}”?`, unit.place), shorten(sentence), true)];
  }
  return [card(unit, 'do', 'concept', named('What do you do?', unit.place, unit.name), shorten(sentence))];
}
