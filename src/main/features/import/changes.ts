/** What an import would do to each card, in the words of the contract. */
import type { ChangeTotals } from '../../../shared/contract.js';
import type { CardContent } from '../../store/tables/import-rows.js';
import type { Decided } from './decisions.js';

export const noChanges: ChangeTotals = { added: 0, edited: 0, moved: 0, removed: 0, kept: 0, heldBack: 0, rejected: 0 };

export type CardChange = 'added' | 'edited' | 'moved' | 'kept';

export function changeOf({ known, note, draft }: Decided): CardChange {
  if (!known) return 'added';
  if (known.noteId !== note.noteId) return 'moved';
  if (known.orphaned) return 'added';
  const { front, back, deck } = draft();
  if (known.front !== front || known.back !== back) return 'edited';
  return known.deck === deck ? 'kept' : 'moved';
}

/** Under which total a card is counted: those not imported do not count as changes. */
export const countedAs = (decided: Decided): keyof ChangeTotals =>
  decided.decision === 'held-back' ? 'heldBack' : decided.decision === 'rejected' ? 'rejected' : changeOf(decided);

export function addTotals(a: ChangeTotals, b: ChangeTotals): ChangeTotals {
  return {
    added: a.added + b.added,
    edited: a.edited + b.edited,
    moved: a.moved + b.moved,
    removed: a.removed + b.removed,
    kept: a.kept + b.kept,
    heldBack: a.heldBack + b.heldBack,
    rejected: a.rejected + b.rejected,
  };
}

/** The card as the store would hold it. */
export function contentOf({ note, position, draft }: Decided): CardContent {
  const { deck, kind, rule, front, back, headings, tags, line, endLine, item, evidence } = draft();
  return { noteId: note.noteId, deck, kind, rule, front, back, headings, tags, line, endLine, position, item, evidence };
}

/** Does a stored card hold this content already? */
export function holds(stored: CardContent, content: CardContent): boolean {
  const plain = ['noteId', 'deck', 'kind', 'rule', 'front', 'back', 'line', 'endLine', 'position', 'item'] as const;
  const evidence = ['spanHash', 'slot', 'text', 'userId'] as const;
  return (
    plain.every((field) => stored[field] === content[field]) &&
    evidence.every((field) => stored.evidence[field] === content.evidence[field]) &&
    sameList(stored.headings, content.headings) &&
    sameList(stored.tags, content.tags)
  );
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
