/** Finds the term a list item or paragraph explains: `**Term**: …`, `` `cmd` = … ``, `Term – …`. */
import type { Inline, Mark } from './blocks.js';
import { readSentence } from './english/clause.js';
import { sliceInline } from './inline.js';
import { countWords, squeeze } from './text.js';

export interface TermSplit {
  /** The term as Markdown, code in backticks. */
  name: string;
  /** What is said about it; may be empty. */
  rest: Inline;
}

const separator = /^\s*(?:[:：]|\s[-–—=]\s|\s?(?:=>|→|->|⇒)\s|\s?—\s?|\n)\s*/;
const maxNameWords = 10;

/** Splits term and definition, or returns null for prose. `hasMore`: further blocks stand below the text. */
export function splitTerm(inline: Inline, hasMore: boolean): TermSplit | null {
  const known = splits.get(inline);
  if (known !== undefined) return known;
  const split = inline.text === '' ? null : (markedTerm(inline, hasMore) ?? plainTerm(inline, hasMore));
  splits.set(inline, split);
  return split;
}

/** A list is looked at as a whole and item by item. */
const splits = new WeakMap<Inline, TermSplit | null>();

const opens = new Set<Mark['kind']>(['bold', 'code', 'highlight', 'link', 'italic']);

function markedTerm(inline: Inline, hasMore: boolean): TermSplit | null {
  const { text } = inline;
  const first = inline.marks.find((mark) => mark.start <= 1 && opens.has(mark.kind));
  if (first === undefined) return null;
  let end = first.end;
  // "`get`, `list`:", "**ip ospf** *id* **area**" and "**Term** (TLA):" name one thing together.
  for (let i = 0; i < 12; i++) {
    const gap = /^(?:\s*\([^()\n]{1,60}\)|[ /,&+-]{1,3}(?:and |or )?)/.exec(text.slice(end, end + 70));
    const next = gap === null ? undefined : inline.marks.find((mark) => mark.start === end + gap[0].length && opens.has(mark.kind));
    if (next !== undefined) end = next.end;
    else if (gap !== null && /^\s*\(/.test(gap[0])) end += gap[0].length;
    else break;
  }
  let name = text.slice(0, end).trim();
  if (name.includes('\n') || countWords(name) > maxNameWords || name.length > 100) return null;
  if (/[:：]$/.test(name) && !first.kind.startsWith('code'))
    return clean({ name: name.replace(/\s*[:：]$/, ''), rest: sliceInline(inline, end) }, hasMore);
  const gap = separator.exec(text.slice(end, end + 20));
  if (gap !== null) {
    if (gap[0].trim() === '' && first.kind !== 'bold') return null;
    return clean({ name, rest: sliceInline(inline, end + gap[0].length) }, hasMore);
  }
  // "**Init** state:" keeps the words before its colon.
  const tail = /^( [\p{L}\p{N} ()-]{1,30}?)[:：](?=\s|$)/u.exec(text.slice(end, end + 40));
  if (tail?.[1] !== undefined && first.kind !== 'link') {
    name = squeeze(name + tail[1]);
    return clean({ name, rest: sliceInline(inline, end + tail[0].length) }, hasMore);
  }
  return end >= text.trimEnd().length && hasMore ? { name: name.replace(/[.:]$/, ''), rest: sliceInline(inline, text.length) } : null;
}

function clean(split: TermSplit, hasMore: boolean): TermSplit | null {
  if (isForeignLabel(split.name) || opensBracket(split.name)) return null;
  const name = squeeze(split.name)
    .replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\u200d|\s)+/u, '')
    .replace(/^\d+[.)]\s+/, '')
    .replace(/\s*[:：]$/, '');
  if (
    !/[\p{L}\p{N}]/u.test(name) ||
    (split.rest.text === '' && !hasMore) ||
    isForeignClause(name) ||
    /^(?:we|you|they|there)\s/i.test(name)
  )
    return null;
  return { name, rest: split.rest };
}

