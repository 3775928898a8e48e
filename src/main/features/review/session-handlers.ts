/** Answers the calls by which a person reviews. */
import { FailureError } from '../../../shared/result.js';
import type { sessionMethods } from '../../../shared/session.js';
import type { StudyScope } from '../../../shared/study.js';
import { gradeTyped } from '../../domain/grading/index.js';
import type { HandlersOf } from '../../handlers.js';
import type { CardStore } from '../../store/tables/cards.js';
import type { SessionService } from './session-service.js';

interface Parts {
  sessions: SessionService;
  cards: CardStore;
  /** The cards of a scope; null for a deck or all, which need no list. */
  listOf: (scope: StudyScope) => Promise<string[] | null>;
  /** Tells the screens that something was done; the session knows. */
  told: () => void;
}

export const sessionHandlers = ({ sessions, cards, listOf, told }: Parts): HandlersOf<typeof sessionMethods> => ({
  'session.start': async ({ study }) => sessions.start(study, await listOf(study.scope)),
  'session.resume': () => sessions.resume(),
  'session.discard'() {
    sessions.discard();
    told();
    return {};
  },
  'session.current': () => sessions.current(),
  'session.rate': (input) => sessions.rate(input),
  'session.undo': () => sessions.undo(),
  'session.redo': () => sessions.redo(),
  'session.suspend': ({ cardId }) => sessions.suspend(cardId),
  'session.bury': ({ cardId }) => sessions.bury(cardId),
  'session.flag': ({ cardId, flagged }) => sessions.flag(cardId, flagged),
  'session.edit': ({ cardId, front, back }) => sessions.edit(cardId, front, back),
  'session.grade'({ cardId, typed }) {
    const card = cards.get(cardId);
    if (!card) throw new FailureError({ code: 'not-found', message: 'This card is no longer there.' });
    return gradeTyped(card, typed);
  },
  'session.end'() {
    const summary = sessions.end();
    told();
    return summary;
  },
});
