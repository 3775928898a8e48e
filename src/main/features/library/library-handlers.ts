/** Answers the calls about notes and cards in the Library and tells the screens what changed. */
import type { Handlers } from '../../router.js';
import type { LibraryService } from './library-service.js';

export type LibraryMethod = Extract<keyof Handlers, `library.${string}` | `card.${string}` | `note.${string}`>;

interface LibraryParts {
  library: LibraryService;
  platform: { openNote(path: string, line: number): Promise<void> };
  changed: () => void;
}

export function libraryHandlers({ library, platform, changed }: LibraryParts): Pick<Handlers, LibraryMethod> {
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
