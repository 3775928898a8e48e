/** Answers of the log as those of a session. */
import type { QueueName } from '../../../domain/review/queue.js';
import type { Memory } from '../../../domain/review/scheduler.js';
import type { Answer } from '../../../domain/review/session.js';
import type { OpenSession } from '../../../store/tables/open-session.js';
import type { Practice } from '../../../store/tables/practice.js';
import type { LoggedReview } from '../../../store/tables/reviews.js';
import type { SessionSources } from './sources.js';

/** The queue a card stood in before it was answered. */
export const queueBefore = (state: Memory['state'] | 'new'): QueueName =>
  state === 'new' ? 'new' : state === 'review' ? 'due' : 'learning';

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

/** Answers given in a session of chosen cards so far, also before a restart. */
export function answersOf({ practices, reviews, memories }: SessionSources, open: OpenSession): Answer[] {
  const mine = new Set(open.cardIds);
  const answers = open.study.practice
    ? practices
        .since(open.afterPracticeId)
        .map((practice) => practiceAnswer(practice, queueBefore(memories.get(practice.cardId)?.state ?? 'new')))
    : reviews.since(open.afterReviewId).map(answerOf);
  return answers.filter(({ cardId }) => mine.has(cardId));
}
