/** The review session: asks the rules of `domain/review` what comes next and stores every answer before showing it. */
import type { Input, PausedSession, SessionSummary, SessionView, StudyRequest } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { offsetMinutes } from '../../domain/review/day.js';
import { isLeechAt } from '../../domain/review/leech.js';
import { find } from '../../domain/review/queue.js';
import type { LearningEntry } from '../../domain/review/queue.js';
import { schedule } from '../../domain/review/scheduler.js';
import { begin, isChosen, reduce, remaining } from '../../domain/review/session.js';
import type { Answer, Session } from '../../domain/review/session.js';
import { totalOf } from '../../domain/review/today.js';
import { answerOf, practiceAnswer, queueBefore } from './session-cards.js';
import type { About, SessionCards } from './session-cards.js';
import type { SessionViews } from './session-view.js';
import type { Actions, Redone } from '../../store/tables/actions.js';
import type { CardStore, Marks, ShownCard } from '../../store/tables/cards.js';
import type { MemoryStore } from '../../store/tables/memories.js';
import type { OpenSession, OpenSessionStore } from '../../store/tables/open-session.js';
import type { PracticeLog } from '../../store/tables/practice.js';
import type { ReviewLog } from '../../store/tables/reviews.js';
import type { UndoStep } from '../../store/tables/undo.js';
import type { StudyDay } from './study-day.js';
import { undoLabel } from './undo-label.js';

/** Thinking longer than this about one card counts as this: the person was elsewhere. */
const longestAnswerMs = 60_000;

/** Can a session be gone on with later? What waits today and what the exam plan has for it are known without it. */
const isKept = ({ study }: Pick<Session, 'study'>): boolean => isChosen({ study }) && study.scope.kind !== 'exam';

/** Session states kept to step back to; an undo further back makes the queue anew. */
const keptStates = 100;

export interface SessionService {
  /** Begins a session; a running one ends. `listed` are the cards of a scope that is neither a deck nor all. */
  start(study: StudyRequest, listed?: readonly string[] | null): SessionView;
  /** Goes on with the session of chosen cards that was left; throws a FailureError `not-found` when there is none. */
  resume(): SessionView;
  /** The session of chosen cards that can be gone on with; null when there is none or nothing of it is left. */
  paused(): PausedSession | null;
  discard(): void;
  current(): SessionView;
  /**
   * Stores an answer to the card on show. A call about any other card (sent twice, or too late) changes nothing:
   * it is answered with what is on show.
   */
  rate(input: Input<'session.rate'>): SessionView;
  /** Takes back the newest step, also one of an earlier session; its card is shown again. */
  undo(): SessionView;
  /** Does the step again that was taken back last, also before a restart. */
  redo(): SessionView;
  suspend(cardId: string): SessionView;
  bury(cardId: string): SessionView;
  flag(cardId: string, flagged: boolean): SessionView;
  edit(cardId: string, front: string, back: string): SessionView;
  /** Ends the session and says what it came to; all zero when none was running. One of chosen cards can be gone on with. */
  end(): SessionSummary;
  /** Cards or settings were changed by somebody else: the queue is made anew before the next answer. */
  refresh(): void;
}

interface Parts {
  study: StudyDay;
  cards: CardStore;
  memories: MemoryStore;
  reviews: ReviewLog;
  practices: PracticeLog;
  openSessions: OpenSessionStore;
  actions: Actions;
  sessionCards: SessionCards;
  views: SessionViews;
}

