/** The sentences of the Import screen. */
import type { ChangeTotals } from '../../../shared/contract.js';
import { counted, daysBetween, number } from '../../words/format.js';
import { messages as shared } from '../../words/messages.js';
import { questions, takenSchedule } from './question-messages.js';

/** `a, b`, leaving out what is empty */
const parts = (list: readonly string[]): string => list.filter(Boolean).join(', ');

export const imports = {
  title: 'Import',
  files: 'Choose files',
  folder: 'Choose folder',
  onlyRead: 'your files are only read',
  reading: (file: string) => (file ? `Reading ${file}` : 'Looking for notes'),
  progress: (done: number, total: number) => `${number(done)} of ${counted(total, 'note')}`,
  notes: 'Notes in this import',
  notesRead: 'Notes read so far',
  cardsOf: (file: string) => `Cards from ${file}`,
  change: { added: 'added', edited: 'edited', moved: 'moved', removed: 'removed', kept: 'unchanged' },
  mark: {
    added: 'Added',
    edited: 'Edited',
    moved: 'Moved',
    removed: 'Removed',
    kept: 'Unchanged',
    rejected: 'Left out',
    'held-back': 'Held back',
  },
  /** `11 added, 1 edited` */
  changes: (t: ChangeTotals) =>
    parts([
      t.added ? `${number(t.added)} added` : '',
      t.edited ? `${number(t.edited)} edited` : '',
      t.moved ? `${number(t.moved)} moved` : '',
      t.removed ? `${number(t.removed)} removed` : '',
      t.kept ? `${number(t.kept)} unchanged` : '',
    ]),
  heldBack: (n: number) => `${number(n)} held back`,
  rejected: (n: number) => `${number(n)} left out`,
  problems: (n: number) => counted(n, 'problem'),
  kept: (n: number) => `${number(n)} unchanged`,
  gives: (n: number) => counted(n, 'card'),
  first: 'Look at these first',
  cardHeldBack: (reason: string) => `Card held back: ${reason}`,
  keep: 'Keep',
  leaveOut: 'Leave out',
  editCard: 'Edit card',
  rejectCard: 'Reject card',
  takeBack: 'Keep card',
  editedInNote: 'edited in the note',
  movedFrom: (note: string) => `was in ${note}`,
  removedFromNote: 'no longer in the note; set aside with its schedule, never deleted',
  keepsSchedule: (todayOn: string, dueOn: string) => {
    const days = daysBetween(todayOn, dueOn);
    return days <= 0 ? 'keeps its schedule, due now' : `keeps its schedule, next in ${counted(days, 'day')}`;
  },
  /** By what there is to store: cards, else notes whose cards read the same, else only choices. */
  commit: (cards: number, notes: number) =>
    cards > 0 ? `Import ${counted(cards, 'card')}` : notes > 0 ? `Update ${counted(notes, 'note')}` : 'Keep these choices',
  nothingNew: 'Nothing to import: these notes are already in Etcdeck as they are.',
  noCards: 'This note gives no cards.',
  noCardsBecause: (reason: string) => `No cards: ${reason}`,
  questions,
  takenSchedule,
  openNote: 'Open note',
  rejectedToast: 'Card left out',
  /** What `commit` did. */
  stored: (cards: number, notes: number) =>
    cards > 0 ? `${counted(cards, 'card')} imported` : notes > 0 ? `${counted(notes, 'note')} updated` : 'Choices kept',
  undone: 'Import taken back',
  failed: 'The notes could not be read',
  emptyTitle: 'Turn your notes into cards',
  emptyText:
    'Drop Markdown files or a folder here. Etcdeck shows every card it finds, and stores none until you press Import. Importing a note again keeps the schedule of each card.',
  shipped: (notes: number) =>
    `${counted(notes, 'note')} on the topics of the CKA ${notes === 1 ? 'ships' : 'ship'} with Etcdeck and ${notes === 1 ? 'is' : 'are'} not among your cards yet.`,
  openShipped: 'Look through them',
  shippedTitle: 'Notes that ship with Etcdeck',
  noNotes: 'No notes found',
  noNotesText: 'Etcdeck reads Markdown files: names that end in .md or .markdown. Choose another folder or single files.',
  drop: 'Drop notes or a folder anywhere here',
  dropHere: 'Drop Markdown files or a folder here',
  loadingCards: 'Reading the cards',
  comesHere: 'The cards appear here as soon as all notes are read.',
  keys: {
    files: 'Choose files',
    folder: 'Choose folder',
    commit: 'Import the cards',
    stop: 'Stop reading',
    question: 'Go to the next open question',
  },
};

export const messages = { ...shared, import: imports };
