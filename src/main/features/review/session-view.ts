/** What a session looks like in the window. */
import type { Rating, SessionCard, SessionSummary, SessionView } from '../../../shared/contract.js';
import { addDays } from '../../domain/review/day.js';
import type { Entry } from '../../domain/review/queue.js';
import { preview, waitMs } from '../../domain/review/scheduler.js';
import { isOver, progress, remaining, totals } from '../../domain/review/session.js';
import type { Answer, Session } from '../../domain/review/session.js';
import { totalOf } from '../../domain/review/today.js';
import type { CardStore } from '../../store/tables/cards.js';
import type { MemoryStore } from '../../store/tables/memories.js';
import type { TodayNumbers } from '../../store/tables/today.js';
import type { UndoSteps } from '../../store/tables/undo.js';
import type { StudyDay } from './study-day.js';

export interface SessionViews {
  /** `resumed` and `leech` as the session knows them. */
  of(session: Session, more: Pick<SessionView, 'resumed' | 'leech'>): SessionView;
  summary(answers: readonly Answer[], left: number): SessionSummary;
}

interface Parts {
  study: StudyDay;
  cards: CardStore;
  memories: MemoryStore;
  undoSteps: UndoSteps;
  today: Pick<TodayNumbers, 'dueOn'>;
}

export function createSessionViews({ study, cards, memories, undoSteps, today }: Parts): SessionViews {
  function intervals(cardId: string, deck: string): SessionCard['intervalMs'] {
    const moment = study.moment();
    const next = preview(memories.get(cardId), moment, study.parameters(deck), cardId, study.place(deck));
    const wait = (rating: Rating): number => waitMs(next[rating], moment.at);
    return { again: wait('again'), hard: wait('hard'), good: wait('good'), easy: wait('easy') };
  }

  function cardView({ cardId, queue }: Entry, isPractice: boolean): SessionCard | null {
    const card = cards.get(cardId);
    if (!card) return null;
    const { kind, deck, headings, front, back, noteId, notePath, noteName, line, endLine, marks } = card;
    return {
      ...{ cardId, queue, kind, deck, headings, front, back, noteId, notePath, noteName, line, endLine },
      flagged: marks.flagged === 1,
      lapses: memories.get(cardId)?.lapses ?? 0,
      intervalMs: isPractice ? null : intervals(cardId, deck),
    };
  }

  function summary(answers: readonly Answer[], left: number): SessionSummary {
    const { forgotten, ...rest } = totals(answers);
    const hard = forgotten.flatMap(({ cardId, times }) => {
      const card = cards.get(cardId);
      if (!card) return [];
      const { front, noteId, notePath, noteName, line } = card;
      return [{ cardId, front, noteId, notePath, noteName, line, times }];
    });
    return { ...rest, left, dueTomorrow: today.dueOn(addDays(study.moment().on, 1)), hard };
  }

  return {
    summary,
    of(session, { resumed, leech }) {
      const step = undoSteps.newest();
      const left = remaining(session);
      return {
        card: session.shown && cardView(session.shown, session.study.practice),
        study: session.study,
        resumed,
        leech,
        remaining: left,
        progress: progress(session),
        canUndo: step !== null,
        undoLabel: step?.label ?? null,
        redoLabel: undoSteps.newestUndone()?.label ?? null,
        waitUntil: session.waitUntil,
        summary: isOver(session) ? summary(session.answers, totalOf(left)) : null,
      };
    },
  };
}
