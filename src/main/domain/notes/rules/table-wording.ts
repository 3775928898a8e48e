/** Questions for columns of which "What is the … of …?" is not said. */
import { insideSentence, startsWithVerb } from '../english/question.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { isPluralName, looksPlural } from '../english/words.js';
import { countWords } from '../text.js';
import { purposeOf } from './command-purpose.js';
import type { Vocabulary } from '../english/grammar.js';

const does = (thing: string): string => (isPluralName(thing) ? 'do' : 'does');

/** Headers over what somebody wants. */
const wish =
  /^(?:(?:[\p{L}]+ )*tasks?|goals?|needs?|requirements?|scenarios?|situations?|use cases?|purpose|jobs?|workloads?|objectives?|(?:if |when |what )?(?:i|you) (?:want|need)(?: to)?(?: do)?|(?:what )?to do)$/iu;
/** Headers over what happens. */
const asksDoing = /\b(?:want|need|do)\b/i;
const situation = /^(?:symptoms?|problems?|issues?|scenarios?|situations?|events?|conditions?|failures?)$/i;

export const isWish = (header: string): boolean => wish.test(header);
export const isSituation = (header: string): boolean => situation.test(header);

/** What is picked for a purpose. */
const picked =
  /(?:^|\s)(?:tools?|services?|options?|types?|methods?|strategy|choice|technology|protocol|device|utility|resource|model|pattern|keys?|shortcuts?|keybindings?|function|filter|module|mode|class|feature)$/;

/** "Print the first column", and no "use of …". */
const isRequest = (row: string): boolean =>
  startsWithVerb(row) && /^\S+\s(?!of\b|for\b|\S+(?:ing|tions?|ments?)$)/i.test(row) && !isTitle(row);

/** "Cost Estimates", written like a heading: a noun before a noun. */
const isTitle = (row: string): boolean =>
  /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+$/u.test(row) && isNounFirst(/^\S+/.exec(row)?.[0].toLowerCase() ?? '');

/** Verbs that stand before a noun as nouns. */
const isNounFirst = (word: string): boolean => isAlsoNoun(word) || /^(?:alert|cost|budget|error|audit|incident|event|threat)$/.test(word);

