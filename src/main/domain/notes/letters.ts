/**
 * Patterns with classes of letters. Each character is looked up in a table for `\p{Lu}` and its like; nearly every text is ASCII, where
 * plain ranges find the same and are several times as quick.
 */

/** The ASCII characters of each class. */
const ranges: Readonly<Record<string, string>> = { L: 'A-Za-z', Lu: 'A-Z', Ll: 'a-z', Lo: '', N: '0-9', Extended_Pictographic: '' };

const beyondAscii = /[\u0080-\uffff]/;

/** Tells as `pattern.test` does whether a text has the pattern (one without `g` and `y`). */
export function lettersIn(pattern: RegExp): { test: (text: string) => boolean } {
  const plain = new RegExp(plainSource(pattern.source), pattern.flags.replace('u', ''));
  return { test: (text) => (beyondAscii.test(text) ? pattern : plain).test(text) };
}

function plainSource(source: string): string {
  let inClass = false;
  return source.replace(/\\p\{(\w+)\}|\\.|[[\]]/g, (token, name: string | undefined) => {
    if (token === '[' || token === ']') inClass = token === '[' || (inClass && token !== ']');
    if (name === undefined) return token;
    const range = ranges[name];
    if (range === undefined) throw new Error(`no ASCII characters are known for \\p{${name}}`);
    return inClass ? range : `[${range}]`;
  });
}
