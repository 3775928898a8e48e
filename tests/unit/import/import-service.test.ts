import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { events, methods, type ReadNote } from '../../../src/shared/contract.js';
import { keptImages } from '../../../src/main/store/transfer/imports.js';
import { folderWith } from './folders.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';
import { changesIn, importDesk, inlinePool } from './import-desk.js';

const etcd = ['# Etcd', '- etcd: stores the state of the cluster', '- raft: keeps the members in agreement'];
const kubelet = ['# Node', '- kubelet: starts the containers of its node'];

describe('a preview', () => {
  it('shows what an import would add, and stores nothing', async () => {
    const desk = importDesk({ 'etcd.md': etcd, 'node/kubelet.md': kubelet });
    const before = desk.rows();
    const preview = await desk.preview();
    expect(changesIn(preview.totals)).toEqual({ added: 3 });
    expect(preview.files.map(({ name, folder, totals }) => ({ name, folder, added: totals.added }))).toEqual([
      { name: 'etcd.md', folder: '', added: 2 },
      { name: 'kubelet.md', folder: 'node', added: 1 },
    ]);
    expect((await desk.cards(preview)).map(({ change, front, line }) => ({ change, front, line }))).toEqual([
      { change: 'added', front: 'What is etcd?', line: 2 },
      { change: 'added', front: 'What is raft?', line: 3 },
      { change: 'added', front: 'What is kubelet?', line: 2 },
    ]);
    expect(desk.rows()).toEqual(before);
  });

  it('answers by the contract', async () => {
    const desk = importDesk({ 'etcd.md': [...etcd, '- x: doubtful', 'BROKEN'], 'empty.md': [] });
    const preview = await desk.preview();
    v.parse(methods['import.preview'].output, preview);
    v.parse(methods['import.cards'].output, await desk.service.cards({ importId: preview.importId, fileIndex: 0 }));
    v.parse(methods['import.commit'].output, await desk.service.commit({ importId: preview.importId }));
  });

  it('tells its progress and ends with all of it', async () => {
    const desk = importDesk({ 'a.md': etcd, 'b.md': etcd, 'c.md': etcd });
    const seen: string[] = [];
    await desk.service.preview([desk.folder], ({ file, done, total }) => seen.push(`${file} ${done}/${total}`));
    expect(seen.at(-1)).toBe('c.md 3/3');
  });

  it('tells of each note once what it gives, as soon as it is read', async () => {
    const desk = importDesk({ 'etcd.md': [...etcd, '- x: doubtful', 'BROKEN'], 'node/kubelet.md': kubelet, 'links.md': ['none'] });
    const read: ReadNote[] = [];
    const tell = async (): Promise<ReadNote[]> => {
      read.length = 0;
      await desk.service.preview([desk.folder], (progress) => read.push(...v.parse(events['import.progress'], progress).read));
      return read;
    };
    const plain = { folder: '', cards: 0, heldBack: 0, problems: 0, unchanged: false, emptyReason: null };
    expect(await tell()).toEqual([
      { ...plain, name: 'etcd.md', cards: 2, heldBack: 1, problems: 1 },
      { ...plain, name: 'links.md', emptyReason: 'It has no list.' },
      { ...plain, name: 'kubelet.md', folder: 'node', cards: 1 },
    ]);
    await desk.import();
    expect(await tell()).toMatchObject([{ cards: 2, unchanged: true }, { unchanged: true }, { unchanged: true }]);
  });

  it('can be cancelled while it runs, and leaves nothing behind', async () => {
    const desk = importDesk({ 'a.md': etcd, 'b.md': kubelet });
    const running = desk.preview();
    const refused = expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    await desk.service.cancel();
    await refused;
    expect(changesIn((await desk.preview()).totals)).toEqual({ added: 3 });
  });

  it('of many unchanged notes tells its progress and can be cancelled', async () => {
    const desk = importDesk(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`n${n}.md`, [`- n${n}: is note number ${n}`]])));
    await desk.import();
    const seen: number[] = [];
    let turns = 0;
    const running = desk.service.preview([desk.folder], ({ done, total }) => {
      seen.push(done);
      // What arrives from outside, as a Cancel does, has its turn before all notes are looked at.
      if (done < total) setImmediate(() => void (turns++, desk.service.cancel()));
    });
    await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(turns).toBeGreaterThan(0);
    expect(seen.at(-1)).toBeLessThan(60);
    desk.pool.parsed.length = 0;
    seen.length = 0;
    await desk.service.preview([desk.folder], ({ done }) => seen.push(done));
    expect(seen.at(-1)).toBe(60);
    expect(desk.pool.parsed).toEqual([]);
  });

  it('keeps the order of the notes when only some of them are parsed', async () => {
    const desk = importDesk({ 'a.md': etcd, 'b.md': kubelet, 'c.md': ['- c: the third'], 'd.md': ['- d: the fourth'] });
    await desk.import();
    desk.write('b.md', ...kubelet, '- more: of it');
    desk.write('d.md', '- d: the fourth', '- more: of that');
    const { files } = await desk.preview();
    expect(files.map(({ name, totals }) => [name, changesIn(totals)])).toEqual([
      ['a.md', { kept: 2 }],
      ['b.md', { added: 1, kept: 1 }],
      ['c.md', { kept: 1 }],
      ['d.md', { added: 1, kept: 1 }],
    ]);
  });

  it('can be cancelled by the last word of its progress', async () => {
    const desk = importDesk({ 'a.md': etcd });
    await desk.import();
    const running = desk.service.preview([desk.folder], () => void desk.service.cancel());
    await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('refuses a second one while it runs', async () => {
    const desk = importDesk({ 'a.md': etcd });
    const running = desk.preview();
    await expect(desk.preview()).rejects.toMatchObject({ failure: { code: 'busy' } });
    await running;
  });

  it('is forgotten when it was cancelled, committed, or another one was made', async () => {
    const desk = importDesk({ 'a.md': etcd });
    const gone = { failure: { code: 'not-found' } };
    const first = await desk.preview();
    const second = await desk.preview();
    await expect(desk.service.commit({ importId: first.importId })).rejects.toMatchObject(gone);
    await desk.service.commit({ importId: second.importId });
    await expect(desk.service.commit({ importId: second.importId })).rejects.toMatchObject(gone);
    const third = await desk.preview();
    await desk.service.cancel();
    await expect(desk.service.cards({ importId: third.importId, fileIndex: 0 })).rejects.toMatchObject(gone);
  });

  it('names what was chosen', async () => {
    const desk = importDesk({ 'cka/etcd.md': etcd, 'a.md': etcd, 'b.md': etcd });
    expect((await desk.preview('a.md')).label).toBe('a.md');
    expect((await desk.preview('a.md', 'b.md', 'cka')).label).toBe('a.md and 2 more');
    expect((await desk.preview('cka')).label).toMatch(/^etcdeck-notes-\w+\/cka$/);
  });
});

