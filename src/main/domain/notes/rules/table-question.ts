/** Words the question for a cell. What cannot be asked for in plain words is not asked for. */
import { readSentence, requests } from '../english/clause.js';
import { startsWithVerb } from '../english/question.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { isPluralName, looksPlural } from '../english/words.js';
import { countWords } from '../text.js';
import { purposeOf } from './command-purpose.js';
import { labelOf } from './table-labels.js';
import type { Shape } from './table-shape.js';
import {
  isLabelOnly,
  isSituation,
  isWish,
  lowerWords,
  ofContrast,
  ofDescription,
  ofHandling,
  ofNumber,
  ofPreposition,
  ofSimilarity,
  ofUser,
  ofWish,
  ofYear,
} from './table-wording.js';
import type { Vocabulary } from '../english/grammar.js';

/** Columns of commands: what the row wants done is asked for. */
const commands = /^(?:(?:\w+ )?commands?|syntax|cli|recommended|commands? (?:or|\/) \w+)$/i;

const isCode = (text: string): boolean => /^`[^`]+`(?:\s*(?:,|or|\/)?\s*`[^`]+`)*(?:\s*\(.{1,60}\))?$/.test(text.trim());

/** What a question takes from around its cell. */
export interface Around {
  /** What heads the column of the rows' names. */
  first: string;
  /** What the table is about, where that is one thing with a name: the one that others are compared with. */
  peer: string;
  vocabulary: Vocabulary;
}

/** "6" under "`Mask` value" is "mask value 6", "5432" under "Port" is "port 5432". */
function numberedBy(name: string, header: string): string {
  const said = header
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')
    .trim();
  return said !== '' && (/^\d{1,3}$/.test(name) || (/^\d{4,5}$/.test(name) && /^ports?$/.test(said)))
    ? `${said.replace(/^ports$/, 'port')} ${name}`
    : name;
}

/** "Hit / Type" and "Your lifeline" name no program. */
const isProgramName = (column: string): boolean =>
  /^\p{Lu}[\p{L}\d.+-]*(?:[\s/]+[\p{Lu}\d(][\p{L}\d.+)-]*)*$/u.test(column) && !/\b(?:your|my|type|hit)\b/i.test(column);

/** The question, or null where row and column make none. */
export function cellQuestion(name: string, column: string, value: string, shape: Shape, around: Around): string | null {
  const row = numberedBy(name, around.first);
  if (shape === 'pairs') return isCode(row) && isCode(value) ? `What is the ${column} equivalent of ${row}?` : null;
  const label = labelOf(column);
  const placed = ofPlace(row, label, value);
  if (placed !== null) return placed;
  // "Type: AWS": of what, no header says.
  if (/^(?:type|kind|category)$/.test(label) && /^(?:names?|)$/i.test(around.first)) return null;
  // An alias or an option beside a command that has it.
  if (/^(?:commands?|syntax)$/.test(label) && (isCode(row) || isOption(row)) && isCode(value)) return null;
  if (commands.test(label) && !isCode(value)) {
    const told = ofCommand(row, value);
    if (told !== null || isOption(row)) return told;
  }
  const wanted = commands.test(label) || (isCode(value) && isRequest(row)) ? (purposeOf(row) ?? plainRequest(row)) : null;
  if (wanted !== null && shape === 'tools')
    return isCode(value) && !/^`(?:~?\/|.`)/.test(value) ? `With ${column}, which command do you run to ${wanted}?` : null;
  if (wanted !== null && /^`[a-vx-z]`$/i.test(value)) return `Which key do you press to ${wanted}?`;
  if (wanted !== null && (isCode(value) || commands.test(label)))
    return commands.test(label) || countWords(column) > 3 || isNoun(label) || !isProgramName(column)
      ? `Which command do you run to ${wanted}?`
      : `Which ${column.replace(/\s*\([^()]*\)$/, '')} command do you run to ${wanted}?`;
  if (shape === 'properties' && isWish(around.first)) {
    const wished = ofWish(row, label, around);
    if (wished !== null) return wished;
  }
  if (isRequest(row) || shape === 'tools') return null;
  // Commands of one program under its name: "the systemctl of" nobody says.
  if (isCode(value) && value.startsWith(`\`${column.replace(/`/g, '')} `))
    return isCode(row) ? `What is the ${column} equivalent of ${row}?` : null;
  if (shape === 'things')
    return isSpelledOut(column, lowerWords(row), value) ? `What does ${column} stand for?` : ofThing(lowerWords(row), column, value);
  const compared = ofSimilarity(row, label, value, around);
  if (compared !== undefined) return compared;
  return isSpelledOut(row, label, value)
    ? `What does ${row} stand for?`
    : isSituation(around.first) && countWords(row) > 1 && !/[`“”"]/.test(row)
      ? ofSituation(row, label)
      : ofRow(row, label, value);
}

