import { createContext } from 'svelte';
import type { AppInfo, CardFilter, LibraryCard, Settings, StudyRequest, StudyScope, TodayView } from '../../shared/contract.js';
import type { Failure } from '../../shared/result.js';
import type { Commands } from './commands.svelte.js';
import type { Binding, ScreenName } from './keys.js';
import type { Toasts } from './toasts.svelte.js';

/** What a sheet is made of; null while the person has yet to choose. */
export type Printed = StudyScope | 'plan' | null;

/** What a feature may ask of the app around it, above all to go on in another feature. */
export interface App {
  readonly screen: ScreenName;
  readonly info: AppInfo | null;
  readonly commands: Commands;
  readonly toasts: Toasts;
  /** The decks and what waits in them. */
  readonly today: { readonly view: TodayView | null };
  /** Where custom study, while it is open, begins to choose from. */
  studying: string | null;

  go(screen: Exclude<ScreenName, 'review'>): void;
  /** Starts a review. */
  review(study: StudyRequest): void;
  /** Goes on with the session of chosen cards that was left. */
  resume(): void;
  /** Opens custom study; `from` as in `CustomStudy`. */
  studyFrom(from: string): void;
  /** Opens the dialog that prints these cards or the plan, or decks to be chosen there. */
  print(of: Printed): void;
  /** Lets the person choose notes to import. */
  chooseNotes(what: 'files' | 'folder'): void;
  /** Reads notes and shows what importing them would do. */
  openNotes(paths: string[]): void;
  /** Shows what importing the changes in watched folders would do. */
  openChanges(): void;
  /** Shows what importing all notes that ship with the app would do. */
  openShipped(): void;
  /** Shows a card in its note. */
  openCard(card: Pick<LibraryCard, 'noteId' | 'cardId'>): void;
  /** Shows the cards in a state. */
  listCards(filter: CardFilter): void;
  /** Shows the cards that fit a query. */
  searchCards(query: string): void;

  /** Stores settings; answers why not. */
  set(change: Partial<Settings>): Promise<Failure | null>;
  /** Says something to screen readers, also when it was the last thing said. */
  announce(text: string): void;
  /** Shows what happened, with its way back; `by` is the command that goes it, the undo of the toast itself unless said otherwise. */
  toast(text: string, undo?: () => void, by?: Binding): void;
}

export const [useApp, provideApp] = createContext<App>();
