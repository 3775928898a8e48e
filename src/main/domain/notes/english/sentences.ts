/** Cuts running text into sentences. */
import { lettersIn } from '../letters.js';

export interface Sentence {
  /** On one line, without outer white space. */
  text: string;
  line: number;
  endLine: number;
}

const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|Fig|No|Dr|Mr|Ms|St|Inc|Ltd|al|[A-Z])\.$/;

/** A whole word before the full stop: a small letter may follow, as in "… runs it. kubeadm installs …". */
const endsSentence = lettersIn(
  /(?:^|[\s(`])(?!(?:etc|approx|resp|incl|excl|min|max|def|dept|est|vol|sec|spec|misc|temp|ref|ver|aka)$)[\p{L}\p{N}-]{3,}[)`]?$/u,
);

const opening = lettersIn(/[\p{Lu}\p{Lo}\p{N}`"'“(<[]/u);

/** Lines longer than this were broken by their writer only to fit. */
const maxOwnLine = 60;
/** What comes next belongs to the line. */
const goesOn =
  /(?:[,;:(&/–—-]|\b(?:and|or|the|an?|of|to|in|for|with|by|on|at|from|is|are|as|that|which|when|if|than|its|their|your|not))\s*$/i;
const opensLine = lettersIn(/^\s*["'“(*]*[\p{Lu}\p{Lo}\p{N}`]/u);

/** Whether each line of a text is a statement of its own: all are short, each opens like a sentence, and none goes on in the next. */
export function isOfLines(text: string): boolean {
  if (!text.includes('\n')) return false;
  const lines = text.split('\n');
  return lines.every(
    (line, i) => (i === 0 || opensLine.test(line)) && (i === lines.length - 1 || (line.length <= maxOwnLine && !goesOn.test(line))),
  );
}

/** Sentences of a text whose first character stands in `line`; each `\n` in it is one line further. Linear. */
export function toSentences(text: string, line: number): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let startLine = line;
  let at = line;
  let code = false;
  let depth = 0;
  const ofLines = isOfLines(text);
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed !== '') {
      const lead = raw.length - raw.trimStart().length;
      const first = startLine + newlines(raw.slice(0, lead));
      sentences.push({ text: trimmed.replace(/\s*\n\s*/g, ' '), line: first, endLine: first + newlines(trimmed) });
    }
    start = end;
    startLine = at;
    depth = 0;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\n') {
      if (ofLines) push(i);
      at++;
    }
    if (char === '`') code = !code;
    if (code) continue;
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if ((char === '.' || char === '!' || char === '?') && depth === 0) {
      let end = i + 1;
      while (end < text.length && /["')\]”’*]/.test(text[end] ?? '')) end++;
      if (end < text.length && !/\s/.test(text[end] ?? '')) continue;
      const next = /\S/.exec(text.slice(end, end + 8))?.[0] ?? '';
      const opens = opening.test(next) || (char === '.' && endsSentence.test(text.slice(Math.max(start, i - 12), i)));
      if (next !== '' && !opens) continue;
      if (char === '.' && next !== '' && abbreviation.test(text.slice(Math.max(start, i - 8), i + 1))) continue;
      i = end - 1;
      push(end);
    } else if (char === ';' && depth === 0 && text[i + 1] === ' ' && partsSentences(text, start, i)) {
      push(i + 1);
    } else if (char === ':' && text[i + 1] === '\n') {
      push(i + 1);
    } else if (char === '。' || char === '！' || char === '？') push(i + 1);
  }
  push(text.length);
  return sentences;
}

/** Whether a semicolon stands between sentences rather than in a list. */
function partsSentences(text: string, start: number, at: number): boolean {
  const next = text.slice(at + 2, at + 60);
  return !text.slice(start, at).includes(':') && !/^(?:and|or)\b/.test(next) && /^\S+(?:\s+\S+){3}/.test(next);
}

const newlines = (text: string): number => {
  let count = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) count++;
  return count;
};
