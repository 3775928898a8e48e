/** What is known of the words of a note: which are ordinary, which are names, which of its terms come again and again. */
import { detectLanguage } from './language.js';
import type { Vocabulary } from './english/grammar.js';
import type { Place } from './rule.js';
import { isBare, keyWords } from './subject.js';

/** What is known of the words of a note, told when it is first asked for. */
export interface NoteWords extends Pick<Place, 'language' | 'vocabulary' | 'properties' | 'terms'> {
  /** All running text in small letters: no headings, no code blocks. */
  prose: () => string;
}

export function wordsOf(lines: readonly string[]): NoteWords {
  const language = detectLanguage(withoutFences(lines, 30_000));
  const ofEnglish = (make: () => Set<string>): Vocabulary => lazySet(() => (language === 'en' ? make() : new Set()));
  let running: string | null = null;
  /** A heading with capitals on all its words tells no names from words. */
  const text = (): string =>
    (running ??= withoutFences(
      lines.filter((line) => !line.startsWith('#')),
      Infinity,
    ));
  let prose: string | null = null;
  return {
    language,
    vocabulary: ofEnglish(() => smallWords(text())),
    properties: lazySet(() => (language === 'en' ? repeatedTerms(lines) : repeatedLabels(lines))),
    terms: ofEnglish(() => wordsOfTerms(lines)),
    prose: () => (prose ??= text().toLowerCase()),
  };
}

function lazySet(make: () => Set<string>): Vocabulary {
  let words: Set<string> | null = null;
  return { has: (word) => (words ??= make()).has(word) };
}

/** Terms of list items that come again and again are properties of what their sections are about. */
function repeatedTerms(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const term = /^\s*(?:[-*+]|\d+[.)])\s+\*\*([^*`]{2,30}?):?\*\*/
      .exec(line)?.[1]
      ?.trim()
      .replace(/^\p{Lu}(?=\p{Ll})| \p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
    if (term !== undefined && /^[a-z]+(?: [a-z]+){0,2}$/.test(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new Set([...counts].filter(([term, count]) => count >= (isBare(term) ? 3 : 5)).map(([term]) => term));
}

/** The same for a language of which the engine knows no words: marked or short names before a colon, in any case of letters. */
function repeatedLabels(lines: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const line of lines) {
    const found = /^\s*(?:[-*+]|\d+[.)])\s+(?:\*\*([^*`:：]{1,40})[:：]?\*\*|([^*`:：[\]]{1,20})[:：])/.exec(line);
    const label = (found?.[1] ?? found?.[2])?.trim().toLowerCase();
    if (label === undefined || label === '') continue;
    if (seen.has(label)) again.add(label);
    seen.add(label);
  }
  return again;
}

/** Words of what the note sets in bold or code at the start of a line or item. */
function wordsOfTerms(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    const term = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?(?:\*\*([^*]{2,50})\*\*|`([^`]{2,40})`)/.exec(line);
    for (const word of keyWords(term?.[1] ?? term?.[2] ?? '')) if (word.length > 2) words.add(word.replace(/s$/, '')).add(word);
  }
  return words;
}

/** Words written small in running text, and not with a capital inside a sentence; names in paths and code do not count. */
function smallWords(text: string): Set<string> {
  const words = new Set<string>();
  const names = new Set<string>();
  let from = -1;
  let code = false;
  let capital = false;
  for (let i = 0; i <= text.length; i++) {
    const char = i < text.length ? text.charCodeAt(i) : 10;
    if (char === 96) code = !code;
    if (char === 10) code = false;
    const small = char >= 97 && char <= 122;
    if ((small || (char >= 65 && char <= 90)) && !code) {
      if (from === -1) {
        from = i === 0 || text.charCodeAt(i - 1) === 32 || '\n(\t"\''.includes(text.charAt(i - 1)) ? i : -2;
        capital = false;
      }
      if (!small) capital = true;
      continue;
    }
    if (from >= 0 && i - from > 1 && (char === 32 || '\n\t,.;:)"\'?!'.includes(text.charAt(i) || '\n'))) {
      const word = text.slice(from, i);
      if (!capital) words.add(word);
      else if (from > 1 && /[a-z,] $/.test(text.slice(from - 2, from))) names.add(word.toLowerCase());
    }
    from = char === 45 || char === 47 || char === 46 || char === 95 || (char >= 48 && char <= 57) ? -2 : -1;
  }
  for (const name of names) words.delete(name);
  return words;
}

function withoutFences(lines: readonly string[], enough: number): string {
  const kept: string[] = [];
  let length = 0;
  let inside = false;
  for (const line of lines) {
    if (/^\s*(```|~~~)/.test(line)) inside = !inside;
    else if (!inside) {
      kept.push(line);
      length += line.length;
      if (length > enough) break;
    }
  }
  return kept.join('\n');
}
