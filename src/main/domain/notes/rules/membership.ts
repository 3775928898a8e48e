/** A list -> "Name the four …". Longer lists than a person holds at once are asked for in two parts. */
import { readSentence } from '../english/clause.js';
import { splitTerm } from '../terms.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { numberWord } from '../english/question.js';
import { looksPlural } from '../english/words.js';
import { phrasesFor } from '../phrases.js';
import { mentions } from '../subject.js';
import { countWords } from '../text.js';
import { isNoClass, isOfDoings, namesClass } from './list-class.js';
import { inContext } from './list-context.js';
import { areAlike, evenly, isProperName, withoutAside } from './list-members.js';
import { membershipFront } from './list-name.js';
import { isLocal } from './local-section.js';
import { isSequence } from './sequence.js';
import type { Draft, ListUnit, Rule } from '../rule.js';
import type { ListItem } from '../blocks.js';
import { isLinkOnly } from '../inline.js';
import { isOfPoints } from './foreign-section.js';
import { isForeignRemark, isForeignWalkthrough } from './worth-foreign.js';
import { named } from './front.js';

export const maxMembers = 7;
/** Eight duties are asked for in halves; which half of another list, or of a longer one, is meant nobody knows. */
const maxSplit = 8;
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
    if (front === null || vague.test(front) || misread.test(front) || misplaced.test(front)) return [];
    if (unit.place.language !== 'en') return parts(unit, front, names);
    const members = evenly(names, unit.list.items).map(withoutAside);
    if (isPair(front, members)) return [];
    if (isOfOthers(unit, front, members)) return [];
    return isClass(unit, front, members) ? parts(unit, front, members) : [];
  },
};

/** "Name the two Longer retrieval times", "… the three S3 supports": a remark or a verb, no group. */
const misread =
  /\bname the [a-z]+ (?:all |longer|shorter|higher|lower|faster|slower|more|less|better|trace|type - )|\b(?:appeared )?here\.$|\b(?:supports|allows|enables|requires|provides|needs|includes|offers|uses|stores|validate \w+)\.$|\bname the .*\b(?:includes?|provides?|supports?|offers?|has|have) (?:\w+ )?(?:several|many|the|an?|various|some)\b/i;

/** "What three things does Controls …", "… does in large …": a part of the sentence was taken for the one that does something. */
const misplaced =
  /\bwhat [a-z]+ things (?:do|does|can|must|should) (?:in|on|at|for|with|when|if|Rather|Controls|\p{Lu}\p{Ll}+ing\b|.*(?:\b[Ww]hat\b|: |, |\bnot want\b|\bhelps\b))/u;

/** Lists of remarks: their members answer nothing. */
const vague =
  /\b(?:best practices|tips|notes|takeaways|facts|resources|considerations|recommendations|gotchas|caveats|misconceptions|mistakes|questions|topics|objectives|prerequisites|highlights|links|terms|things to \w+)\b(?: (?:for|with|of|about|on|in) [^:]+)?\.$/i;

/** "Enhance your skills", "Create a pod": things to do, not members of anything. */
function opensWithRequest(name: string): boolean {
  const first = /^[a-z]+/i.exec(name)?.[0].toLowerCase() ?? '';
  return verbOf(first, 'base') !== undefined && (!isAlsoNoun(first) || /^\S+\s+(?:the|an?|your|all)\s/i.test(name));
}

