/** One form for every way a text can be typed: of letters, digits, blanks, dashes, quotes and signs. Case is kept. */

/** Soft hyphens, marks of direction, joiners, variants of emoji: nobody sees them. */
const invisible = /[\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u200d|\p{Variation_Selector}/gu;
const raised = /[\u00b2\u00b3\u00b9\u2070\u2071\u2074-\u207e\u207f]+/g;
const apostrophes = /[\u00b4\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\uff07]/g;
const quotes = /[\u00ab\u00bb\u201c-\u201f\u2033\u300c-\u300f]/g;
/** Every dash but the wave dash, and the minus sign. */
const dashes = /[\u2212\u2043]|(?!\u301c)\p{Pd}/gu;
/** Accents are no letters of their own where a keyboard may lack them; elsewhere a mark makes another letter. */
const accents = /(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;

/** Signs that have a spelling every keyboard has. */
const spelledSigns: ReadonlyMap<string, string> = new Map([
  ['\u2264', '<='],
  ['\u2a7d', '<='],
  ['\u2265', '>='],
  ['\u2a7e', '>='],
  ['\u2260', '!='],
  ['\u2192', '->'],
  ['\u27f6', '->'],
  ['\u2190', '<-'],
  ['\u27f5', '<-'],
  ['\u21d2', '=>'],
  ['\u27f9', '=>'],
  ['\u00d7', '*'],
  ['\u22c5', '*'],
  ['\u2217', '*'],
  ['\u00f7', '/'],
  ['\u2044', '/'],
  ['\u2215', '/'],
  ['\u2223', '|'],
  ['\u223c', '~'],
  ['\u301c', '~'],
  ['\u221e', 'infinity'],
  ['\u3001', ','],
  ['\u3002', '.'],
]);
const signs = new RegExp(`[${[...spelledSigns.keys()].join('')}]`, 'g');

/** A Greek letter that stands alone in a formula has a name; one in a Greek word has not, nor the one that is "micro". */
const greek = /(?<!\p{Script=Greek})(?!\u03bc\p{L})[\u0391-\u03c9](?!\p{Script=Greek})/gu;
const greekNames =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const greekName = (letter: string): string => greekNames[letter.toLowerCase().charCodeAt(0) - 0x3b1] ?? letter;

/** The text in its one form. */
export function fold(text: string): string {
  return (
    text
      .replace(invisible, '')
      // 10² is ten to the power of two; Ca²⁺ is Ca2+.
      .replace(raised, (digits) => (/[\u207a\u207b]$/.test(digits) ? digits : `^${digits}`))
      .replace(apostrophes, "'")
      .replace(quotes, '"')
      .normalize('NFKD')
      .replace(dashes, '-')
      .replace(accents, '')
      .normalize('NFC')
      .replace(signs, (sign) => spelledSigns.get(sign) ?? sign)
      .replace(greek, greekName)
      // The root of 2 and sqrt(2) are one.
      .replace(/(?:\u221a|\bsqrt)(?:\((\w+)\))?/g, 'sqrt$1')
      .replace(/\u00df/g, 'ss')
  );
}

/** `Schlüssel` as it is spelled where there is no ü. */
export const withoutUmlauts = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00e4\u00c4]/g, 'ae')
    .replace(/[\u00f6\u00d6]/g, 'oe')
    .replace(/[\u00fc\u00dc]/g, 'ue');

/** A sign stands for nothing but itself; a word has a letter or a digit. */
export const isSign = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

const closers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** A folded word without the stops, quotes and brackets around it. A sign stays whole: it may be the answer. */
export function bare(word: string): string {
  if (isSign(word)) return word;
  let rest = word;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest
      .replace(/^["'\u00bf\u00a1]+|["']+$/g, '')
      .replace(/(?<=[\p{L}\p{N}\p{M}>)\]}%*'"])[.,;:!?]+$/u, '')
      .replace(/(?<=.)\(\)$/, '');
    rest = withoutBrackets(rest);
  }
  // `/etc/cni/` leads to where `/etc/cni` does.
  return /^(?:~|\.{1,2})?\/./.test(rest) ? rest.replace(/(?<=.)\/+$/, '') : rest;
}

/** Brackets around all of it, or whose other half stands at another word. `f(x)` keeps its own. */
function withoutBrackets(word: string): string {
  const [first = ''] = word;
  const closer = closers.get(first);
  if (closer !== undefined && (word.endsWith(closer) || !word.includes(closer)))
    return word.slice(1, word.endsWith(closer) ? -1 : undefined);
  const last = word.at(-1) ?? '';
  const opener = [...closers].find(([, one]) => one === last)?.[0];
  return opener !== undefined && !word.includes(opener) ? word.slice(0, -1) : word;
}
