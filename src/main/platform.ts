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
