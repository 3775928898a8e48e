/** Answers the calls by which a person reviews. */
import { FailureError } from '../../../shared/result.js';
import type { sessionMethods } from '../../../shared/session.js';
import type { StudyScope } from '../../../shared/study.js';
import type { HandlersOf } from '../../handlers.js';
import type { SessionContext } from './session/context.js';
import { bury, edit, flag, suspend } from './session/mark.js';
import { rate } from './session/rate.js';
import { discard, end, resume, start } from './session/start.js';
import { redo, undo } from './session/undo.js';
import { current } from './session/view.js';

interface Parts {
  session: SessionContext;
  /** The cards of a scope; null for a deck or all, which need no list. */
  listOf: (scope: StudyScope) => Promise<string[] | null>;
  /** Tells the screens that something was done; the session knows. */
  told: () => void;
}

export const sessionHandlers = ({ session, listOf, told }: Parts): HandlersOf<typeof sessionMethods> => ({
  'session.start': async ({ study }) => start(session, study, await listOf(study.scope)),
  'session.resume': () => resume(session),
  'session.discard'() {
    discard(session);
    told();
    return {};
  },
  'session.current': () => current(session),
  'session.rate': (input) => rate(session, input),
  'session.undo': () => undo(session),
  'session.redo': () => redo(session),
  'session.suspend': ({ cardId }) => suspend(session, cardId),
  'session.bury': ({ cardId }) => bury(session, cardId),
  'session.flag': ({ cardId, flagged }) => flag(session, cardId, flagged),
  'session.edit': ({ cardId, front, back }) => edit(session, cardId, front, back),
  async 'session.grade'({ cardId, typed }) {
    const card = session.cards.get(cardId);
    if (!card) throw new FailureError({ code: 'not-found', message: 'This card is no longer there.' });
    // Read when the first answer is typed, not at every start: it brings the parser of Markdown.
    const { gradeTyped } = await import('../../domain/grading/index.js');
    return gradeTyped(card, typed);
  },
  'session.end'() {
    const summary = end(session);
    told();
    return summary;
  },
});
