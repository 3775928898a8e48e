/** What a session holds, in words. */
import type { StudyRequest } from '../../shared/contract.js';
import { checkName } from './check-name.js';
import { counted, deckName } from './format.js';

const days = (n: number): string => counted(n, 'day');

/** Which cards are meant, in a few words. */
function scope({ scope: of }: StudyRequest): string {
  switch (of.kind) {
    case 'all':
      return '';
    case 'deck':
      return deckName(of.deck);
    case 'note':
      return of.name;
    case 'tag':
      return `#${of.tag}`;
    case 'search':
      return `“${of.query}”`;
    case 'component':
      return checkName(of.checkId);
    case 'cards':
      return counted(of.cardIds.length, 'card');
    case 'exam':
      return 'Exam plan';
  }
}

function pick({ scope: of, pick: which }: StudyRequest): string {
  // The plan has chosen already.
  if (of.kind === 'exam' && which.kind === 'every') return '';
  switch (which.kind) {
    case 'waiting':
      return '';
    case 'forgotten':
      return which.days === 1 ? 'Forgotten today' : `Forgotten in the last ${days(which.days)}`;
    case 'ahead':
      return which.days === 1 ? 'Due tomorrow' : `Due in the next ${days(which.days)}`;
    case 'new':
      return `Next ${counted(which.cards, 'new card')}`;
    case 'every':
      return 'All cards';
  }
}

/** What a session holds, in parts: `Due in the next 7 days`, `CKA / Node`. */
export const studyName = (request: StudyRequest): string[] => [pick(request), scope(request)].filter(Boolean);
