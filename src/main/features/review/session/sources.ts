/** What the cards of a session are taken from. */
import type { StudyRequest } from '../../../../shared/study.js';
import type { CardStore } from '../../../store/tables/cards.js';
import type { ChosenCards } from '../../../store/tables/chosen-cards.js';
import type { DeckStore } from '../../../store/tables/decks.js';
import type { MemoryStore } from '../../../store/tables/memories.js';
import type { OpenSession } from '../../../store/tables/open-session.js';
import type { PracticeLog } from '../../../store/tables/practice.js';
import type { ReviewLog } from '../../../store/tables/reviews.js';
import type { StudyDay } from '../study-day.js';

export interface SessionSources {
  study: StudyDay;
  decks: DeckStore;
  cards: CardStore;
  memories: MemoryStore;
  reviews: ReviewLog;
  practices: PracticeLog;
  chosen: ChosenCards;
}

/** What a session is about: a request, with its cards. */
export type About =
  /** What waits today, of all cards or of these. */
  | { study: StudyRequest; open: null; only: ReadonlySet<string> | null }
  /** Cards that were chosen when it began. */
  | { study: StudyRequest; open: OpenSession };
