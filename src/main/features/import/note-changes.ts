/** What storing the cards of one note would change. */
import type { DayRule } from '../../domain/review/day.js';
import type { Decision, ImportBatch, Wording } from '../../store/tables/import-rows.js';
import type { ImportStore } from '../../store/transfer/imports.js';
import { contentOf, holds } from './changes.js';
import type { Decided } from './decisions.js';
import { startOf } from './starting-schedules.js';

export interface NoteChanges {
  added: Decided[];
  /** Cards whose content differs from their row, and orphans that come back. */
  changed: Decided[];
  orphaned: string[];
  wordings: (Wording & { cardId: string })[];
  starts: ImportBatch['starts'][number][];
  decisions: Decision[];
}

export interface ChangeParts {
  store: ImportStore;
  dayRule: DayRule;
  /** Was this said in this preview? */
  wasChosen: (key: string) => boolean;
  at: number;
}

/** Only what differs from the store is in it. */
export function changesOf(cards: readonly Decided[], { store, dayRule, wasChosen, at }: ChangeParts): NoteChanges {
  const changes: NoteChanges = { added: [], changed: [], orphaned: [], wordings: [], starts: [], decisions: [] };
  for (const card of cards) {
    const { cardId, known } = card;
    changes.decisions.push(...decisionRow(card, wasChosen(card.key)));
    if (card.decision !== 'import') {
      if (known && !known.orphaned) changes.orphaned.push(cardId);
      continue;
    }
    if (!known) changes.added.push(card);
    else if (known.orphaned || !holds(known, contentOf(card))) changes.changed.push(card);
    const memory = startOf(card, store, dayRule);
    if (memory) changes.starts.push({ cardId, start: { source: 'obsidian', memory, takenAt: at } });
    if (card.wording) changes.wordings.push({ cardId, ...wordingOf(card, card.wording) });
  }
  return { ...changes, decisions: unknown(changes.decisions, store) };
}

/** A decision worth remembering: one made now, or an earlier one that has to follow its text. */
function decisionRow({ decision, note, mark: { kind, evidence } }: Decided, chosen: boolean): Decision[] {
  if (decision === 'held-back' || (!chosen && decision !== 'rejected')) return [];
  return [{ noteId: note.noteId, spanHash: evidence.spanHash, kind, slot: evidence.slot, decision }];
}

function unknown(decisions: Decision[], store: ImportStore): Decision[] {
  const noteIds = new Set(decisions.map(({ noteId }) => noteId));
  const known = new Map([...noteIds].flatMap((noteId) => store.decisionsOf(noteId)).map((row) => [row.spanHash, row.decision]));
  return decisions.filter(({ spanHash, decision }) => known.get(spanHash) !== decision);
}

/** The person's wording beside the generated one; nothing is kept where they are the same. */
function wordingOf({ draft, mark }: Decided, { front, back }: { front: string; back: string }): Wording {
  const editedFront = front === draft().front ? null : front;
  const editedBack = back === draft().back ? null : back;
  return { editedFront, editedBack, editedSpanHash: editedFront === null && editedBack === null ? null : mark.evidence.spanHash };
}
