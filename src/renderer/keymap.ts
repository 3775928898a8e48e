/** Every key of every screen, and how a key press finds its command. What a command does is said by the screen that offers it. */
import { messages } from './messages.js';

export type ScreenName = 'today' | 'library' | 'import' | 'exam' | 'mock' | 'cluster' | 'review' | 'settings';

export type CommandName =
  | 'palette.open'
  | 'keys.open'
  | 'toast.undo'
  | 'print.open'
  | 'today.start'
  | 'today.custom'
  | 'today.preset'
  | 'today.resume'
  | 'today.mock'
  | 'exam.mock'
  | 'mock.start'
  | 'mock.resume'
  | 'mock.next'
  | 'mock.previous'
  | 'mock.flag'
  | 'mock.skip'
  | 'mock.leave'
  | 'mock.finish'
  | 'mock.back'
  | 'mock.exam'
  | 'library.find'
  | 'library.view'
  | 'library.edit'
  | 'library.suspend'
  | 'library.flag'
  | 'library.editor'
  | 'library.review'
  | 'library.cram'
  | 'import.files'
  | 'import.folder'
  | 'import.commit'
  | 'import.cancel'
  | 'exam.study'
  | 'exam.change'
  | 'exam.map'
  | 'cluster.check'
  | 'import.question'
  | 'review.show'
  | 'review.skip'
  | 'review.accept'
  | 'review.again'
  | 'review.hard'
  | 'review.good'
  | 'review.easy'
  | 'review.undo'
  | 'review.redo'
  | 'review.edit'
  | 'review.suspend'
  | 'review.bury'
  | 'review.flag'
  | 'review.note'
  | 'review.rewrite'
  | 'review.hardAgain'
  | 'review.done'
  | 'review.end';

/** One line of the `?` sheet. Keys are `KeyboardEvent.key` names, letters in lower case; `Mod+` is Ctrl, or Cmd on a Mac; `Alt+` works while one types, too. */
export interface Binding {
  command: CommandName;
  keys: readonly string[];
  label: string;
}

const m = messages.keys;

