/** Answers the calls by which a person looks for cards to study. */
import type { studyMethods } from '../../../shared/study.js';
import type { HandlersOf } from '../../handlers.js';
import type { StudyScopes } from './study-scope.js';

export const customStudyHandlers = (scopes: StudyScopes): HandlersOf<typeof studyMethods> => ({
  'study.count': async ({ study }) => ({ cards: await scopes.count(study) }),
  'study.tags': async () => ({ tags: await scopes.tags() }),
});
