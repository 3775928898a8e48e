/** The review session: asks the rules of `review/` what comes next and stores every answer before showing it. */
import type { Input, Rating, SessionCard, SessionSummary, SessionView } from '../shared/contract.js';
import { FailureError } from '../shared/result.js';
import { addDays, offsetMinutes } from './review/day.js';
import { buildQueue, find } from './review/queue.js';
import type { Entry, LearningEntry, Queue, QueueName } from './review/queue.js';
import { answersLeft, preview, schedule, waitMs } from './review/scheduler.js';
import type { Memory } from './review/scheduler.js';
import { begin, isOver, progress, reduce, remaining, totals } from './review/session.js';
import type { Answer, Session } from './review/session.js';
import type { Actions } from './store/actions.js';
import type { CardStore, Marks, ShownCard } from './store/cards.js';
import type { MemoryStore } from './store/memories.js';
import type { TodayNumbers } from './store/today.js';
import type { UndoSteps } from './store/undo.js';
import type { Study } from './study.js';
import { undoLabel } from './undo-label.js';

/** Thinking longer than this about one card counts as this: the person was elsewhere. */
const longestAnswerMs = 60_000;

/** Session states kept to step back to; an undo further back makes the queue anew. */
const keptStates = 100;

export interface SessionService {
  /** Begins a session over all decks or over one with its children; a running one ends. */
  start(deck: string | null): SessionView;
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
  /** Ends the session and says what it came to; all zero when none was running. */
  end(): SessionSummary;
  /** Cards or settings were changed by somebody else: the queue is made anew before the next answer. */
  refresh(): void;
}

interface Parts {
  study: Study;
  cards: CardStore;
  memories: MemoryStore;
  actions: Actions;
  undoSteps: UndoSteps;
  today: Pick<TodayNumbers, 'dueOn'>;
}

