/** The catch-up plan: which cards waited, and how many of them a day takes. One plan at a time. */
import type { Database } from '../open/database.js';

export interface CatchUpPlan {
  planId: number;
  startedOn: string;
  perDay: number;
  pausesNew: boolean;
  /** Cards the plan began with, those taken out of use since left out. */
  cards: number;
  /** Those still waiting. */
  left: number;
  /** Ids of those answered on the day that was asked about, and not before. */
  doneToday: ReadonlySet<string>;
}

export interface CatchUpStore {
  /** The plan that holds on a study day; null without one, or when nothing of it is left. */
  on(day: string): CatchUpPlan | null;
  /** Cards that were due before a study day and can be shown. */
  overdue(day: string): number;
  /** Begins a plan over them in place of any other one. */
  start(day: string, perDay: number, pausesNew: boolean): void;
  /** Gives the plan up; false when none holds. */
  end(at: number): boolean;
  /** Takes the last end back; false when there is nothing to take back. */
  resume(): boolean;
}

const shown = 'c.suspendedAt IS NULL AND c.orphanedAt IS NULL';

export function createCatchUpStore(db: Database): CatchUpStore {
  const open = db.prepare<[], { planId: number; startedOn: string; perDay: number; pausesNew: 0 | 1 }>(
    'SELECT planId, startedOn, perDay, pausesNew FROM catchUpPlans WHERE endedAt IS NULL ORDER BY planId DESC LIMIT 1',
  );
  const numbers = db.prepare<[{ planId: number; startedOn: string }], { cards: number; left: number }>(
    `SELECT count(*) AS cards, count(*) FILTER (WHERE m.reviewedOn < @startedOn) AS left
     FROM catchUpCards k CROSS JOIN memories m USING (cardId) CROSS JOIN cards c USING (cardId) WHERE k.planId = @planId AND ${shown}`,
  );
  const doneOn = db
    .prepare<[{ planId: number; startedOn: string; day: string }], string>(
      `SELECT m.cardId FROM memories m INDEXED BY memoriesByDay JOIN catchUpCards k ON k.planId = @planId AND k.cardId = m.cardId
       WHERE m.reviewedOn = @day AND NOT EXISTS (
         SELECT 1 FROM reviews r WHERE r.cardId = m.cardId AND r.reviewedOn >= @startedOn AND r.reviewedOn < @day
           AND NOT EXISTS (SELECT 1 FROM retractions x WHERE x.reviewId = r.reviewId)
       )`,
    )
    .pluck();
  const overdue = db
    .prepare<[string], number>(
      `SELECT count(*) FROM memories m INDEXED BY reviewsDue CROSS JOIN cards c ON c.cardId = m.cardId
       WHERE m.state = 'review' AND m.dueOn < ? AND ${shown}`,
    )
    .pluck();
  const add = db.prepare('INSERT INTO catchUpPlans (startedOn, perDay, pausesNew) VALUES (?, ?, ?)');
  const addCards = db.prepare(
    `INSERT INTO catchUpCards (planId, cardId)
     SELECT ?, m.cardId FROM memories m INDEXED BY reviewsDue CROSS JOIN cards c ON c.cardId = m.cardId
     WHERE m.state = 'review' AND m.dueOn < ? AND ${shown}`,
  );
  const clear = db.prepare('DELETE FROM catchUpPlans');
  const end = db.prepare('UPDATE catchUpPlans SET endedAt = ? WHERE endedAt IS NULL');
  const resume = db.prepare('UPDATE catchUpPlans SET endedAt = NULL WHERE endedAt IS NOT NULL');

  const start = db.transaction((day: string, perDay: number, pausesNew: boolean) => {
    clear.run();
    const { lastInsertRowid } = add.run(day, perDay, pausesNew ? 1 : 0);
    addCards.run(lastInsertRowid, day);
  });

  return {
    on(day) {
      const plan = open.get();
      const found = plan && numbers.get({ planId: plan.planId, startedOn: plan.startedOn });
      if (!plan || !found || found.left === 0) return null;
      const { planId, startedOn } = plan;
      return { ...plan, ...found, pausesNew: plan.pausesNew === 1, doneToday: new Set(doneOn.all({ planId, startedOn, day })) };
    },
    overdue: (day) => overdue.get(day) ?? 0,
    start: (...input) => start.immediate(...input),
    end: (at) => end.run(at).changes > 0,
    resume: () => resume.run().changes > 0,
  };
}
