/** Deck rows as cards come and go: made when the first card needs them, removed with the last. */
import type { Database } from '../open/database.js';

export interface DeckImage {
  deckId: number;
  path: string;
  collapsed: number;
}

export interface DeckRows {
  /** A function that gives the id of a path, making the row when there is none. */
  finder(): (path: string) => number;
  /** Removes those of the decks that hold neither cards nor other decks; gives the rows that went. */
  removeEmpty(deckIds: Iterable<number>): DeckImage[];
  /** Puts removed rows back; gives the id each has now for the one it had. */
  restore(images: readonly DeckImage[]): Map<number, number>;
}

export function createDeckRows(db: Database): DeckRows {
  const all = db.prepare<[], DeckImage>('SELECT deckId, path, collapsed FROM decks');
  const add = db.prepare('INSERT INTO decks (path) VALUES (?)');
  const restore = db.prepare('INSERT INTO decks (deckId, path, collapsed) VALUES (@deckId, @path, @collapsed)');
  const isUsed = db.prepare<[number], number>('SELECT 1 FROM decks WHERE deckId = ?').pluck();
  const idOf = db.prepare<[string], number>('SELECT deckId FROM decks WHERE path = ?').pluck();
  const remove = db.prepare('DELETE FROM decks WHERE deckId = ?');
  const holdsCards = db.prepare<[number], number>('SELECT 1 FROM cards WHERE deckId = ? LIMIT 1').pluck();

  return {
    finder() {
      const ids = new Map(all.all().map(({ deckId, path }) => [path, deckId]));
      return (path) => {
        const known = ids.get(path);
        if (known !== undefined) return known;
        const deckId = Number(add.run(path).lastInsertRowid);
        ids.set(path, deckId);
        return deckId;
      };
    },
    removeEmpty(deckIds) {
      const empty = new Set([...deckIds].filter((deckId) => holdsCards.get(deckId) === undefined));
      if (empty.size === 0) return [];
      const rows = all.all();
      const below = new Map<string, number>();
      const count = (path: string, by: 1 | -1): void => {
        for (const above of pathsAbove(path)) below.set(above, (below.get(above) ?? 0) + by);
      };
      for (const { path } of rows) count(path, 1);
      // Children before their parents, so that a parent left empty goes too.
      const candidates = rows.filter(({ deckId }) => empty.has(deckId)).sort((a, b) => b.path.length - a.path.length);
      const removed: DeckImage[] = [];
      for (const deck of candidates) {
        if ((below.get(deck.path) ?? 0) > 0) continue;
        remove.run(deck.deckId);
        count(deck.path, -1);
        removed.push(deck);
      }
      return removed;
    },
    restore(images) {
      const ids = new Map<number, number>();
      for (const image of images) {
        const there = idOf.get(image.path);
        // Another deck may have got the number meanwhile.
        const deckId = isUsed.get(image.deckId) === undefined ? image.deckId : null;
        ids.set(image.deckId, there ?? Number(restore.run({ ...image, deckId }).lastInsertRowid));
      }
      return ids;
    },
  };
}

/** The decks that this one is within, whether or not they have rows. */
function* pathsAbove(path: string): Generator<string> {
  for (let at = path.indexOf('::'); at >= 0; at = path.indexOf('::', at + 1)) yield path.slice(0, at);
}