export function createSessionService({ study, cards, memories, actions, undoSteps, today }: Parts): SessionService {
  let session: Session | null = null;
  let history: { stepId: number; before: Session }[] = [];
  let stale = false;

  function makeQueue(day: string, deck: string | null): Queue {
    const { learning, due, fresh } = study.plan(day, deck);
    return buildQueue(learning, due, fresh);
  }

  /** The running session, brought up to date with the day and the store. */
  function running(): Session {
    if (!session) {
      throw new FailureError({ code: 'conflict', message: 'No review session is running.', hint: 'Start a review from Today.' });
    }
    const { at, on } = study.moment();
    if (stale || session.dayOn !== on) {
      const queue = makeQueue(on, session.deck);
      const shown = session.shown && (find(queue, session.shown.cardId) ?? entryFor(session.shown.cardId));
      session = reduce(session, { type: 'refilled', dayOn: on, queue, shown, now: at });
      history = [];
      stale = false;
    }
    return session;
  }

  /** A card to show whatever the queue holds; null for one that is not there, orphaned or suspended. */
  function entryFor(cardId: string): Entry | null {
    const card = cards.get(cardId);
    if (!card || card.orphanedAt !== null || card.marks.suspendedAt !== null) return null;
    const memory = memories.get(cardId);
    return { cardId, queue: queueOf(memory), item: card.item, answersLeft: answersLeft(memory, study.parameters(card.deck)) };
  }

  /** A card as it waits in this session after an answer; null when it is done for today. */
  function learningNow(cardId: string): LearningEntry | null {
    const card = cards.get(cardId);
    const memory = memories.get(cardId);
    return card && memory && learningEntry(cardId, card.item, memory, answersLeft(memory, study.parameters(card.deck)));
  }

  function moveTo(next: Session, stepId: number): void {
    if (session) history = [...history.slice(1 - keptStates), { stepId, before: session }];
    session = next;
  }

  function summaryOf({ answers }: Pick<Session, 'answers'>): SessionSummary {
    const { forgotten, ...rest } = totals(answers);
    const hard = forgotten.flatMap(({ cardId, times }) => {
      const card = cards.get(cardId);
      return card ? [{ cardId, front: card.front, notePath: card.notePath, noteName: card.noteName, line: card.line, times }] : [];
    });
    return { ...rest, dueTomorrow: today.dueOn(addDays(study.moment().on, 1)), hard };
  }

  function cardView(entry: Entry): SessionCard | null {
    const card = cards.get(entry.cardId);
    if (!card) return null;
    const memory = memories.get(entry.cardId);
    const moment = study.moment();
    const next = preview(memory, moment, study.parameters(card.deck), entry.cardId, study.place(card.deck));
    const wait = (rating: Rating): number => waitMs(next[rating], moment.at);
    const { kind, deck, headings, front, back, noteId, notePath, noteName, line, endLine, marks } = card;
    return {
      cardId: entry.cardId,
      queue: entry.queue,
      kind,
      deck,
      headings,
      front,
      back,
      noteId,
      notePath,
      noteName,
      line,
      endLine,
      flagged: marks.flagged === 1,
      lapses: memory?.lapses ?? 0,
      intervalMs: { again: wait('again'), hard: wait('hard'), good: wait('good'), easy: wait('easy') },
    };
  }

  function view(): SessionView {
    const shown = running();
    const step = undoSteps.newest();
    return {
      card: shown.shown && cardView(shown.shown),
      deck: shown.deck,
      remaining: remaining(shown),
      progress: progress(shown),
      canUndo: step !== null,
      undoLabel: step?.label ?? null,
      redoLabel: undoSteps.newestUndone()?.label ?? null,
      waitUntil: shown.waitUntil,
      summary: isOver(shown) ? summaryOf(shown) : null,
    };
  }

  /** Marks a card and, when it is the one on show and leaves, goes on to the next. */
  function mark(action: 'suspend' | 'bury' | 'flag' | 'edit', cardId: string, change: (card: ShownCard) => Marks | null): SessionView {
    const now = running();
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

  return {
    start(deck) {
      const { at, on } = study.moment();
      session = begin(deck, on, makeQueue(on, deck), at);
      history = [];
      stale = false;
      return view();
    },

    current() {
      session = reduce(running(), { type: 'looked', now: study.moment().at });
      return view();
    },

    rate({ cardId, rating, durationMs }) {
      const now = running();
      const card = cards.get(cardId);
      if (!now.shown || now.shown.cardId !== cardId || !card) return view();
      const moment = study.moment();
      const parameters = study.parameters(card.deck);
      const before = memories.get(cardId);
      const after = schedule(before, rating, moment, parameters, cardId, study.place(card.deck));
      const capped = Math.min(durationMs, longestAnswerMs);
      const { reviewId, stepId } = actions.rate(
        {
          cardId,
          rating,
          stateBefore: before?.state ?? 'new',
          offsetMinutes: Math.round(offsetMinutes(moment.at, study.dayRule().zone)),
          durationMs: capped,
          parameters,
          after,
        },
        undoLabel(rating, card.front),
      );
      const answer: Answer = { reviewId, cardId, rating, queue: now.shown.queue, durationMs: capped };
      const learning = learningEntry(cardId, card.item, after, answersLeft(after, parameters));
      moveTo(reduce(now, { type: 'rated', answer, learning, now: moment.at }), stepId);
      return view();
    },

    undo() {
      const now = running();
      const { at, on } = study.moment();
      const step = actions.undo(at);
      if (!step) return view();
      const last = history.at(-1);
      if (last?.stepId === step.stepId) {
        session = last.before;
        history = history.slice(0, -1);
      } else if (!('marks' in step.before) || step.action === 'suspend' || step.action === 'bury') {
        const rest = step.reviewId === null ? now : reduce(now, { type: 'retracted', reviewId: step.reviewId });
        const entry = entryFor(step.cardId);
        session = entry ? reduce(rest, { type: 'returned', entry, queue: makeQueue(on, now.deck) }) : rest;
        stale = entry === null;
        history = [];
      }
      return view();
    },

    redo() {
      const now = running();
      const redone = actions.redo();
      if (!redone) return view();
      const { step, review } = redone;
      const { at } = study.moment();
      const isShown = now.shown?.cardId === step.cardId;
      const leaves = review !== null || step.action === 'suspend' || step.action === 'bury';
      if (review) {
        const { reviewId, cardId, rating, stateBefore, durationMs } = review;
        const answer = { reviewId, cardId, rating, queue: queueBefore(stateBefore), durationMs };
        if (isShown) moveTo(reduce(now, { type: 'rated', answer, learning: learningNow(cardId), now: at }), step.stepId);
        else session = reduce(now, { type: 'restored', answer });
      } else if (leaves && isShown) moveTo(reduce(now, { type: 'removed', now: at }), step.stepId);
      if (leaves && !isShown) stale = true;
      return view();
    },

    suspend: (cardId) => mark('suspend', cardId, ({ marks }) => ({ ...marks, suspendedAt: study.moment().at })),
    bury: (cardId) => mark('bury', cardId, ({ marks }) => ({ ...marks, buriedOn: study.moment().on })),
    flag: (cardId, flagged) => mark('flag', cardId, ({ marks }) => ({ ...marks, flagged: flagged ? 1 : 0 })),
    edit: (cardId, front, back) => mark('edit', cardId, () => cards.reworded(cardId, front, back)),

    end() {
      const summary = summaryOf(session ?? { answers: [] });
      session = null;
      history = [];
      return summary;
    },

    refresh() {
      stale = true;
    },
  };
}

const queueBefore = (state: Memory['state'] | 'new'): QueueName => (state === 'new' ? 'new' : state === 'review' ? 'due' : 'learning');
const queueOf = (memory: Memory | null): QueueName => queueBefore(memory?.state ?? 'new');

/** A card that comes back in this session; null for one that is done for today. */
const learningEntry = (cardId: string, item: string, memory: Memory, left: number): LearningEntry | null =>
  memory.dueAt === null ? null : { cardId, item, queue: 'learning', answersLeft: left, dueAt: memory.dueAt, answeredAt: memory.reviewedAt };
