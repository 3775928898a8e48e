/** The sentences about watched folders. */
import type { WatchedFolder } from '../../../shared/contract.js';
import { counted } from '../../words/format.js';
import { messages as shared } from '../../words/messages.js';

export const watch = {
  title: 'Watched folders',
  help: 'Etcdeck says on Today when a note in one of these folders changed. Nothing is imported before you looked at it.',
  empty: 'No folder is watched. Watch one, and Etcdeck says on Today when a note in it is new, changed or gone.',
  add: 'Watch a folder',
  remove: (name: string) => `Stop watching ${name}`,
  removed: (name: string) => `${name} is no longer watched`,
  /** Below the name of a folder. */
  state: ({ state, notes, changedNotes }: WatchedFolder): string =>
    ({
      starting: 'Looking at it for the first time.',
      watched: `${counted(notes, 'note')} imported, ${changed(changedNotes)}.`,
      polled: `${counted(notes, 'note')} imported, ${changed(changedNotes)}. Looked at every 30 seconds.`,
      missing: 'It is not there. Its cards stay; Etcdeck looks again when it is back, e.g. when its drive is.',
    })[state],
  takesOver: 'Take changes over',
  takesOverHelp:
    'Cards that are new, edited or moved are imported without asking. What would set a card aside, and doubtful matches, always ask.',
  takesOverOf: (name: string) => `Take changes of ${name} over`,
  polls: 'Network drive',
  pollsHelp: 'Look every 30 seconds instead of waiting for word of changes.',
  pollsOf: (name: string) => `${name} is on a network drive`,
  failed: 'The folder is not watched',
  notDone: 'That was not done',
  /** In the foot of a preview. */
  offer: (folders: number) => (folders === 1 ? 'Watch this folder' : 'Watch these folders'),
  offerTitle: 'Etcdeck then says on Today when a note in it changed.',
  added: (folders: number) => (folders === 1 ? 'The folder is watched' : 'The folders are watched'),
  /** On Today. */
  waiting: 'Also waiting',
  changed: (notes: number) => `${counted(notes, 'note')} changed`,
  taken: (notes: number, cards: number) =>
    `${counted(notes, 'note')} changed: ${cards === 0 ? 'no card is another one' : `${counted(cards, 'card')} taken over`}`,
  takenBack: 'Taken back. Changes of this folder wait for you from now on',
};

function changed(notes: number): string {
  return notes === 0 ? 'none changed' : `${counted(notes, 'note')} changed`;
}

export const messages = { ...shared, watch };
