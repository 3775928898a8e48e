import { parse, v4, v5 } from 'uuid';

/** Where ids come from; tests bring their own. */
export interface Ids {
  /** A new id that nothing else has. */
  random(): string;
  /** The id of the note at a path, the same every time. */
  forNote(path: string): string;
  /** The id of a card that begins with this evidence, the same on every machine. */
  forCard(evidence: string): string;
}

/** Namespaces of our own, so that the same text names different things as a note and as a card. */
const notes = parse(v5('note', v5('https://etcdeck.invalid/', v5.URL)));
const cards = parse(v5('card', v5('https://etcdeck.invalid/', v5.URL)));

export const uuids: Ids = {
  random: () => v4(),
  forNote: (path) => v5(Buffer.from(path), notes),
  forCard: (evidence) => v5(Buffer.from(evidence), cards),
};
