/** Cards that may fit a query, from an index: what asks for few cards need not look at all. */
import type { CardFilter } from '../../../shared/contract.js';
import type { CardQuery } from '../../domain/search/card-query.js';
import type { Database } from '../open/database.js';

/** The moment `is:due` is asked at. */
export interface SearchMoment {
  at: number;
  on: string;
}

/** With more of them a look at every card is as fast, and it comes in the right order by itself. */
const mostCandidates = 10_000;

// Spelled as the partial indexes are, or sqlite does not use them.
const marked = 'c.suspendedAt IS NOT NULL OR c.flagged = 1 OR c.editedSpanHash IS NOT NULL';
const ofMarked = (mark: string): string => `SELECT c.cardId FROM cards c INDEXED BY markedCards WHERE (${marked}) AND ${mark}`;
const sources: Partial<Record<CardFilter, string>> = {
  due: `SELECT cardId FROM memories INDEXED BY reviewsDue WHERE state = 'review' AND dueOn <= @on
        UNION ALL SELECT cardId FROM memories INDEXED BY learningByDue WHERE state <> 'review' AND dueAt <= @at`,
  orphan: 'SELECT cardId FROM cards INDEXED BY orphanCards WHERE orphanedAt IS NOT NULL',
  suspended: ofMarked('c.suspendedAt IS NOT NULL'),
  flagged: ofMarked('c.flagged = 1'),
  edited: ofMarked('c.editedSpanHash IS NOT NULL'),
  changed: ofMarked('c.editedSpanHash IS NOT NULL'),
};

/** Cards forgotten more often than this have an index. */
const seldom = 3;
const forgotten = `SELECT cardId FROM memories INDEXED BY memoriesByLapses WHERE lapses > ${seldom} AND lapses >= @least`;

/** The lowest number of lapses that fits a condition. */
const leastOf = ({ comparison, than }: CardQuery['lapses'][number]): number =>
  comparison === '>' ? than + 1 : comparison === '>=' || comparison === '=' ? than : 0;

export type Candidates = (query: CardQuery, moment: SearchMoment) => string[] | null;

/** Answers ids of all cards that can fit, and of others; null when they are too many, or only a look at every card tells. */
export function createCandidates(db: Database): Candidates {
  const read = (sql: string, values: Record<string, string | number>): string[] | null => {
    const ids = db
      .prepare<[Record<string, string | number>], string>(`${sql} LIMIT ${mostCandidates + 1}`)
      .pluck()
      .all(values);
    return ids.length > mostCandidates ? null : ids;
  };
  return (query, moment) => {
    const least = Math.max(0, ...query.lapses.map(leastOf));
    const rare = least > seldom ? read(forgotten, { least }) : null;
    return query.is.reduce((found, filter) => found ?? (sources[filter] ? read(sources[filter], { ...moment }) : null), rare);
  };
}
