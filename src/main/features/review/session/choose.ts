/** The cards of a session of chosen cards. */
import { mostChosenCards, type StudyRequest } from '../../../../shared/study.js';
import { isWithin } from '../../../store/tables/decks.js';
import type { SessionSources } from './sources.js';

/** Ids of the cards a request chooses, those most worth it first. `listed` are the cards of its scope, null for a deck or all. */
export function choose(
  { chosen, decks }: Pick<SessionSources, 'chosen' | 'decks'>,
  { scope, pick, practice }: StudyRequest,
  day: string,
  listed: readonly string[] | null,
): string[] {
  if (pick.kind === 'waiting') return [];
  const most = pick.kind === 'new' ? pick.cards : mostChosenCards;
  // In the order they were chosen; a cram takes the weakest first.
  if (scope.kind === 'cards' && pick.kind === 'every' && !practice) return scope.cardIds.slice(0, most);
  if (scope.kind === 'exam' && pick.kind === 'every') return (listed ?? []).slice(0, most);
  const deckIds = scope.kind === 'deck' ? idsWithin(decks.all(), scope.deck) : null;
  const only = listed && new Set(listed);
  const found: string[] = [];
  for (const cardId of chosen.pick(pick, day, deckIds)) {
    if (only?.has(cardId) === false) continue;
    found.push(cardId);
    if (found.length === most) break;
  }
  return found;
}

const idsWithin = (decks: readonly { path: string; deckId: number }[], deck: string): number[] =>
  decks.filter(({ path }) => isWithin(path, deck)).map(({ deckId }) => deckId);
