/** Recognition as one question: stored cards and notes in, what each card of each note is out. */
import { planIdentity } from '../../../src/main/domain/notes/identity.js';
import type { IdSource } from '../../../src/main/domain/notes/fresh-ids.js';
import { grouped, type KnownCard, type NoteDrafts } from '../../../src/main/domain/notes/matching.js';

export interface WholeBatch<K extends KnownCard> extends IdSource {
  known: readonly K[];
  notes: readonly NoteDrafts[];
}

export interface Recognised<K extends KnownCard> {
  cardId: string;
  change: 'kept' | 'edited' | 'moved' | 'revived' | 'added';
  known: K | null;
  maybe: K | null;
}

export interface WholePlan<K extends KnownCard> {
  notes: Map<string, Recognised<K>[]>;
  vanished: K[];
}

export function recogniseAll<K extends KnownCard>({ known, notes, ...ids }: WholeBatch<K>): WholePlan<K> {
  const byNote = grouped(known, ({ noteId }) => noteId);
  const gone = [...byNote.keys()].filter((noteId) => !notes.some((note) => note.noteId === noteId));
  const all: NoteDrafts[] = [...notes, ...gone.map((noteId) => ({ noteId, cards: [] }))];
  const plan = planIdentity({
    ...ids,
    notes: all.map(({ noteId, cards }) => ({
      noteId,
      count: cards.length,
      traces: () => cards,
      cards: () => cards,
      known: () => byNote.get(noteId) ?? [],
    })),
    orphans: known.filter(({ orphaned }) => orphaned),
  });
  const byId = new Map(known.map((card) => [card.cardId, card]));
  const recognised = all.map(({ noteId, cards }, index): [string, Recognised<K>[]] => {
    const own = plan.notes[index];
    const list = cards.map((draft, position): Recognised<K> => {
      const cardId = own?.cardIds[position] ?? '';
      const card = own?.continued.has(position) ? (byId.get(cardId) ?? null) : null;
      return { cardId, known: card, change: changeOf(card, noteId, draft), maybe: byId.get(own?.maybe.get(position) ?? '') ?? null };
    });
    return [noteId, list];
  });
  return {
    notes: new Map(recognised.slice(0, notes.length)),
    vanished: plan.vanished.flatMap(({ cardId }) => byId.get(cardId) ?? []),
  };
}

function changeOf(known: KnownCard | null, noteId: string, draft: NoteDrafts['cards'][number]): Recognised<KnownCard>['change'] {
  if (!known) return 'added';
  if (known.orphaned) return 'revived';
  if (known.noteId !== noteId) return 'moved';
  return known.evidence.spanHash === draft.evidence.spanHash ? 'kept' : 'edited';
}
