/** Hashes of the stretches of a note that cards come from: the surest sign by which a card is known again. */
import type { hashText } from './hash.js';
import type { Draft } from './rule.js';
import { squeeze } from './text.js';

export class SpanHashes {
  /** Many cards come from one stretch. */
  private readonly known = new Map<string, string>();

  constructor(private readonly hash: typeof hashText) {}

  /** Of the text as a person reads it: white space and case do not count. */
  of({ source, kind, part }: Pick<Draft, 'source' | 'kind' | 'part'>): string {
    const normal = squeeze(source.text.toLowerCase());
    let hash = this.known.get(normal);
    if (hash === undefined) {
      hash = this.hash(normal);
      this.known.set(normal, hash);
    }
    return `${hash}/${kind}/${part}`;
  }
}
