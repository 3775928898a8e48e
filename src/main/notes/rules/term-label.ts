/** "Use case: …" below a term, and terms that are commands or ask for one. */
import { readSentence } from '../english/clause.js';
import { isQuality } from '../english/fit.js';
import { asAnswer, bullets, enumeration, startsWithVerb } from '../english/question.js';
import { isPluralName, looksPlural } from '../english/words.js';
import { isBare, mentions, withoutOrdinal } from '../subject.js';
import { countWords } from '../text.js';
import { named } from './front.js';
import type { Draft, Term } from './rule.js';
import { isShellCommand } from './shell.js';
import { card, shorten } from './term-card.js';

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
  if (/^(?:how|when|what|why|where|who|can|is|are|does|do|to|for|in|if)\b/.test(label))
    return [card(unit, label, 'concept', named(`${unit.name}: ${label}?`, unit.place), asAnswer(shorten(sentence)))];
  const article = /^(example|use case)s?$/.test(label) ? (label.startsWith('e') ? 'an' : 'a') : 'the';
  if (/^(?:description|definition|explanation|overview|what (?:it|this) is)$/.test(label)) {
    const asked = named(`What ${isPluralName(unit.name) ? 'are' : 'is'} ${unit.name}?`, unit.place);
    return [card(unit, label, 'definition', asked, asAnswer(shorten(sentence)))];
  }
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

/** Whether a text is something to type: a known program, or a line of code in notes about commands. */
export function looksTyped(text: string, unit: Term): boolean {
  const bare = text.replaceAll('`', '');
  if (isShellCommand(bare)) return true;
  const { place } = unit;
  const about = /\b(?:cli|commands?|configur\w*|cisco|router|switch)\b/i.test([place.note, ...place.headings, unit.name].join(' '));
  return about && /^[a-z][^,;]*$/.test(bare) && countWords(bare) <= 12;
}

/** "Enable the server" with "Command: ntp master" below it. */
export function commandFor(unit: Term): Draft[] {
  const lower = unit.name.replace(/^\(optional\)\s*/i, '');
  if (!startsWithVerb(lower) || countWords(unit.text) > 12 || unit.text.includes(',')) return [];
  const text = unit.text.includes('`') ? unit.text : `\`${unit.text}\``;
  return [
    card(
      unit,
      'command',
      'command',
      named(`Which command do you run to ${lower.charAt(0).toLowerCase()}${lower.slice(1)}?`, unit.place),
      text,
    ),
  ];
}

export const isCommandName = (name: string): boolean => /^`[^`]+`$/.test(name) && isShellCommand(name.slice(1, -1));

export function command(unit: Term, sentence: string): Draft[] {
  const lower = sentence.charAt(0).toLowerCase() + sentence.slice(1);
  const reading = readSentence(sentence, true);
  // "`nginx`: web server" is a thing.
  const isThing = reading === null && (/^(?:an?|the)\s/.test(lower) || (/^[a-z]+(?: [a-z]+)?$/.test(lower) && !startsWithVerb(lower)));
  const front = isThing ? `What is ${unit.name}?` : `What does ${unit.name} do?`;
  const what = card(unit, 'what', 'concept', named(front, unit.place), asAnswer(shorten(sentence)));
  if (reading?.clauses[0]?.subject !== '' || reading.clauses[0].kind === 'copula') return [what];
  // "check `$?`: 0 = installed" is no request.
  if (/[:;=]/.test(lower.replace(/`[^`]*`/g, ''))) return [what];
  const question = reading.clauses[0].aux === 'do' ? `Which command do you run to ${lower}?` : `Which command ${lower}?`;
  return [what, card(unit, 'command', 'command', named(question, unit.place), unit.name)];
}
