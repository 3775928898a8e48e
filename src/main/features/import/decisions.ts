/** The third step of an import: what happens to each card of a note, by what the person says now or said before. */
import type { DraftCard } from '../../domain/notes/card.js';
import type { CardMark } from '../../domain/notes/packed-note.js';
import type { DraftShelf } from '../../store/transfer/import-drafts.js';
import type { StoredCard } from '../../store/tables/import-rows.js';
import type { ImportStore } from '../../store/transfer/imports.js';
import type { ImportedNote } from './gather.js';
import type { NotePlan } from './plan.js';

/** What the person said about a card in this preview. */
export interface Choice {
  decision: 'import' | 'rejected';
  /** Their own wording. */
  wording: { front: string; back: string } | null;
  /** Does the card continue the vanished one it resembles? null while they have not said. */
  continues: boolean | null;
}

/** A card of a note, with everything known about it. */
export interface Decided {
  /** Stable within one preview. */
  key: string;
  note: ImportedNote;
  /** Order within the note. */
  position: number;
  mark: CardMark;
  /** The card itself; the cards of a note are fetched together, and only when one of them is asked for. */
  draft: () => DraftCard;
  cardId: string;
  /** The stored card it continues; null for a new one. */
  known: StoredCard | null;
  decision: 'import' | 'held-back' | 'rejected';
  /** Where another note gives the same card, as `note:line`; null when none does, or this one is in use. */
  twin: string | null;
  wording: Choice['wording'];
  /** The vanished card to ask about, and what the person said; null when there is none. */
  asks: { card: StoredCard; answer: boolean | null } | null;
}

export const cardKey = (noteIndex: number, position: number): string => `${noteIndex}-${position}`;

/** The note and the position a key stands for; null for what is no key. */
export function placeOfKey(key: string): { noteIndex: number; position: number } | null {
  const [, noteIndex, position] = /^(\d{1,9})-(\d{1,9})$/.exec(key) ?? [];
  return noteIndex === undefined || position === undefined ? null : { noteIndex: Number(noteIndex), position: Number(position) };
}

interface DecideParts {
  store: ImportStore;
  shelf: DraftShelf;
  choices: ReadonlyMap<string, Choice>;
}

/** The cards of a note, in order, with the choices made so far. */
export function decidedCards(plan: NotePlan, noteIndex: number, { store, shelf, choices }: DecideParts): Decided[] {
  const { note } = plan;
  if (note.content.state !== 'parsed') return [];
  const { place } = note.content.cards;
  const stored = store.cards([...[...plan.continued].flatMap((position) => plan.cardIds[position] ?? []), ...plan.maybe.values()]);
  let drafts: DraftCard[] | null = null;
  return shelf.marks(place).map((mark, position): Decided => {
    const key = cardKey(noteIndex, position);
    const choice = choices.get(key);
    const maybe = stored.get(plan.maybe.get(position) ?? '') ?? null;
    const cardId = plan.cardIds[position] ?? '';
    const known = plan.continued.has(position) ? (stored.get(cardId) ?? null) : choice?.continues ? maybe : null;
    const twin = plan.twins.get(position) ?? null;
    return {
      key,
      note,
      position,
      mark,
      draft: () => at((drafts ??= shelf.drafts(place)), position),
      cardId: known?.cardId ?? cardId,
      known,
      decision: choice?.decision ?? plan.standing.get(position) ?? byItself(mark.held || twin !== null, known),
      twin,
      wording: choice?.wording ?? null,
      asks: maybe && { card: maybe, answer: choice?.continues ?? null },
    };
  });
}

/** A card that is in use stays, and a doubtful one waits. */
const byItself = (isDoubtful: boolean, known: StoredCard | null): Decided['decision'] =>
  isDoubtful && (known === null || known.orphaned) ? 'held-back' : 'import';

function at(drafts: readonly DraftCard[], position: number): DraftCard {
  const draft = drafts[position];
  if (!draft) throw new Error(`no card ${position} on the shelf`);
  return draft;
}

/** Why a card would be held back, in words; empty when nothing is against it. */
export const reasonsOf = ({ draft, twin }: Decided): string[] =>
  twin === null ? [...draft().reasons] : [...draft().reasons, `it is the same as ${twin}`];
