/** The ways to read what a person typed: as it stands, without the marks of Markdown, as TeX. */
import { lineOfTex } from './tex.js';

/** Readings of a typed text, as it stands first. TeX is only looked for where the answer has a formula. */
export function readingsOf(typed: string, hasFormula: boolean): string[] {
  const text = typed.replace(/\r\n?/g, '\n').replace(/[^\S\n]/g, ' ');
  const formula = (tex: string): string => lineOfTex(tex).replace(/ /g, '\u00a0');
  const readings = [text, unmarked(text)];
  if (hasFormula && /[\\^_{]|\$.*\$/.test(text)) readings.push(formula(text.replace(/^\s*\${1,2}|\${1,2}\s*$/g, '')));
  return [...new Set(readings)];
}

/** Marks that people put around words when they type as they write notes. Signs that stand alone stay: they may be the answer. */
const unmarked = (text: string): string =>
  text
    .replace(/^\s{0,3}(?:#{1,6}|>)\s+(?=\S)/gm, '')
    .replace(/^\s*(?:`{3,}|~{3,})[\w-]*$/gm, '')
    .replace(/(`+)(?!`)\s?(\S(?:[\s\S]*?\S)?)\s?(?<!`)\1(?!`)/g, '$2')
    .replace(/(\*\*|__|~~|==)(?=[^\s*_~=])([\s\S]*?[^\s*_~=])\1/g, '$2')
    .replace(/(?<![\w*])[*_](?=[^\s*_])([^*_\n]*[^\s*_])[*_](?![\w*])/g, '$1')
    .replace(/\$(?=\S)([^$\n]*\S)\$/g, '$1')
    .trim();

/** A typed command without the marks of code around all of it; inside it, a backtick is the shell's. */
export const withoutCodeMarks = (typed: string): string =>
  /^\s*(`{3,}|~{3,})[\w-]*\n([\s\S]*?)\n?\1\s*$/.exec(typed)?.[2] ?? /^\s*(`+)(?!`)([^`]+)\1\s*$/.exec(typed)?.[2] ?? typed;
