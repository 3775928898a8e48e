/**
 * Loaded with `-r` before the app, and just so before the bare window: carries out what the bench asks over the process channel.
 * It does nothing until asked, and it looks from outside: the app knows nothing of it.
 */
const { app } = require('electron');

const created = new Promise((resolve) => {
  app.once('browser-window-created', (_event, window) => resolve(window));
});

/** The window, when its page has been read. `executeJavaScript` of the page's contents would wait for all its pictures and fonts. */
const ready = created.then(async (window) => {
  await new Promise((resolve) => window.webContents.once('dom-ready', resolve));
  if (!window.isVisible()) await new Promise((resolve) => window.once('show', resolve));
  return window;
});

const tasks = {
  /** Runs a script in the page and answers its value, once the window is on the screen. */
  async evaluate(/** @type {{ script: string }} */ { script }) {
    return (await ready).webContents.mainFrame.executeJavaScript(script);
  },
  /** Presses and lets go of a key, as the system reports it. */
  async press(/** @type {{ key: string }} */ { key }) {
    const { webContents } = await ready;
    webContents.sendInputEvent({ type: 'keyDown', keyCode: key });
    webContents.sendInputEvent({ type: 'char', keyCode: key });
    webContents.sendInputEvent({ type: 'keyUp', keyCode: key });
  },
  /** Gives the page the keyboard, which without a window manager nobody does. */
  async focus() {
    const window = await ready;
    window.focus();
    window.webContents.focus();
  },
  async quit() {
    app.quit();
  },
};

process.on('message', (/** @type {{ id: number, task: keyof typeof tasks, script: string, key: string }} */ message) => {
  Promise.resolve(tasks[message.task](message)).then(
    (value) => process.send?.({ id: message.id, value }),
    (error) => process.send?.({ id: message.id, error: String(error) }),
  );
});

// Nobody is left to measure: do not stay behind.
process.on('disconnect', () => app.exit());
