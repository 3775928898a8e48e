import { app, type BrowserWindow, dialog } from 'electron';
import type { Log } from './log.js';

/** When the page's process dies, says so and offers a new one. Nothing is lost with it: every answer is stored at once. */
export function offerReload(window: BrowserWindow, log: Log): void {
  const contents = window.webContents;
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log(new Error(`The page stopped: ${reason}, exit code ${exitCode}`));
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: 'The window stopped working',
        detail: 'Your answers are stored. Reload the window to go on.',
        buttons: ['Reload', 'Quit'],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      })
      .then(({ response }) => {
        if (response === 0) contents.reload();
        else app.quit();
      });
  });
}
