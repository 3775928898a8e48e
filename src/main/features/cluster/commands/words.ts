/** Flags and words of a command, held against a closed table of flags: an unknown one is no guess but an end. */
import type { Word } from '../../../domain/grading/shell/lexer.js';

/** Spelling to name; a name that ends in `=` takes a value. */
export type Flags = Readonly<Record<string, string>>;

export interface Taken {
  words: string[];
  /** By name; '' for a flag without a value. */
  flags: Map<string, string>;
}

/** @returns why the words cannot be taken apart: the flag that is not in the table, or lacks its value */
export function takeApart(given: readonly Word[], table: Flags): Taken | { unknown: string } {
  const words: string[] = [];
  const flags = new Map<string, string>();
  for (let index = 0; index < given.length; index += 1) {
    const text = given[index]?.value ?? '';
    if (!text.startsWith('-') || text === '-') {
      words.push(text);
      continue;
    }
    const [, spelling = text, , inline] = /^(--?[A-Za-z][\w-]*)(=([\s\S]*))?$/.exec(text) ?? [];
    const glued = /^-([A-Za-z])(.+)$/.exec(text);
    const name = nameIn(table, spelling) ?? '';
    if (name.endsWith('=')) {
      const value = inline ?? given[(index += 1)]?.value;
      if (value === undefined) return { unknown: spelling };
      flags.set(name.slice(0, -1), value);
    } else if (name !== '' && (inline === undefined || inline === 'true')) {
      flags.set(name, '');
    } else if (glued && nameIn(table, `-${glued[1] ?? ''}`)?.endsWith('=')) {
      // `-owide`
      flags.set((nameIn(table, `-${glued[1] ?? ''}`) ?? '').slice(0, -1), (glued[2] ?? '').replace(/^=/, ''));
    } else return { unknown: spelling };
  }
  return { words, flags };
}

const nameIn = (table: Flags, spelling: string): string | undefined => (Object.hasOwn(table, spelling) ? table[spelling] : undefined);
