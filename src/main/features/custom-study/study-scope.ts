/** Which cards are meant by what a person asks to study. */
import type { StudyRequest, StudyScope } from '../../../shared/contract.js';
import type { ExamContext } from '../exam/exam-context.js';
import { todaysCards } from '../exam/exam-today.js';
import { parseCardQuery } from '../../domain/search/card-query.js';
import { givingWay } from '../../give-way.js';
import type { FactsService } from '../facts/facts-service.js';
import { findCards } from '../library/find-cards.js';
import type { LibraryContext } from '../library/library-context.js';
import { choose } from '../review/session/choose.js';
import { queueOf } from '../review/session/queue.js';
import type { SessionSources } from '../review/session/sources.js';

export interface StudyScopes {
  /** The cards of a scope; null for a deck or all, which need no list. Gives way to other work every few milliseconds. */
  listOf(scope: StudyScope): Promise<string[] | null>;
  /** How many cards a session would hold. */
  count(request: StudyRequest): Promise<number>;
  /** The tags of cards in use, most cards first. */
  tags(): Promise<{ tag: string; cards: number }[]>;
}

interface Parts extends SessionSources {
  library: LibraryContext;
  facts: Pick<FactsService, 'cardsAbout'>;
  exam: ExamContext;
}

export function createStudyScopes(parts: Parts): StudyScopes {
  const { library, facts, exam, study, chosen } = parts;

  async function listOf(scope: StudyScope): Promise<string[] | null> {
    const all = parseCardQuery('');
    switch (scope.kind) {
      case 'all':
      case 'deck':
        return null;
      case 'note':
        return findCards(library, all, scope.noteId);
      case 'tag':
        return findCards(library, { ...all, tags: [scope.tag] });
      case 'search':
        return findCards(library, parseCardQuery(scope.query));
      case 'component':
        return facts.cardsAbout(scope.checkId);
      case 'cards':
        return scope.cardIds;
      case 'exam':
        return todaysCards(exam);
    }
  }

  return {
    listOf,

    async count(request) {
      const listed = await listOf(request.scope);
      const day = study.moment().on;
      if (request.pick.kind !== 'waiting') return choose(parts, request, day, listed).length;
      const queue = queueOf(parts, { study: request, open: null, only: listed && new Set(listed) }, day);
      return queue.learning.length + queue.rest.length;
    },

    async tags() {
      const counts = new Map<string, number>();
      const giveWay = givingWay();
      for (const tags of chosen.tagsByNote()) {
        for (const { tag, cards } of tags) counts.set(tag, (counts.get(tag) ?? 0) + cards);
        await giveWay();
      }
      return [...counts].map(([tag, cards]) => ({ tag, cards })).sort((a, b) => b.cards - a.cards || a.tag.localeCompare(b.tag, 'en'));
    },
  };
}
