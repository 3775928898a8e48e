/** Turns clauses into questions that stand on their own. */
import type { Clause, Vocabulary } from './grammar.js';
import { isAlsoNoun, verbOf } from './verbs.js';
import { articles, determiners } from './words.js';
import { capitalise, countWords } from '../text.js';

/** "why" + clause -> "Why does the API server confirm the identity of the requester". */
export function ask(wh: string, clause: Clause, subject: string, rest = ''): string {
  let question = wh === '' ? clause.aux : `${wh} ${clause.aux}`;
  question += ` ${subject}`;
  if (clause.negative) question += ' not';
  if (clause.main !== '') question += ` ${clause.main}`;
  return rest === '' ? question : `${question} ${rest}`;
}

/** A subject as it reads inside a question: articles small, names as they are. */
export function insideSentence(text: string, vocabulary: Vocabulary): string {
  const first = /^[\p{L}'’-]+/u.exec(text)?.[0] ?? '';
  if (first === '' || first === first.toLowerCase()) return text;
  const lower = first.toLowerCase();
  const function_ =
    articles.has(lower) ||
    determiners.has(lower) ||
    /^(it|they|you|we|there|using|when|if|in|on|for|after|before|by|to|with|as|once|at|during|from|since|unless|until|while|because|although|whenever|where|unlike|over|under|within|without|depending)$/.test(
      lower,
    );
  const describing =
    /^(additional|other|key|main|common|different|various|several|important|basic|core|major|primary|typical|possible|supported|available|popular|default|multiple|essential|notable|potential)$/.test(
      lower,
    );
  const second = /^[\p{L}'’-]+\s+\(?(\p{Lu})/u.test(text);
  const plainWord = !second && /^\p{Lu}\p{Ll}+$/u.test(first) && vocabulary.has(lower);
  return function_ || describing || plainWord ? lower + text.slice(first.length) : text;
}

/** Answers begin with a capital, unless they begin with code or a name written small. */
export const asAnswer = (text: string): string => {
  const trimmed = text.replace(/\s*[,;:]$/, '').trim();
  return /^[a-z]+(?:-[a-z]+)*(?:[A-Z\d_/=:]|\.\S)/.test(trimmed) ? trimmed : capitalise(trimmed);
};

export const numberWord = (count: number): string =>
  ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen'][
    count
  ] ?? String(count);

/** "a, b, and c" -> its parts, if it is an enumeration of at least `least` short ones; else null. */
export function enumeration(text: string, least = 3): string[] | null {
  if (least > 2 && !text.includes(',') && !text.includes(';')) return null;
  const parts: string[] = [];
  let depth = 0;
  let code = false;
  let from = 0;
  const separator = text.includes(';') ? ';' : ',';
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '`') code = !code;
    if (code) continue;
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === separator && depth === 0 && /\s/.test(text[i + 1] ?? ' ')) {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  const last = text.slice(from).trim();
  // "A and B, hard or soft": what belongs together cannot be told.
  const mixed = separator === ',' && parts.some((part) => /\s(?:and|or)\s/.test(part));
  if (mixed && /\S\s(?:and|or)\s/.test(last)) return null;
  const conjunction = /^(?:and|or|as well as)\s+/.exec(last);
  if (conjunction !== null) parts.push(last.slice(conjunction[0].length));
  else {
    const both = splitLast(last);
    if (both !== null && (parts.length > 0 || least <= 2)) parts.push(...both);
    else if (/^etc\.?$/.test(last) && parts.length > 0) void 0;
    else if (separator === ';' && parts.length > 0) parts.push(last);
    else return null;
  }
  const items = parts
    .map((part) => part.replace(/^(?:and|or)\s+/, '').trim())
    .filter((part) => part !== '' && !/^(etc\.?|so on|more|others)$/.test(part));
  if (
    items.some(
      (item, i) =>
        i > 0 &&
        /^[a-z]{3,}ing (?:the|an?|more|its|their|all|any|to|that|it|them|each|every|\w+ly)\b/.test(item) &&
        !/^[a-z]+ing\b/i.test(items[0] ?? ''),
    )
  )
    return null;
  // "a comprehensive, aggregated view": qualities of one thing.
  const qualities =
    /^(?:an?|the)\s\S+$/i.test(items[0] ?? '') &&
    (/\s/.test(items.at(-1) ?? '') || /^\S+ \S+ (?:of|for|to|in|with)\s/.test(items[1] ?? ''));
  if (qualities && !items.slice(1).some((item) => /^(?:an?|the)\s/.test(item))) return null;
  if (items.some((item) => /^similar to\b|\s(?:is|are|was|were)\s/.test(item))) return null;
  if (opensWithClause(items) || isOneWithCodes(items)) return null;
  // "isolation within a house — separate rooms, floors, or flats", "the right size, whether it is small, …": the rest explains the first.
  if (items.some((item) => /\s[—–]\s|^whether\b/.test(item))) return null;
  if (
    items.some((item) =>
      /^(?:such as|including|like|usually|typically|often|generally|mostly|mainly|sometimes|possibly|though|although|even|especially|particularly|[ei]\.[ge]\.|that is|for example|some of|(?:all|most|each|one|none) of (?:which|whom)|others?\b(?= [a-z]+$)|does(?: not|n't)|they|it|(?:(?:in|on|of|for|to|by|with|from) )?which|where|but|so|this|these|when|if|because|then)\b/i.test(
        item,
      ),
    )
  )
    return null;
  return items.length >= least && items.every((item) => countWords(item) <= 8) ? items : null;
}

/** "Your application recovers from deadlocks, hangs, or stuck states": only the end of the first item is listed. */
const opensWithClause = (items: readonly string[]): boolean =>
  (items[0] ?? '')
    .split(' ')
    .slice(1, -1)
    .some((word) => {
      const verb = verbOf(word, 'third');
      return verb !== undefined && !isAlsoNoun(verb);
    });

/** "filtering using `=`, `==`, `!=` operators": what stands around the codes belongs to all of them. */
const isOneWithCodes = (items: readonly string[]): boolean =>
  /^[A-Za-z][A-Za-z ]* `[^`]+`$/.test(items[0] ?? '') && /^`[^`]+` [a-z]+$/.test(items.at(-1) ?? '');

function splitLast(text: string): [string, string] | null {
  const either = text.split(/\s+or\s+/);
  if (either.length === 2 && either[0] !== undefined && either[1] !== undefined && /\band\b/.test(text)) return [either[0], either[1]];
  const match = /^(.{1,80}?)\s+(?:and|or)\s+(.{1,80})$/.exec(text);
  return match?.[1] !== undefined && match[2] !== undefined && !/\b(?:and|or)\b/.test(match[2]) && !/\b(between|both)\b/.test(match[1])
    ? [match[1], match[2]]
    : null;
}

export const bullets = (items: readonly string[]): string => items.map((item) => `- ${asAnswer(item)}`).join('\n');

/** Whether the text holds a pronoun that needs words which the question would not show. */
export const leansOnText = (text: string): boolean =>
  /\b(it|its|they|them|their|this|these|those|itself|themselves|such|above|below|following|previous|former|latter|he|she|there)\b/i.test(
    text,
  );

export const startsWithVerb = (text: string): boolean => verbOf(/^[a-z]+/i.exec(text)?.[0].toLowerCase() ?? '', 'base') !== undefined;
