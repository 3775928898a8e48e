/** The words of a Markdown text, and what in them counts when an answer is typed. */

/** Markdown as one would say it: no marks, links as their text. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s"[^"]*")?\)/g, '$1')
    .replace(/^\s{0,3}(?:#{1,6}|>)\s+/gm, '')
    .replace(/(\*\*|__|~~|==)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/(?<![\w*])[*_](?=\S)([^*_\n]*\S)[*_](?![\w*])/g, '$1')
    .replace(/^\s*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/`+/g, '')
    .trim();

/** One word of an answer. */
export interface AnswerWord {
  /** As written, with its punctuation. */
  text: string;
  /** To compare: lower case, one form of each letter, no punctuation around it. Empty for a dash. */
  plain: string;
  /** Leaving it out does not change what was said. */
  light: boolean;
  /** `not`, `never`, `without`: turns what was said around. */
  negates: boolean;
  /** Numbers, paths, flags, names with digits: a letter more or less is another thing. */
  exact: boolean;
}

const light = new Set(
  (
    'a an the is are was were be been being it its they their them this that these those of to in on at by for from with into as and or so then ' +
    'which who whose will would can does do has have had also only just any each every all there than when if der die das ein eine und ist sind von zu ' +
    'le la les un une et est de des du'
  ).split(' '),
);
const negations = new Set(
  "not no never none neither nor without cannot can't don't doesn't isn't aren't won't nicht kein keine ohne pas".split(' '),
);

/** The words of a plain text in their order; at most `most` of them. */
export function answerWords(text: string, most = 400): AnswerWord[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, most)
    .map((word) => {
      const folded = word
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[\u2018\u2019]/g, "'")
        .toLowerCase();
      const bare = folded.replace(/^[^\p{L}\p{N}/~$<-]+|[^\p{L}\p{N}/~>*]+$/gu, '').replace(/^[-\u2013\u2014]+$/, '');
      const exact = /[\d/=$<>]|^-|\w[._:]\w/.test(bare);
      return { text: word, plain: bare, light: bare === '' || light.has(bare), negates: negations.has(bare), exact };
    });
}
