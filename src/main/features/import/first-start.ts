/** The first start: the notes that ship with the app become cards without being asked for. */
import type { SettingsStore } from '../../store/tables/settings.js';
import type { ImportService } from './import-service.js';

export interface FirstStart {
  /** Imports the notes unless that was done before; one that fails is tried again at the next start. */
  run(): Promise<void>;
  /** Are they being read? */
  isPreparing(): boolean;
}

interface Parts {
  /** Folder of the notes that ship with the app; null to leave them out. */
  startersFolder: string | null;
  settings: Pick<SettingsStore, 'startersImportedAt' | 'setStartersImportedAt'>;
  imports: Pick<ImportService, 'importStarters'>;
  now: () => number;
  changed: () => void;
}

export function createFirstStart({ startersFolder, settings, imports, now, changed }: Parts): FirstStart {
  let preparing = false;
  return {
    isPreparing: () => preparing,
    async run() {
      if (startersFolder === null || settings.startersImportedAt() !== null) return;
      preparing = true;
      try {
        const { totals } = await imports.importStarters(startersFolder);
        if (totals.added + totals.kept > 0) settings.setStartersImportedAt(now());
      } finally {
        preparing = false;
        changed();
      }
    },
  };
}
