import { SvelteMap } from 'svelte/reactivity';
import { isControl, isTyping, pressed } from './keys.js';
import type { Binding, CommandName, Keymap, ScreenName } from './keys.js';

/** What a command does, and whether it can be done now. */
export interface Command {
  run(): void;
  ready?(): boolean;
}

/** Commands offered by what is on the screen. One place turns key presses into them; the palette lists the same. */
export class Commands {
  #offered = new SvelteMap<CommandName, Command>();

  constructor(private readonly keymap: Keymap) {}

  /** Offers commands until the returned function is called. */
  offer(commands: Partial<Record<CommandName, Command>>): () => void {
    const entries = Object.entries(commands) as [CommandName, Command][];
    for (const [name, command] of entries) this.#offered.set(name, command);
    return () => {
      for (const [name, command] of entries) if (this.#offered.get(name) === command) this.#offered.delete(name);
    };
  }

  /** The bindings of a screen that can be done now. */
  ready(screen: ScreenName | 'everywhere'): Binding[] {
    return this.keymap[screen].filter((binding) => this.#isReady(binding.command));
  }

  run(name: CommandName): void {
    if (this.#isReady(name)) this.#offered.get(name)?.run();
  }

  /** Runs the command of a key press, unless the key belongs to a text field, a control or an open dialog. */
  press(event: KeyboardEvent, screen: ScreenName): void {
    if (event.defaultPrevented || event.isComposing || (event.altKey && event.ctrlKey)) return;
    const key = pressed(event);
    const withMod = key.startsWith('Mod+');
    const inDialog = document.querySelector('dialog[open]') !== null;
    if (inDialog && key !== 'Mod+k') return;
    if (isTyping(event.target) && (!withMod || key === 'Mod+z') && !/^(?:F\d|Alt\+)/.test(key)) return;
    if ((key === 'Enter' || key === ' ') && isControl(event.target)) return;
    const binding = [...this.keymap[screen], ...this.keymap.everywhere].find((one) => one.keys.includes(key) && this.#isReady(one.command));
    if (!binding) return;
    event.preventDefault();
    // A key held down must not answer card after card.
    if (!event.repeat) this.run(binding.command);
  }

  #isReady(name: CommandName): boolean {
    const command = this.#offered.get(name);
    return command !== undefined && (command.ready?.() ?? true);
  }
}
