import type { EventName, EventPayload } from '../../shared/contract.js';
import { on } from './api.js';

/** What the main process tells on its own, until the window is closed. Each state listens to what concerns it when it is made. */
export class Events {
  readonly #stops: (() => void)[] = [];

  on<Name extends EventName>(event: Name, listener: (payload: EventPayload<Name>) => void): void {
    this.#stops.push(on(event, listener));
  }

  /** Nothing is heard any more. */
  close(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }
}
