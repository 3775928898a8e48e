/** Puts imports together over one database. */
import type { Clock } from '../../clock.js';
import type { ParsePool } from '../../note-files/parse-file.js';
import type { Database } from '../../store/open/database.js';
import { createSettingsStore } from '../../store/tables/settings.js';
import { dayRuleOf } from '../../store/tables/study-day-rule.js';
import { createDraftShelf } from '../../store/transfer/import-drafts.js';
import { createImportStore } from '../../store/transfer/imports.js';
import { uuids } from './ids.js';
import { createImportService, type LocalImportService } from './import-service.js';

export const createImports = (db: Database, pool: ParsePool, clock: Clock): LocalImportService =>
  createImportService({
    store: createImportStore(db),
    pool,
    clock,
    // Settings are changed elsewhere, so they are read from the database each time.
    dayRule: () => dayRuleOf(clock, createSettingsStore(db)),
    ids: uuids,
    createShelf: createDraftShelf,
  });
