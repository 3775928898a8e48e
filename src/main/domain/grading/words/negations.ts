/** Words that turn what is said around. */

/** By meaning, without accents: those of one line stand for each other; those of two do not, though both deny. */
const lines = [
  'not no cannot nope nicht kein keine keinen keinem keiner keines nein pas non niet geen nao 不 没 沒 没有 沒有 无 無 未 非 勿 莫 不是 并非 ない ません ず не нет',
  'never nie niemals jamais nunca nooit никогда 从不 從不 从未 永不',
  'without ohne sans sin senza zonder bez без',
  'none keins',
  'nobody noone niemand',
  'nothing nichts rien nada niente',
  'nowhere nirgends nirgendwo',
  'neither weder',
  'nor',
];

const meanings: ReadonlyMap<string, string> = new Map(
  lines.flatMap((line) => {
    const words = line.split(' ');
    return words.map((word): [string, string] => [word, words[0] ?? word]);
  }),
);

/** `doesn't`, also as it is typed in a hurry: `doesnt`. */
const contracted = /^(?:\p{L}+n't|(?:is|are|was|were|does|do|did|has|have|had|wo|would|could|should|must|need|ca|might|ai)nt)$/u;

/** What a folded word in small letters denies, as the one word for it; null for all others. */
export function negation(word: string): string | null {
  return meanings.get(word) ?? (contracted.test(word) ? 'not' : null);
}

/** Negations of several signs in scripts that put no blank between words. */
export const unspacedNegations: readonly string[] = [...meanings.keys()].filter((word) => /^\P{ASCII}{2,}$/u.test(word));
