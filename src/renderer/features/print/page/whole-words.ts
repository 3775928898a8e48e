/**
 * Keeps the words of commands whole on paper: a browser breaks a line after any hyphen, and a flag cut into "--" and "endpoints" cannot be
 * read. Only elements are put around words, so what is copied from the PDF is still the command, letter for letter.
 */

/** In code every word with a hyphen; elsewhere what looks like a flag. */
const isHeld = (word: string, inCode: boolean): boolean => (inCode ? word.includes('-') : /^-{1,2}[a-z]/i.test(word));

/** Puts `<span class="word">` around each word in `root` that must not be broken at its hyphens. */
export function keepWordsWhole(root: HTMLElement): void {
  for (const code of root.querySelectorAll<HTMLElement>('code')) holdIn(textsOf(code), true);
  for (const text of textsOf(root)) if (!text.parentElement?.closest('code')) holdIn([text], false);
}

function textsOf(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

/** A word may go through several texts, each in a colour of its own. From the last word to the first, so that places stay right. */
function holdIn(texts: readonly Text[], inCode: boolean): void {
  const whole = texts.map(({ data }) => data).join('');
  const words = [...whole.matchAll(/\S+/g)].filter(([word]) => isHeld(word, inCode));
  for (const { 0: word, index } of words.reverse()) surround(texts, index, index + word.length);
}

function surround(texts: readonly Text[], from: number, to: number): void {
  const range = document.createRange();
  range.setStart(...placeOf(texts, from, 'start'));
  range.setEnd(...placeOf(texts, to, 'end'));
  const word = document.createElement('span');
  word.className = 'word';
  word.append(range.extractContents());
  range.insertNode(word);
}

/** The text in which a place lies, and where; an end belongs to the text before it. */
function placeOf(texts: readonly Text[], at: number, side: 'start' | 'end'): [Text, number] {
  let before = 0;
  for (const text of texts) {
    const within = at - before;
    if (within < text.length || (side === 'end' && within === text.length)) return [text, within];
    before += text.length;
  }
  throw new RangeError(`There is no place ${at} in a text of ${before} characters.`);
}
