/** Notes nobody would write are read by the real threads, imported, shown and taken back. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { randomFrom } from '../../src/main/domain/review/random.js';
import { freshFolder } from '../unit/folder.js';
import { started } from './backend.js';
import { seed, tell, times } from './extent.js';
import { findings } from './folders.js';
import { hostileNote } from './hostile-notes.js';

const notes = times(8, 500);

test(`${notes} hostile notes are read or given up with a reason, and harm nothing`, async () => {
  const random = randomFrom(`notes ${seed}`);
  const folder = join(freshFolder(), 'notes');
  mkdirSync(folder);
  for (let note = 0; note < notes; note++) writeFileSync(join(folder, `note-${note}.md`), hostileNote(random));
  const data = freshFolder();
  const backend = await started(data);
  const preview = await backend.get('import.preview', { paths: [folder] });
  const { batchId, totals } = await backend.get('import.commit', { importId: preview.importId });
  expect(findings(data)).toEqual([]);
  const listed = await backend.get('library.cards', { query: '', filter: null, limit: 500, offset: 0 });
  await backend.get('today.get', {});
  await backend.get('session.start', { study: { scope: { kind: 'all' }, pick: { kind: 'every' }, practice: false } });
  await backend.get('import.undo', { batchId });
  expect(findings(data)).toEqual([]);
  expect(backend.unforeseen).toEqual([]);
  tell(`${notes} notes: ${totals.added} cards, ${listed.cards.length} listed`);
});
