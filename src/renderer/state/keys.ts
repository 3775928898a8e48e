/** What a key is: how it is written down, shown, and read from a key press. Which keys there are is said by each feature. */

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

/** Keys and what they do, as the `?` sheet tells it. Keys are `KeyboardEvent.key` names, letters in lower case; `Mod+` is Ctrl, or Cmd on a Mac; `Alt+` works while one types, too. */
export interface KeyHint {
  keys: readonly string[];
  label: string;
}

/** The keys of a command. */
export interface Binding extends KeyHint {
  command: CommandName;
}

/** Every key of every screen. */
export type Keymap = Record<ScreenName | 'everywhere', readonly Binding[]>;

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
