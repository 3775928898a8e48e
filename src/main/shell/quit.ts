import type { App } from 'electron';
import type { Log } from './log.js';

/** Closing checkpoints the database, which takes milliseconds; past this something hangs, and the person wants to leave. */
const patienceMs = 5_000;

/** Holds the end of the app until `close` is done, so that the database is left in one file. */
export function closeBeforeQuit(app: App, close: () => Promise<void>, log: Log): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const outOfPatience = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`Closing took longer than ${patienceMs} ms.`)), patienceMs);
    });
    // Not `quit`: Electron takes it for a repetition while this event is still being handled.
    void Promise.race([close(), outOfPatience])
      .catch(log)
      .finally(() => app.exit());
  });
}
