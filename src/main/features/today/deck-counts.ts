/** What waits today, in each deck and in all: what a session of the deck, with its children, would hold. */
import type { Counts } from '../../../shared/contract.js';
import { type DeckSupply, sessionCounts } from '../../domain/review/deck-counts.js';
import { upwards } from '../../domain/review/limits.js';
import type { CatchUpStore } from '../../store/tables/catch-up.js';
import type { DeckStore } from '../../store/tables/decks.js';
import type { WaitingCards } from '../../store/tables/waiting-cards.js';
import type { Left } from '../review/remaining-limits.js';
import type { CatchUpPlan } from '../../store/tables/catch-up.js';

interface Parts {
  decks: DeckStore;
  waiting: WaitingCards;
  plans: Pick<CatchUpStore, 'on'>;
  leftOn: (day: string, plan: CatchUpPlan | null) => Left;
}

/** Makes the function that reads what waits on a day, and answers for any deck of it, or for all together (null). */
export function createDeckCounts({ decks, waiting, plans, leftOn }: Parts): (day: string) => (path: string | null) => Counts {
  return (day) => {
    const plan = plans.on(day);
    const left = leftOn(day, plan);
    const all = decks.all();
    const supplies = new Map(all.map(({ deckId, path }) => [deckId, { path, learning: 0, due: 0, waited: 0, fresh: 0 }]));
    const takenItems = new Set(waiting.answeredItems(day));

    for (const { deckId, item } of waiting.learning(day, null)) {
      takenItems.add(item);
      count(supplies.get(deckId), 'learning');
    }
    for (const { deckId, item, waited } of waiting.due(day, null, 'due', plan)) {
      if (!takenItems.has(item)) count(supplies.get(deckId), waited === 1 ? 'waited' : 'due');
      takenItems.add(item);
    }
    // More new cards than a deck takes by itself no session shows: they are not read.
    for (const [deckId, supply] of supplies) {
      const { fresh } = left();
      if (!fresh.has(supply.path)) continue;
      for (const item of waiting.newItems(day, deckId)) {
        if (takenItems.has(item)) continue;
        if (!fresh.take(supply.path)) break;
        takenItems.add(item);
        supply.fresh += 1;
      }
    }
    const within = new Map<string, DeckSupply[]>();
    for (const supply of supplies.values()) {
      for (const path of upwards(supply.path)) {
        const decksOf = within.get(path);
        if (decksOf) decksOf.push(supply);
        else within.set(path, [supply]);
      }
    }
    return (path) => sessionCounts(path === null ? [...supplies.values()] : (within.get(path) ?? []), left());
  };
}

function count(deck: DeckSupply | undefined, kind: 'learning' | 'due' | 'waited' | 'fresh'): void {
  if (deck) deck[kind] += 1;
}