describe('a commit', () => {
  it('stores notes, decks and cards', async () => {
    const desk = importDesk({ 'etcd.md': ['deck: CKA::Etcd', ...etcd] });
    expect((await desk.import()).totals).toEqual({ added: 2 });
    expect(desk.live()).toEqual(['keeps the members in agreement', 'stores the state of the cluster']);
    expect(desk.db.prepare('SELECT path FROM decks').pluck().all()).toEqual(['CKA::Etcd']);
    expect(desk.db.prepare('SELECT path, name, title FROM notes').all()).toEqual([
      { path: desk.path('etcd.md'), name: 'etcd.md', title: 'etcd.md' },
    ]);
  });

  it('of the same notes again changes nothing at all and parses nothing', async () => {
    const desk = importDesk({ 'etcd.md': [...etcd, '- x: doubtful'], 'kubelet.md': kubelet, 'empty.md': [] });
    await desk.import();
    const before = { ...desk.rows(), imports: desk.db.prepare('SELECT * FROM imports').all() };
    const bytes = desk.db.serialize();
    desk.pool.parsed.length = 0;
    const again = await desk.import();
    expect(again.totals).toEqual({ kept: 3, heldBack: 1 });
    expect(desk.pool.parsed).toEqual([]);
    expect({ ...desk.rows(), imports: desk.db.prepare('SELECT * FROM imports').all() }).toEqual(before);
    expect(desk.db.serialize().equals(bytes)).toBe(true);
  });

  it('parses unchanged notes again when the engine is a newer one', async () => {
    const desk = importDesk({ 'etcd.md': etcd });
    await desk.import();
    desk.pool.engine = 'newer';
    desk.pool.parsed.length = 0;
    expect((await desk.import()).totals).toEqual({ kept: 2 });
    expect(desk.pool.parsed).toEqual(['etcd.md']);
    desk.pool.parsed.length = 0;
    await desk.import();
    expect(desk.pool.parsed).toEqual([]);
  });

  it('of an edited note whose cards read the same stores where they stand now', async () => {
    const desk = importDesk({ 'etcd.md': etcd, 'kubelet.md': kubelet });
    expect(await desk.preview()).toMatchObject({ hasChanges: true, changedNotes: 2 });
    await desk.import();
    expect(await desk.preview()).toMatchObject({ hasChanges: false, changedNotes: 0 });
    desk.write('etcd.md', 'A paragraph on top.', '', ...etcd);
    const preview = await desk.preview();
    expect(changesIn(preview.totals)).toEqual({ kept: 3 });
    expect(preview).toMatchObject({ hasChanges: true, changedNotes: 1 });
    await desk.service.commit({ importId: preview.importId });
    expect(desk.db.prepare('SELECT line FROM cards ORDER BY noteId, position').pluck().all().sort()).toEqual([2, 4, 5]);
    expect(await desk.preview()).toMatchObject({ hasChanges: false, changedNotes: 0 });
  });

  it('has something to store as soon as a card of an unchanged note is left out', async () => {
    const desk = importDesk({ 'etcd.md': etcd });
    await desk.import();
    const { importId } = await desk.preview();
    const { cards } = await desk.service.cards({ importId, fileIndex: 0 });
    const key = cards[0]?.key ?? '';
    const left = await desk.service.decide({ importId, fileIndex: 0, key, decision: 'rejected', edit: null });
    expect(left.hasChanges).toBe(true);
  });

  it('gives the same note the same card ids on every machine', async () => {
    const ids = async () => {
      const desk = importDesk({ 'etcd.md': etcd });
      await desk.import();
      return desk.db.prepare('SELECT cardId FROM cards ORDER BY position').pluck().all();
    };
    expect(await ids()).toEqual(await ids());
  });

  it('keeps schedules through edits, and shows the text before', async () => {
    const desk = importDesk({ 'etcd.md': etcd });
    await desk.import();
    desk.review('stores the state of the cluster');
    desk.write('etcd.md', '# Etcd', '- etcd: stores the whole state of a cluster', '- raft: keeps the members in agreement');
    const preview = await desk.preview();
    expect(changesIn(preview.totals)).toEqual({ edited: 1, kept: 1 });
    expect((await desk.cards(preview))[0]).toMatchObject({
      change: 'edited',
      back: 'stores the whole state of a cluster',
      before: { back: 'stores the state of the cluster' },
      dueOn: '2026-01-04',
    });
    const id = desk.cardId('stores the state of the cluster');
    await desk.service.commit({ importId: preview.importId });
    expect(desk.cardId('stores the whole state of a cluster')).toBe(id);
  });

  it('moves cards with their text to another note', async () => {
    const desk = importDesk({ 'a.md': etcd, 'b.md': kubelet });
    await desk.import();
    desk.write('a.md', '# Etcd', '- etcd: stores the state of the cluster');
    desk.write('b.md', ...kubelet, '# Etcd', '- raft: keeps the members in agreement');
    const preview = await desk.preview();
    expect(changesIn(preview.totals)).toEqual({ kept: 2, moved: 1 });
    expect((await desk.cards(preview)).find(({ change }) => change === 'moved')).toMatchObject({
      movedFrom: 'a.md',
      front: 'What is raft?',
    });
  });

  it('follows a renamed file, and calls the old one gone', async () => {
    const desk = importDesk({ 'old.md': etcd });
    await desk.import();
    const id = desk.cardId('stores the state of the cluster');
    desk.remove('old.md');
    desk.write('new.md', ...etcd);
    expect((await desk.import()).totals).toEqual({ moved: 2 });
    expect(desk.cardId('stores the state of the cluster')).toBe(id);
    expect(desk.db.prepare('SELECT name, missingAt IS NULL AS there FROM notes ORDER BY name').all()).toEqual([
      { name: 'new.md', there: 1 },
      { name: 'old.md', there: 0 },
    ]);
  });

  it('takes no cards from the copy a sync tool made of a note; where the copy takes the place of the note, it goes on with its cards', async () => {
    const copy = 'etcd.sync-conflict-20261130-101112-ABCDEF7.md';
    const changed = etcd.map((line) => line.replace('stores the state', 'holds the state'));
    const desk = importDesk({ 'etcd.md': etcd });
    await desk.import();
    const id = desk.cardId('stores the state of the cluster');
    desk.review('stores the state of the cluster');
    desk.write(copy, ...changed);
    const preview = await desk.preview();
    expect(preview.problems).toMatchObject([
      { name: copy, severity: 'warning', message: expect.stringContaining('copy of etcd.md') as string },
    ]);
    expect(changesIn(preview.totals)).toEqual({ kept: 2 });

    desk.remove('etcd.md');
    expect((await desk.import()).totals).toEqual({ moved: 2 });
    expect(desk.cardId('holds the state of the cluster')).toBe(id);
    desk.write('etcd.md', ...changed);
    desk.remove(copy);
    expect((await desk.import()).totals).toEqual({ moved: 2 });
    expect(desk.cardId('holds the state of the cluster')).toBe(id);
  });

  it('says a card moved when only its deck is another', async () => {
    const desk = importDesk({ 'a.md': etcd });
    await desk.import();
    desk.write('a.md', 'deck: CKA', ...etcd);
    const preview = await desk.preview();
    expect((await desk.cards(preview)).map(({ change, movedFrom, deck }) => ({ change, movedFrom, deck }))).toEqual([
      { change: 'moved', movedFrom: 'Notes', deck: 'CKA' },
      { change: 'moved', movedFrom: 'Notes', deck: 'CKA' },
    ]);
    await desk.service.commit({ importId: preview.importId });
    expect(desk.db.prepare('SELECT path FROM decks').pluck().all()).toEqual(['CKA']);
  });

  it('keeps the name, and so the deck, of a note that is chosen by itself later', async () => {
    const desk = importDesk({ 'node/kubelet.md': kubelet });
    await desk.import();
    expect((await desk.import('node/kubelet.md')).totals).toEqual({ kept: 1 });
    expect(desk.db.prepare('SELECT name FROM notes').pluck().all()).toEqual(['node/kubelet.md']);
  });

  it('refuses when the store changed since the preview', async () => {
    const desk = importDesk({ 'a.md': etcd, 'b.md': kubelet });
    const { importId } = await desk.preview('a.md');
    const other = importDesk({}, { store: desk.store });
    const second = await other.service.preview([desk.path('b.md')]);
    await other.service.commit({ importId: second.importId });
    await expect(desk.service.commit({ importId })).rejects.toMatchObject({ failure: { code: 'conflict' } });
    expect(desk.live()).toEqual(['starts the containers of its node']);
  });
});

