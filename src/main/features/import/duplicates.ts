/** New cards that ask and answer, word for word, what a card of another note does already. */
import { textMark, type CardMark } from '../../domain/notes/packed-note.js';
import type { DraftShelf } from '../../store/transfer/import-drafts.js';
import type { PlacedCard } from '../../store/tables/import-rows.js';
import type { ImportStore } from '../../store/transfer/imports.js';
import type { ImportedNote } from './gather.js';

/** A note of the batch, as far as this goes; all numbers are positions of cards in it. */
interface Plan {
  note: ImportedNote;
  /** Cards that continue a stored one. */
  continued: ReadonlySet<number>;
  /** What was said of cards before. */
  standing: ReadonlyMap<number, 'import' | 'rejected'>;
}

/** Where the same card stands, as `note:line`: for each note, by the position of the card that repeats it. */
export function findTwins(
  plans: readonly Plan[],
  shelf: DraftShelf,
  store: Pick<ImportStore, 'cardsWithSpans' | 'notes'>,
): Map<number, string>[] {
  const planned = new Set(
    plans.filter(({ note }) => note.content.state !== 'unchanged' && note.content.state !== 'failed').map(({ note }) => note.noteId),
  );
  const marksOf = ({ note: { content } }: Plan): readonly CardMark[] =>
    content.state === 'parsed' ? shelf.marks(content.cards.place) : [];
  const isNew = ({ continued, standing }: Plan, position: number): boolean => !continued.has(position) && !standing.has(position);

  /** Where each text stands: in which of the notes, or in a note that is not among them. */
  const inBatch = new Map<number, { index: number; line: number }>();
  const inStore = new Map<number, PlacedCard>();
  const placeOf = (text: number): string | null => {
    const [own, stored] = [inBatch.get(text), inStore.get(text)];
    if (own) return `${plans[own.index]?.note.name ?? ''}:${own.line}`;
    return stored ? `${stored.noteName}:${stored.line}` : null;
  };

  // What is in use stays; a new card gives way to it wherever it stands.
  for (const [index, plan] of plans.entries()) {
    if (plan.continued.size === 0 && plan.standing.size === 0) continue;
    for (const [position, { text, line }] of marksOf(plan).entries()) {
      if (!isNew(plan, position) && plan.standing.get(position) !== 'rejected' && !inBatch.has(text)) inBatch.set(text, { index, line });
    }
  }
  const freshOf = (plan: Plan): (readonly [number, CardMark])[] =>
    [...marksOf(plan).entries()].filter(([position, { held }]) => !held && isNew(plan, position));
  // Where there are cards of other notes, the same source text finds them quickly; what counts is the card itself.
  if (store.notes().some(({ noteId }) => !planned.has(noteId))) {
    for (const plan of plans) {
      for (const card of store.cardsWithSpans(freshOf(plan).map(([, { evidence }]) => evidence.spanHash))) {
        const text = textMark(card.front, card.back);
        if (!planned.has(card.noteId) && !inStore.has(text)) inStore.set(text, card);
      }
    }
  }
  return plans.map((plan, index) => {
    const twins = new Map<number, string>();
    for (const [position, { text, line }] of freshOf(plan)) {
      const place = placeOf(text);
      if (place === null) inBatch.set(text, { index, line });
      else twins.set(position, place);
    }
    return twins;
  });
}
