/** A stored card as the Library shows it. */
import type { LibraryCard } from '../../../shared/contract.js';
import { dayOf, daysBetween } from '../../domain/review/day.js';
import type { CardRow } from '../../store/tables/library.js';
import type { LibraryContext } from './library-context.js';

export function cardView({ study, facts }: LibraryContext, row: CardRow): LibraryCard {
  const front = row.editedFront ?? row.front;
  const back = row.editedBack ?? row.back;
  return {
    cardId: row.cardId,
    kind: row.kind,
    noteId: row.noteId,
    noteName: row.noteName,
    deck: row.deck,
    line: row.line,
    endLine: row.endLine,
    front,
    back,
    generated: row.editedSpanHash === null ? null : { front: row.front, back: row.back },
    sourceChanged: row.editedSpanHash !== null && row.editedSpanHash !== row.spanHash,
    state: stateOf(row),
    dueInDays: daysUntil(study, row),
    stabilityDays: row.stability,
    lapses: row.lapses ?? 0,
    flagged: row.flagged === 1,
    outdated: facts.outdated({ front, back, headings: row.headings, deck: row.deck }),
    setAside: row.orphanedAt === null ? null : row.noteMissing === 1 ? 'note-missing' : 'text-removed',
  };
}

/** A study day's distance from today; null for a new card. */
function daysUntil(study: LibraryContext['study'], row: CardRow): number | null {
  const { on } = study.moment();
  if (row.dueOn !== null) return daysBetween(on, row.dueOn);
  return row.dueAt === null ? null : daysBetween(on, dayOf(row.dueAt, study.dayRule()));
}

function stateOf(row: CardRow): LibraryCard['state'] {
  if (row.orphanedAt !== null) return 'set-aside';
  if (row.suspendedAt !== null) return 'suspended';
  if (row.memory === null) return 'new';
  return row.memory === 'review' ? 'review' : 'learning';
}
