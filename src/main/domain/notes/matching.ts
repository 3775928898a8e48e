/**
 * The bookkeeping of recognition: drafts and stored cards that are still free, and the pairs made so far.
 */
import type { CardKind, Evidence } from './card.js';

/** A stored card as far as recognition goes. */
export interface KnownCard {
  cardId: string;
  noteId: string;
  kind: CardKind;
  evidence: Evidence;
  /** Order within its note. */
  position: number;
  /** It was an orphan before this batch. */
  orphaned: boolean;
}

/** Evidence without its text: enough for everything but likeness. */
export type Trace = Omit<Evidence, 'text'>;

/** What a note of the batch gives now, in the order of the note. */
export interface NoteDrafts<E extends Trace = Evidence> {
  noteId: string;
  cards: readonly { kind: CardKind; evidence: E }[];
}

/** A card of a note in the batch. */
export interface Draft<E extends Trace = Evidence> {
  noteId: string;
  kind: CardKind;
  evidence: E;
}

/** A key two things must share to be paired; null takes no part. */
export type KeyOf<T> = (item: T) => string | null;

export class Matching<K extends KnownCard, E extends Trace = Evidence> {
  /** All drafts of the batch, note by note, in order. */
  readonly drafts: readonly Draft<E>[];
  /** All stored cards: live ones before orphans, by position. */
  readonly known: readonly K[];
  private readonly pairs = new Map<Draft<E>, K>();
  private readonly used = new Set<K>();
  /** How many cards went from one note to another: from -> to -> count. */
  private readonly moves = new Map<string, Map<string, number>>();

  constructor(known: readonly K[], notes: readonly NoteDrafts<E>[]) {
    this.drafts = notes.flatMap(({ noteId, cards }) => cards.map(({ kind, evidence }) => ({ noteId, kind, evidence })));
    // Of two that fit equally, the live card wins over the orphan, then the one that stood first.
    this.known = [...known].sort((a, b) => Number(a.orphaned) - Number(b.orphaned) || a.position - b.position);
  }

  freeDrafts(): Draft<E>[] {
    return this.drafts.filter((draft) => !this.pairs.has(draft));
  }

  freeKnown(): K[] {
    return this.known.filter((card) => !this.used.has(card));
  }

  knownOf(draft: Draft<E>): K | undefined {
    return this.pairs.get(draft);
  }

  join(draft: Draft<E>, card: K): void {
    this.pairs.set(draft, card);
    this.used.add(card);
    if (card.noteId === draft.noteId) return;
    const targets = this.moves.get(card.noteId) ?? new Map<string, number>();
    this.moves.set(card.noteId, targets.set(draft.noteId, (targets.get(draft.noteId) ?? 0) + 1));
  }

  /** Pairs free drafts and cards with the same key; several with one key are paired in order. */
  pair(draftKey: KeyOf<Draft<E>>, knownKey: KeyOf<K>): void {
    const waiting = grouped(this.freeKnown(), knownKey);
    if (waiting.size === 0) return;
    const next = new Map<string, number>();
    for (const draft of this.freeDrafts()) {
      const key = draftKey(draft);
      if (key === null) continue;
      const at = next.get(key) ?? 0;
      const card = waiting.get(key)?.[at];
      if (!card) continue;
      next.set(key, at + 1);
      this.join(draft, card);
    }
  }

  /** Pairs only where one draft and one card have the key. */
  pairUnique(draftKey: KeyOf<Draft<E>>, knownKey: KeyOf<K>): void {
    const waiting = grouped(this.freeKnown(), knownKey);
    if (waiting.size === 0) return;
    for (const [key, drafts] of grouped(this.freeDrafts(), draftKey)) {
      const cards = waiting.get(key);
      const [draft, card] = [drafts[0], cards?.[0]];
      if (draft && card && drafts.length === 1 && cards?.length === 1) this.join(draft, card);
    }
  }

  /** The note that most of a note's departed cards went to. */
  heirs(): Map<string, string> {
    const heirs = new Map<string, string>();
    for (const [from, targets] of this.moves) {
      const [heir] = [...targets].sort((a, b) => b[1] - a[1])[0] ?? [];
      if (heir !== undefined) heirs.set(from, heir);
    }
    return heirs;
  }
}

/** One key of several parts. */
export const keyOf = (...parts: readonly string[]): string => parts.join('\u0000');

export function grouped<T>(items: readonly T[], keyFor: KeyOf<T>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyFor(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
