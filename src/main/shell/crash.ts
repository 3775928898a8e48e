import { app, type BrowserWindow, dialog } from 'electron';
import type { Log } from './log.js';
import { carefulPageUrl } from './protocol.js';

/**
 * When the page's process dies, says so and offers a new one; when the page does not answer, asks whether to wait for it. Nothing is
 * lost with a page: every answer is stored at once. A new page leaves images of notes out, for one of them may have been the cause
 * and would be so again.
 */
export function offerReload(window: BrowserWindow, log: Log): void {
  const contents = window.webContents;
  /** The question that stands now; it goes by itself when the page answers again. */
  let question: AbortController | null = null;
  let isAskedFor = false;

  const reload = (): void => {
    contents.loadURL(carefulPageUrl).catch(log);
  };

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    question?.abort();
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log(new Error(`The page stopped: ${reason}, exit code ${exitCode}`));
    if (isAskedFor) {
      isAskedFor = false;
      reload();
      return;
    }
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: 'The window stopped working',
        detail: 'Your answers are stored. Reload the window to go on. Images of notes are left out until Etcdeck is started again.',
        buttons: ['Reload', 'Quit'],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      })
      .then(({ response }) => {
        if (response === 0) reload();
        else app.quit();
      });
  });

  contents.on('responsive', () => question?.abort());
  contents.on('unresponsive', () => {
    if (question !== null || window.isDestroyed()) return;
    const { signal } = (question = new AbortController());
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: 'The window does not answer',
        detail:
          'Wait, or reload it. Every answer you gave is stored, and the review goes on from Today; only what is being typed now is lost. ' +
          'After a reload images of notes are left out until Etcdeck is started again.',
        buttons: ['Wait', 'Reload'],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
        signal,
      })
      .then(({ response }) => {
        question = null;
        if (response !== 1 || signal.aborted || window.isDestroyed()) return;
        // A page that is busy for ever would never come to reload itself.
        isAskedFor = true;
        contents.forcefullyCrashRenderer();
      });
  });
}
