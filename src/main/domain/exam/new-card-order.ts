/** In which order new cards are met. */
import type { ExamCard } from './expected-recall.js';

/**
 * New cards so that all topics advance together, each in the order its cards were given: after a part of the plan that part of every
 * topic is known, whatever its size. The others stay as they are, behind them.
 */
export function spreadOverTopics<C extends ExamCard>(cards: readonly C[]): C[] {
  const fresh = cards.filter(({ strength }) => strength === null);
  const sizes = new Map<string | null, number>();
  for (const { topicId } of fresh) sizes.set(topicId, (sizes.get(topicId) ?? 0) + 1);
  const met = new Map<string | null, number>();
  const placed = fresh.map((card) => {
    const before = met.get(card.topicId) ?? 0;
    met.set(card.topicId, before + 1);
    return { card, at: (before + 0.5) / (sizes.get(card.topicId) ?? 1) };
  });
  return [...placed.sort((a, b) => a.at - b.at).map(({ card }) => card), ...cards.filter(({ strength }) => strength !== null)];
}
