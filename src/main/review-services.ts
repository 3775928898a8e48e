/** Everything about studying over one database: what the window and the command line both need. */
import type { Clock } from './clock.js';
import { createCatchUpService } from './features/today/catch-up-service.js';
import type { CatchUpService } from './features/today/catch-up-service.js';
import { createSessionCards } from './features/review/session-cards.js';
import type { SessionCards } from './features/review/session-cards.js';
import { createSessionService } from './features/review/session-service.js';
import type { SessionService } from './features/review/session-service.js';
import { createSessionViews } from './features/review/session-view.js';
import { createActions } from './store/tables/actions.js';
import type { Actions } from './store/tables/actions.js';
import { createCatchUpStore } from './store/tables/catch-up.js';
import { createCardStore } from './store/tables/cards.js';
import type { CardStore } from './store/tables/cards.js';
import { createChosenCards } from './store/tables/chosen-cards.js';
import type { ChosenCards } from './store/tables/chosen-cards.js';
import type { Database } from './store/open/database.js';
import { createDayExtras } from './store/tables/day-extras.js';
import { createDeckStore } from './store/tables/decks.js';
import type { DeckStore } from './store/tables/decks.js';
import { createHistories } from './store/tables/history.js';
import { createMemoryStore } from './store/tables/memories.js';
import type { MemoryStore } from './store/tables/memories.js';
import { createOpenSessionStore } from './store/tables/open-session.js';
import { createPracticeLog } from './store/tables/practice.js';
import { createPresetStore } from './store/tables/presets.js';
import type { PresetStore } from './store/tables/presets.js';
import { createReviewLog } from './store/tables/reviews.js';
import { createSettingsStore } from './store/tables/settings.js';
import type { SettingsStore } from './store/tables/settings.js';
import { createTodayNumbers } from './store/tables/today.js';
import { createUndoSteps } from './store/tables/undo.js';
import { createWaitingCards } from './store/tables/waiting-cards.js';
import { createStudyDay } from './features/review/study-day.js';
import type { StudyDay } from './features/review/study-day.js';
import { createTodayService } from './features/today/today-service.js';
import type { StudiedToday } from './features/today/today-service.js';

export interface ReviewServices {
  settings: SettingsStore;
  presets: PresetStore;
  decks: DeckStore;
  cards: CardStore;
  memories: MemoryStore;
  actions: Actions;
  study: StudyDay;
  sessions: SessionService;
  sessionCards: SessionCards;
  chosen: ChosenCards;
  catchUp: CatchUpService;
  today(): StudiedToday;
}

export function createReviewServices(db: Database, clock: Clock): ReviewServices {
  const settings = createSettingsStore(db);
  const presets = createPresetStore(db);
  const decks = createDeckStore(db);
  const cards = createCardStore(db);
  const memories = createMemoryStore(db);
  const reviews = createReviewLog(db, settings.deviceId);
  const waiting = createWaitingCards(db);
  const undoSteps = createUndoSteps(db);
  const numbers = createTodayNumbers(db);
  const plans = createCatchUpStore(db);
  const dayExtras = createDayExtras(db);
  const study = createStudyDay({ clock, settings, presets, decks, waiting, reviews, memories, plans, dayExtras });
  const catchUp = createCatchUpService({ study, presets, plans, dayExtras, reviews });
  const practices = createPracticeLog(db);
  const chosen = createChosenCards(db);
  const actions = createActions(db, { cards, memories, reviews, practices, undoSteps, histories: createHistories(db) });
  const sessionCards = createSessionCards({ study, decks, cards, memories, reviews, practices, chosen });
  const sessions = createSessionService({
    ...{ study, cards, memories, reviews, practices, actions, sessionCards },
    openSessions: createOpenSessionStore(db),
    views: createSessionViews({ study, cards, memories, undoSteps, today: numbers }),
  });
  return {
    settings,
    presets,
    decks,
    cards,
    memories,
    actions,
    study,
    sessions,
    sessionCards,
    chosen,
    catchUp,
    today: createTodayService({ study, decks, numbers, reviews, presets, catchUp, paused: () => sessions.paused() }),
  };
}
