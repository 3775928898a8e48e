/** Answers the calls about the study day: how it stands, and what a person wants otherwise of it. */
import { FailureError } from '../../../shared/result.js';
import type { todayMethods, TodayView } from '../../../shared/today.js';
import type { HandlersOf } from '../../handlers.js';
import type { DeckStore } from '../../store/tables/decks.js';
import type { CatchUpService } from './catch-up-service.js';
import type { StudiedToday } from './today-service.js';

interface Parts {
  today: () => StudiedToday;
  /** What other features say of the day. */
  beside: () => Omit<TodayView, keyof StudiedToday>;
  decks: DeckStore;
  catchUp: CatchUpService;
  changed: () => void;
}

export function todayHandlers({ today, beside, decks, catchUp, changed }: Parts): HandlersOf<typeof todayMethods> {
  /** Nothing to answer, and everybody asks again. */
  function done(): Record<string, never> {
    changed();
    return {};
  }
  return {
    'today.get': () => ({ ...today(), ...beside() }),
    'decks.collapse'({ path, collapsed }) {
      if (!decks.collapse(path, collapsed)) throw new FailureError({ code: 'not-found', message: `There is no deck ${path}.` });
      return {};
    },
    'catchUp.start'({ days, pausesNew }) {
      catchUp.start(days, pausesNew);
      return done();
    },
    'catchUp.end'() {
      catchUp.end();
      return done();
    },
    'catchUp.resume'() {
      catchUp.resume();
      return done();
    },
    'today.extra'({ deck, extra }) {
      const before = catchUp.setExtra(deck, extra);
      changed();
      return before;
    },
  };
}
