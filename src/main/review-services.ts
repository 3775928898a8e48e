/** Everything about studying over one database: what the window and the command line both need. */
import type { Clock } from './clock.js';
import { createSessionContext, type SessionContext } from './features/review/session/context.js';
import type { SessionSources } from './features/review/session/sources.js';
import { paused } from './features/review/session/start.js';
import { createStudyDay } from './features/review/study-day.js';
import { type CatchUpService, createCatchUpService } from './features/today/catch-up-service.js';
import { createDeckCounts } from './features/today/deck-counts.js';
import { createRemainingLimits } from './features/review/remaining-limits.js';
import { createTodayService, type StudiedToday } from './features/today/today-service.js';
import type { Database } from './store/open/database.js';
import { type Actions, createActions } from './store/tables/actions.js';
import { createCardStore } from './store/tables/cards.js';
import { createCatchUpStore } from './store/tables/catch-up.js';
import { createChosenCards } from './store/tables/chosen-cards.js';
import { createDayExtras } from './store/tables/day-extras.js';
import { createDeckStore } from './store/tables/decks.js';
import { createHistories } from './store/tables/history.js';
import { createMemoryStore } from './store/tables/memories.js';
import { createOpenSessionStore } from './store/tables/open-session.js';
import { createPracticeLog } from './store/tables/practice.js';
import { createPresetStore, type PresetStore } from './store/tables/presets.js';
import { createReviewLog } from './store/tables/reviews.js';
import { createSettingsStore, type SettingsStore } from './store/tables/settings.js';
import { createTodayNumbers } from './store/tables/today.js';
import { createUndoSteps } from './store/tables/undo.js';
import { createWaitingCards } from './store/tables/waiting-cards.js';

export interface ReviewServices extends SessionSources {
  settings: SettingsStore;
  presets: PresetStore;
  actions: Actions;
  session: SessionContext;
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
  const practices = createPracticeLog(db);
  const undoSteps = createUndoSteps(db);
  const numbers = createTodayNumbers(db);
  const plans = createCatchUpStore(db);
  const dayExtras = createDayExtras(db);
  const waiting = createWaitingCards(db);
  const study = createStudyDay({ clock, settings, presets, decks, reviews, memories, plans, dayExtras, waiting });
  const leftOn = createRemainingLimits({ presets, reviews, dayExtras });
  const catchUp = createCatchUpService({ study, presets, plans, dayExtras, reviews });
  const actions = createActions(db, { cards, memories, reviews, practices, undoSteps, histories: createHistories(db) });
  const sources: SessionSources = { study, decks, cards, memories, reviews, practices, chosen: createChosenCards(db) };
  const session = createSessionContext({ ...sources, actions, undoSteps, numbers, openSessions: createOpenSessionStore(db) });
  const today = createTodayService({
    ...{ study, decks, numbers, reviews, presets, catchUp, paused: () => paused(session) },
    deckCounts: createDeckCounts({ decks, waiting, plans, leftOn }),
  });
  return { ...sources, settings, presets, actions, session, catchUp, today };
}
