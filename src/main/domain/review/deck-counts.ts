/** How many cards a session of a deck holds, counted for all decks at once: the same as planning each of them (see plan.ts). */
import type { Counts } from '../../../shared/contract.js';
import type { Room } from './plan.js';

/** What waits in a deck, without its children: items, since of siblings one is shown. */
export interface DeckSupply {
  path: string;
  learning: number;
  /** Reviews, without those of the catch-up plan. */
  due: number;
  /** Reviews of the catch-up plan. */
  waited: number;
  fresh: number;
}

/**
 * What a session of some decks holds.
 * @param decks a deck and its children
 * @param room what the day still takes; counted down
 */
export function sessionCounts(decks: readonly DeckSupply[], room: Omit<Room, 'decks'>): Counts {
  const sum = (of: (deck: DeckSupply) => number): number => decks.reduce((total, deck) => total + of(deck), 0);
  const take = (kind: 'due' | 'fresh'): number =>
    sum((deck) => {
      let taken = 0;
      while (taken < deck[kind] && room[kind].take(deck.path)) taken += 1;
      return taken;
    });
  return {
    new: take('fresh'),
    learning: sum(({ learning }) => learning),
    due:
      take('due') +
      Math.min(
        room.waited,
        sum(({ waited }) => waited),
      ),
  };
}
