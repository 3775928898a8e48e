/** A session as a fold over what happens in it: pure, so that each state can be kept and taken back to. */
import type { Counts, Rating, StudyRequest } from '../../../shared/contract.js';
import { makeRoomFor, takeNext, withLearning, withoutCard, withoutSiblings } from './queue.js';
import type { Entry, LearningEntry, Queue, QueueName } from './queue.js';

/** An answer given in this session. */
export interface Answer {
  answerId: string;
  cardId: string;
  rating: Rating;
  /** Why the card was shown. */
  queue: QueueName;
  durationMs: number;
}

export interface Session {
  /** What was asked for. */
  study: StudyRequest;
  /** The study day its queue was made for. */
  dayOn: string;
  queue: Queue;
  shown: Entry | null;
  /** With nothing to show: the instant a learning card can be shown; null when the session is over. */
  waitUntil: number | null;
  answers: readonly Answer[];
}

export type SessionEvent =
  /** The card on show was answered; `learning` when it comes back in this session. */
  | { type: 'rated'; answer: Answer; learning: LearningEntry | null; now: number }
  /** The card on show was suspended or buried. */
  | { type: 'removed'; now: number }
  /** Time went by while nothing could be shown. */
  | { type: 'looked'; now: number }
  /**
   * The store changed underneath or a new day began. `shown` is the card on show as it is now, null when it can no longer be
   * shown: it stays even where the new queue has no room for it, for somebody may be about to answer it.
   */
  | { type: 'refilled'; dayOn: string; queue: Queue; shown: Entry | null; now: number }
  /** An answer was taken back that this session may have counted. */
  | { type: 'retracted'; answerId: string }
  /** An answer was given again that this session had not on show. */
  | { type: 'restored'; answer: Answer }
  /** Something done to this card before this session's queue was made was taken back: it is shown again. */
  | { type: 'returned'; entry: Entry; queue: Queue };

function advance(session: Session, now: number): Session {
  const next = takeNext(session.queue, now);
  if (next.kind === 'card') return { ...session, queue: next.queue, shown: next.entry, waitUntil: null };
  return { ...session, shown: null, waitUntil: next.kind === 'wait' ? next.until : null };
}

/** Begins a session with its first card on show, or goes on with one in which answers were given. */
export function begin(study: StudyRequest, dayOn: string, queue: Queue, now: number, answers: readonly Answer[] = []): Session {
  return advance({ study, dayOn, queue, shown: null, waitUntil: null, answers }, now);
}

/** Are its cards chosen for another reason than that they wait? Then a day's limits and siblings are no matter. */
export const isChosen = ({ study }: Pick<Session, 'study'>): boolean => study.pick.kind !== 'waiting';

/** The queue beside a card that is shown out of turn. */
const beside = (session: Session, entry: Entry, queue: Queue): Queue =>
  isChosen(session) ? withoutCard(queue, entry.cardId) : makeRoomFor(entry, queue);

export function reduce(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'rated': {
      const held = session.shown && !isChosen(session) ? withoutSiblings(session.queue, session.shown.item) : session.queue;
      const queue = event.learning ? withLearning(held, event.learning) : held;
      return advance({ ...session, queue, answers: [...session.answers, event.answer] }, event.now);
    }
    case 'removed':
      return advance(session, event.now);
    case 'looked':
      return session.shown ? session : advance(session, event.now);
    case 'refilled': {
      const { dayOn, queue, shown, now } = event;
      if (!shown) return advance({ ...session, dayOn, queue }, now);
      return { ...session, dayOn, queue: beside(session, shown, queue), shown };
    }
    case 'retracted':
      return { ...session, answers: session.answers.filter((answer) => answer.answerId !== event.answerId) };
    case 'restored':
      return { ...session, answers: [...session.answers, event.answer] };
    case 'returned':
      return { ...session, queue: beside(session, event.entry, event.queue), shown: event.entry, waitUntil: null };
  }
}

const entriesOf = ({ queue, shown }: Session): Entry[] => [...(shown ? [shown] : []), ...queue.learning, ...queue.rest];

/** Cards still to come, the one on show included. */
export function remaining(session: Session): Counts {
  const counts: Counts = { new: 0, learning: 0, due: 0 };
  for (const entry of entriesOf(session)) counts[entry.queue] += 1;
  return counts;
}

/** Share of the answers that are given, 0 to 1, if all go well from here: only Again and Undo take it back. */
export function progress(session: Session): number {
  const left = entriesOf(session).reduce((sum, entry) => sum + entry.answersLeft, 0);
  const given = session.answers.length;
  return left === 0 ? 1 : given / (given + left);
}

export const isOver = (session: Session): boolean => session.shown === null && session.waitUntil === null;

/** What a session came to; `forgotten` are the cards answered Again, most often first. */
export function totals(answers: readonly Answer[]): {
  answered: number;
  byRating: Record<Rating, number>;
  newSeen: number;
  durationMs: number;
  forgotten: { cardId: string; times: number }[];
} {
  const byRating: Record<Rating, number> = { again: 0, hard: 0, good: 0, easy: 0 };
  const times = new Map<string, number>();
  for (const { cardId, rating } of answers) {
    byRating[rating] += 1;
    if (rating === 'again') times.set(cardId, (times.get(cardId) ?? 0) + 1);
  }
  return {
    answered: answers.length,
    byRating,
    newSeen: answers.filter((answer) => answer.queue === 'new').length,
    durationMs: answers.reduce((sum, answer) => sum + answer.durationMs, 0),
    forgotten: [...times].map(([cardId, count]) => ({ cardId, times: count })).sort((a, b) => b.times - a.times),
  };
}
