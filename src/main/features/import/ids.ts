import { hash } from 'node:crypto';
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
  forCard: (evidence) => quickV5(evidence, cards),
};

/** UUIDv5 as RFC 9562, 5.5 has it. An import asks for tens of thousands, and one call of the platform's SHA-1 is several times as quick as the library's three. */
function quickV5(name: string, namespace: Uint8Array): string {
  const hex = hash('sha1', Buffer.concat([namespace, Buffer.from(name)]), 'hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
