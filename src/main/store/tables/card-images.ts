/** The part of a card's row that comes from its note, as it is written and as it was. */
import type { Database } from '../open/database.js';
import type { CardContent } from './import-rows.js';

/** Columns an import sets; everything else of a row belongs to the person. */
export const cardColumns = [
  'noteId',
  'deckId',
  'kind',
  'rule',
  'front',
  'back',
  'headings',
  'tags',
  'line',
  'endLine',
  'position',
  'item',
  'slot',
  'spanHash',
  'sourceText',
  'userId',
  'orphanedAt',
] as const;

/** A row's columns, JSON where the table has it. */
export interface CardImage {
  cardId: string;
  noteId: string;
  deckId: number;
  kind: string;
  rule: string;
  front: string;
  back: string;
  headings: string;
  tags: string;
  line: number;
  endLine: number;
  position: number;
  item: string;
  slot: string;
  spanHash: string;
  sourceText: string;
  userId: string | null;
  orphanedAt: number | null;
}

/** The columns of a live card with this content. */
export function cardParameters(card: CardContent, deckId: number): Omit<CardImage, 'cardId'> {
  return {
    noteId: card.noteId,
    deckId,
    kind: card.kind,
    rule: card.rule,
    front: card.front,
    back: card.back,
    headings: JSON.stringify(card.headings),
    tags: JSON.stringify(card.tags),
    line: card.line,
    endLine: card.endLine,
    position: card.position,
    item: card.item,
    slot: card.evidence.slot,
    spanHash: card.evidence.spanHash,
    sourceText: card.evidence.text,
    userId: card.evidence.userId,
    orphanedAt: null,
  };
}

export interface CardImages {
  get(cardId: string): CardImage | undefined;
  put(image: CardImage): void;
  orphan(cardId: string, at: number): void;
}

export function createCardImages(db: Database): CardImages {
  const get = db.prepare<[string], CardImage>(`SELECT cardId, ${cardColumns.join(', ')} FROM cards WHERE cardId = ?`);
  const put = db.prepare(`UPDATE cards SET ${cardColumns.map((column) => `${column} = @${column}`).join(', ')} WHERE cardId = @cardId`);
  const orphan = db.prepare('UPDATE cards SET orphanedAt = ? WHERE cardId = ?');
  return {
    get: (cardId) => get.get(cardId),
    put: (image) => void put.run(image),
    orphan: (cardId, at) => void orphan.run(at, cardId),
  };
}
