/**
 * Starts Etcdeck: everything that must be settled before Chromium is ready, then the window, then, while the window comes up, the
 * services behind it.
 */
import { app, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findDataFolder, surroundings } from '../data-folder.js';
import type { Backend } from './backend.js';
import { offerReload } from './crash.js';
import { sendEvent, serveCalls } from './ipc.js';
import { createLog, type Log } from './log.js';
import { type MenuActions, menuTemplate } from './menu.js';
import { keepOffline, refuseDatagrams, refuseNetwork } from './offline.js';
import { createOpenedNotes, notesAmong, notesAt, ownArguments, type OpenedNotes } from './opened-notes.js';
import { createPlatform } from './platform.js';
import { createPrinter } from './print-window.js';
import { createFileServer, createImageServer, pageUrl, privileges, scheme } from './protocol.js';
import { closeBeforeQuit } from './quit.js';
import { denyPermissions, pinPage } from './security.js';
import { holdSingleInstance } from './single-instance.js';
import type { Platform } from '../platform.js';
import { createMainWindow, type MainWindow } from './window.js';

/** The project, or the packaged app: the parent of `out`. */
const root = fileURLToPath(new URL('../..', import.meta.url));

function start(): void {
  const dataFolder = dataFolderOrExit();
  const log = createLog(join(dataFolder, 'etcdeck.log'));
  process.on('uncaughtException', log);
  process.on('unhandledRejection', log);

  let window: MainWindow | undefined;
  const opened = createOpenedNotes(() => window && sendEvent(window.browserWindow, 'import.opened', {}));
  const asked = notesAmong(ownArguments(process.argv, app.isPackaged ? null : app.getAppPath(), process.cwd()), process.cwd());
  const onSecondStart = (notes: string[]): void => {
    opened.add(notesAt(notes));
    window?.bringForward();
  };
  if (!holdSingleInstance(app, join(dataFolder, 'window'), asked, onSecondStart)) {
    process.stderr.write(`Etcdeck is open with ${dataFolder} already. Its window was brought forward.\n`);
    app.exit(0);
    return;
  }

  opened.add(asked);
  // On a Mac the system tells what to open, also before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    opened.add(notesAt([path]));
    window?.bringForward();
  });

  keepOffline(app.commandLine);
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
  app.on('web-contents-created', (_event, contents) => {
    pinPage(contents);
    refuseDatagrams(contents);
  });
  app.on('window-all-closed', () => app.quit());
  // Electron would make a menu of its own, only for it to be replaced.
  Menu.setApplicationMenu(null);

  app
    .whenReady()
    .then(() => {
      window = open(dataFolder, opened, log);
    })
    .catch((error: unknown) => {
      log(error);
      dialog.showErrorBox('Etcdeck could not start', messageOf(error));
      app.exit(1);
    });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function dataFolderOrExit(): string {
  try {
    return findDataFolder(surroundings());
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exit(2);
  }
}

/** Opens the window, then the services; the page's calls wait for them. */
function open(dataFolder: string, opened: OpenedNotes, log: Log): MainWindow {
  denyPermissions(session.defaultSession);
  refuseNetwork(session.defaultSession);
  const files = createFileServer(join(root, 'out/renderer'));
  const images = createImageServer(async (noteId, path) => (await backend).image(noteId, path));
  const serve = async (request: Request) => (await images(request)) ?? files(request);
  protocol.handle(scheme, serve);

  const window = createMainWindow(join(dataFolder, 'window.json'), join(root, 'out/preload/index.cjs'), log);
  const { browserWindow } = window;
  offerReload(browserWindow, log);
  browserWindow.loadURL(pageUrl).catch(log);

  const backend = openBehind(window, dataFolder, createPlatform(window, opened, createPrinter(browserWindow, serve)), log);
  serveCalls(
    ipcMain,
    browserWindow,
    backend.then(({ router }) => router),
  );
  closeBeforeQuit(app, async () => (await backend).close(), log);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, menuActions(window))));
  return window;
}

/** Loads and opens the services while the page comes up. */
async function openBehind(window: MainWindow, dataFolder: string, platform: Platform, log: Log): Promise<Backend> {
  const { openBackend } = await import('./backend.js');
  return openBackend(
    {
      dataFolder,
      startersFolder: join(root, 'decks'),
      platform,
      emit: (event, payload) => sendEvent(window.browserWindow, event, payload),
    },
    log,
  );
}

function menuActions(window: MainWindow): MenuActions {
  return {
    openImport: () => sendEvent(window.browserWindow, 'app.navigate', { screen: 'import' }),
    zoom: window.zoom,
    reload: app.isPackaged ? null : () => window.browserWindow.webContents.reload(),
  };
}

start();
