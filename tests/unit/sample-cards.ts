/** Fills a database by hand with cards as an import would leave them. */
import type { Database } from '../../src/main/store/open/database.js';

export interface SampleCard {
  cardId: string;
  deck?: string;
  note?: string;
  /** Cards with the same note and item are siblings; its own by default. */
  item?: string;
  position?: number;
}

export function addCards(db: Database, cards: readonly SampleCard[]): void {
  const deck = db.prepare('INSERT INTO decks (path) VALUES (?) ON CONFLICT DO NOTHING');
  const note = db.prepare(
    "INSERT INTO notes (noteId, path, name, title, fileHash, importedAt) VALUES (?, ?, ?, 'Title', 'hash', 0) ON CONFLICT DO NOTHING",
  );
  const card = db.prepare(
    `INSERT INTO cards (cardId, noteId, deckId, kind, rule, front, back, headings, tags, line, endLine, position, item, slot, spanHash,
       sourceText, createdAt)
     VALUES (@cardId, @note, (SELECT deckId FROM decks WHERE path = @deck), 'definition', 'bold-term', @front, @back, '["Etcd"]', '[]',
       @line, @line, @position, @item, @cardId, @cardId, 'text', 0)`,
  );
  db.transaction(() => {
    cards.forEach(({ cardId, deck: path = 'CKA', note: noteName = 'etcd.md', item = cardId, position }, index) => {
      deck.run(path);
      note.run(noteName, `/notes/${noteName}`, noteName);
      card.run({
        cardId,
        note: noteName,
        deck: path,
        front: `What is **${cardId}**?`,
        back: `Answer of ${cardId}`,
        line: index + 1,
        position: position ?? index,
        item,
      });
    });
  })();
}

export const cardIds = (count: number): SampleCard[] => Array.from({ length: count }, (_, index) => ({ cardId: `card-${index}` }));
