import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counts, Rating } from '../../../src/shared/contract.js';
import { daily } from '../../../src/shared/study.js';
import { addCards, cardIds } from '../sample-cards.js';
import { setDefault, studying, type Studying } from './studying.js';

const hourMs = 3_600_000;
const paths = ['A', 'A::B', 'A::B::C', 'D'];

function planned({ study }: Studying, path: string | null): Counts {
  const { learning, due, fresh } = study.plan(study.moment().on, path);
  return { new: fresh.length, learning: learning.length, due: due.length };
}

/** What the tree of decks shows, and what a session of each would hold. */
const shownAndHeld = (study: Studying): [Record<string, Counts>, Record<string, Counts>] => {
  const { decks, counts: all } = study.today();
  return [
    { ...Object.fromEntries(decks.map(({ path, counts }) => [path, counts])), all },
    { ...Object.fromEntries(decks.map(({ path }) => [path, planned(study, path)])), all: planned(study, null) },
  ];
};

const actions = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ rate: fc.constantFrom<Rating>('again', 'hard', 'good', 'easy') }) },
    { weight: 2, arbitrary: fc.record({ wait: fc.constantFrom(0.3, 24, 24, 72, 24 * 30) }) },
    { weight: 1, arbitrary: fc.record({ start: fc.constantFrom(null, ...paths) }) },
    { weight: 1, arbitrary: fc.record({ add: fc.constantFrom('', 'A::B', 'D') }) },
    { weight: 1, arbitrary: fc.constant({ catchUp: true as const }) },
  ),
  { minLength: 5, maxLength: 40, size: 'max' },
);
type Action = typeof actions extends fc.Arbitrary<(infer A)[]> ? A : never;

function act(study: Studying, action: Action): void {
  const { sessions, clock, catchUp } = study;
  if ('wait' in action) clock.at += action.wait * hourMs;
  else if ('start' in action) sessions.start(daily(action.start));
  else if ('add' in action) catchUp.setExtra(action.add, { new: 2, reviews: 1 });
  else if ('rate' in action) {
    const { card } = sessions.start(daily(null));
    if (card) sessions.rate({ cardId: card.cardId, rating: action.rate, durationMs: 1000 });
  } else if (study.today().backlog !== null) catchUp.start(3, true);
}

describe('the row of a deck', () => {
  test('shows new cards that a session of the deck holds, though other decks come first in the day', () => {
    const study = studying();
    const deckOf = (deck: string) => cardIds(30).map(({ cardId }) => ({ cardId: `${deck}-${cardId}`, deck, note: `${deck}.md` }));
    addCards(study.db, [...deckOf('A'), ...deckOf('B::C')]);
    setDefault(study, { newPerDay: 10 });
    const [shown, held] = shownAndHeld(study);
    expect(shown).toEqual(held);
    expect([shown['A']?.new, shown['B']?.new, shown['B::C']?.new, study.today().counts.new]).toEqual([10, 10, 10, 10]);
    expect(study.sessions.start(daily('B::C')).remaining).toEqual(shown['B::C']);
  });

  test('shows what a session of it would hold, whatever was done and added', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ deck: fc.nat(3), item: fc.nat(2) }), { minLength: 4, maxLength: 40, size: 'max' }),
        fc.record({ newPerDay: fc.integer({ min: 0, max: 9 }), reviewsPerDay: fc.integer({ min: 0, max: 9 }) }),
        actions,
        (cards, limits, course) => {
          const study = studying();
          // Siblings: cards of a note share an item with their neighbours.
          addCards(
            study.db,
            cards.map(({ deck, item }, n) => ({
              cardId: `card-${n}`,
              deck: paths[deck] ?? 'A',
              note: `${deck}.md`,
              item: `${Math.floor(n / 6)}.${item}`,
            })),
          );
          setDefault(study, limits);
          for (const action of course) {
            act(study, action);
            const [shown, held] = shownAndHeld(study);
            expect(shown).toEqual(held);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