/** "Name the two types": of what the members themselves say, or the plural before the question. */
function withKind(front: string, names: ListUnit['names']): string | null {
  if (!/\bname the [a-z]+ (?:(?:main|different|basic) )?(?:types|kinds|categories)\.$/i.test(front)) return front;
  const last = names.map(
    (name) =>
      /([\p{L}-]{3,})$/u
        .exec((name ?? '').replace(/\s*\([^()]*\)$/, ''))?.[1]
        ?.toLowerCase()
        .replace(/s$/, '') ?? '',
  );
  const [shared = ''] = last;
  if (shared !== '' && names.every((name, i) => last[i] === shared && /\s/.test(name ?? ''))) {
    const written = /[\p{L}-]+$/u.exec((names[0] ?? '').replace(/\s*\([^()]*\)$/, ''))?.[0] ?? shared;
    const kind = /^\p{Lu}\p{Ll}+$/u.test(written) ? written.toLowerCase() : written;
    return front.replace(/\.$/, ` of ${looksPlural(kind) || /ing$/.test(kind) ? kind : `${kind}s`}.`);
  }
  const before = /([\p{L}-]+`?): name the /iu.exec(front)?.[1];
  return before !== undefined && (before.endsWith('`') || looksPlural(before)) ? front : null;
}

/** "Jib: a triangular sail" says of what kind the member is: no remark does. */
const isKind = ({ inline }: ListItem): boolean => /^(?:an?|the)\s/i.test(splitTerm(inline, false)?.rest.text ?? '');

/** "The useful commands", "four choices", "what things does X provide": who knows which of many are meant. */
const isOpenEnded = (front: string): boolean =>
  /\bname the [a-z]+ (?:(?:useful|important|handy|popular|upcoming|relevant|common) |(?:choices|values|default values|attributes)\.$)/i.test(
    front,
  ) ||
  /\bwhat [a-z]+ things (?:may|might|could|would|(?:can|do|must|should) you (?!manage\b)|(?:do|does|can|must|should) (?:all|any|every|the same|things|apps) |.* (?:make|become|break)\?$)/i.test(
    front,
  ) ||
  /\bwhat [a-z]+ (?:things|features|options|choices) (?:(?:do|does) .* (?:provide|allow|offer|expose|contain|have|include|support|need)|should .*)\?$/i.test(
    front,
  );

/** "Key services" over areas with the services below each, "use cases" over names: the members are not what the list is called. */
const isOfOthers = ({ list }: ListUnit, front: string, names: readonly string[]): boolean =>
  (/\bservices\.$/i.test(front) && list.items.every(({ children }) => children[0]?.type === 'list') && !names.some(isProperName)) ||
  (/\buse cases\.$/i.test(front) && names.every((name) => /^`?\p{Lu}\p{Ll}+\p{Lu}\w*`?$/u.test(name)));

/** "Regions & Zones", of which the heading names both members. */
const isPair = (front: string, names: readonly string[]): boolean =>
  names.length === 2 &&
  /\s(?:&|and)\s/.test(front.replace(/^.*?: /, '')) &&
  names.some((name) => mentions(front, name.replace(/\s*\(.*$/, '')));

/** "Viewer => edge": names of which half was left out; single letters and assignments are no names. */
const isCut = (list: ListUnit['list'], names: readonly string[]): boolean =>
  list.items.some(({ inline }) => /^\S+(?:\s\S+){0,2}\s*(?:=>|->|→)\s\S+(?:\s\S+)?$/.test(inline.text)) ||
  names.every((name) => /^`?\w`?$/.test(name) || /^`[\w.-]+=\S+`$/.test(name));

/** Whether the question asks for a class of things of which the items are the members. */
function isClass({ list, intro, place }: ListUnit, front: string, names: readonly string[]): boolean {
  if (isLocal(place) || isOpenEnded(front) || isCut(list, names)) return false;
  const eachTerm = list.items.every((item) => splitTerm(item.inline, item.children.length > 0) !== null);
  if (names.length > maxMembers && !(eachTerm && isOfDoings(front))) return false;
  const announcement = intro !== null && /[:：]\s*$/.test(intro.text) ? intro.text : (place.headings.at(-1) ?? '');
  return (namesClass(front, announcement, names) || (list.items.every(isKind) && !isNoClass(front))) && areAlike(names, isOfDoings(front));
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
    // "The following are used, for example:" gives some of many.
    if (
      /^(?:for example|for instance|e\.g\.)|\b(?:for example|for instance|e\.g\.|such as|examples?|like)[\s:：—–-]*$/i.test(
        intro?.text ?? '',
      )
    )
      return null;
    const front = membershipFront(intro?.text ?? null, place, count, unit.only);
    const kinds = front === null ? null : withKind(front, unit.names);
    return kinds === null ? null : inContext(kinds, place, unit.names);
  }
  // A heading alone does not say what its items are.
  const announced = /[:：]\s*$/.test(intro?.text ?? '');
  if (count > maxMembers || (!announced && !unit.list.items.every(isDefined))) return null;
  const label = (announced ? intro?.text.replace(/[:：]\s*$/, '') : place.headings.at(-1)) ?? '';
  if (/^(?:el[ea]s?|iss?o|est[ea]s?|ellos|ellas|ils?|elles?|ce|er|sie|es|它|他们|其)(?:\s|$)|^[它其]/i.test(label)) return null;
  // What is told of one thing after the other are no members of one.
  if (unit.names.some((name) => name !== null && place.properties.has(name.toLowerCase()))) return null;
  if (/^v?\d+\.\d/i.test(label) || isForeignWalkthrough(place)) return null;
  // Points made of something are worth a list only where they are names.
  if (isOfPoints(label) && unit.names.filter((name) => isProperName(name ?? '')).length < count * 0.6) return null;
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
