/**
 * Recognition by likeness, the last and weakest: a text that left the notes in this batch, or was an orphan already, and a new text
 * that is nearly the same. Cards of one source item share its text, so texts are compared first and their cards paired after.
 */
import { grouped, type Draft, type KnownCard, type Matching } from './matching.js';
import { SimilarTexts, trigramsOf } from './similar-text.js';

/** Measured on 130 cards: keeps every typo, one-word and appended-text edit and 95 % of three-word edits. */
const sure = 0.7;
/** From here on the person is asked, unless the text stands between the same neighbours as before. */
const asked = 0.5;
/** The likest must be likelier than the next by this much. */
const margin = 0.1;
/** Pairs that are settled free others from their rivals; more rounds than this settle nothing new in practice. */
const rounds = 3;

interface Candidate {
  text: string;
  score: number;
}

const textKey = (item: { kind: string; evidence: { text: string } }): string => `${item.kind}\u0000${item.evidence.text}`;

/** Pairs what is surely the same text; gives for unsure ones the card each draft may continue. */
export function pairByLikeness<K extends KnownCard>(matching: Matching<K>): Map<Draft, K> {
  const maybe = new Map<Draft, K>();
  const free = grouped(matching.freeKnown(), textKey);
  // Nothing vanished: every text left is a new one.
  if (free.size === 0) return maybe;
  const texts = new LikeTexts(grouped(matching.freeDrafts(), textKey), free);
  for (let round = 0; round < rounds; round++) {
    const pairs = texts.mutuallyBest(sure, margin);
    for (const [drafts, cards] of pairs) pairItem(matching, drafts, cards);
    if (pairs.length === 0) break;
  }
  const inPlace = sameNeighbours(matching);
  for (const [drafts, cards] of texts.mutuallyBest(asked, 0)) {
    for (const [draft, card] of sameItem(drafts, cards)) {
      if (inPlace(draft, card)) matching.join(draft, card);
      else maybe.set(draft, card);
    }
  }
  return maybe;
}

/** Do a draft and a vanished card stand between the same recognised cards of the same note? */
function sameNeighbours<K extends KnownCard>(matching: Matching<K>): (draft: Draft, card: K) => boolean {
  const around = new Map<Draft | K, { noteId: string; before: K | null; after: K | null }>();
  const sweep = <T extends Draft | K>(items: readonly T[], recognised: (item: T) => K | null): void => {
    let before: K | null = null;
    let waiting: { after: K | null }[] = [];
    for (const item of items) {
      const card = recognised(item);
      if (card) {
        for (const place of waiting) place.after = card;
        [waiting, before] = [[], card];
      } else {
        const place = { noteId: item.noteId, before, after: null };
        waiting.push(place);
        around.set(item, place);
      }
    }
  };
  const free = new Set(matching.freeKnown());
  const live = matching.known.filter((card) => !card.orphaned);
  for (const drafts of grouped(matching.drafts, (draft) => draft.noteId).values())
    sweep(drafts, (draft) => matching.knownOf(draft) ?? null);
  for (const cards of grouped(live, (card) => card.noteId).values()) sweep(cards, (card) => (free.has(card) ? null : card));
  return (draft, card) => {
    const [now, then] = [around.get(draft), around.get(card)];
    if (!now || !then || now.noteId !== then.noteId) return false;
    return now.before === then.before && now.after === then.after && (now.before ?? now.after) !== null;
  };
}

/** Free texts of both sides and how alike they are. */
class LikeTexts<K extends KnownCard> {
  private readonly forward = new Map<string, Candidate[]>();
  private readonly backward = new Map<string, Candidate[]>();

  constructor(
    private readonly drafts: Map<string, Draft[]>,
    private readonly cards: Map<string, K[]>,
  ) {
    const byKind = new Map<string, SimilarTexts<string>>();
    for (const [text, [card]] of cards) {
      if (!card) continue;
      const similar = byKind.get(card.kind) ?? new SimilarTexts<string>();
      byKind.set(card.kind, similar);
      similar.add(text, trigramsOf(card.evidence.text));
    }
    for (const [text, [draft]] of drafts) {
      const found = draft ? (byKind.get(draft.kind)?.find(trigramsOf(draft.evidence.text), asked - margin) ?? []) : [];
      this.forward.set(
        text,
        found.map(({ value, score }) => ({ text: value, score })),
      );
      for (const { value, score } of found) {
        const back = this.backward.get(value);
        if (back) back.push({ text, score });
        else this.backward.set(value, [{ text, score }]);
      }
    }
    for (const list of this.backward.values()) list.sort((a, b) => b.score - a.score);
  }

  /** Takes out the pairs in which each is the other's likest by `lead`, at least `atLeast` alike. */
  mutuallyBest(atLeast: number, lead: number): [Draft[], K[]][] {
    const found: [string, string][] = [];
    for (const text of this.drafts.keys()) {
      const best = this.best(this.forward.get(text), this.cards, lead);
      if (!best || best.score < atLeast) continue;
      if (this.best(this.backward.get(best.text), this.drafts, lead)?.text === text) found.push([text, best.text]);
    }
    const pairs: [Draft[], K[]][] = [];
    for (const [draftText, cardText] of found) {
      const [drafts, cards] = [this.drafts.get(draftText), this.cards.get(cardText)];
      if (!drafts || !cards) continue;
      pairs.push([drafts, cards]);
      this.drafts.delete(draftText);
      this.cards.delete(cardText);
    }
    return pairs;
  }

  /** The likest that is still free, when it leads the next one. */
  private best(candidates: Candidate[] | undefined, free: Map<string, unknown>, lead: number): Candidate | null {
    const [first, second] = (candidates ?? []).filter((candidate) => free.has(candidate.text));
    if (!first) return null;
    return second && first.score - second.score < lead ? null : first;
  }
}

function pairItem<K extends KnownCard>(matching: Matching<K>, drafts: Draft[], cards: K[]): void {
  for (const [draft, card] of sameItem(drafts, cards)) matching.join(draft, card);
}

/**
 * Pairs the cards of one text with those of the other: first by note and slot, then by note and part, then by part; what is left
 * only when nothing can be confused.
 */
function sameItem<K extends KnownCard>(drafts: Draft[], cards: K[]): [Draft, K][] {
  const pairs: [Draft, K][] = [];
  let [freeDrafts, freeCards] = [drafts, cards];
  const keys: ((item: Draft | K) => string)[] = [
    (item) => `${item.noteId}\u0000${item.evidence.slot}`,
    (item) => `${item.noteId}\u0000${partOf(item.evidence.slot)}`,
    (item) => partOf(item.evidence.slot),
  ];
  for (const keyOf of keys) {
    const waiting = grouped(freeCards, keyOf);
    const taken = new Set<K>();
    freeDrafts = freeDrafts.filter((draft) => {
      const card = waiting.get(keyOf(draft))?.shift();
      if (!card) return true;
      taken.add(card);
      pairs.push([draft, card]);
      return false;
    });
    freeCards = freeCards.filter((card) => !taken.has(card));
  }
  const [draft, card] = [freeDrafts[0], freeCards[0]];
  if (draft && card && freeDrafts.length === 1 && freeCards.length === 1) pairs.push([draft, card]);
  return pairs;
}

/** The last piece of a slot, without the number that tells equal slots apart: the card's part of its item. */
const partOf = (slot: string): string => slot.slice(slot.lastIndexOf(' › ') + 1).replace(/ #\d+$/, '');