describe('notes that vanish', () => {
  it('have their cards set aside at the commit, never before and never deleted', async () => {
    const desk = importDesk({ 'a.md': etcd, 'b.md': kubelet });
    await desk.import();
    desk.remove('a.md');
    const preview = await desk.preview();
    expect(changesIn(preview.totals)).toEqual({ kept: 1, removed: 2 });
    expect(preview.files.find(({ name }) => name === 'a.md')?.emptyReason).toMatch(/no longer there/);
    expect((await desk.cards(preview)).filter(({ change }) => change === 'removed').map(({ back }) => back)).toEqual([
      'stores the state of the cluster',
      'keeps the members in agreement',
    ]);
    expect(desk.live()).toHaveLength(3);
    await desk.service.commit({ importId: preview.importId });
    expect(desk.live()).toEqual(['starts the containers of its node']);
    expect(desk.rows()['cards']).toHaveLength(3);
  });

  it('get all their schedules back when they return', async () => {
    const desk = importDesk({ 'a.md': etcd });
    await desk.import();
    desk.review('stores the state of the cluster');
    const before = desk.rows();
    desk.remove('a.md');
    await desk.import();
    desk.write('a.md', ...etcd);
    const preview = await desk.preview();
    expect((await desk.cards(preview)).map(({ change, dueOn }) => ({ change, dueOn }))).toEqual([
      { change: 'added', dueOn: '2026-01-04' },
      { change: 'added', dueOn: null },
    ]);
    await desk.service.commit({ importId: preview.importId });
    expect(desk.rows()['cards']).toEqual(before['cards']);
    expect(desk.rows()['memories']).toEqual(before['memories']);
  });

  it('are only those of the chosen folders', async () => {
    const desk = importDesk({ 'one/a.md': etcd, 'two/b.md': kubelet });
    await desk.import();
    desk.remove('two/b.md');
    expect((await desk.import('one')).totals).toEqual({ kept: 2 });
    expect((await desk.import('one/a.md')).totals).toEqual({ kept: 2 });
    expect(desk.live()).toHaveLength(3);
  });

  it('are not those that only cannot be read', async () => {
    const desk = importDesk({ 'a.md': etcd, '.hidden.md': kubelet });
    await desk.import('a.md', '.hidden.md');
    desk.remove('a.md');
    mkdirSync(desk.path('a.md'));
    const preview = await desk.preview();
    expect(changesIn(preview.totals)).toEqual({});
    await desk.service.commit({ importId: preview.importId });
    expect(desk.live()).toHaveLength(3);
  });
});