/** A clause in a script without spaces: "…する場合", "…를 사용하면". */
const isForeignClause = (name: string): boolean =>
  /[、。，；]/.test(name) ||
  (/[\u3040-\u30ff\u3400-\u9fff]/.test(name) && name.length > 24) ||
  (/[をがは]/.test(name) && name.length > 12) ||
  /(?:大きい|小さい|異なる|導入|可能)$/.test(name) ||
  /(?:する|した|して|ない|ます|です|である|なら|場合|とき|時|ため|には|では|から|まで|必要|される|された|れる|なる|いる|ある)$/.test(
    name,
  ) ||
  /(?:한다|된다|하면|되면|하는|되는|하기|경우|니다|어요|에서|으로|하고)$/.test(name);

const opensBracket = (text: string): boolean => (text.match(/[(（]/g)?.length ?? 0) > (text.match(/[)）]/g)?.length ?? 0);

/** "For example", "note" and the like, in the languages with a phrase book. */
const isForeignLabel = (text: string): boolean =>
  /^(?:예|예시|예를 들어|참고|주의|비고|例|例如|比如|示例|注意|注|备注|参考|例えば|補足|備考|beispiele?|z\. ?b\.?|hinweis|achtung|exemplos?|ejemplos?|exemples?|esempio|esempi|nota|remarque|observação|voorbeeld|пример|примечание)$/i.test(
    text.trim(),
  );

