/** Ids of new cards, made of their evidence: the same on every machine. */
import { grouped, keyOf, type Trace } from './matching.js';

export interface IdSource {
  /** Card id for a piece of evidence; the same on every machine. */
  cardIdFor: (evidence: string) => string;
  /** Those of the ids that stored cards have. Asked once for each note, and again only for what it finds taken. */
  taken: (cardIds: readonly string[]) => ReadonlySet<string>;
}

/** Gives ids out, note after note. Identical items are numbered, and a number whose id a stored card has is passed over. */
export class FreshIds {
  /** The last number given for a piece of evidence, by its first id, which is shorter than the evidence. */
  private readonly last = new Map<string, number>();

  constructor(private readonly source: IdSource) {}

  /** Ids for the new cards of a note, in order. */
  take(traces: readonly Trace[]): string[] {
    const { cardIdFor, taken } = this.source;
    const positions = traces.map((_, position) => position);
    const groups = [...grouped(positions, (position) => evidenceOf(traces[position]))].map(([evidence, same]) => {
      const first = cardIdFor(evidence);
      const from = this.last.get(first) ?? 0;
      const idOf = (number: number): string => (number === 1 ? first : cardIdFor(keyOf(evidence, String(number))));
      // Nearly always no number is passed over: these ids are asked for in one question.
      return { same, first, from, idOf, likely: same.map((_, index) => idOf(from + index + 1)) };
    });
    const used = taken(groups.flatMap(({ likely }) => likely));

    const ids: string[] = [];
    for (const { same, first, from, idOf, likely } of groups) {
      // Counting on from the last one keeps a thousand identical items from trying each other's ids.
      let number = from;
      const next = (): string => {
        for (;;) {
          const asked = likely[number++ - from];
          const cardId = asked ?? idOf(number);
          if (!(asked === undefined ? taken([cardId]) : used).has(cardId)) return cardId;
        }
      };
      for (const position of same) ids[position] = next();
      this.last.set(first, number);
    }
    return ids;
  }
}

const evidenceOf = (trace: Trace | undefined): string => keyOf(trace?.spanHash ?? '', trace?.slot ?? '');
