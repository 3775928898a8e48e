/** Answers the calls about the app itself and its settings. */
import { existsSync, realpathSync } from 'node:fs';
import type { appMethods, Settings } from '../../../shared/app.js';
import type { HandlersOf } from '../../handlers.js';
import type { SettingsStore } from '../../store/tables/settings.js';
import { syncedBy } from './synced-folder.js';

/** What the app itself needs of the desktop. */
export interface AppPlatform {
  version: string;
  electron: string;
  name: string;
  applyTheme(theme: Settings['theme']): void;
  /** Puts a text on the clipboard. */
  copy(text: string): Promise<void>;
}

interface Parts {
  platform: AppPlatform;
  dataFolder: string;
  settings: SettingsStore;
  changed: () => void;
}

export const appHandlers = ({ platform, dataFolder, settings, changed }: Parts): HandlersOf<typeof appMethods> => ({
  'app.info': () => ({
    version: platform.version,
    electron: platform.electron,
    platform: platform.name,
    dataFolder,
    syncedBy: existsSync(dataFolder) ? syncedBy(realpathSync(dataFolder), existsSync) : null,
    settings: settings.get(),
  }),
  async 'app.copy'({ text }) {
    await platform.copy(text);
    return {};
  },
  'settings.set'(change) {
    const before = settings.get();
    const after = settings.set(change);
    if (after.theme !== before.theme) platform.applyTheme(after.theme);
    changed();
    return after;
  },
});