/** Whether a text ends inside a code span or formula: what separates there is code. */
const opensCode = (text: string): boolean => (text.match(/`/g)?.length ?? 0) % 2 === 1 || (text.match(/\$/g)?.length ?? 0) % 2 === 1;

function plainTerm(inline: Inline, hasMore: boolean): TermSplit | null {
  const { text } = inline;
  if (hasMore && isBareName(text)) return { name: squeeze(text), rest: sliceInline(inline, text.length) };
  const line = text.slice(0, 160);
  const colon = /^([^:：\n]{1,90}?)\s?[:：](?:\s+(?=\S)|$)/.exec(line);
  if (colon?.[1] !== undefined && !opensCode(colon[1])) {
    const rest = sliceInline(inline, colon[0].length);
    if (rest.text === '')
      return hasMore &&
        countWords(colon[1]) <= 9 &&
        !/[.,;]\s|\b(?:such as|like|including|to|exist)$/.test(colon[1]) &&
        readSentence(colon[1], false) === null
        ? clean({ name: colon[1], rest }, true)
        : null;
    const isCode = /^`[^`]+`\.?$/.test(rest.text);
    if (isCode && countWords(colon[1]) <= 14) return { name: colon[1].trim(), rest };
    return isName(colon[1], 6) && colon[1].length <= 60 && !(/[^\p{ASCII}]/u.test(colon[1]) && colon[1].length > 30)
      ? clean({ name: colon[1], rest }, hasMore)
      : null;
  }
  const dash = /^([^\n]{1,60}?)\s(?:[-–—=]|=>|→|->)\s(?=\S)/.exec(line);
  if (dash?.[1] === undefined || opensCode(dash[1]) || !isName(dash[1], 5)) return null;
  const rest = sliceInline(inline, dash[0].length);
  // "X — for example Y — goes on" is a sentence with an aside, "n = 1" a formula.
  if (/\s[-–—]\s/.test(rest.text.slice(0, 120)) && /[-–—]\s$/.test(dash[0])) return null;
  if (/=\s$/.test(dash[0]) && (countWords(dash[1]) === 1 ? dash[1].length < 3 : /^\p{Ll}{1,3}\s/u.test(dash[1]))) return null;
  // "desired = minimum = maximum" is an equation.
  if (/=\s$/.test(dash[0]) && /^[^`=]+\s=\s[^=]+$/.test(rest.text)) return null;
  // "1 GiB - 16 TiB" is a range.
  if (/^[\d$~]/.test(dash[1]) && /^[\d$~]/.test(rest.text)) return null;
  return countWords(rest.text) >= 1 ? clean({ name: dash[1], rest }, hasMore) : null;
}

/** An item that is only a few words with more below it: no sentence, no request. */
const isBareName = (text: string): boolean =>
  !/[.:：?!,;\n]/.test(text.replace(/`[^`]*`|\.\w/g, '')) &&
  countWords(text) <= 6 &&
  readSentence(text, false) === null &&
  !/^(?:to|how|see|note|use|using|for|in|on|when|if|the following)\b/i.test(text);

/** A name is short, and no clause: nothing that reads like a sentence cut at its colon. */
function isName(text: string, maxWords: number): boolean {
  const name = text.trim();
  if (countWords(name) > maxWords || /[.!?,;|]|https?$|\d$/.test(name.replace(/\bv?\d+\.\d+\b/g, '').replace(/\d$/, ''))) return false;
  if (
    /\b(is|are|was|were|can|will|must|should|has|have|the following|includes?|how to|you|we|it|they|this|that|when|if|then)\b/i.test(name)
  )
    return false;
  return /^[\p{Lu}\p{Lo}\p{N}`"$./-]|^[a-z][\w.]*[-_./A-Z\d]|^[a-z]+(?:\s[a-z]+)?$/u.test(name);
}

const labels = new Set(
  (
    'example|examples|use case|use cases|use|purpose|function|functionality|functions|definition|description|explanation|syntax|note|notes|usage|benefit|benefits|advantage|advantages|disadvantage|disadvantages|' +
    'limitation|limitations|key feature|key features|feature|features|command|commands|default|default value|range|format|output|option|options|role|goal|pros|cons|meaning|characteristics|scope|location|' +
    'requirement|requirements|prerequisites|tip|warning|important|summary|how it works|overview|key point|key points|remember|caution|e.g.|eg|i.e.|result|reason|why|how|what|when|where|details|action|operation|key considerations|considerations|impact|effect|concept|analogy|steps|process|scenario|key components|components|plugins|plugin|port|protocol|type|types|tools|tool|fix|solution|problem|cause|symptom|symptoms|implication|implications|consequence|consequences|risks|indication|indications|treatment|treatments|diagnosis|prevention|complications|prognosis|best practice|best practices|link|links|reference|references|related|see also|source|sources|docs|documentation'
  ).split('|'),
);
/** Labels that say nothing more than that a definition follows. */
const plainLabels = new Set([
  'definition',
  'description',
  'explanation',
  'meaning',
  'overview',
  'summary',
  'what',
  'concept',
  'details',
  'note',
  'notes',
  'key point',
  'key points',
  'remember',
  'important',
  'tip',
  'warning',
  'caution',
  'functionality',
  'how it works',
  'action',
  'operation',
]);

/** "Step 3", "What it is", "Why it matters": which part of the text this is. */
const saysPart =
  /^(?:(?:step|part|phase|day|week|option|example|case|scenario|question|task|exercise|section|chapter|tip|note|method|approach|solution|problem|fact|point)\s*#?\d+|(?:what|why|how|when|where)\s+(?:it|they|this|to|does it|is it|you)\b.{0,20})$/i;

const labelOf = (name: string): string =>
  squeeze(
    name
      .toLowerCase()
      .replace(/\(s\)$/, 's')
      .replace(/[*_`:]/g, ''),
  );

/** Whether the "term" only says what kind of remark follows ("Use case: …"). */
export const isLabel = (name: string): boolean =>
  saysPart.test(name) ||
  labels.has(labelOf(name)) ||
  labels.has(labelOf(name).replace(/^(?:common|key|main|typical|important|other|primary|basic|real[- ]world|real[- ]life|practical) /, ''));

/** "`Role`" in code, or "Role" beside "RoleBinding" and "ClusterRole": one of the things listed, although the word is a label elsewhere. */
export const isOneOf = (name: string, siblings: readonly string[]): boolean =>
  name.startsWith('`') ||
  siblings.some(
    (other) => other !== name && /^`?\p{Lu}?\p{Ll}+(?:\p{Lu}\p{Ll}+)+`?$/u.test(other) && other.toLowerCase().includes(name.toLowerCase()),
  ) ||
  (siblings.some((other) => /^`?\p{Ll}+(?:\p{Lu}\p{Ll}+)+`?$/u.test(other)) && /^\p{Ll}+$/u.test(name));

/** Whether the label can be dropped: what follows is about the term or subject above. */
export const isPlainLabel = (name: string): boolean => saysPart.test(name) || plainLabels.has(labelOf(name));

/** Labels whose text is no knowledge. */
export const isIdleLabel = (name: string): boolean =>
  /^(?:exs?|e\.?g\.?|(?:[\w-]+ )?(?:links?|urls?|website|homepage|slides|analog(?:y|ies)|metaphors?)|references?|related|see also|sources?|docs|documentation|output|todo|labs?|practice(?: tests?)?|demo|exam\b.*|correct answers?.*|answers?)$/.test(
    labelOf(name),
  );