describe('what the person decides', () => {
  it('is remembered: a rejected card stays out at the next import', async () => {
    const desk = importDesk({ 'a.md': etcd });
    const preview = await desk.preview();
    const [first] = await desk.cards(preview);
    const after = await desk.service.decide({
      importId: preview.importId,
      fileIndex: 0,
      key: first?.key ?? '',
      decision: 'rejected',
      edit: null,
    });
    expect(changesIn(after.totals)).toEqual({ added: 1, rejected: 1 });
    await desk.service.commit({ importId: preview.importId });
    expect(desk.live()).toEqual(['keeps the members in agreement']);
    expect((await desk.import()).totals).toEqual({ kept: 1, rejected: 1 });
    desk.write('a.md', ...etcd, 'one more line');
    expect((await desk.import()).totals).toEqual({ kept: 1, rejected: 1 });
  });

  it('holds for a rejected card when its text is edited or its file renamed', async () => {
    const desk = importDesk({ 'a.md': etcd });
    const preview = await desk.preview();
    const [first] = await desk.cards(preview);
    await desk.service.decide({ importId: preview.importId, fileIndex: 0, key: first?.key ?? '', decision: 'rejected', edit: null });
    await desk.service.commit({ importId: preview.importId });
    desk.write('a.md', '# Etcd', '- etcd: stores the state of a cluster', '- raft: keeps the members in agreement');
    expect((await desk.import()).totals).toEqual({ kept: 1, rejected: 1 });
    desk.remove('a.md');
    desk.write('b.md', '# Etcd', '- etcd: stores the state of a cluster', '- raft: keeps the members in agreement');
    expect((await desk.import()).totals).toEqual({ moved: 1, rejected: 1 });
  });

  it('can be taken back: a rejected card is imported after all', async () => {
    const desk = importDesk({ 'a.md': etcd });
    const decide = async (decision: 'import' | 'rejected') => {
      const preview = await desk.preview();
      const [first] = await desk.cards(preview);
      await desk.service.decide({ importId: preview.importId, fileIndex: 0, key: first?.key ?? '', decision, edit: null });
      await desk.service.commit({ importId: preview.importId });
    };
    await decide('rejected');
    await decide('import');
    expect(desk.live()).toHaveLength(2);
    expect((await desk.import()).totals).toEqual({ kept: 2 });
  });

  it('sets a card aside that is in use and is rejected now', async () => {
    const desk = importDesk({ 'a.md': etcd });
    await desk.import();
    const preview = await desk.preview();
    const [first] = await desk.cards(preview);
    await desk.service.decide({ importId: preview.importId, fileIndex: 0, key: first?.key ?? '', decision: 'rejected', edit: null });
    await desk.service.commit({ importId: preview.importId });
    expect(desk.live()).toEqual(['keeps the members in agreement']);
    expect(desk.rows()['cards']).toHaveLength(2);
    expect((await desk.import()).totals).toEqual({ kept: 1, rejected: 1 });
  });

  it('lets a held-back card in, and keeps it in', async () => {
    const desk = importDesk({ 'a.md': ['- x: a doubtful thing', '- y: a sound thing'] });
    expect((await desk.import()).totals).toEqual({ added: 1, heldBack: 1 });
    const preview = await desk.preview();
    const cards = await desk.cards(preview);
    expect(cards[0]).toMatchObject({ decision: 'held-back', change: 'added', reasons: ['it is doubtful'] });
    await desk.service.decide({ importId: preview.importId, fileIndex: 0, key: cards[0]?.key ?? '', decision: 'import', edit: null });
    await desk.service.commit({ importId: preview.importId });
    expect(desk.live()).toEqual(['a doubtful thing', 'a sound thing']);
    desk.write('a.md', '- x: a rather doubtful thing', '- y: a sound thing');
    expect((await desk.import()).totals).toEqual({ edited: 1, kept: 1 });
  });

  it('keeps the wording of the person beside the generated one, through every import', async () => {
    const desk = importDesk({ 'a.md': etcd });
    const preview = await desk.preview();
    const [first] = await desk.cards(preview);
    const edit = { front: 'Where is state?', back: 'In etcd' };
    await desk.service.decide({ importId: preview.importId, fileIndex: 0, key: first?.key ?? '', decision: 'import', edit });
    expect((await desk.cards(preview))[0]).toMatchObject(edit);
    await desk.service.commit({ importId: preview.importId });
    expect(desk.live()).toEqual(['In etcd', 'keeps the members in agreement']);

    desk.write('a.md', '# Etcd', '- etcd: stores all state', '- raft: keeps the members in agreement');
    await desk.import();
    const [row] = desk.db.prepare<[], Record<string, string>>('SELECT * FROM cards ORDER BY position').all();
    expect(row).toMatchObject({ back: 'stores all state', editedFront: edit.front, editedBack: edit.back });
    expect(row?.['editedSpanHash']).not.toBe(row?.['spanHash']);
  });

  it('refuses an empty wording and a card that is not there', async () => {
    const desk = importDesk({ 'a.md': etcd });
    const { importId } = await desk.preview();
    const input = { importId, fileIndex: 0, key: '0-0', decision: 'import' as const };
    await expect(desk.service.decide({ ...input, edit: { front: ' ', back: 'x' } })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    });
    await expect(desk.service.decide({ ...input, key: 'other', edit: null })).rejects.toMatchObject({ failure: { code: 'not-found' } });
  });

  it('joins a new card to a vanished one that was too unlike to be sure', async () => {
    const desk = importDesk({ 'a.md': ['- kubelet: restarts a failed container on its node at once'], 'b.md': kubelet });
    await desk.import();
    const id = desk.cardId('restarts a failed container on its node at once');
    desk.remove('a.md');
    desk.write('c.md', '- kubelet daemon: restarts a crashed container after a short delay');
    const preview = await desk.preview();
    const card = (await desk.cards(preview)).find(({ asks }) => asks !== undefined);
    expect(card?.asks).toEqual({
      front: 'What is kubelet?',
      back: 'restarts a failed container on its node at once',
      note: 'a.md',
      dueOn: null,
      answer: null,
    });
    expect(preview.questions).toBe(1);
    const input = { importId: preview.importId, fileIndex: 1, key: card?.key ?? '', decision: 'import' as const, edit: null };
    const after = await desk.service.decide({ ...input, continues: true });
    expect(changesIn(after.totals)).toEqual({ kept: 1, moved: 1 });
    await desk.service.commit({ importId: preview.importId });
    expect(desk.cardId('restarts a crashed container after a short delay')).toBe(id);
  });
});

