/** The import thread: the import service over a connection of its own, so that reading, planning and storing hold nobody up. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Input } from '../../../shared/contract.js';
import { systemClock } from '../../clock.js';
import { dayRuleOf } from '../../store/tables/study-day-rule.js';
import { createParsePool } from '../../note-files/parse-pool.js';
import type { DayRule } from '../../domain/review/day.js';
import { joinDatabase } from '../../store/open/database.js';
import { createDraftShelf } from '../../store/transfer/import-drafts.js';
import { createImportStore } from '../../store/transfer/imports.js';
import { createSettingsStore } from '../../store/tables/settings.js';
import type { ChangedNotes } from './gather.js';
import { uuids } from './ids.js';
import { createImportService, type Choice } from './import-service.js';
import { toPlain, type Call, type Reply, type ThreadSettings } from './thread-messages.js';

const { dataFolder } = workerData as ThreadSettings;
const pool = createParsePool();
// It gets ready while the database is opened and the notes are looked for.
pool.warm();
const db = joinDatabase(dataFolder);
// The main process changes settings, so they are read from the database each time.
const dayRule = (): DayRule => dayRuleOf(systemClock, createSettingsStore(db));
const service = createImportService({
  store: createImportStore(db),
  pool,
  clock: systemClock,
  dayRule,
  ids: uuids,
  createShelf: createDraftShelf,
});
const stops = new Map<number, AbortController>();

const send = (reply: Reply): void => parentPort?.postMessage(reply);

function run(call: Exclude<Call, { method: 'abort' }>): Promise<unknown> {
  switch (call.method) {
    case 'preview': {
      const stop = new AbortController();
      stops.set(call.id, stop);
      const onProgress = (progress: Extract<Reply, { kind: 'progress' }>['progress']): void =>
        send({ id: call.id, kind: 'progress', progress });
      return service.preview(call.input as Choice, onProgress, stop.signal).finally(() => stops.delete(call.id));
    }
    case 'cards':
      return service.cards(call.input as Input<'import.cards'>);
    case 'decide':
      return service.decide(call.input as Input<'import.decide'>);
    case 'commit':
      return service.commit(call.input as Input<'import.commit'>);
    case 'cancel':
      return service.cancel();
    case 'undo':
      return service.undo(call.input as Input<'import.undo'>);
    case 'takeOver':
      return service.takeOver(call.input as ChangedNotes);
    case 'fileOf':
      return service.fileOf(call.input as Parameters<typeof service.fileOf>[0]);
    case 'importStarters':
      return service.importStarters(call.input as string);
    case 'close':
      return close();
  }
}

async function close(): Promise<void> {
  await service.close();
  db.close();
}

parentPort?.on('message', (call: Call) => {
  if (call.method === 'abort') {
    stops.get(call.id)?.abort();
    return;
  }
  run(call).then(
    (value) => send({ id: call.id, kind: 'value', value, holds: service.hasPreview() }),
    (error: unknown) => send({ id: call.id, kind: 'error', error: toPlain(error), holds: service.hasPreview() }),
  );
});
