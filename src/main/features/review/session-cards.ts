/** The cards of a session: what waits today, or chosen ones, with what was answered of them. */
import type { StudyRequest } from '../../../shared/contract.js';
import { mostChosenCards } from '../../../shared/study.js';
import { buildQueue } from '../../domain/review/queue.js';
import type { Entry, LearningEntry, Queue, QueueName } from '../../domain/review/queue.js';
import { answersLeft } from '../../domain/review/scheduler.js';
import type { Memory } from '../../domain/review/scheduler.js';
import type { Answer } from '../../domain/review/session.js';
import type { CardStore, ShownCard } from '../../store/tables/cards.js';
import type { ChosenCards } from '../../store/tables/chosen-cards.js';
import { isWithin } from '../../store/tables/decks.js';
import type { DeckStore } from '../../store/tables/decks.js';
import type { MemoryStore } from '../../store/tables/memories.js';
import type { OpenSession } from '../../store/tables/open-session.js';
import type { Practice, PracticeLog } from '../../store/tables/practice.js';
import type { LoggedReview, ReviewLog } from '../../store/tables/reviews.js';
import type { StudyDay } from './study-day.js';

/** A forgotten card of a practice comes back after the others, at the earliest after this. */
const practiceStepMs = 60_000;

/** What a session is about: a request, with its cards. */
export type About =
  /** What waits today, of all cards or of these. */
  | { study: StudyRequest; open: null; only: ReadonlySet<string> | null }
  /** Cards that were chosen when it began. */
  | { study: StudyRequest; open: OpenSession };

export interface SessionCards {
  /** Ids of the cards a request chooses, those most worth it first. `listed` are the cards of its scope, null for a deck or all. */
  choose(study: StudyRequest, day: string, listed: readonly string[] | null): string[];
  queueOf(about: About, day: string): Queue;
  /** Answers given in a session of chosen cards so far, also before a restart. */
  answersOf(open: OpenSession): Answer[];
  /** A card to show whatever the queue holds; null for one that is not there, orphaned or suspended. */
  entryFor(cardId: string): Entry | null;
  /** An answered card as it comes back in the session; null when it is done. */
  comesBack(cardId: string): LearningEntry | null;
  /** The same when schedules stay untouched: only a forgotten card comes back. */
  comesBackInPractice(practice: Pick<Practice, 'cardId' | 'rating' | 'answeredAt'>): LearningEntry | null;
}

interface Parts {
  study: StudyDay;
  decks: DeckStore;
  cards: CardStore;
  memories: MemoryStore;
  reviews: ReviewLog;
  practices: PracticeLog;
  chosen: ChosenCards;
}

export const queueBefore = (state: Memory['state'] | 'new'): QueueName =>
  state === 'new' ? 'new' : state === 'review' ? 'due' : 'learning';

/** An answer of the log as one of the session. */
export const answerOf = ({ reviewId, cardId, rating, stateBefore, durationMs }: LoggedReview): Answer => ({
  answerId: reviewId,
  ...{ cardId, rating, durationMs },
  queue: queueBefore(stateBefore),
});

export const practiceAnswer = (
  { practiceId, cardId, rating, durationMs }: Practice & { practiceId: string },
  queue: QueueName,
): Answer => ({
  answerId: practiceId,
  ...{ cardId, rating, durationMs, queue },
});

