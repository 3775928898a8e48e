/** What a card says, as text that words, paths and flags are looked for in. */

/** The parts of a card that say something about Kubernetes; Markdown. */
export interface CardText {
  front: string;
  back: string;
  headings: readonly string[];
  /** Deck path nested with `::`. */
  deck: string;
}

export interface Statement {
  /** Question and answer, on lines of their own. */
  said: string;
  question: string;
  answer: string;
  /** Deck and headings: what the card is about, though it may not say so itself. */
  around: string;
}

/** No card says more than this; what follows is data. */
const maxLength = 4_000;

export function statementOf({ front, back, headings, deck }: CardText): Statement {
  const question = plain(front);
  const answer = plain(back);
  return { said: `${question}\n${answer}`, question, answer, around: `${deck.replaceAll('::', '\n')}\n${headings.join('\n')}` };
}

/** Without the marks of Markdown that stand between words; underscores stay, they are in names. */
const plain = (markdown: string): string =>
  markdown
    .slice(0, maxLength)
    .replace(/```\w*\n?/g, '')
    .replace(/`+/g, '')
    // Emphasis only: a star alone may be a value.
    .replace(/(\*{1,3})(?=\S)([^*\n]*[^*\s])\1/g, '$2')
    .trim();