describe('undo', () => {
  it('takes a first import back as if it had never been', async () => {
    const desk = importDesk({ 'a.md': ['deck: CKA', ...etcd, '- x: doubtful'] });
    const before = desk.rows();
    const { batchId } = await desk.import();
    await desk.service.undo({ batchId });
    expect(desk.rows()).toEqual(before);
  });

  it('takes every sort of change back exactly', async () => {
    const desk = importDesk({
      'a.md': etcd,
      'b.md': kubelet,
      'c.md': ['- lease: a promise with an end'],
      'd.md': ['deck: Old', '- d: is here'],
    });
    await desk.import();
    desk.review('stores the state of the cluster');
    desk.db.prepare("UPDATE decks SET collapsed = 1 WHERE path = 'Old'").run();
    const before = desk.rows();
    desk.write(
      'a.md',
      'deck: CKA::New',
      '# Etcd',
      '- etcd: stores all of the state',
      '- wal: is written first',
      '- lease: a promise with an end',
    );
    desk.remove('c.md');
    desk.write('d.md', 'deck: New', '- d: is here');
    const preview = await desk.preview();
    const cards = await desk.cards(preview);
    const keyOf = (back: string): string => cards.find((card) => card.back === back)?.key ?? '';
    const input = { importId: preview.importId, fileIndex: 0, edit: null };
    await desk.service.decide({ ...input, key: keyOf('is written first'), decision: 'rejected' });
    await desk.service.decide({ ...input, key: keyOf('stores all of the state'), decision: 'import', edit: { front: 'a', back: 'b' } });
    const { batchId } = await desk.service.commit({ importId: preview.importId });
    expect(desk.rows()).not.toEqual(before);
    await desk.service.undo({ batchId });
    expect(desk.rows()).toEqual(before);
  });

  it('loses no review: a card answered since stays as an orphan', async () => {
    const desk = importDesk({ 'a.md': etcd });
    const { batchId } = await desk.import();
    desk.review('stores the state of the cluster');
    const { reviews, memories } = desk.rows();
    await desk.service.undo({ batchId });
    expect(desk.live()).toEqual([]);
    expect(desk.rows()['cards']).toHaveLength(1);
    expect(desk.rows()).toMatchObject({ reviews, memories });
    expect((await desk.import()).totals).toEqual({ added: 2 });
    expect(desk.rows()).toMatchObject({ reviews, memories });
  });

  it('loses no work: a card marked or reworded since stays as an orphan', async () => {
    const desk = importDesk({ 'a.md': etcd, 'b.md': kubelet });
    const { batchId } = await desk.import();
    desk.db.prepare("UPDATE cards SET flagged = 1 WHERE back LIKE 'stores%'").run();
    desk.db.prepare("UPDATE cards SET editedBack = 'mine' WHERE back LIKE 'keeps%'").run();
    await desk.service.undo({ batchId });
    expect(desk.rows()['cards']).toHaveLength(2);
    expect(desk.live()).toEqual([]);
  });

  it('keeps a wording the person wrote after the import', async () => {
    const desk = importDesk({ 'a.md': etcd });
    await desk.import();
    desk.write('a.md', '# Etcd', '- etcd: stores all of the state', '- raft: keeps the members in agreement');
    const { batchId } = await desk.import();
    desk.db.prepare("UPDATE cards SET editedBack = 'mine' WHERE back = 'stores all of the state'").run();
    await desk.service.undo({ batchId });
    expect(desk.live()).toEqual(['keeps the members in agreement', 'mine']);
  });

  it('goes from the newest import to the oldest', async () => {
    const desk = importDesk({ 'a.md': etcd, 'b.md': kubelet });
    const before = desk.rows();
    const first = await desk.import('a.md');
    const second = await desk.import('b.md');
    await expect(desk.service.undo({ batchId: first.batchId })).rejects.toMatchObject({ failure: { code: 'conflict' } });
    await desk.service.undo({ batchId: second.batchId });
    await desk.service.undo({ batchId: first.batchId });
    expect(desk.rows()).toEqual(before);
    await expect(desk.service.undo({ batchId: first.batchId })).rejects.toMatchObject({
      failure: { code: 'not-found', hint: expect.stringContaining('Library') as string },
    });
  });

  it('says how to go on when an import is too long ago', async () => {
    const desk = importDesk({ 'a.md': etcd });
    const batchIds: string[] = [];
    for (let i = 0; i <= keptImages; i++) {
      desk.write('a.md', ...etcd, `- term ${i}: text ${i}`);
      batchIds.push((await desk.import()).batchId);
    }
    const [oldest = '', ...later] = batchIds;
    for (const batchId of later.reverse()) await desk.service.undo({ batchId });
    await expect(desk.service.undo({ batchId: oldest })).rejects.toMatchObject({
      failure: {
        message: 'That import is too long ago to be taken back.',
        hint: 'Suspend its cards in the Library, or take them out of the notes and import those again.',
      },
    });
  });

  it('finds its decks again when their numbers were given away', async () => {
    const desk = importDesk({ 'a.md': ['deck: First', ...etcd], 'b.md': ['deck: Last', ...kubelet] });
    await desk.import();
    desk.write('b.md', 'deck: First', ...kubelet);
    const { batchId } = await desk.import();
    desk.db.prepare("INSERT INTO decks (path, collapsed) VALUES ('Other', 1)").run();
    await desk.service.undo({ batchId });
    expect(desk.db.prepare("SELECT d.path FROM cards JOIN decks d USING (deckId) WHERE back LIKE 'starts%'").pluck().get()).toBe('Last');
  });
});

