import type { AppPlatform } from './features/app/app-handlers.js';
import type { ClusterPlatform } from './features/cluster/cluster-handlers.js';
import type { ImportPlatform } from './features/import/import-handlers.js';
import type { LibraryPlatform } from './features/library/library-handlers.js';
import type { PrintPlatform } from './features/print/print-service.js';

/** What the services need of the desktop they run on: what each feature does. */
export interface Platform extends AppPlatform, ClusterPlatform, ImportPlatform, LibraryPlatform {
  /** Draws and prints sheets; null where there is no window. */
  print: PrintPlatform | null;
}

/** Where there is no desktop: nothing to choose from, nothing to open, no theme. Says of itself what it is given. */
export const withoutDesktop = (about: Pick<Platform, 'version' | 'electron' | 'name'>): Platform => ({
  ...about,
  chooseNotes: () => Promise.resolve([]),
  chooseKubeconfig: () => Promise.resolve(null),
  applyTheme: () => undefined,
  openNote: () => Promise.resolve(),
  copy: () => Promise.resolve(),
  takeOpened: () => [],
  print: null,
});
