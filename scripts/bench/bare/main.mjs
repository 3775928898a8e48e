/** The least that shows a button: what every start and every kilobyte of the app is measured against. */
import { app, BrowserWindow } from 'electron';
import { fileURLToPath } from 'node:url';

app.setPath('userData', process.argv.at(-1) ?? '');
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  // The size of Etcdeck's own window, because pixels take memory; in a corner, because a window that is covered draws no frames.
  const window = new BrowserWindow({ x: 0, y: 0, width: 1200, height: 800, autoHideMenuBar: true });
  void window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)));
});
