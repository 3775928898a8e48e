/** The methods of the contract by which a person studies. */
import { FailureError } from '../../../shared/result.js';
import { gradeTyped } from '../../domain/grading/index.js';
import type { ReviewServices } from '../../review-services.js';
import type { Handlers } from '../../router.js';
import type { Scopes } from '../custom-study/study-scope.js';

type StudyMethod = Extract<keyof Handlers, `session.${string}` | `study.${string}` | `catchUp.${string}` | 'today.extra'>;

/** `changed` tells session and screens that somebody else changed what waits, `told` only the screens. */
export function studyHandlers(
  { sessions, pace, cards }: ReviewServices,
  scopes: Scopes,
  changed: () => void,
  told: () => void,
): Pick<Handlers, StudyMethod> {
  /** Nothing to answer, and everybody asks again. */
  function done(): Record<string, never> {
    changed();
    return {};
  }
  return {
    'study.count': async ({ study }) => ({ cards: await scopes.count(study) }),
    'study.tags': async () => ({ tags: await scopes.tags() }),
    'session.start': async ({ study }) => sessions.start(study, await scopes.listOf(study.scope)),
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
    'catchUp.start'({ days, pausesNew }) {
      pace.startCatchUp(days, pausesNew);
      return done();
    },
    'catchUp.end'() {
      pace.endCatchUp();
      return done();
    },
    'catchUp.resume'() {
      pace.resumeCatchUp();
      return done();
    },
    'today.extra'({ deck, extra }) {
      const before = pace.setExtra(deck, extra);
      changed();
      return before;
    },
  };
}
