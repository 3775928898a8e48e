/** What the preload puts into the window as `window.etcdeck`: the only way from a screen to the main process. */
import type { EventName, EventPayload, Input, MethodName, Output } from './contract.js';
import type { Result } from './result.js';

export interface Bridge {
  /**
   * Asks the main process. A failure is a Result too. Only Electron throws, before any code of ours runs: for input that nests deeper
   * than a thousand levels.
   */
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Result<Output<M>>>;
  /** Listens to an event until the returned function is called. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** Paths of files dropped onto the window; a sandboxed page cannot read them from a File itself. */
  pathsOf(files: File[]): string[];
}

declare global {
  interface Window {
    etcdeck: Bridge;
  }
}
