/** Words of one English sentence, with what stands around them. Code spans are single words. */

export interface Word {
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

const opening = /^["'(\[“‘]+/;
const closing = /["')\]”’.,;:!?…]+$/;

/** Linear in the length of the sentence. */
export function toWords(sentence: string): Word[] {
  const words: Word[] = [];
  let depth = 0;
  let quoted = false;
  let at = 0;
  while (at < sentence.length) {
    if (sentence[at] === ' ') {
      at++;
      continue;
    }
    const from = at;
    at = chunkEnd(sentence, at);
    const chunk = sentence.slice(from, at);
    if (/^[-–—=>→|/&+]{1,3}$/.test(chunk) && chunk !== '&') {
      const last = words.at(-1);
      if (last && depth === 0 && !quoted) last.stop = '-';
      continue;
    }
    const head = opening.exec(chunk)?.[0] ?? '';
    let text = chunk.slice(head.length);
    let tail = closing.exec(text)?.[0] ?? '';
    // Dots of abbreviations, brackets opened inside the word (`pod(s)`) and code belong to it.
    if (tail !== '' && text.slice(0, -tail.length).includes('(') && tail.startsWith(')')) tail = tail.slice(1);
    text = text.slice(0, text.length - tail.length);
    if (/^(e\.g|i\.e|etc|vs|no|\.\.)$/i.test(text) && tail.startsWith('.')) {
      text += '.';
      tail = tail.slice(1);
    }
    depth += count(head, '(') + count(head, '[');
    if (/["“]/.test(head)) quoted = true;
    const inside = depth > 0 || quoted;
    depth = Math.max(0, depth - count(tail, ')') - count(tail, ']'));
    if (/["”]/.test(tail)) quoted = false;
    const stop = depth > 0 || quoted ? '' : (/[,;:](?=["')\]”’]*$)/.exec(tail)?.[0] ?? '');
    const closers = /^["')\]”’]*/.exec(tail)?.[0].length ?? 0;
    if (text === '') {
      if (words.length > 0 && stop !== '') (words.at(-1) as Word).stop = stop;
      continue;
    }
    words.push({
      text,
      lower: text.toLowerCase().replaceAll('’', "'"),
      from,
      to: from + head.length + text.length + closers,
      inside,
      stop,
      code: text.startsWith('`'),
    });
  }
  return words;
}

function chunkEnd(sentence: string, from: number): number {
  let at = from;
  while (at < sentence.length && sentence[at] !== ' ') {
    if (sentence[at] === '`') {
      const close = sentence.indexOf('`', at + 1);
      if (close < 0) return sentence.length;
      at = close;
    }
    at++;
  }
  return at;
}

const count = (text: string, char: string): number => text.split(char).length - 1;

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const articles = set('a an the');
export const determiners = set(
  'a an the this that these those each every all some any no both either neither another other its their his her your our my one two three four five six seven eight nine ten several many most multiple various certain such much few fewer more less only',
);
export const pronouns = set('it they this these that those he she we you i one');
export const prepositions = set(
  'about above across after against along among around as at before behind below beneath beside between beyond by during except for from in inside into like near of off on onto out outside over per since than through throughout to toward towards under until up upon via with within without',
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

export const isAdverb = (word: Word): boolean =>
  adverbs.has(word.lower) ||
  (/^[a-z]{3,}ly$/.test(word.lower) && !/^(apply|supply|reply|rely|comply|multiply|family|assembly|anomaly|only)$/.test(word.lower));

/** A word that may end a noun phrase: not a function word. */
export const isNounish = (word: Word): boolean =>
  word.code ||
  (!articles.has(word.lower) &&
    !prepositions.has(word.lower) &&
    !conjunctions.has(word.lower) &&
    !modals.has(word.lower) &&
    !beForms.has(word.lower) &&
    !relatives.has(word.lower) &&
    /[\p{L}\p{N}>)%*]/u.test(word.lower) &&
    !/^(its|their|your|our|every|no|to|not|be|been|being)$/.test(word.lower));

/** A plain guess: ends like a plural noun. */
export const looksPlural = (word: string): boolean =>
  /[a-zA-Z]{2,}s$/.test(word) && !/(ss|us|is|os|ics|as)$/.test(word.toLowerCase()) && !/[A-Z]S$/.test(word);

/** The text of words `from` up to and without `to`, as it stands in the sentence. */
export function textOf(sentence: string, words: readonly Word[], from: number, to = words.length): string {
  const first = words[from];
  const last = words[to - 1];
  return first === undefined || last === undefined || to <= from ? '' : sentence.slice(first.from, last.to);
}
