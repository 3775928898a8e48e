/** The queue of a session: what waits today, or chosen cards, with what was answered of them. */
import { buildQueue, type Entry, type LearningEntry, type Queue } from '../../../domain/review/queue.js';
import { answersLeft } from '../../../domain/review/scheduler.js';
import type { ShownCard } from '../../../store/tables/cards.js';
import type { OpenSession } from '../../../store/tables/open-session.js';
import type { Practice } from '../../../store/tables/practice.js';
import { queueBefore } from './answers.js';
import type { About, SessionSources } from './sources.js';

/** A forgotten card of a practice comes back after the others, at the earliest after this. */
const practiceStepMs = 60_000;

/** The cards that a session is about and that wait on a day. */
export function queueOf(sources: SessionSources, about: About, day: string): Queue {
  if (about.open) return chosenQueue(sources, about.open, day);
  const { scope } = about.study;
  const plan = sources.study.plan(day, scope.kind === 'deck' ? scope.deck : null, about.only);
  return buildQueue(plan.learning, plan.due, plan.fresh);
}

function chosenQueue(sources: SessionSources, open: OpenSession, day: string): Queue {
  const answered = returns(sources, open);
  // The plan of a day goes on where its last session ended.
  const goesOn = open.study.scope.kind === 'exam';
  const learning: LearningEntry[] = [];
  const rest: Entry[] = [];
  for (const cardId of open.cardIds) {
    const card = sources.cards.get(cardId);
    if (!card || !isShown(card, day)) continue;
    const back = answered.has(cardId) ? answered.get(cardId) : goesOn ? comesBack(sources, cardId) : null;
    if (back) learning.push(back);
    const entry = back || answered.has(cardId) ? null : entryFor(sources, cardId);
    if (entry) rest.push(open.study.practice ? { ...entry, answersLeft: 1 } : entry);
  }
  return buildQueue(learning, rest, []);
}

const isShown = (card: ShownCard, day: string): boolean =>
  card.orphanedAt === null && card.marks.suspendedAt === null && card.marks.buriedOn !== day;

/** The last answer of each card in a session of chosen cards, as the card comes back by it. */
function returns(sources: SessionSources, open: OpenSession): Map<string, LearningEntry | null> {
  const { practices, reviews } = sources;
  return open.study.practice
    ? new Map(practices.since(open.afterPracticeId).map((practice) => [practice.cardId, comesBackInPractice(sources, practice)]))
    : new Map(reviews.since(open.afterReviewId).map(({ cardId }) => [cardId, comesBack(sources, cardId)]));
}

/** A card to show whatever the queue holds; null for one that is not there, orphaned or suspended. */
export function entryFor({ study, cards, memories }: SessionSources, cardId: string): Entry | null {
  const card = cards.get(cardId);
  if (!card || card.orphanedAt !== null || card.marks.suspendedAt !== null) return null;
  const memory = memories.get(cardId);
  const left = answersLeft(memory, study.parameters(card.deck));
  return { cardId, queue: queueBefore(memory?.state ?? 'new'), item: card.item, answersLeft: left };
}

/** An answered card as it comes back in the session; null when it is done. */
export function comesBack({ study, cards, memories }: SessionSources, cardId: string): LearningEntry | null {
  const card = cards.get(cardId);
  const memory = memories.get(cardId);
  if (!card || !memory || memory.dueAt === null) return null;
  const left = answersLeft(memory, study.parameters(card.deck));
  return { cardId, item: card.item, queue: 'learning', answersLeft: left, dueAt: memory.dueAt, answeredAt: memory.reviewedAt };
}

/** The same when schedules stay untouched: only a forgotten card comes back. */
export function comesBackInPractice(
  { cards }: SessionSources,
  { cardId, rating, answeredAt }: Pick<Practice, 'cardId' | 'rating' | 'answeredAt'>,
): LearningEntry | null {
  const card = cards.get(cardId);
  if (!card || rating !== 'again') return null;
  return { cardId, item: card.item, queue: 'learning', answersLeft: 1, dueAt: answeredAt + practiceStepMs, answeredAt };
}
