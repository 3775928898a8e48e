import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Settings } from '../../shared/contract.js';
import type { Log } from './log.js';
import { clampZoom, fitToScreens, loadWindowState, saveWindowState, smallest, type WindowState } from './window-state.js';

/** `--bg` of the page's theme: what the window shows before the page has painted. */
const background = { light: '#fdfdfc', dark: '#18191b' };
const backgroundNow = (): string => (nativeTheme.shouldUseDarkColors ? background.dark : background.light);

/** Moving or resizing reports every step; the state is written this long after the last. */
const settledMs = 300;

export interface MainWindow {
  browserWindow: BrowserWindow;
  /** Larger (+1), smaller (-1) or back to 100 % (0); remembered. */
  zoom(direction: 1 | -1 | 0): void;
  /** Follows the person's theme, now and from the first frame of the next start. */
  applyTheme(theme: Settings['theme']): void;
  /** Shows the window above others and gives it the keyboard. */
  bringForward(): void;
}

/**
 * Makes the one window, where it was left, not yet showing a page. It appears with the page's first frame.
 * @param stateFile where size, place, zoom and theme are kept
 * @param preload path of the built preload
 * @param log for a state that could not be written
 */
export function createMainWindow(stateFile: string, preload: string, log: Log): MainWindow {
  let state = fitToScreens(
    loadWindowState(stateFile),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  nativeTheme.themeSource = state.theme;

  const window = new BrowserWindow({
    title: 'Etcdeck',
    ...state.size,
    ...state.place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: backgroundNow(),
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // The choosers of the page itself ask nobody for permission. Those of Electron are asked for by methods of the contract.
      disableBlinkFeatures: 'FileSystemAccessLocal',
      devTools: !app.isPackaged,
    },
  });

  const save = (changes: Partial<WindowState>) => {
    state = { ...state, ...changes };
    try {
      saveWindowState(stateFile, state);
    } catch (error) {
      log(error);
    }
  };
  const saveBounds = () => {
    const { x, y, width, height } = window.getNormalBounds();
    save({ size: { width, height }, place: { x, y }, maximized: window.isMaximized() });
  };

  let settling: NodeJS.Timeout | undefined;
  const saveSoon = () => {
    clearTimeout(settling);
    settling = setTimeout(saveBounds, settledMs);
  };
  for (const change of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(change as 'resize', saveSoon);
  window.on('close', () => {
    clearTimeout(settling);
    saveBounds();
  });

  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });

  const zoom = (direction: 1 | -1 | 0) => {
    const zoomLevel = direction === 0 ? 0 : clampZoom(state.zoomLevel + direction * 0.5);
    window.webContents.setZoomLevel(zoomLevel);
    save({ zoomLevel });
  };
  window.webContents.on('zoom-changed', (_event, direction) => {
    zoom(direction === 'in' ? 1 : -1);
  });
  window.webContents.on('did-navigate', () => {
    window.webContents.setZoomLevel(state.zoomLevel);
  });

  const onTheme = () => {
    window.setBackgroundColor(backgroundNow());
  };
  nativeTheme.on('updated', onTheme);
  window.on('closed', () => nativeTheme.off('updated', onTheme));

  return {
    browserWindow: window,
    zoom,
    applyTheme(theme) {
      nativeTheme.themeSource = theme;
      if (theme !== state.theme) save({ theme });
    },
    bringForward() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}