export function createSessionService(parts: Parts): SessionService {
  const { study, cards, memories, reviews, practices, openSessions, actions, sessionCards, views } = parts;
  let session: Session | null = null;
  let about: About | null = null;
  let resumed: SessionView['resumed'] = null;
  let history: { stepId: number; before: Session }[] = [];
  let stale = false;

  /** The running session with its cards, brought up to date with the day and the store. */
  function running(): { now: Session; cardsOf: About } {
    if (!session || !about) {
      throw new FailureError({ code: 'conflict', message: 'No review session is running.', hint: 'Start a review from Today.' });
    }
    const { at, on } = study.moment();
    if (stale || session.dayOn !== on) {
      const queue = sessionCards.queueOf(about, on);
      const shown = session.shown && (find(queue, session.shown.cardId) ?? sessionCards.entryFor(session.shown.cardId));
      session = reduce(session, { type: 'refilled', dayOn: on, queue, shown, now: at });
      history = [];
      stale = false;
    }
    return { now: session, cardsOf: about };
  }

  function moveTo(next: Session, stepId: number): void {
    if (session) history = [...history.slice(1 - keptStates), { stepId, before: session }];
    session = next;
  }

  const view = (leech: SessionView['leech'] = null): SessionView => views.of(running().now, { resumed, leech });

  function open(what: About, answers: readonly Answer[], since: SessionView['resumed']): SessionView {
    const { at, on } = study.moment();
    about = what;
    session = begin(what.study, on, sessionCards.queueOf(what, on), at, answers);
    resumed = since;
    history = [];
    stale = false;
    return view();
  }

  /** A new session of chosen cards; it takes the place of one that was left. */
  function chosenSession(asked: StudyRequest, listed: readonly string[] | null): OpenSession {
    const { at, on } = study.moment();
    const cardIds = sessionCards.choose(asked, on, listed);
    const newest = { afterReviewId: reviews.newestId(), afterPracticeId: practices.newestId() };
    const begun = { study: asked, cardIds, startedAt: at, startedOn: on, ...newest };
    if (isKept(begun)) openSessions.put(begun);
    return begun;
  }

  /** Does a step about a card's answer belong to this session, so that the card is shown in it? */
  function isMine({ action, cardId }: UndoStep, { now, cardsOf }: ReturnType<typeof running>): boolean {
    if (action === 'practice' || action === 'rate') if ((action === 'practice') !== now.study.practice) return false;
    return cardsOf.open === null || cardsOf.open.cardIds.includes(cardId);
  }

  function practise(now: Session, card: ShownCard, { rating, durationMs }: Input<'session.rate'>): SessionView {
    const { at, on } = study.moment();
    const { cardId } = card;
    const practice = { cardId, rating, answeredAt: at, answeredOn: on, durationMs: Math.min(durationMs, longestAnswerMs) };
    const { practiceId, stepId } = actions.practise(practice, undoLabel(rating, card.front));
    const answer = practiceAnswer({ ...practice, practiceId }, now.shown?.queue ?? 'learning');
    moveTo(reduce(now, { type: 'rated', answer, learning: sessionCards.comesBackInPractice(practice), now: at }), stepId);
    return view();
  }

  /** Marks a card and, when it is the one on show and leaves, goes on to the next. */
  function mark(action: 'suspend' | 'bury' | 'flag' | 'edit', cardId: string, change: (card: ShownCard) => Marks | null): SessionView {
    const { now } = running();
    const leaves = action === 'suspend' || action === 'bury';
    if (leaves && now.shown?.cardId !== cardId) return view();
    const card = cards.get(cardId);
    const marks = card && change(card);
    if (!card || !marks) throw new FailureError({ code: 'not-found', message: 'This card is no longer there.' });
    const { at } = study.moment();
    const done = actions.mark(action, cardId, marks, undoLabel(action, card.front), at);
    if (done) moveTo(leaves ? reduce(now, { type: 'removed', now: at }) : now, done.stepId);
    return view();
  }

  /** The answer a step done again gave, and the card as it comes back by it. */
  function answerAgain({ review, practice }: Redone): { answer: Answer; learning: LearningEntry | null } | null {
    if (review) return { answer: answerOf(review), learning: sessionCards.comesBack(review.cardId) };
    if (!practice) return null;
    const queue = queueBefore(memories.get(practice.cardId)?.state ?? 'new');
    return { answer: practiceAnswer(practice, queue), learning: sessionCards.comesBackInPractice(practice) };
  }

  return {
    start(asked, listed = null) {
      if (asked.pick.kind !== 'waiting') return open({ study: asked, open: chosenSession(asked, listed) }, [], null);
      return open({ study: asked, open: null, only: listed && new Set(listed) }, [], null);
    },

    resume() {
      const left = openSessions.get();
      if (!left) throw new FailureError({ code: 'not-found', message: 'No session was left to go on with.' });
      const answers = sessionCards.answersOf(left);
      return open({ study: left.study, open: left }, answers, { startedOn: left.startedOn, answered: answers.length });
    },

    paused() {
      const left = openSessions.get();
      if (!left) return null;
      const queue = sessionCards.queueOf({ study: left.study, open: left }, study.moment().on);
      const waiting = queue.learning.length + queue.rest.length;
      if (waiting === 0) return null;
      return { study: left.study, startedOn: left.startedOn, done: Math.max(0, left.cardIds.length - waiting), cards: left.cardIds.length };
    },

    discard: () => openSessions.remove(),

    current() {
      session = reduce(running().now, { type: 'looked', now: study.moment().at });
      return view();
    },

    rate(input) {
      const { now } = running();
      const { cardId, rating, durationMs } = input;
      const card = cards.get(cardId);
      if (!now.shown || now.shown.cardId !== cardId || !card) return view();
      if (now.study.practice) return practise(now, card, input);
      const moment = study.moment();
      const parameters = study.parameters(card.deck);
      const before = memories.get(cardId);
      const after = schedule(before, rating, moment, parameters, cardId, study.place(card.deck));
      const { leechLapses, leechSuspends } = study.preset(card.deck).options;
      const isLeech = after.lapses > (before?.lapses ?? 0) && isLeechAt(after.lapses, leechLapses);
      const suspends = isLeech && leechSuspends;
      const { reviewId, stepId } = actions.rate(
        {
          cardId,
          rating,
          stateBefore: before?.state ?? 'new',
          offsetMinutes: Math.round(offsetMinutes(moment.at, study.dayRule().zone)),
          durationMs: Math.min(durationMs, longestAnswerMs),
          parameters,
          after,
        },
        undoLabel(rating, card.front),
        suspends ? { ...card.marks, suspendedAt: moment.at } : null,
      );
      const answer: Answer = {
        answerId: reviewId,
        ...{ cardId, rating, queue: now.shown.queue },
        durationMs: Math.min(durationMs, longestAnswerMs),
      };
      const learning = suspends ? null : sessionCards.comesBack(cardId);
      moveTo(reduce(now, { type: 'rated', answer, learning, now: moment.at }), stepId);
      const { front, back } = card;
      return view(isLeech ? { cardId, front, back, lapses: after.lapses, suspended: suspends } : null);
    },

    undo() {
      const current = running();
      const { now } = current;
      const { at, on } = study.moment();
      const step = actions.undo(at);
      if (!step) return view();
      const last = history.at(-1);
      if (last?.stepId === step.stepId) {
        session = last.before;
        history = history.slice(0, -1);
      } else if (step.action !== 'flag' && step.action !== 'edit') {
        const answerId = 'practiceId' in step.before ? step.before.practiceId : step.reviewId;
        const rest = answerId === null ? now : reduce(now, { type: 'retracted', answerId });
        const entry = isMine(step, current) ? sessionCards.entryFor(step.cardId) : null;
        session = entry ? reduce(rest, { type: 'returned', entry, queue: sessionCards.queueOf(current.cardsOf, on) }) : rest;
        stale = entry === null;
        history = [];
      }
      return view();
    },

    redo() {
      const current = running();
      const { now } = current;
      const redone = actions.redo();
      if (!redone) return view();
      const { step } = redone;
      const { at } = study.moment();
      const given = isMine(step, current) ? answerAgain(redone) : null;
      if (now.shown?.cardId === step.cardId && given) moveTo(reduce(now, { type: 'rated', ...given, now: at }), step.stepId);
      else if (now.shown?.cardId === step.cardId && (step.action === 'suspend' || step.action === 'bury')) {
        moveTo(reduce(now, { type: 'removed', now: at }), step.stepId);
      } else if (step.action !== 'flag' && step.action !== 'edit') {
        if (given) session = reduce(now, { type: 'restored', answer: given.answer });
        stale = true;
      }
      return view();
    },

    suspend: (cardId) => mark('suspend', cardId, ({ marks }) => ({ ...marks, suspendedAt: study.moment().at })),
    bury: (cardId) => mark('bury', cardId, ({ marks }) => ({ ...marks, buriedOn: study.moment().on })),
    flag: (cardId, flagged) => mark('flag', cardId, ({ marks }) => ({ ...marks, flagged: flagged ? 1 : 0 })),
    edit: (cardId, front, back) => mark('edit', cardId, () => cards.reworded(cardId, front, back)),

    end() {
      const answers = session?.answers ?? [];
      const left = session ? totalOf(remaining(session)) : 0;
      if (session && isKept(session) && (left === 0 || answers.length === 0)) openSessions.remove();
      session = null;
      about = null;
      history = [];
      return views.summary(answers, left);
    },

    refresh() {
      stale = true;
    },
  };
}