export function createSessionCards({ study, decks, cards, memories, reviews, practices, chosen }: Parts): SessionCards {
  const isShown = (card: ShownCard, day: string): boolean =>
    card.orphanedAt === null && card.marks.suspendedAt === null && card.marks.buriedOn !== day;

  function entryFor(cardId: string): Entry | null {
    const card = cards.get(cardId);
    if (!card || card.orphanedAt !== null || card.marks.suspendedAt !== null) return null;
    const memory = memories.get(cardId);
    const left = answersLeft(memory, study.parameters(card.deck));
    return { cardId, queue: queueBefore(memory?.state ?? 'new'), item: card.item, answersLeft: left };
  }

  function comesBack(cardId: string): LearningEntry | null {
    const card = cards.get(cardId);
    const memory = memories.get(cardId);
    if (!card || !memory || memory.dueAt === null) return null;
    const left = answersLeft(memory, study.parameters(card.deck));
    return { cardId, item: card.item, queue: 'learning', answersLeft: left, dueAt: memory.dueAt, answeredAt: memory.reviewedAt };
  }

  function comesBackInPractice({ cardId, rating, answeredAt }: Pick<Practice, 'cardId' | 'rating' | 'answeredAt'>): LearningEntry | null {
    const card = cards.get(cardId);
    if (!card || rating !== 'again') return null;
    return { cardId, item: card.item, queue: 'learning', answersLeft: 1, dueAt: answeredAt + practiceStepMs, answeredAt };
  }

  /** The last answer of each card in a session of chosen cards, as the card comes back by it. */
  function returns(open: OpenSession): Map<string, LearningEntry | null> {
    if (open.study.practice) {
      return new Map(practices.since(open.afterPracticeId).map((practice) => [practice.cardId, comesBackInPractice(practice)]));
    }
    return new Map(reviews.since(open.afterReviewId).map(({ cardId }) => [cardId, comesBack(cardId)]));
  }

  function chosenQueue(open: OpenSession, day: string): Queue {
    const answered = returns(open);
    // The plan of a day goes on where its last session ended.
    const goesOn = open.study.scope.kind === 'exam';
    const learning: LearningEntry[] = [];
    const rest: Entry[] = [];
    for (const cardId of open.cardIds) {
      const card = cards.get(cardId);
      if (!card || !isShown(card, day)) continue;
      const back = answered.has(cardId) ? answered.get(cardId) : goesOn ? comesBack(cardId) : null;
      if (back) learning.push(back);
      const entry = back || answered.has(cardId) ? null : entryFor(cardId);
      if (entry) rest.push(open.study.practice ? { ...entry, answersLeft: 1 } : entry);
    }
    return buildQueue(learning, rest, []);
  }

  return {
    entryFor,
    comesBack,
    comesBackInPractice,

    choose({ scope, pick, practice }, day, listed) {
      if (pick.kind === 'waiting') return [];
      const most = pick.kind === 'new' ? pick.cards : mostChosenCards;
      // In the order they were chosen; a cram takes the weakest first.
      if (scope.kind === 'cards' && pick.kind === 'every' && !practice) return scope.cardIds.slice(0, most);
      if (scope.kind === 'exam' && pick.kind === 'every') return (listed ?? []).slice(0, most);
      const deck = scope.kind === 'deck' ? scope.deck : null;
      const deckIds =
        deck === null
          ? null
          : decks
              .all()
              .filter(({ path }) => isWithin(path, deck))
              .map(({ deckId }) => deckId);
      const only = listed && new Set(listed);
      const found: string[] = [];
      for (const cardId of chosen.pick(pick, day, deckIds)) {
        if (only?.has(cardId) === false) continue;
        found.push(cardId);
        if (found.length === most) break;
      }
      return found;
    },

    queueOf(about, day) {
      if (about.open) return chosenQueue(about.open, day);
      const { scope } = about.study;
      const plan = study.plan(day, scope.kind === 'deck' ? scope.deck : null, about.only);
      return buildQueue(plan.learning, plan.due, plan.fresh);
    },

    answersOf(open) {
      const mine = new Set(open.cardIds);
      const answers = open.study.practice
        ? practices
            .since(open.afterPracticeId)
            .map((practice) => practiceAnswer(practice, queueBefore(memories.get(practice.cardId)?.state ?? 'new')))
        : reviews.since(open.afterReviewId).map(answerOf);
      return answers.filter(({ cardId }) => mine.has(cardId));
    },
  };
}
