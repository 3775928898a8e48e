/** What a key is: how it is written down, shown, and read from a key press. Which keys there are is said by each feature. */

export type ScreenName = 'today' | 'library' | 'import' | 'exam' | 'mock' | 'cluster' | 'review' | 'settings';

/**
 * Keys and what they do, as the `?` sheet tells it. Keys are `KeyboardEvent.key` names, letters in lower case; `Mod+` is Ctrl, or Cmd on a Mac;
 * `Alt+` works while one types, too. The first one is drawn where the command is.
 */
export interface Binding {
  keys: readonly [string, ...string[]];
  label: string;
}

/** Commands with their keys, in the order of the `?` sheet. A command is named by its place here: `keys.suspend`. */
export type Bindings = Readonly<Record<string, Binding>>;

/** Every key of every screen. */
export type Keymap = Readonly<Record<ScreenName | 'everywhere', Bindings>>;

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

/** Keys as `aria-keyshortcuts` wants them; nothing for none. */
export function shortcuts(keys: readonly string[]): string | undefined {
  const named = keys.map((key) => {
    const name = key === ' ' ? 'Space' : key.replace('Mod', isMac() ? 'Meta' : 'Control');
    return name.replace(/(?<=^|\+)[a-z]$/, (letter) => letter.toUpperCase());
  });
  return named.join(' ') || undefined;
}

/** What a command does, with its key, for where no cap is drawn: `End review (Esc)`. */
export const tooltip = ({ label, keys: [key] }: Binding): string => `${label} (${cap(key)})`;

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

/** Is it a press of one of these keys? */
export const isPress = (event: KeyboardEvent, { keys }: Binding): boolean => keys.includes(pressed(event));

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

/** Does a key mean a command also while one types? Undo there is that of the text. */
export const worksInText = (key: string): boolean => (key.startsWith('Mod+') && key !== 'Mod+z') || /^(?:F\d|Alt\+)/.test(key);