describe('starter notes', () => {
  it('are stored under their place in the app, and kept apart from the notes of the person', async () => {
    const desk = importDesk({ 'cka/etcd.md': etcd });
    expect(changesIn((await desk.service.importStarters(desk.folder)).totals)).toEqual({ added: 2 });
    expect(desk.db.prepare('SELECT path, name FROM notes').all()).toEqual([{ path: 'starter:cka/etcd.md', name: 'cka/etcd.md' }]);
    expect(desk.db.prepare('SELECT label FROM imports').pluck().get()).toBe('Starter notes');
    desk.remove('cka/etcd.md');
    desk.write('mine.md', ...kubelet);
    expect((await desk.import()).totals).toEqual({ added: 1 });
    expect(desk.live()).toHaveLength(3);
  });

  it('are those at the top of a deck folder; deeper ones wait until they are imported', async () => {
    const desk = importDesk({ 'cka/etcd.md': etcd, 'cka/storage/volumes.md': kubelet });
    await desk.service.importStarters(desk.folder);
    expect(desk.db.prepare('SELECT path FROM notes').pluck().all()).toEqual(['starter:cka/etcd.md']);
  });

  it('may lie elsewhere after an update and are still the same', async () => {
    const desk = importDesk({ 'old/cka/etcd.md': etcd, 'new/cka/etcd.md': [...etcd, '- wal: is written first'] });
    await desk.service.importStarters(desk.path('old'));
    expect(changesIn((await desk.service.importStarters(desk.path('new'))).totals)).toEqual({ added: 1, kept: 2 });
  });
});

