import type { Binding } from './keys.js';

/** What just happened, with its way back and the command that does the same. */
interface Toast {
  text: string;
  undo?: { by: Binding; run(): void };
}

const shownMs = 8_000;

/** One toast at a time; it stays while the pointer or the focus is on it. */
export class Toasts {
  current = $state.raw<Toast | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(toast: Toast): void {
    this.current = toast;
    this.release();
  }

  /** The pointer or the focus came: the clock stops. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** They left: the clock starts again. */
  release(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dismiss(), shownMs);
  }

  undo(): void {
    const undo = this.current?.undo;
    this.dismiss();
    undo?.run();
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = null;
  }
}
