/** What a mock exam came to: credit for each part, each task and each domain against the pass mark. Pure. */
import type { TypedGrade } from '../../../shared/contract.js';

/**
 * The share of an answer that is right, 0 to 1. A command does what was asked or not: half for a slip or one harmless addition.
 * Lists, steps and gaps earn by the item; a text is right, half right when it is close, or wrong, and the person may say otherwise.
 */
export function creditOf({ how, verdict, differ, of, suggested }: TypedGrade): number {
  if (verdict === 'same') return 1;
  if (how === 'command') return suggested === 'hard' ? 0.5 : 0;
  if (how === 'text') return verdict === 'close' ? 0.5 : 0;
  return of === 0 ? 0 : Math.max(0, of - differ) / of;
}

interface ScoredTask {
  domainId: string;
  cardIds: readonly string[];
}

export interface MockScore {
  /** 0 to 100, each task counting the same, each part of a task its part. */
  scorePercent: number;
  passed: boolean;
  /** In the order of the exam; those without a task are left out. */
  domains: { domainId: string; tasks: number; scorePercent: number }[];
}

/** A task's share that is right, 0 to 1. */
export const taskCredit = ({ cardIds }: ScoredTask, credit: ReadonlyMap<string, number>): number =>
  cardIds.length === 0 ? 0 : cardIds.reduce((sum, cardId) => sum + (credit.get(cardId) ?? 0), 0) / cardIds.length;

/** The score from the credit of each card; a card without one counts nothing. */
export function scoreOf(
  tasks: readonly ScoredTask[],
  { passPercent, domainIds }: { passPercent: number; domainIds: readonly string[] },
  credit: ReadonlyMap<string, number>,
): MockScore {
  const percent = (of: readonly ScoredTask[]): number =>
    of.length === 0 ? 0 : (100 * of.reduce((sum, task) => sum + taskCredit(task, credit), 0)) / of.length;
  const scorePercent = percent(tasks);
  const domains = domainIds.flatMap((domainId) => {
    const own = tasks.filter((task) => task.domainId === domainId);
    return own.length === 0 ? [] : [{ domainId, tasks: own.length, scorePercent: percent(own) }];
  });
  // What is shown as 66 % is passed at 66 %: sums of thirds fall short by less than this.
  return { scorePercent, passed: scorePercent >= passPercent - 1e-9, domains };
}
