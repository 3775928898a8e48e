/** "Use case: …" below a term: what it says of the term. */
import { readSentence } from '../english/clause.js';
import { isQuality } from '../english/fit.js';
import { asAnswer, bullets, enumeration } from '../english/question.js';
import { verbOf } from '../english/verbs.js';
import { isPluralName, looksPlural } from '../english/words.js';
import { isBare, mentions, withoutOrdinal } from '../subject.js';
import { capitalise } from '../text.js';
import { named } from './front.js';
import { isNominal } from './nominal.js';
import type { Draft, Term } from '../rule.js';
import { card, shorten } from './term-card.js';
import { commandFor } from './term-command.js';

/** "Automation: automates …", "Type: `NodePort`", "Usage: chmod {options}": no property, or one of an example. */
const saysNothing = (label: string, sentence: string): boolean =>
  (label.length > 5 &&
    sentence
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => word.startsWith(label.slice(0, 6)))) ||
  (label === 'type' && /^`[^`]*`$/.test(sentence)) ||
  (label === 'usage' && !sentence.includes('`') && /[{<[]\w+[}>\]]/.test(sentence));

/** Labels that argue ("Reason") or head an answer: no property of what they stand below. */
const noProperty = /^(?:reasons?|answers?|solutions?|tasks?|hints?|questions?)$/;

/** "Devices, Router" is the router among the devices: what stands before the question anyway. */
function ownName(name: string, subject: string): string {
  const [, own, ...more] = name.split(', ');
  return own === undefined || more.length > 0 || name !== subject ? name : own;
}

/** "What it does", "when to use" -> the question they are half of; null where only the text around makes one of them. */
function fullQuestion(label: string, name: string): string | null {
  const does = isPluralName(name) ? 'do' : 'does';
  if (/^(?:how|when) to use(?: (?:it|this|them))?$/.test(label)) return `${capitalise(label.slice(0, 4).trim())} do you use ${name}?`;
  const half = /^(what|why|how|when|where) (?:it|this|that|they) ([a-z]+)( (?:to|for|with|in|on|from))?$/.exec(label);
  const verb =
    half?.[2] === undefined ? undefined : (verbOf(half[2], 'third') ?? (verbOf(half[2], 'base') === undefined ? undefined : half[2]));
  return verb === undefined ? null : `${capitalise(half?.[1] ?? '')} ${does} ${name} ${verb}${half?.[3] ?? ''}?`;
}

/** Headings over a group of things to type or to do; a description there is of the section. */
const group =
  /^(?:essential|basic|common|useful|advanced|important|key|other|additional|more)\s.*s$|(?:^|\s)(?:commands|operations|queries|basics|essentials|settings|options|tasks|examples|features|tools|utilities|techniques)$/i;

/** "Description: …" below a term. */
function described(unit: Term, label: string, sentence: string): Draft[] {
  if (group.test(unit.name.replace(/\s*\([^()]*\)|`/g, ''))) return [];
  const plural = isPluralName(unit.name);
  const clause = isNominal(sentence) || /^(?:an?|the)\s/i.test(sentence) ? undefined : readSentence(sentence, true)?.clauses[0];
  const own = clause !== undefined && (clause.subject === '' || mentions(clause.subject, unit.name));
  // A sentence about something else is no description of the term.
  if (clause !== undefined && !own && !/^(?:it|they|this|these)$/i.test(clause.subject)) return [];
  const acts = clause?.kind === 'active' && /^(?:do|does)$/.test(clause.aux);
  const front = acts ? `What ${plural ? 'do' : 'does'} ${unit.name} do?` : `What ${plural ? 'are' : 'is'} ${unit.name}?`;
  return [card(unit, label, 'definition', named(front, unit.place), asAnswer(shorten(sentence)))];
}

/** "Use case: …" below a term asks for the term's use case. */
export function labelled(labelledUnit: Term, sentence: string): Draft[] {
  const { place: under, name: owner } = labelledUnit;
  const unit = {
    ...labelledUnit,
    name: withoutOrdinal(ownName(owner, under.subject)),
    place: { ...under, subject: withoutOrdinal(under.subject) },
  };
  if (/^commands?$/i.test(unit.label ?? '')) return commandFor(unit);
  if (/^(?:how|why|what|when|where)$/i.test(unit.label ?? '') || mentions(unit.name, unit.label ?? '')) return [];
  const label = (unit.label ?? '').replace(/\(s\)$/, '').toLowerCase();
  if (/^(notes?|warning|caution|tip|important|remember|link|reference|see|output|output example|scenario|todo)$/.test(label)) return [];
  // "Declarative: …", "Imperative: …" compare two ways.
  if (saysNothing(label, sentence) || noProperty.test(label) || isQuality(label)) return [];
  // "Goal: …" below the title is the goal of the note; an "Answer" has no properties.
  if (/^(?:goals?|aims?|objectives?|audience)$/.test(label) && unit.place.headings.length <= 1) return [];
  if (/(?:^|\s)(?:answers?|solutions?|questions?|tasks?)$/i.test(unit.name)) return [];
  if (label === 'how it works')
    return [
      card(
        unit,
        label,
        'concept',
        named(`How ${isPluralName(unit.name) ? 'do' : 'does'} ${unit.name} work?`, unit.place),
        asAnswer(shorten(sentence)),
      ),
    ];
  // The things compared, in a note about them: no property of what stands above.
  if (!isBare(label) && mentions(unit.place.note, label)) return [];
  if (!isBare(label) && !unit.place.properties.has((unit.label ?? '').toLowerCase())) return [];
  const plural = looksPlural(label.split(' ').at(-1) ?? '') || /^(?:pros|cons)$/.test(label);
  if (/^(?:description|definition|explanation|overview|what (?:it|this|that|they) (?:is|are))$/.test(label))
    return described(unit, label, sentence);
  if (/^(?:how|when|what|why|where|who|can|is|are|does|do|to|for|in|if)\b/.test(label)) {
    const asked = fullQuestion(label, unit.name);
    return asked === null ? [] : [card(unit, label, 'concept', named(asked, unit.place), asAnswer(shorten(sentence)))];
  }
  const article = /^(example|use case)s?$/.test(label) ? (label.startsWith('e') ? 'an' : 'a') : 'the';
  const of = label.startsWith('best ') ? 'for' : 'of';
  const question =
    plural && article === 'the'
      ? `What are the ${label} ${of} ${unit.name}?`
      : `What is ${article} ${label.replace(/s$/, article === 'the' ? 's' : '')} ${of} ${unit.name}?`;
  const text = shorten(sentence);
  const items = enumeration(text);
  return [
    items !== null && items.length <= 7
      ? card(unit, label, 'list', named(question, unit.place), bullets(items))
      : card(unit, label, 'concept', named(question, unit.place), asAnswer(text)),
  ];
}
