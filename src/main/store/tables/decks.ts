/** Decks as rows: every deck that holds cards, and those whose children were folded away. */
import { byDeckPath } from '../../domain/natural-order.js';
import type { Database } from '../open/database.js';

export interface StoredDeck {
  deckId: number;
  path: string;
  collapsed: boolean;
}

export interface DeckStore {
  /** All decks in the order people read them. */
  all(): StoredDeck[];
  /** Folds a deck's children away or shows them; false when no deck has this path or lies below it. */
  collapse(path: string, collapsed: boolean): boolean;
}

/** Is this deck the other one or one of its children? */
export const isWithin = (path: string, deck: string): boolean => path === deck || path.startsWith(`${deck}::`);

export function createDeckStore(db: Database): DeckStore {
  const all = db.prepare<[], { deckId: number; path: string; collapsed: number }>('SELECT deckId, path, collapsed FROM decks');
  // A deck that only holds other decks has no row of its own until something is to be remembered about it.
  const collapse = db.prepare(
    'INSERT INTO decks (path, collapsed) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET collapsed = excluded.collapsed',
  );
  return {
    all: () =>
      all
        .all()
        .map((deck) => ({ ...deck, collapsed: deck.collapsed === 1 }))
        .sort((a, b) => byDeckPath(a.path, b.path)),
    collapse(path, collapsed) {
      if (!all.all().some((deck) => isWithin(deck.path, path))) return false;
      collapse.run(path, collapsed ? 1 : 0);
      return true;
    },
  };
}
