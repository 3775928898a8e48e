import { SvelteMap } from 'svelte/reactivity';
import { everywhere } from './everywhere.js';
import { isControl, isPress, isTyping, pressed, worksInText } from './keys.js';
import type { Binding, Keymap, ScreenName } from './keys.js';

/** What a command does, and whether it can be done now. */
export interface Command {
  run(): void;
  ready?(): boolean;
}

/** Commands offered by what is on the screen. One place turns key presses into them; the palette lists the same. */
export class Commands {
  #offered = new SvelteMap<Binding, Command>();

  constructor(private readonly keymap: Keymap) {}

  /** Offers commands of a table until the returned function is called. */
  offer<Name extends string>(
    keys: Readonly<Record<Name, Binding>>,
    commands: Partial<Readonly<Record<NoInfer<Name>, Command>>>,
  ): () => void {
    const entries = (Object.entries(commands) as [Name, Command][]).map(([name, command]) => [keys[name], command] as const);
    for (const [binding, command] of entries) this.#offered.set(binding, command);
    return () => {
      for (const [binding, command] of entries) if (this.#offered.get(binding) === command) this.#offered.delete(binding);
    };
  }

  /** Can it be done now? */
  isReady(of: Binding): boolean {
    const command = this.#offered.get(of);
    return command !== undefined && (command.ready?.() ?? true);
  }

  /** The commands of a screen that can be done now. */
  ready(screen: ScreenName | 'everywhere'): Binding[] {
    return Object.values(this.keymap[screen]).filter((binding) => this.isReady(binding));
  }

  run(of: Binding): void {
    if (this.isReady(of)) this.#offered.get(of)?.run();
  }

  /** Runs the command of a key press, unless the key belongs to a text field, a control or an open dialog. */
  press(event: KeyboardEvent, screen: ScreenName): void {
    if (event.defaultPrevented || event.isComposing || (event.altKey && event.ctrlKey)) return;
    const key = pressed(event);
    const inDialog = document.querySelector('dialog[open]') !== null;
    if (inDialog && !isPress(event, everywhere.palette)) return;
    if (isTyping(event.target) && !worksInText(key)) return;
    if ((key === 'Enter' || key === ' ') && isControl(event.target)) return;
    const binding = [...this.ready(screen), ...this.ready('everywhere')].find((one) => isPress(event, one));
    if (!binding) return;
    event.preventDefault();
    // A key held down must not answer card after card.
    if (!event.repeat) this.run(binding);
  }
}
