/** Answers the calls about notes and cards in the Library and tells the screens what changed. */
import type { libraryMethods } from '../../../shared/library.js';
import type { HandlersOf } from '../../handlers.js';
import { libraryCards } from './find-cards.js';
import type { LibraryContext } from './library-context.js';
import { libraryNote, libraryNotes, noteFile, noteImage } from './library-notes.js';
import { editCard, flagCards, revertCard, suspendCards, type Steps } from './mark-cards.js';

/** What the Library needs of the desktop. */
export interface LibraryPlatform {
  /** Opens a file in the person's editor, at the line where the editor can. Throws a FailureError when nothing opens it. */
  openNote(path: string, line: number): Promise<void>;
}

interface Parts {
  library: LibraryContext;
  platform: LibraryPlatform;
  changed: () => void;
}

export function libraryHandlers({ library, platform, changed }: Parts): HandlersOf<typeof libraryMethods> {
  /** The same answer, and screens told when something was done. */
  function told(steps: Steps): Steps {
    if (steps.stepIds.length > 0) changed();
    return steps;
  }
  return {
    'library.notes': () => libraryNotes(library),
    'library.note': ({ noteId }) => libraryNote(library, noteId),
    'library.cards': (input) => libraryCards(library, input),
    'card.edit': ({ cardId, front, back }) => told(editCard(library, cardId, front, back)),
    'card.revert': ({ cardId }) => told(revertCard(library, cardId)),
    'card.suspend': ({ cardIds, suspended }) => told(suspendCards(library, cardIds, suspended)),
    'card.flag': ({ cardIds, flagged }) => told(flagCards(library, cardIds, flagged)),
    'card.undo'({ stepIds }) {
      library.actions.unmark(stepIds);
      changed();
      return {};
    },
    'note.image': ({ noteId, source }) => noteImage(library, noteId, source),
    async 'note.open'({ noteId, line }) {
      await platform.openNote(noteFile(library, noteId), line);
      return {};
    },
  };
}