describe('bad input', () => {
  it('of every sort becomes a problem with its place and a hint, and the rest is imported', async () => {
    const desk = importDesk({ 'good.md': etcd, 'with-problem.md': [...kubelet, 'BROKEN'], 'x.md/inner.md': ['- inner: is read too'] });
    const outside = folderWith({ 'secret.md': '- secret: stays out' });
    writeFileSync(desk.path('empty.md'), '');
    writeFileSync(desk.path('binary.md'), Buffer.from([1, 0, 2, 0, 255]));
    writeFileSync(desk.path('wide.md'), Buffer.from('\ufeff- wide: letters', 'utf16le'));
    writeFileSync(desk.path('damaged.md'), Buffer.concat([Buffer.from('- ä: ok\nx'), Buffer.from([0xff])]));
    writeFileSync(desk.path('huge.md'), 'x');
    truncateSync(desk.path('huge.md'), 100 * 1024 * 1024);
    symlinkSync(desk.folder, desk.path('loop'));
    symlinkSync(`${outside}/secret.md`, desk.path('secret.md'));
    const preview = await desk.preview();
    const listed = preview.problems.map(({ name, line, severity }) => `${severity} ${name}:${line}`);
    expect(listed.sort()).toEqual([
      'error binary.md:1',
      'error huge.md:1',
      'error with-problem.md:3',
      'warning damaged.md:2',
      'warning empty.md:1',
      'warning loop:1',
      'warning secret.md:1',
      'warning x.md:1',
    ]);
    for (const problem of preview.problems) {
      expect(problem.hint).not.toBe('');
      expect(problem.path.startsWith(desk.folder)).toBe(true);
    }
    await desk.service.commit({ importId: preview.importId });
    expect(desk.live()).toEqual([
      'is read too',
      'keeps the members in agreement',
      'letters',
      'ok',
      'starts the containers of its node',
      'stores the state of the cluster',
    ]);
  });

  it('in a note that was good before takes no card away', async () => {
    const desk = importDesk({ 'a.md': etcd });
    await desk.import();
    writeFileSync(desk.path('a.md'), Buffer.from([0, 1, 2]));
    expect((await desk.import()).totals).toEqual({ kept: 2 });
    expect(desk.live()).toHaveLength(2);
  });

  it('shows the problems of an unchanged note again', async () => {
    const desk = importDesk({ 'a.md': [...etcd, 'BROKEN'] });
    await desk.import();
    expect((await desk.preview()).problems).toHaveLength(1);
  });

  it('never changes a note', async () => {
    const desk = importDesk({ 'a.md': [...etcd, '- x: doubtful', 'BROKEN'] });
    const before = {
      bytes: readFileSync(desk.path('a.md')),
      changedAt: statSync(desk.path('a.md')).mtimeMs,
      names: readdirSync(desk.folder),
    };
    const { batchId } = await desk.import();
    await desk.service.undo({ batchId });
    const after = {
      bytes: readFileSync(desk.path('a.md')),
      changedAt: statSync(desk.path('a.md')).mtimeMs,
      names: readdirSync(desk.folder),
    };
    expect(after).toEqual(before);
  });
});

describe('a card that another note gives already', () => {
  const twice = { 'a.md': etcd, 'deep/b.md': ['', ...etcd, '- lease: a promise with an end'] };

  it('is held back with the place of the other one, within a batch and against the store', async () => {
    const desk = importDesk(twice);
    const held = async (...names: string[]) => {
      const preview = await desk.preview(...names);
      const cards = (await desk.cards(preview)).filter(({ decision }) => decision === 'held-back');
      return cards.map(({ front, reasons }) => `${front} ${reasons.join()}`);
    };
    expect(await held()).toEqual(['What is etcd? it is the same as a.md:2', 'What is raft? it is the same as a.md:3']);
    await desk.import('a.md');
    expect(await held('deep')).toEqual(['What is etcd? it is the same as a.md:2', 'What is raft? it is the same as a.md:3']);
    expect((await desk.import('deep')).totals).toEqual({ added: 1, heldBack: 2 });
  });

  it('can be accepted, and stays accepted', async () => {
    const desk = importDesk(twice);
    const { importId, files } = await desk.preview();
    const fileIndex = files.findIndex(({ name }) => name === 'b.md');
    const { cards } = await desk.service.cards({ importId, fileIndex });
    const key = cards.find(({ front }) => front === 'What is etcd?')?.key ?? '';
    await desk.service.decide({ importId, fileIndex, key, decision: 'import', edit: null });
    expect(changesIn((await desk.service.commit({ importId })).totals)).toEqual({ added: 4, heldBack: 1 });
    desk.write('deep/b.md', '', '', ...etcd, '- lease: a promise with an end');
    expect((await desk.import()).totals).toEqual({ kept: 4, heldBack: 1 });
  });

  it('takes the place of the other one when that goes', async () => {
    const desk = importDesk(twice);
    await desk.import();
    const id = desk.cardId('stores the state of the cluster');
    desk.write('a.md', '# Etcd');
    desk.write('deep/b.md', ...etcd, '- lease: a promise with an end');
    expect((await desk.import()).totals).toEqual({ moved: 2, kept: 1 });
    expect(desk.cardId('stores the state of the cluster')).toBe(id);
  });
});

