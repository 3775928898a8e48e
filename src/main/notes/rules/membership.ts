/** A list -> "Name the four …". Longer lists than a person holds at once are asked for in two parts. */
import { readSentence } from '../english/clause.js';
import { splitTerm } from '../terms.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { numberWord } from '../english/question.js';
import { phrasesFor } from '../phrases.js';
import { mentions } from '../subject.js';
import { capitalise, countWords } from '../text.js';
import { membershipFront } from './list-name.js';
import { isSequence } from './sequence.js';
import type { Draft, ListUnit, Rule } from './rule.js';
import type { ListItem } from '../blocks.js';
import { isLinkOnly } from '../inline.js';
import { isForeignRemark } from './worth-foreign.js';
import { lowerFirst, named } from './front.js';

export const maxMembers = 7;
const maxSplit = 12;
const maxNameWords = 8;

export const membership: Rule = {
  name: 'membership',
  list: (unit) => {
    const names = unit.names.filter((name) => name !== null);
    if (unit.list.items.filter((item) => isLinkOnly(item.inline)).length > unit.list.items.length / 2) return [];
    if (unit.place.language !== 'en' && !nameable(unit)) return [];
    if (names.some((name) => /^(?:https?:|www\.)|\]\(/.test(name))) return [];
    const requests = names.filter((name) => /\s/.test(name) && opensWithRequest(name)).length;
    if (requests > names.length / 2) return [];
    if (names.length < 2 || names.length !== unit.names.length || names.length > maxSplit || isSequence(unit)) return [];
    // Items that say something ("Used to store …") are statements, not members.
    if (
      unit.place.language === 'en' &&
      names.filter((name) => countWords(name) > 2 && readSentence(name, true) !== null).length > names.length / 2 &&
      !unit.list.items.every((item) => splitTerm(item.inline, item.children.length > 0) !== null)
    )
      return [];
    if (names.some((name) => countWords(name) > maxNameWords) || new Set(names).size !== names.length) return [];
    const front = frontOf(unit, names.length);
    return front === null || vague.test(front) || misread.test(front) ? [] : parts(unit, front, names);
  },
};

/** "Name the two Longer retrieval times", "… the three S3 supports": a remark or a verb, no group. */
const misread =
  /\bname the [a-z]+ (?:all |longer|shorter|higher|lower|faster|slower|more|less|better|trace|type - )|\b(?:supports|allows|enables|requires|provides|needs|includes|offers|uses|stores|validate \w+)\.$/i;

/** Lists of remarks: their members answer nothing. */
const vague =
  /\b(?:best practices|tips|notes|takeaways|facts|resources|considerations|recommendations|gotchas|caveats|misconceptions|mistakes|questions|topics|objectives|prerequisites|highlights|links|terms|things to \w+)\b(?: (?:for|with|of|about|on|in) [^:]+)?\.$/i;

/** "Enhance your skills", "Create a pod": things to do, not members of anything. */
function opensWithRequest(name: string): boolean {
  const first = /^[a-z]+/i.exec(name)?.[0].toLowerCase() ?? '';
  return verbOf(first, 'base') !== undefined && (!isAlsoNoun(first) || /^\S+\s+(?:the|an?|your|all)\s/i.test(name));
}

/** Without grammar only plain names are told from statements: marked terms, or very short items under an announced list. */
function nameable(unit: ListUnit): boolean {
  const { items } = unit.list;
  if (items.length < 3 || (!/[:：]\s*$/.test(unit.intro?.text ?? '') && !unit.only)) return false;
  return items.every((item, i) => {
    const name = unit.names[i] ?? '';
    const marked = item.inline.marks[0];
    const term = marked !== undefined && marked.start === 0 && marked.kind !== 'link' && splitTerm(item.inline, true) !== null;
    return (term || item.inline.text.length <= 28) && name.length <= 40 && countWords(name) <= 5 && !/[。.!?]$|[다요음함됨]$/.test(name);
  });
}

function frontOf(unit: ListUnit, count: number): string | null {
  const { place, intro } = unit;
  if (place.language === 'en') {
    const front = membershipFront(intro?.text ?? null, place, count, unit.only);
    // "Name the two attacks": the note says which.
    const lone = front !== null && countWords(front) <= 4 && !front.includes(':') && place.note !== '' && !mentions(front, place.note);
    return lone ? `${capitalise(place.note)}: ${lowerFirst(front)}` : front;
  }
  // A heading alone does not say what its items are.
  const announced = /[:：]\s*$/.test(intro?.text ?? '');
  if (count > maxMembers || (!announced && !unit.list.items.every(isDefined))) return null;
  const label = (announced ? intro?.text.replace(/[:：]\s*$/, '') : place.headings.at(-1)) ?? '';
  return label === '' || countWords(label) > 12 ? null : named(phrasesFor(place.language).name(label, count), place);
}

/** A term with its definition beside it, and no label of a remark. */
const isDefined = ({ inline }: ListItem): boolean => {
  const split = splitTerm(inline, false);
  return split !== null && split.rest.text !== '' && !isForeignRemark(split.name);
};

function parts(unit: ListUnit, front: string, names: readonly string[]): Draft[] {
  const card = (part: string, text: string, members: readonly string[]): Draft => ({
    source: unit.source,
    rule: 'membership',
    kind: 'list',
    part,
    front: text,
    back: members.map((name) => `- ${name}`).join('\n'),
  });
  if (names.length <= maxMembers) return [card('members', front, names)];
  const half = Math.ceil(names.length / 2);
  const english = unit.place.language === 'en';
  const label = (which: string, count: number): string =>
    front.replace(
      /[.?。？]?\s*$/,
      english ? ` (the ${which} ${numberWord(count)})$&` : ` (${which === 'first' ? `1–${half}` : `${half + 1}–${names.length}`})$&`,
    );
  return [
    card('members-1', label('first', half), names.slice(0, half)),
    card('members-2', label('last', names.length - half), names.slice(half)),
  ];
}
