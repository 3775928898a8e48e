/** Shapes what waits today for the Today screen. */
import type { Counts, DeckRow } from '../../../shared/contract.js';
import { addDays, weekday } from './day.js';
import { shrunk } from './pace.js';

export const noCounts = (): Counts => ({ new: 0, learning: 0, due: 0 });

export const totalOf = (counts: Counts): number => counts.new + counts.learning + counts.due;

/** A deck with its own cards only. */
export interface DeckNumbers {
  path: string;
  collapsed: boolean;
  cards: number;
}

/**
 * The tree of decks as rows, parents before children: a parent has its own cards and its children's.
 * Decks without a card are left out; the order of `decks` is kept.
 * @param countsOf what waits in a deck with its children
 */
export function deckTree(decks: readonly DeckNumbers[], countsOf: (path: string) => Counts): DeckRow[] {
  const rows = new Map<string, DeckRow>();
  for (const { path, collapsed, cards } of decks) {
    const names = path.split('::');
    for (const [depth, name] of names.entries()) {
      const here = names.slice(0, depth + 1).join('::');
      const row = rows.get(here) ?? { path: here, name, depth, hasChildren: false, collapsed: false, cards: 0, counts: noCounts() };
      rows.set(here, row);
      row.cards += cards;
      if (here === path) row.collapsed = collapsed;
      else row.hasChildren ||= cards > 0;
    }
  }
  return [...rows.values()].filter((row) => row.cards > 0).map((row) => ({ ...row, counts: countsOf(row.path) }));
}

/** The seven study days of the week this one lies in, Monday first. */
export function weekOf(day: string): string[] {
  const monday = addDays(day, -weekday(day));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** Time a card takes a person who has not answered yet. */
const usualMs = 15_000;

/** Minutes the cards of today take at the pace of the newest answers, at least one when there are any. */
export function estimateMinutes(cards: number, { answers, medianMs }: { answers: number; medianMs: number }): number {
  return cards === 0 ? 0 : Math.max(1, Math.round((cards * shrunk(medianMs, answers, usualMs)) / 60_000));
}
