import { app, type BrowserWindow, clipboard, dialog, type OpenDialogOptions, shell } from 'electron';
import { join } from 'node:path';
import type { SheetPrinter } from '../features/print/print-service.js';
import type { Platform } from '../platform.js';
import { openInEditor } from './editor.js';
import type { OpenedNotes } from './opened-notes.js';
import type { MainWindow } from './window.js';

const choosers: Record<'files' | 'folder', OpenDialogOptions> = {
  files: {
    title: 'Choose notes',
    buttonLabel: 'Choose',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Markdown notes', extensions: ['md', 'markdown', 'mdown', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  folder: { title: 'Choose a folder of notes', buttonLabel: 'Choose', properties: ['openDirectory'] },
};

const kubeconfigChooser: OpenDialogOptions = {
  title: 'Choose a kubeconfig',
  buttonLabel: 'Choose',
  // The usual one lies in a folder whose name begins with a dot.
  properties: ['openFile', 'showHiddenFiles'],
};

/** What the services want from the desktop. */
export function createPlatform(window: MainWindow, opened: OpenedNotes, printer: SheetPrinter): Platform {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    name: process.platform,
    chooseNotes: (what) => choose(window.browserWindow, choosers[what]),
    chooseKubeconfig: async () => (await choose(window.browserWindow, kubeconfigChooser))[0] ?? null,
    applyTheme: (theme) => {
      window.applyTheme(theme);
    },
    openNote: openInEditor,
    copy: async (text) => {
      await clipboard.writeText(text);
    },
    takeOpened: () => opened.take(),
    print: {
      printer,
      chooseSaveFile: (name) => chooseSaveFile(window.browserWindow, name),
      showInFolder: (path) => shell.showItemInFolder(path),
    },
  };
}

async function choose(window: BrowserWindow, options: OpenDialogOptions): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
  return canceled ? [] : filePaths;
}

async function chooseSaveFile(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the sheet',
    buttonLabel: 'Save',
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return null;
  return filePath.toLowerCase().endsWith('.pdf') ? filePath : `${filePath}.pdf`;
}
