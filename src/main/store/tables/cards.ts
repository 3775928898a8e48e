/** Cards as they are shown, and the marks a person puts on them. */
import type { CardKind } from '../../../shared/contract.js';
import type { Database } from '../open/database.js';
import { textsIn } from './json.js';

/** A card with its deck and note; `front` and `back` in the person's own wording where there is one. */
export interface ShownCard {
  cardId: string;
  kind: CardKind;
  item: string;
  deck: string;
  headings: string[];
  front: string;
  back: string;
  noteId: string;
  notePath: string;
  noteName: string;
  line: number;
  endLine: number;
  /** When its text left the notes; null while it is there. */
  orphanedAt: number | null;
  marks: Marks;
}

/** What a person did to a card beside answering it. Kept through every import. */
export interface Marks {
  suspendedAt: number | null;
  /** The study day it is hidden on. */
  buriedOn: string | null;
  flagged: 0 | 1;
  editedFront: string | null;
  editedBack: string | null;
  /** The source as it was when the wording was written. */
  editedSpanHash: string | null;
}

export interface CardStore {
  get(cardId: string): ShownCard | null;
  /** Puts marks on a card, all of them at once. */
  mark(cardId: string, marks: Marks): void;
  /** The marks of a card that is given this wording: none of the generated text is repeated in them. */
  reworded(cardId: string, front: string, back: string): Marks | null;
}

type Row = Omit<ShownCard, 'headings' | 'marks'> & Marks & { headings: string };

const markColumns = 'suspendedAt, buriedOn, flagged, editedFront, editedBack, editedSpanHash';

export function createCardStore(db: Database): CardStore {
  const get = db.prepare<[string], Row>(
    `SELECT c.cardId, c.kind, c.noteId || char(10) || c.item AS item, d.path AS deck, c.headings,
       coalesce(c.editedFront, c.front) AS front, coalesce(c.editedBack, c.back) AS back,
       c.noteId, n.path AS notePath, n.name AS noteName, c.line, c.endLine, c.orphanedAt, ${markColumns}
     FROM cards c JOIN decks d USING (deckId) JOIN notes n USING (noteId) WHERE c.cardId = ?`,
  );
  const mark = db.prepare(
    `UPDATE cards SET (${markColumns}) = (@suspendedAt, @buriedOn, @flagged, @editedFront, @editedBack, @editedSpanHash)
     WHERE cardId = @cardId`,
  );
  const generated = db.prepare<[string], { front: string; back: string; spanHash: string }>(
    'SELECT front, back, spanHash FROM cards WHERE cardId = ?',
  );

  function shown(row: Row): ShownCard {
    const { suspendedAt, buriedOn, flagged, editedFront, editedBack, editedSpanHash, headings, ...card } = row;
    return {
      ...card,
      headings: textsIn(headings),
      marks: { suspendedAt, buriedOn, flagged, editedFront, editedBack, editedSpanHash },
    };
  }

  return {
    get(cardId) {
      const row = get.get(cardId);
      return row ? shown(row) : null;
    },
    mark: (cardId, marks) => void mark.run({ cardId, ...marks }),
    reworded(cardId, front, back) {
      const own = generated.get(cardId);
      const row = get.get(cardId);
      if (!own || !row) return null;
      const editedFront = front === own.front ? null : front;
      const editedBack = back === own.back ? null : back;
      const editedSpanHash = editedFront === null && editedBack === null ? null : own.spanHash;
      return { ...shown(row).marks, editedFront, editedBack, editedSpanHash };
    },
  };
}
