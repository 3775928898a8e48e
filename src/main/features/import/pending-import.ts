/**
 * An import between preview and commit: what was read, what it would do, and what the person says about it. The cards wait on a shelf;
 * of each note no more is kept than what storing it would come to.
 */
import type { ChangeTotals } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import type { ParsePool } from '../../note-files/parse-file.js';
import type { DayRule } from '../../domain/review/day.js';
import type { DraftShelf } from '../../store/transfer/import-drafts.js';
import { noReport } from '../../store/tables/import-rows.js';
import type { NoteReport, StoredCard } from '../../store/tables/import-rows.js';
import type { ImportStore } from '../../store/transfer/imports.js';
import { countedAs, noChanges } from './changes.js';
import { decidedCards, placeOfKey, type Choice, type Decided } from './decisions.js';
import { contentOf, reread, type Gathered, type ImportedNote } from './gather.js';
import { changesOf, type NoteChanges } from './note-changes.js';
import { planImport, type NotePlan } from './plan.js';

export interface PendingParts {
  importId: string;
  label: string;
  /** The state of the store before anything was read. */
  basis: string;
  gathered: Gathered;
  store: ImportStore;
  shelf: DraftShelf;
  cardIdFor: (evidence: string) => string;
  /** When the person's day begins. */
  dayRule: DayRule;
}

/** What storing a note as chosen so far would come to. */
export interface NoteSummary {
  note: ImportedNote;
  totals: ChangeTotals;
  report: NoteReport;
  /** Doubtful matches the person has not decided yet. */
  questions: number;
  /** How many rows it would write, of each sort. */
  writes: Record<keyof NoteChanges, number>;
}

type OwnSummary = Omit<NoteSummary, 'note'>;

export class PendingImport {
  readonly importId: string;
  readonly label: string;
  readonly basis: string;
  readonly dayRule: DayRule;
  readonly store: ImportStore;
  private readonly notes: ImportedNote[];
  private readonly choices = new Map<string, Choice>();
  private plan: NotePlan[];
  private closed = false;
  /** Of each note, until something is chosen for it. */
  private summarised: (OwnSummary | undefined)[] = [];

  constructor(private readonly parts: PendingParts) {
    this.importId = parts.importId;
    this.label = parts.label;
    this.basis = parts.basis;
    this.dayRule = parts.dayRule;
    this.store = parts.store;
    this.notes = parts.gathered.notes;
    this.plan = planImport(this.notes, parts);
  }

  /** The places looked at: folders among them, and what is wrong with them. */
  get gathered(): Omit<Gathered, 'notes'> {
    return this.parts.gathered;
  }

  note(index: number): ImportedNote {
    const note = this.notes[index];
    if (!note) throw new FailureError({ code: 'not-found', message: 'There is no such note in this preview.' });
    return note;
  }

  /** Reads a note that was passed over before, since nothing had changed, and plans anew. */
  async reread(index: number, pool: ParsePool): Promise<void> {
    const note = this.note(index);
    const live = this.store.cardsOf(note.noteId).filter(({ orphaned }) => !orphaned);
    const read = await reread(
      note,
      pool,
      live.map(({ evidence }) => evidence.spanHash),
    );
    // Another request may have read it in the meantime, or the preview is over.
    if (read === null || this.closed || this.notes[index] !== note) return;
    this.notes[index] = { ...note, content: contentOf(read, this.parts.shelf) };
    this.summarised = [];
    this.plan = planImport(this.notes, this.parts);
  }

  choose(key: string, choice: Choice): void {
    const place = placeOfKey(key);
    const plan = place && this.plan[place.noteIndex];
    if (!plan || place.position >= plan.cardIds.length) {
      throw new FailureError({ code: 'not-found', message: 'There is nothing to decide about this card: its text is not in the notes.' });
    }
    this.choices.set(key, choice);
    this.summarised[place.noteIndex] = undefined;
  }

  /** The cards of a note, in order. */
  cards(index: number): Decided[] {
    const plan = this.plan[index];
    return plan ? decidedCards(plan, index, { ...this.parts, choices: this.choices }) : [];
  }

  /** Live cards of a note that will be set aside because their text is gone. */
  removed(index: number): StoredCard[] {
    const cardIds = this.removedIds(index, this.continuedByChoice());
    return [...this.store.cards(cardIds).values()].sort((a, b) => a.position - b.position);
  }

  /** What the notes come to, in order. */
  summaries(): NoteSummary[] {
    const continued = this.continuedByChoice();
    return this.notes.map((note, index) => {
      const own = (this.summarised[index] ??= this.summarise(note, index));
      const removed = this.removedIds(index, continued).length;
      return { ...own, note, totals: { ...own.totals, removed } };
    });
  }

  /** The rows to write for a note. */
  changes(index: number, at: number): NoteChanges & { removed: string[] } {
    return { ...this.changesOf(this.cards(index), at), removed: this.removedIds(index, this.continuedByChoice()) };
  }

  close(): void {
    this.closed = true;
    this.parts.shelf.close();
  }

  private summarise(note: ImportedNote, index: number): OwnSummary {
    const cards = this.cards(index);
    const { added, changed, orphaned, wordings, starts, decisions } = this.changesOf(cards, 0);
    return {
      totals: totalsOf(note, cards),
      report: reportOf(note, cards),
      questions: cards.filter(isOpenQuestion).length,
      writes: {
        added: added.length,
        changed: changed.length,
        orphaned: orphaned.length,
        wordings: wordings.length,
        starts: starts.length,
        decisions: decisions.length,
      },
    };
  }

  private changesOf(cards: readonly Decided[], at: number): NoteChanges {
    const { store, dayRule } = this.parts;
    return changesOf(cards, { store, dayRule, wasChosen: (key) => this.choices.has(key), at });
  }

  private removedIds(index: number, continued: ReadonlySet<string>): string[] {
    return (this.plan[index]?.vanished ?? []).filter((cardId) => !continued.has(cardId));
  }

  /** Vanished cards that the person said go on in a new one. */
  private continuedByChoice(): ReadonlySet<string> {
    const continued = new Set<string>();
    for (const [key, { continues }] of this.choices) {
      const place = continues ? placeOfKey(key) : null;
      const cardId = place && this.plan[place.noteIndex]?.maybe.get(place.position);
      if (cardId) continued.add(cardId);
    }
    return continued;
  }
}

function totalsOf({ stored, content }: ImportedNote, cards: readonly Decided[]): ChangeTotals {
  const totals = { ...noChanges };
  for (const card of cards) totals[countedAs(card)]++;
  if (stored && (content.state === 'unchanged' || content.state === 'failed')) {
    totals.kept += stored.report.cards;
    totals.heldBack += stored.report.heldBack;
    totals.rejected += stored.report.rejected;
  }
  return totals;
}

/** What is to be remembered about a note. */
function reportOf({ stored, content }: ImportedNote, cards: readonly Decided[]): NoteReport {
  if (content.state === 'gone') return noReport;
  if (content.state !== 'parsed') return stored?.report ?? noReport;
  const { dialects, problems, emptyReason } = content.note;
  const count = (decision: Decided['decision']): number => cards.filter((card) => card.decision === decision).length;
  return { dialects, problems, emptyReason, cards: count('import'), heldBack: count('held-back'), rejected: count('rejected') };
}

const isOpenQuestion = ({ asks, decision }: Decided): boolean => asks !== null && asks.answer === null && decision !== 'rejected';