describe('a note of a preview', () => {
  it('is the only file that is opened', async () => {
    const desk = importDesk({ 'a.md': etcd });
    const { importId } = await desk.preview();
    expect(await desk.service.fileOf({ importId, fileIndex: 0 })).toBe(desk.path('a.md'));
    await expect(desk.service.fileOf({ importId, fileIndex: 1 })).rejects.toMatchObject({ failure: { code: 'not-found' } });
    await expect(desk.service.fileOf({ importId: 'other', fileIndex: 0 })).rejects.toMatchObject({ failure: { code: 'not-found' } });
    await desk.service.cancel();
    await expect(desk.service.fileOf({ importId, fileIndex: 0 })).rejects.toMatchObject({ failure: { code: 'not-found' } });
  });
});

it('is taken back although the clock was set back since the import before it', async () => {
  const desk = importDesk({ 'a.md': ['- one: first'] });
  await desk.import();
  const before = desk.live();
  desk.now.at -= 500;
  desk.write('a.md', '- one: first', '- two: second');
  const { batchId } = await desk.import();
  await desk.service.undo({ batchId });
  expect(desk.live()).toEqual(before);
});

it('a card that was studied stays when much is written around its text; one that was not goes, and undo brings it back', async () => {
  const desk = importDesk({}, { pool: inlinePool((source) => parseNote(source)) });
  const note = ['# Kubelet', '', 'The kubelet reads the PodSpecs.', '', 'The kubelet writes the CRI logs.', ''];
  desk.write('kubelet.md', ...note);
  await desk.import();
  expect(desk.live()).toEqual(['The CRI logs', 'The PodSpecs']);
  desk.review('The PodSpecs');
  desk.write(
    'kubelet.md',
    ...note,
    'So it goes, mostly. And on it went, as ever. Who knows, in the end? Not me, at least. Nor anybody else, then. '.repeat(3),
  );
  const { batchId, totals } = await desk.import();
  expect(totals).toEqual({ kept: 1, removed: 1 });
  expect(desk.live()).toEqual(['The PodSpecs']);
  await desk.service.undo({ batchId });
  expect(desk.live()).toEqual(['The CRI logs', 'The PodSpecs']);
});

describe('a studied card that would not be made any more', () => {
  const kubelet = ['# Kubelet', '', 'The kubelet reads the PodSpecs.', ''];
  const talk = 'So it goes, mostly. And on it went, as ever. Who knows, in the end? Not me, at least. Nor anybody else, then. '.repeat(3);
  async function studied() {
    const desk = importDesk({ 'notes/kubelet.md': kubelet }, { pool: inlinePool((source) => parseNote(source)) });
    await desk.import();
    desk.review('The PodSpecs');
    desk.write('notes/kubelet.md', ...kubelet, talk);
    await desk.import();
    return { desk, cardId: desk.cardId('The PodSpecs') };
  }

  it('comes back with its file', async () => {
    const { desk, cardId } = await studied();
    desk.remove('notes/kubelet.md');
    await desk.import();
    expect(desk.live()).toEqual([]);
    desk.write('notes/kubelet.md', ...kubelet, talk);
    expect((await desk.import()).totals).toEqual({ added: 1 });
    expect([desk.live(), desk.cardId('The PodSpecs')]).toEqual([['The PodSpecs'], cardId]);
  });

  it('comes back with its text', async () => {
    const { desk } = await studied();
    desk.write('notes/kubelet.md', '# Kubelet', '', talk);
    await desk.import();
    expect(desk.live()).toEqual([]);
    desk.write('notes/kubelet.md', ...kubelet, talk);
    await desk.import();
    expect(desk.live()).toEqual(['The PodSpecs']);
  });

  it.each(['at once', 'in two imports'])('goes along when its note is renamed: %s', async (how) => {
    const { desk, cardId } = await studied();
    desk.remove('notes/kubelet.md');
    if (how === 'in two imports') await desk.import();
    desk.write('notes/agent.md', ...kubelet, talk);
    const { files } = await desk.preview();
    // Nothing is said to be set aside that went along.
    expect(files.map(({ emptyReason }) => emptyReason).join()).not.toContain('set aside');
    await desk.import();
    expect([desk.live(), desk.cardId('The PodSpecs')]).toEqual([['The PodSpecs'], cardId]);
  });

  it('does not leave when an unchanged note is only looked at', async () => {
    const { desk } = await studied();
    desk.db.prepare('DELETE FROM memories').run();
    const preview = await desk.preview();
    expect((await desk.cards(preview)).map(({ change, back }) => [change, back])).toEqual([['kept', 'The PodSpecs']]);
  });
});

it('says that the preview is no longer there when it ends while one of its notes is read again', async () => {
  const desk = importDesk({ 'a.md': etcd });
  await desk.import();
  const { importId } = await desk.preview();
  const asked = desk.service.cards({ importId, fileIndex: 0 });
  await desk.service.cancel();
  await expect(asked).rejects.toMatchObject({ failure: { code: 'not-found' } });
});