export const keymap: Record<ScreenName | 'everywhere', readonly Binding[]> = {
  everywhere: [
    { command: 'palette.open', keys: ['Mod+k'], label: m.palette },
    { command: 'keys.open', keys: ['?', 'F1'], label: m.keys },
    { command: 'toast.undo', keys: ['Mod+z'], label: m.toastUndo },
    { command: 'print.open', keys: ['Mod+p'], label: m.print },
  ],
  today: [
    { command: 'today.start', keys: ['Enter'], label: m.start },
    { command: 'today.resume', keys: ['r'], label: m.resume },
    { command: 'today.custom', keys: ['c'], label: m.custom },
    { command: 'today.preset', keys: ['p'], label: m.deckPreset },
    { command: 'today.mock', keys: ['m'], label: messages.mock.keys.open },
  ],
  library: [
    { command: 'library.find', keys: ['/', 'Mod+f'], label: m.find },
    { command: 'library.view', keys: ['v'], label: m.switchView },
    { command: 'library.edit', keys: ['e'], label: m.edit },
    { command: 'library.suspend', keys: ['s'], label: m.suspend },
    { command: 'library.flag', keys: ['f'], label: m.flag },
    { command: 'library.editor', keys: ['o'], label: m.openInEditor },
    { command: 'library.review', keys: ['r'], label: m.reviewThese },
    { command: 'library.cram', keys: ['c'], label: m.cram },
  ],
  import: [
    { command: 'import.commit', keys: ['Mod+Enter'], label: m.commit },
    { command: 'import.files', keys: ['Mod+o'], label: m.files },
    { command: 'import.folder', keys: ['Mod+Shift+o'], label: m.folder },
    { command: 'import.cancel', keys: ['Escape'], label: m.stop },
    { command: 'import.question', keys: ['n'], label: m.question },
  ],
  exam: [
    { command: 'exam.study', keys: ['Enter'], label: messages.exam.keys.study },
    { command: 'exam.change', keys: ['e'], label: messages.exam.keys.change },
    { command: 'exam.map', keys: ['t'], label: messages.exam.keys.map },
    { command: 'exam.mock', keys: ['m'], label: messages.mock.keys.open },
  ],
  mock: [
    { command: 'mock.start', keys: ['Enter'], label: messages.mock.keys.start },
    { command: 'mock.resume', keys: ['Enter', 'r'], label: messages.mock.keys.resume },
    { command: 'mock.next', keys: ['Mod+Enter'], label: messages.mock.keys.next },
    { command: 'mock.previous', keys: ['Alt+p'], label: messages.mock.keys.previous },
    { command: 'mock.flag', keys: ['Alt+f'], label: messages.mock.keys.flag },
    { command: 'mock.skip', keys: ['Alt+s'], label: messages.mock.keys.skip },
    { command: 'mock.leave', keys: ['Alt+l'], label: messages.mock.keys.leave },
    { command: 'mock.finish', keys: ['Alt+Enter'], label: messages.mock.keys.finish },
    { command: 'mock.back', keys: ['Escape'], label: messages.mock.keys.back },
    { command: 'mock.exam', keys: ['Escape'], label: messages.mock.keys.exam },
  ],
  cluster: [{ command: 'cluster.check', keys: ['r'], label: m.checkAgain }],
  review: [
    { command: 'review.show', keys: [' ', 'Enter'], label: m.show },
    { command: 'review.skip', keys: ['Mod+Enter'], label: messages.typing.keys.skip },
    { command: 'review.accept', keys: ['Enter'], label: messages.typing.keys.accept },
    { command: 'review.again', keys: ['1'], label: m.again },
    { command: 'review.hard', keys: ['2'], label: m.hard },
    { command: 'review.good', keys: ['3'], label: m.good },
    { command: 'review.easy', keys: ['4'], label: m.easy },
    { command: 'review.undo', keys: ['u', 'Mod+z'], label: m.undo },
    { command: 'review.redo', keys: ['r', 'Mod+Shift+z', 'Mod+y'], label: m.redo },
    { command: 'review.edit', keys: ['e'], label: m.edit },
    { command: 'review.suspend', keys: ['s'], label: m.suspend },
    { command: 'review.bury', keys: ['b'], label: m.bury },
    { command: 'review.flag', keys: ['f'], label: m.flag },
    { command: 'review.note', keys: ['o'], label: m.cardOpen },
    { command: 'review.rewrite', keys: ['w'], label: m.rewrite },
    { command: 'review.hardAgain', keys: ['a'], label: m.hardAgain },
    { command: 'review.done', keys: ['Enter'], label: m.done },
    { command: 'review.end', keys: ['Escape'], label: m.end },
  ],
  settings: [],
};

const isMac = (): boolean => /mac/i.test(navigator.platform);

/** A key as written on its cap: `Ctrl K`, `Esc`, `Space`, `U`. */
export function cap(key: string): string {
  const names: Record<string, string> = {
    ' ': 'Space',
    Escape: 'Esc',
    ArrowUp: 'Up',
    ArrowDown: 'Down',
    ArrowLeft: 'Left',
    ArrowRight: 'Right',
    Mod: isMac() ? 'Cmd' : 'Ctrl',
  };
  return key
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

/** A key as `aria-keyshortcuts` wants it. */
export function ariaKey(key: string): string {
  if (key === ' ') return 'Space';
  return key.replace('Mod', isMac() ? 'Meta' : 'Control');
}

/** The key a person pressed, in the notation of the keymap. Layouts without Latin letters or bare digits fall back to the key's place. */
export function pressed(event: KeyboardEvent): string {
  let key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(event.code);
  const latin = /^[\x20-\x7e]$/.test(key);
  if (place?.[1] && event.key.length === 1 && !latin) key = place[1].toLowerCase();
  if (place?.[2] && event.key.length === 1 && !event.shiftKey) key = place[2];
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const shift = mod && event.shiftKey ? 'Shift+' : '';
  // With Ctrl, Alt is AltGr, which types.
  const alt = event.altKey && !mod ? 'Alt+' : '';
  return (mod ? 'Mod+' : '') + alt + shift + key;
}

/** Does the person write at this place, so that letters belong to the text? */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('textarea, select, input:not([type="checkbox"], [type="radio"]), [contenteditable="true"]') !== null
  );
}

/** Does Enter or Space already mean something at this place? */
export function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary, tr[tabindex], [role="option"]') !== null;
}
