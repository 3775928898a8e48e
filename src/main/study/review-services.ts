/** Everything about studying over one database: what the window and the command line both need. */
import type { Clock } from '../clock.js';
import { createPaceService } from './pace-service.js';
import type { PaceService } from './pace-service.js';
import { createSessionCards } from './session-cards.js';
import type { SessionCards } from './session-cards.js';
import { createSessionService } from './session-service.js';
import type { SessionService } from './session-service.js';
import { createSessionViews } from './session-view.js';
import { createActions } from '../store/actions.js';
import type { Actions } from '../store/actions.js';
import { createCatchUpStore } from '../store/catch-up.js';
import { createCardStore } from '../store/cards.js';
import type { CardStore } from '../store/cards.js';
import { createChosenCards } from '../store/chosen-cards.js';
import type { ChosenCards } from '../store/chosen-cards.js';
import type { Database } from '../store/database.js';
import { createDayExtras } from '../store/day-extras.js';
import { createDeckStore } from '../store/decks.js';
import type { DeckStore } from '../store/decks.js';
import { createHistories } from '../store/history.js';
import { createMemoryStore } from '../store/memories.js';
import type { MemoryStore } from '../store/memories.js';
import { createOpenSessionStore } from '../store/open-session.js';
import { createPracticeLog } from '../store/practice.js';
import { createPresetStore } from '../store/presets.js';
import type { PresetStore } from '../store/presets.js';
import { createReviewLog } from '../store/reviews.js';
import { createSettingsStore } from '../store/settings.js';
import type { SettingsStore } from '../store/settings.js';
import { createTodayNumbers } from '../store/today.js';
import { createUndoSteps } from '../store/undo.js';
import { createWaitingCards } from '../store/waiting.js';
import { createStudy } from './study.js';
import type { Study } from './study.js';
import { createTodayService } from './today-service.js';
import type { StudyDay } from './today-service.js';

export interface ReviewServices {
  settings: SettingsStore;
  presets: PresetStore;
  decks: DeckStore;
  cards: CardStore;
  memories: MemoryStore;
  actions: Actions;
  study: Study;
  sessions: SessionService;
  sessionCards: SessionCards;
  chosen: ChosenCards;
  pace: PaceService;
  today(): StudyDay;
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
  const study = createStudy({ clock, settings, presets, decks, waiting, reviews, memories, plans, dayExtras });
  const pace = createPaceService({ study, presets, plans, dayExtras, reviews });
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
    pace,
    today: createTodayService({ study, decks, numbers, reviews, presets, pace, paused: () => sessions.paused() }),
  };
}
