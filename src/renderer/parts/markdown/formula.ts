/** TeX as MathML, by KaTeX; loaded when the first formula comes up. Only what Chromium draws, and nothing but elements of MathML. */
import katex from 'katex';

const namespace = 'http://www.w3.org/1998/Math/MathML';
/** What KaTeX puts in the place of a command that is not allowed; no note writes this colour. */
const refusedColour = '#bad0bad0';

const elements = new Set(
  'math mrow mi mo mn mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mstyle mpadded mphantom'.split(
    ' ',
  ),
);
const attributes =
  'display stretchy fence separator symmetric largeop movablelimits accent accentunder form lspace rspace minsize maxsize linethickness displaystyle scriptlevel width height depth voffset'.split(
    ' ',
  );

/** Chromium draws no `mathvariant` but "normal": letters of their own where Unicode has them, a class for the rest. */
const letters: Readonly<Record<string, { upper: number; lower: number; digit: number | null; others: string }>> = {
  'double-struck': { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8, others: 'CℂHℍNℕPℙQℚRℝZℤ' },
  script: { upper: 0x1d49c, lower: 0x1d4b6, digit: null, others: 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ' },
  fraktur: { upper: 0x1d504, lower: 0x1d51e, digit: null, others: 'CℭHℌIℑRℜZℨ' },
};
const dresses: Readonly<Record<string, string>> = {
  bold: 'math-bold',
  'bold-italic': 'math-bold math-italic',
  'sans-serif': 'math-sans',
  'bold-sans-serif': 'math-sans math-bold',
  italic: 'math-italic',
  monospace: 'math-mono',
};

/** The formula; null when it has an error or asks for what cannot be drawn, so that its source is shown. */
export function formula(tex: string, isDisplay: boolean): Element | null {
  try {
    const source = katex.renderToString(tex, {
      output: 'mathml',
      displayMode: isDisplay,
      throwOnError: true,
      errorColor: refusedColour,
      strict: 'ignore',
      trust: false,
      maxExpand: 200,
      maxSize: 20,
    });
    const math = new DOMParser().parseFromString(source, 'text/html').querySelector('math');
    return math && drawn(math);
  } catch {
    return null;
  }
}

/** The element made anew from what is known; null when anything is not. */
function drawn(from: Element): Element | null {
  const name = from.localName;
  // Its first child is the formula, the others say it in other ways.
  if (name === 'semantics') return from.firstElementChild && drawn(from.firstElementChild);
  const isBox = name === 'menclose' && from.getAttribute('notation') === 'box';
  if ((!elements.has(name) && !isBox) || from.getAttribute('mathcolor') === refusedColour || from.hasAttribute('mathbackground'))
    return null;
  const element = document.createElementNS(namespace, isBox ? 'mrow' : name);
  if (isBox) element.setAttribute('class', 'math-box');
  for (const attribute of attributes) {
    const value = from.getAttribute(attribute);
    if (value !== null) element.setAttribute(attribute, value);
  }
  if (from.childElementCount === 0) element.textContent = dressed(from, element);
  for (const child of from.children) {
    const made = drawn(child);
    if (made === null) return null;
    element.append(made);
  }
  if (name === 'mtable') align(element, (from.getAttribute('columnalign') ?? '').split(' '));
  return element;
}

/** The text in the letters its variant asks for, or with a class that dresses it. */
function dressed(from: Element, to: Element): string {
  const text = from.textContent;
  const variant = from.getAttribute('mathvariant');
  if (variant === null) return text;
  const alphabet = letters[variant];
  if (from.localName === 'mi') to.setAttribute('mathvariant', 'normal');
  const dress = dresses[variant];
  if (dress) to.setAttribute('class', dress);
  return alphabet ? [...text].map((letter) => letterOf(letter, alphabet)).join('') : text;
}

function letterOf(letter: string, { upper, lower, digit, others }: (typeof letters)[string]): string {
  const other = [...others];
  const at = other.indexOf(letter);
  if (at !== -1) return other[at + 1] ?? letter;
  const code = letter.codePointAt(0) ?? 0;
  if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(upper + code - 65);
  if (/^[a-z]$/.test(letter)) return String.fromCodePoint(lower + code - 97);
  return digit !== null && /^\d$/.test(letter) ? String.fromCodePoint(digit + code - 48) : letter;
}

/** Chromium has no `columnalign`: a class on each cell says it. */
function align(table: Element, columns: readonly string[]): void {
  for (const row of table.children) {
    for (const [index, cell] of [...row.children].entries()) {
      const side = columns[index] ?? columns.at(-1);
      if (side === 'left' || side === 'right') cell.setAttribute('class', `math-${side}`);
    }
  }
}
