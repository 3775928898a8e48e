/** Answers the calls about notes and cards in the Library and tells the screens what changed. */
import type { libraryMethods } from '../../../shared/library.js';
import type { HandlersOf } from '../../handlers.js';
import type { LibraryService } from './library-service.js';

/** What the Library needs of the desktop. */
export interface LibraryPlatform {
  /** Opens a file in the person's editor, at the line where the editor can. Throws a FailureError when nothing opens it. */
  openNote(path: string, line: number): Promise<void>;
}

interface Parts {
  library: LibraryService;
  platform: LibraryPlatform;
  changed: () => void;
}

export function libraryHandlers({ library, platform, changed }: Parts): HandlersOf<typeof libraryMethods> {
  /** The same answer, and screens told when something was done. */
  function told(steps: { stepIds: number[] }): { stepIds: number[] } {
    if (steps.stepIds.length > 0) changed();
    return steps;
  }
  return {
    'library.notes': () => library.notes(),
    'library.note': ({ noteId }) => library.note(noteId),
    'library.cards': (input) => library.cards(input),
    'card.edit': ({ cardId, front, back }) => told(library.edit(cardId, front, back)),
    'card.revert': ({ cardId }) => told(library.revert(cardId)),
    'card.suspend': ({ cardIds, suspended }) => told(library.suspend(cardIds, suspended)),
    'card.flag': ({ cardIds, flagged }) => told(library.flag(cardIds, flagged)),
    'card.undo'({ stepIds }) {
      library.undo(stepIds);
      changed();
      return {};
    },
    'note.image': ({ noteId, source }) => library.image(noteId, source),
    async 'note.open'({ noteId, line }) {
      await platform.openNote(library.fileOf(noteId), line);
      return {};
    },
  };
}