/** "Syntax checking" under "Task", with a "Tool" beside it: which tool is used for it. */
export function ofWish(row: string, label: string, { first, vocabulary }: { first: string; vocabulary: Vocabulary }): string | null {
  if (!picked.test(label) || countWords(label) > 3 || countWords(row) > 6 || /[,;`]|\.\s/.test(row)) return null;
  const advised = /^(?:best|recommended|suggested|preferred) (.+)$/.exec(label)?.[1];
  const which = advised === undefined ? `Which ${label} do you use` : `Which ${advised} is recommended`;
  const purpose =
    (isTitle(row) ? null : purposeOf(row)) ?? (isRequest(row) || asksDoing.test(first) ? row.charAt(0).toLowerCase() + row.slice(1) : null);
  return purpose === null
    ? `${which} for ${/^\p{Lu}[/\d-]/u.test(row) ? row : insideSentence(row, vocabulary)}?`
    : `${which} to ${purpose}?`;
}

/** Plurals that are told by a number and not counted by it. */
const numbersOf =
  /^(?:.* )?(?:ports?|codes?|numbers|values?|ids?|layers|levels|versions|types|years|protocols|distances|masks|speeds|costs|sizes|lengths|times|ranges|classes|standards|channels|frequencies|addresses|weights?|metrics|widths|prices|days|hours|minutes|seconds|bytes)$/;
const amount = /^(?:up to |about |[~≈])?\d[\d,.]*[kKM+]?(?:\s?\([^()]*\)|\s(?:per|in|each)\b.{1,30}|\s?[-–]\s?\d[\d,]*)?$/;

/** "Usable hosts", "number of groups" with a number beside them. */
export function ofNumber(thing: string, label: string, value: string): string | null {
  if (!amount.test(value) || /[()]/.test(label)) return null;
  const number = /^(?:total )?number of (.+)$/.exec(label)?.[1];
  if (number !== undefined) return looksPlural(number) ? `How many ${number} ${does(thing)} ${thing} have?` : null;
  const [, bound, bounded] = /^(max|min)(?:imum|\.)? (.+)$/.exec(label) ?? [];
  const counted = (bounded ?? label).replace(/^(?:no\.?|number|nr\.?) of /, '');
  if (
    !looksPlural(
      counted
        .replace(/ per .*$/, '')
        .split(' ')
        .at(-1) ?? '',
    ) ||
    countWords(counted) > 3
  )
    return null;
  if (numbersOf.test(counted) && counted !== 'layers') return null;
  const asked = `How many ${counted} ${does(thing)} ${thing}`;
  return bound === 'min' ? `${asked} need at least?` : bound === 'max' ? `${asked} have at most?` : `${asked} have?`;
}

/** What a thing deals with in one way or another. */
const dealtWith = new Set(
  (
    'fragmentation authentication authorization authorisation encryption compression configuration autoconfiguration addressing networking routing scheduling scaling autoscaling monitoring logging caching queuing queueing ' +
    'buffering ordering order tracking management discovery resumption recovery failover replication backup backups versioning patching maintenance persistence isolation parallelism concurrency balancing multiplexing checking detection ' +
    'correction translation provisioning sharing filtering communication coordination integration orchestration updates upgrades rollback rollbacks retransmission acknowledgment acknowledgement sequencing broadcasts redundancy secrets ' +
    'dependencies errors failures notifications transactions locking optimization optimisation'
  ).split(' '),
);

/** "Strong (own kernel)" is how good something is. */
const mark =
  /^(?:very |more |less |fully )?(?:strong|weak|high|low|medium|moderate|good|poor|limited|full|partial|fast|slow|better|worse|easy|easier|hard|simple|complex|never|always|yes|no|optional|mandatory|required|supported|native)/i;

/** "Fragmentation", "Error handling": how the thing handles it. */
export function ofHandling(thing: string, label: string, value: string): string | null {
  if (mark.test(value) || thing.includes(',') || /^(?:typical|common) /.test(label)) return null;
  const handled =
    /^(.+) handling$/.exec(label)?.[1]?.replace(/(?:job|device|error|failure|request|connection|packet|event|exception|session)$/, '$&s') ??
    (dealtWith.has(label.split(' ').at(-1) ?? '') ? label : null);
  return handled === null || countWords(handled) > 3 || !/^[\p{L} -]+$/u.test(handled)
    ? null
    : `How ${does(thing)} ${thing} handle ${handled}?`;
}

/** "Fix", "mitigation": they are for something; "AKA": a name. */
export function ofPreposition(thing: string, label: string, value: string): string | null {
  if (/^(?:aka|a\.k\.a\.?|also (?:known as|called)|other names?|alternative names?)$/i.test(label))
    return `What ${isPluralName(thing) ? 'are' : 'is'} ${thing} also known as?`;
  if (/(?:^|\s)(?:command|syntax)$/.test(label) && !value.startsWith('`')) return null;
  if (/^(?:recommended|suggested|preferred) \p{L}+(?: \p{L}+)?$/u.test(label) && countWords(thing) < 6)
    return `What is the ${label} for ${thing}?`;
  return /(?:^|\s)(?:fix|solution|remedy|workaround|mitigation|countermeasure|command|syntax|replacement)$/.test(label) &&
    countWords(label) < 4 &&
    countWords(thing) < 6 &&
    !startsWithVerb(label)
    ? `What is the ${label} for ${thing}?`
    : null;
}

/** "Short description": what the row is or does. */
export function ofDescription(row: string, label: string, value: string): string | null {
  if (!/^(?:(?:short|brief|detailed|quick|full|one-line) desc(?:ription)?|desc)$/.test(label)) return null;
  const first = /^[a-z]+/.exec(value.toLowerCase())?.[0] ?? '';
  return verbOf(first, 'third') !== undefined || (row.startsWith('`') && startsWithVerb(value))
    ? `What ${does(row)} ${row} do?`
    : `What ${isPluralName(row) ? 'are' : 'is'} ${row}?`;
}

/** "Founded", with a year beside it. */
export function ofYear(row: string, label: string, value: string): string | null {
  const done =
    /^(?:(?:year|date|first) )?(founded|introduced|released|published|created|established|ratified|deprecated|standardi[sz]ed)(?: in)?$/.exec(
      label,
    )?.[1];
  return done !== undefined && /\b(?:19|20)\d\d\b/.test(value) ? `When ${isPluralName(row) ? 'were' : 'was'} ${row} ${done}?` : null;
}

/** Headers over those who offer the same service as another. */
const clouds = /\b(?:clouds?|providers?|vendors?|platforms?)\b/i;
const counterpart =
  /^(?:(?:similar|equivalent|comparable|corresponding)(?: (?:service|product|offering|tool))?|(?:service )?equivalents?|counterpart|service)$/i;

/** "Difference", "similarity to X": what the row has to do with X, or with what the table is about; null where nothing says with what. */
export function ofSimilarity(
  row: string,
  label: string,
  value: string,
  around: { first: string; peer: string },
): string | null | undefined {
  if (clouds.test(around.first) && counterpart.test(label))
    return around.peer === '' || !/^[\p{L}\d ]+$/u.test(row) || /\d(?:rd|nd|th)\b|\bparty\b/i.test(row)
      ? null
      : `What is the ${row} equivalent of ${around.peer}?`;
  const match = /^(?:key |main )?(similarit|difference)(?:y|ies|s)?(?: (?:to|with|from|vs\.?|versus|compared to) (?:the )?(.+))?$/i.exec(
    label,
  );
  if (match === null) return undefined;
  const other = match[2] ?? around.peer;
  // A cloud has its own service for the same: which one is compared stands in another column.
  if (other === '' || clouds.test(around.first) || row.toLowerCase().includes(other.toLowerCase())) return null;
  if (match[1]?.toLowerCase() !== 'similarit') return `How ${does(row)} ${row} differ from ${other}?`;
  return /^both\b/i.test(value) ? `What ${isPluralName(row) ? 'do' : 'does'} ${row} have in common with ${other}?` : null;
}

export const lowerWords = (text: string): string =>
  text.replace(/(?<![\p{L}\d'’-])(?:\p{Lu}\p{Ll}+|\p{Lu}{7,})(?![\p{L}\d]|-[^\p{Ll}])/gu, (word) => word.toLowerCase());

/** "Best for", "used by", "who manages it": what is asked of a thing, and no thing. */
const asked =
  /^(?:best|good|ideal|suited|suitable|used|meant|designed|intended|when|who|what|where|how|why|which|developed|managed|defined|created)\b.*\b(?:for|by|in|on|to|with|when|use|used|it)$|^(?:use when|when to|who (?:manages|owns|pays)|how (?:it|many|much)|number of) ?.*$/i;

export const isLabelOnly = (row: string): boolean => asked.test(row);

/** "A vs B" under "Key contrast". */
export function ofContrast(row: string, label: string): string | null {
  const [, one, other] = /^([^,;:]+?) (?:vs\.?|versus) ((?:(?!\svs\b)[^,;:])+)$/i.exec(row) ?? [];
  return one === undefined || other === undefined || !/^(?:(?:key|main|quick|core) )?(?:contrast|differences?|distinction)$/.test(label)
    ? null
    : `What is the ${label.replace(/^quick |^core /, '').replace(/contrast|differences|distinction/, 'difference')} between ${one} and ${other}?`;
}

/** "Port 443" under "Service": which one uses it. */
export const ofUser = (row: string, label: string): string | null =>
  /^port \d+$/i.test(row) && /^(?:(?:common |typical )?(?:service|protocol|application|program))(?: name)?$/.test(label)
    ? `Which ${label.replace(/^common |^typical | name$/g, '')} uses ${row}?`
    : null;