const hasPlace = /(?:file|config|configuration|path|port|directory|folder|log|location|socket|database)s?$/i;

/** "Default policy file" under "Command", with a path or a number beside it: the thing itself is asked for. */
function ofPlace(row: string, label: string, value: string): string | null {
  if (
    !/^commands?\b/.test(label) ||
    !/^`?(?:~?\/[\w./~-]+|\d+)`?$/.test(value) ||
    /[`]/.test(row) ||
    !hasPlace.test(row) ||
    !isNoun(lowerWords(row))
  )
    return null;
  return `What is the ${lowerWords(row)}?`;
}

/** "Display MAC address table": asked of a program, however its noun is written. */
const plainRequest = (row: string): string | null => {
  const [first = ''] = row.toLowerCase().split(' ');
  return requests.has(first) && /^\S+(?: (?!of\b|for\b|cases?\b|by\b|in\b|and\b|it\b|them\b)[\p{L}\d-]+){2,6}$/u.test(row)
    ? first + row.slice(first.length)
    : null;
};

const isOption = (row: string): boolean => /^`?-{1,2}\w/.test(row);

/** A column "Command" of what the keys and options of the row do. */
const ofCommand = (row: string, value: string): string | null => (isOption(row) && startsWithVerb(value) ? `What does ${row} do?` : null);

/** "CNAME" and its name: what the letters stand for. */
const isSpelledOut = (row: string, label: string, value: string): boolean =>
  /^(?:(?:full )?(?:name|form)|expansion|abbreviation|acronym|stands for)$/.test(label) &&
  /^\p{Lu}[\p{Lu}\d]{1,6}$/u.test(row) &&
  value.charAt(0).toUpperCase() === row.charAt(0) &&
  countWords(value) > 1;

/** "Show package groups": something to be done. */
const isRequest = (row: string): boolean => {
  const [first = '', second = ''] = row.toLowerCase().split(/\s+/);
  return (
    /^[a-z]+$/.test(first) &&
    second !== '' &&
    verbOf(first, 'base') !== undefined &&
    ((!isAlsoNoun(first) && (looksPlural(second) || row.split(' ').length > 2)) ||
      /^(?:the|an?|all|your|its|this|each|every|only|current|new|package|packages|file|files)$/.test(second))
  );
};

/** The columns are things: "What is the port of TFTP?" */
function ofThing(property: string, thing: string, value: string): string | null {
  if (/^`/.test(property)) return null;
  if (/^(?:definition|meaning|description)$/.test(property)) return `What ${isPluralName(thing) ? 'are' : 'is'} ${thing}?`;
  const special = ofNumber(thing, property, value) ?? ofHandling(thing, property, value) ?? ofPreposition(thing, property, value);
  if (special !== null) return special;
  if (adjectival.test(property)) return `What is ${thing} ${property}?`;
  if (!isNoun(property) || (countWords(property) > 2 && startsWithVerb(property)) || /^(?:you|we)\s/i.test(value)) return null;
  return `What ${looksPlural(property) ? 'are' : 'is'} the ${property} of ${thing}?`;
}

/** "Best for", "needed by", "similar to": said of a thing after "is". */
const adjectival =
  /^(?:(?:best|good|ideal|great|suited|suitable|used|meant|optimi[sz]ed|designed|intended) for|(?:similar|equivalent|equal|identical) to|(?:reachable|available|visible|accessible) (?:from|by|in|to)|[a-z]+ed (?:by|on|with|from|in|at|to|as|for|via))$/i;

/** "Protocols supported", "used ports": which ones the row supports or uses. */
function ofParticiple(row: string, label: string): string | null {
  const match =
    /^(?<noun>(?:[\p{L}-]+ ){1,3})(?<done>supported|required|used|needed|allowed)$/u.exec(label) ??
    /^(?<done>supported|required|used|needed|allowed) (?<noun>(?:[\p{L}-]+ ?){1,3})$/u.exec(label);
  const { noun = '', done = '' } = match?.groups ?? {};
  const base = verbOf(done, 'participle');
  return base === undefined || !isNoun(noun.trim()) ? null : `Which ${noun.trim()} ${isPluralName(row) ? 'do' : 'does'} ${row} ${base}?`;
}

/** What is asked of something that happens. */
const ofTrouble =
  /(?:^|\s)(?:causes?|reasons?|triggers?|fix(?:es)?|solutions?|remedy|workarounds?|commands?|checks?|steps?|impacts?|effects?|results?|consequences?|symptoms?|indicators?|signs?|mitigations?|actions?|responses?|errors?|codes?|modules?|directives?|stages?|tools?)$/i;

/** "Steering fails" under "Symptom": what happens is quoted as it is told. */
function ofSituation(row: string, label: string): string | null {
  if (!isNoun(label) || !ofTrouble.test(label)) return null;
  const be = isPluralLabel(label) ? 'are' : 'is';
  return `What ${be} the ${label} ${/(?:^|\s)(?:fix|solution|remedy|workaround|command|check|step)$/.test(label) ? 'for' : 'of'} “${row}”?`;
}

/** "Use Beta for …" beside Alpha: what is said is said of the other. */
const usesAnother = (row: string, value: string): boolean => {
  const used = /^(?:[Uu]se|[Cc]hoose|[Pp]refer|[Pp]ick) (?:the )?(\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*)*)/u.exec(value)?.[1];
  return used !== undefined && !row.toLowerCase().includes(used.toLowerCase());
};

const opensWithThird = (value: string): boolean => {
  const verb = verbOf(/^[a-z]+/i.exec(value)?.[0].toLowerCase() ?? '', 'third');
  return verb !== undefined && !isAlsoNoun(verb);
};

/** The rows are things. */
function ofRow(row: string, label: string, value: string): string | null {
  // A row of what is asked, in a table that was read the wrong way round.
  if (isLabelOnly(row)) return null;
  const be = isPluralName(row) ? 'are' : 'is';
  const special =
    ofDescription(row, label, value) ??
    ofContrast(row, label) ??
    ofUser(row, label) ??
    ofYear(row, label, value) ??
    ofNumber(row, label, value) ??
    ofPreposition(row, label, value);
  if (special !== null) return special;
  if (adjectival.test(label)) return `What ${be} ${row} ${label}?`;
  const [first = '', ...rest] = label.split(' ');
  const third = verbOf(first.toLowerCase(), 'third');
  if (rest.length === 0 && /^(?:checks|returns|supports|matches|covers|holds|contains|stores|produces|gives|runs)$/.test(first))
    return `What ${isPluralName(row) ? 'do' : 'does'} ${row} ${third ?? first.replace(/(?:(?<=ch)e)?s$/, '')}?`;
  const particle =
    rest.length === 0 ||
    (rest.length === 1 && /^(?:on|to|in|into|for|from|with|by|at|as|against|through|between|over)$/.test(rest[0] ?? ''));
  if (third !== undefined && /^(?:live|run|reside|sit)$/.test(third) && /^(?:on|in|at)$/.test(rest.join(' ')))
    return `Where ${isPluralName(row) ? 'do' : 'does'} ${row} ${third}?`;
  // "Adds: converts frames": something else is told.
  if (third !== undefined && opensWithThird(value)) return null;
  if (third !== undefined && particle && (rest.length === 1 || !isAlsoNoun(third)))
    return `What ${isPluralName(row) ? 'do' : 'does'} ${row} ${[third, ...rest].join(' ')}?`;
  if (/^(?:when|use when|when to use|use (?:it|this) when|when used)$/i.test(label))
    return usesAnother(row, value) ? null : label === 'when' ? `${row}: when?` : `When do you use ${row}?`;
  const given = ofParticiple(row, label);
  if (given !== null) return given;
  if (/^(?:values?|details?|key points?|info(?:rmation)?|value or description|description or value)$/.test(label))
    return isNoun(row) ? `What ${isPluralName(row) ? 'are' : 'is'} the ${lowerWords(row)}?` : null;
  if (!isNoun(label)) return null;
  const areLabel = isPluralLabel(label) ? 'are' : 'is';
  // "Value 5" of a column "Message type": the number is what is known.
  const counted = /^(\p{Ll}+)(?: (?:number|no\.?))? (\d{1,3})$/u.exec(row);
  if (counted?.[1] !== undefined && label === `${counted[1]} name`) return `What is the name of ${counted[1]} ${counted[2] ?? ''}?`;
  if (counted?.[1] !== undefined && label.split(' ').includes(counted[1])) return `Which ${label} is ${row}?`;
  return countWords(row) > 5 || row.includes(',') || (countWords(row) > 2 && readSentence(row, true) !== null)
    ? `${row}: what ${areLabel} the ${label}?`
    : `What ${areLabel} the ${label} of ${row}?`;
}

/** "Pros", "shortnames (all)": asked for with "are". */
function isPluralLabel(label: string): boolean {
  const last =
    label
      .replace(/\s*\([^()]*\)$/, '')
      .split(' ')
      .at(-1) ?? '';
  return !/^number of /.test(label) && (looksPlural(last) || /^pros$/i.test(last));
}

/** "AWS manages": somebody and what they do. */
const isClause = (label: string): boolean => {
  const verb = /\s(\p{L}+)$/u.exec(label)?.[1]?.toLowerCase() ?? '';
  const base = verbOf(verb, 'third');
  return base !== undefined && !isAlsoNoun(base);
};

/** Whether "the … of X" can be said with it. */
export const isNoun = (label: string): boolean => {
  const plain = label.replace(/\s*\([^()]*\)$/, '').trim();
  const last = plain.split(' ').at(-1) ?? '';
  const first = /^[a-z]+/i.exec(plain)?.[0].toLowerCase() ?? '';
  return (
    /^[\p{L}`][\p{L}\p{N}`/.-]*(?:\s[\p{L}\p{N}`/.&-]+){0,4}$/u.test(plain) &&
    !/^(?:when|how|why|what|where|who|which|best|good|used|can|is|are|do|does|has|have|in|on|with|for|your|the|an?|its|to|not|must|should|without|if|at|by|from|more|most|commonly|also|goes?|go)\b/i.test(
      plain,
    ) &&
    !/\b(?:in|on|for|to|with|by|of|if|at|supported|allowed|required|available|used|needed|when|why|how|where|it|you|they|this|them|us)$/i.test(
      plain,
    ) &&
    !/\b(?:it|you|they|this|your)\b/i.test(plain) &&
    !/(?:^|\s)\S*(?:friendly|weight|able|ible|recommended|preferred|built|based|journaling)$/i.test(plain) &&
    (verbOf(last.toLowerCase(), 'participle') === undefined || isAlsoNoun(last.toLowerCase())) &&
    (verbOf(plain.toLowerCase(), 'third') === undefined || isAlsoNoun(verbOf(plain.toLowerCase(), 'third') ?? '')) &&
    (!startsWithVerb(plain) || isAlsoNoun(first)) &&
    !isClause(plain)
  );
};
