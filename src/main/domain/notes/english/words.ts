/** Words of one English sentence, with what stands around them. Code spans are single words. */

interface Traits {
  /** May end a noun phrase: no function word. */
  nounish: boolean;
  adverb: boolean;
}

export interface Word extends Traits {
  /** The bare word. */
  text: string;
  lower: string;
  /** Offsets in the sentence with the brackets and quotes that touch the word. */
  from: number;
  to: number;
  /** Inside parentheses or quotes. */
  inside: boolean;
  /** `,` `;` `:` or `-` right after the word, outside brackets; else ''. */
  stop: string;
  code: boolean;
}

const openers = new Set('"\'([“‘');
const closers = new Set('"\')]”’.,;:!?…');

/** Letters and digits open and close nothing, and most characters are those. */
const isPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** Linear in the length of the sentence. */
export function toWords(sentence: string): Word[] {
  const words: Word[] = [];
  let depth = 0;
  let quoted = false;
  let at = 0;
  while (at < sentence.length) {
    if (sentence.charCodeAt(at) === 32) {
      at++;
      continue;
    }
    const from = at;
    at = chunkEnd(sentence, at);
    let head = from;
    while (head < at && !isPlain(sentence.charCodeAt(head)) && openers.has(sentence.charAt(head))) head++;
    let end = at;
    while (end > head && !isPlain(sentence.charCodeAt(end - 1)) && closers.has(sentence.charAt(end - 1))) end--;
    // A bracket opened inside the word (`pod(s)`) and the dots of abbreviations belong to it.
    if (end < at && sentence.charAt(end) === ')' && sentence.slice(head, end).includes('(')) end++;
    if (end < at && sentence.charAt(end) === '.' && /^(?:e\.g|i\.e|etc|vs|no|\.\.)$/i.test(sentence.slice(head, end))) end++;
    if (end - head <= 3 && head === from && isDash(sentence, head, at)) {
      const last = words.at(-1);
      if (last && depth === 0 && !quoted) last.stop = '-';
      continue;
    }
    for (let i = from; i < head; i++) {
      const char = sentence.charAt(i);
      if (char === '(' || char === '[') depth++;
      else if (char === '"' || char === '“') quoted = true;
    }
    const inside = depth > 0 || quoted;
    let stop = '';
    let to = end;
    for (let i = end; i < at; i++) {
      const char = sentence.charAt(i);
      if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
      else if (char === '"' || char === '”') quoted = false;
      else if (char === ',' || char === ';' || char === ':') stop = char;
      if (to === i && '"\')]”’'.includes(char)) to++;
    }
    if (depth > 0 || quoted) stop = '';
    if (end === head) {
      const last = words.at(-1);
      if (last !== undefined && stop !== '') last.stop = stop;
      continue;
    }
    const text = sentence.slice(head, end);
    const code = text.startsWith('`');
    const lower = code ? text : lowerOf(text);
    words.push({ text, lower, from, to, inside, stop, code, ...(code ? codeTraits : traitsOf(lower)) });
  }
  return words;
}

/** A chunk of nothing but dashes, arrows or slashes parts what stands around it. */
function isDash(sentence: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!'-–—=>→|/+'.includes(sentence.charAt(i))) return false;
  return true;
}

const lowerOf = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
};

function chunkEnd(sentence: string, from: number): number {
  let at = from;
  while (at < sentence.length) {
    const code = sentence.charCodeAt(at);
    if (code === 32) break;
    if (code === 96) {
      const close = sentence.indexOf('`', at + 1);
      if (close < 0) return sentence.length;
      at = close;
    }
    at++;
  }
  return at;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const articles = set('a an the');
export const determiners = set(
  'a an the this that these those each every all some any no both either neither another other its their his her your our my one two three four five six seven eight nine ten several many most multiple various certain such much few fewer more less only',
);
export const pronouns = set('it they this these that those he she we you i one');
export const prepositions = set(
  'about above across after against along among around as at before behind below beneath beside between beyond by during except for from in inside into like near of off on onto out outside over per since than through throughout to toward towards under unlike until up upon via with within without',
);
export const modals = set('can could may might must shall should will would cannot');
export const beForms = set("is are was were isn't aren't");
export const haveForms = set("has have hasn't haven't");
export const doForms = set("does do doesn't don't");
export const relatives = set('that which who whom whose where');
export const subordinators = set('when if once after before unless until while whenever because since although though as where whereas');
export const conjunctions = set('and or but nor yet');
const adverbs = set(
  'also always already often never usually typically normally generally only just still then now not even ever again both mainly mostly basically simply currently actively automatically either therefore thus hence further furthermore additionally instead together once twice directly first later no longer rather',
);

const codeTraits: Traits = { nounish: true, adverb: false };
/** Words come back again and again; what they can be is found out once. */
const known = new Map<string, Traits>();
const maxKnown = 20_000;

function traitsOf(lower: string): Traits {
  const found = known.get(lower);
  if (found !== undefined) return found;
  const adverb =
    adverbs.has(lower) ||
    (/^[a-z]{3,}ly$/.test(lower) && !/^(apply|supply|reply|rely|comply|multiply|family|assembly|anomaly|only)$/.test(lower));
  const functional =
    articles.has(lower) ||
    prepositions.has(lower) ||
    conjunctions.has(lower) ||
    modals.has(lower) ||
    beForms.has(lower) ||
    relatives.has(lower) ||
    /^(its|their|your|our|every|no|to|not|be|been|being)$/.test(lower);
  const traits: Traits = { adverb, nounish: !functional && /[\p{L}\p{N}>)%*]/u.test(lower) };
  if (known.size >= maxKnown) known.clear();
  known.set(lower, traits);
  return traits;
}

export const isAdverb = (word: Word): boolean => word.adverb;

/** A word that may end a noun phrase: not a function word. */
export const isNounish = (word: Word): boolean => word.nounish;

/** A plain guess: ends like a plural noun. */
export const looksPlural = (word: string): boolean =>
  /[a-zA-Z]{2,}s$/.test(word) &&
  !/(ss|us|is|os|ics|as)$/.test(word.toLowerCase()) &&
  !/[A-Z]S$/.test(word) &&
  !singular.has(word.toLowerCase());

/** Names of one thing that end like a plural. */
const singular = set(
  'lens news series species kubernetes postgres jenkins windows https means kudos diabetes herpes measles rabies scabies mumps rickets biceps triceps caries ascites always sometimes perhaps gres',
);

/** Whether a name is plural: by the noun before its first preposition, asides left out. */
export function isPluralName(name: string): boolean {
  // "timeoutSeconds" is one field.
  if (/^\d|^[a-z]+[A-Z]\S*$/.test(name)) return false;
  const head =
    name
      .replace(/\s*\([^)]*\)/g, '')
      .split(/\s(?:of|for|with|in|to|on|from|by|at|via|per|during|without|between|within|before|after)\s/i)[0] ?? '';
  const last = head.trim().split(' ').at(-1) ?? '';
  return looksPlural(last) || /^[A-Z]{2,}s$/.test(last);
}

/** The text of words `from` up to and without `to`, as it stands in the sentence. */
export function textOf(sentence: string, words: readonly Word[], from: number, to = words.length): string {
  const first = words[from];
  const last = words[to - 1];
  return first === undefined || last === undefined || to <= from ? '' : sentence.slice(first.from, last.to);
}
