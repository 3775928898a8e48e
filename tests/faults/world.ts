/** What a data folder must hold by the answers of the app alone, and what it does hold. */
import type { Database } from '../../src/main/store/open/database.js';

/** What a step of a session changes. Each answer is known by how long it took, which no two share. */
export interface Studied {
  answers: readonly number[];
  flagged: readonly string[];
  suspended: readonly string[];
  edited: Readonly<Record<string, string>>;
}

/** Never changed, but followed by the next one. */
export interface World {
  studied: Studied;
  /** What it was before each step that can be taken back, and after each that was. */
  past: readonly Studied[];
  future: readonly Studied[];
  notes: number;
}

export const beginning = (notes: number): World => ({
  studied: { answers: [], flagged: [], suspended: [], edited: {} },
  past: [],
  future: [],
  notes,
});

export const stepTo = ({ studied, past, notes }: World, change: Partial<Studied>): World => ({
  studied: { ...studied, ...change },
  past: [...past, studied],
  future: [],
  notes,
});

export function undone({ studied, past, future, notes }: World): World {
  const before = past.at(-1);
  if (!before) throw new Error('There is no step to take back.');
  return { studied: before, past: past.slice(0, -1), future: [...future, studied], notes };
}

export function redone({ studied, past, future, notes }: World): World {
  const after = future.at(-1);
  if (!after) throw new Error('There is no step to do again.');
  return { studied: after, past: [...past, studied], future: future.slice(0, -1), notes };
}

/** A world as a text that is the same for the same one. */
export const looks = ({ studied: { answers, flagged, suspended, edited }, notes }: Pick<World, 'studied' | 'notes'>): string =>
  JSON.stringify({
    notes,
    answers: answers.toSorted((a, b) => a - b),
    flagged: flagged.toSorted(),
    suspended: suspended.toSorted(),
    edited: Object.entries(edited).toSorted(([a], [b]) => a.localeCompare(b)),
  });

/** The world that is stored. */
export function stored(db: Database): Pick<World, 'studied' | 'notes'> {
  const all = <T>(sql: string): T[] => db.prepare<[], T>(sql).pluck().all();
  const edits = db.prepare<[], [string, string]>('SELECT cardId, editedFront FROM cards WHERE editedFront IS NOT NULL').raw().all();
  return {
    studied: {
      answers: all('SELECT durationMs FROM reviews WHERE reviewId NOT IN (SELECT reviewId FROM retractions)'),
      flagged: all('SELECT cardId FROM cards WHERE flagged = 1'),
      suspended: all('SELECT cardId FROM cards WHERE suspendedAt IS NOT NULL'),
      edited: Object.fromEntries(edits),
    },
    notes: db.prepare<[], number>('SELECT count(*) FROM notes').pluck().get() ?? 0,
  };
}
