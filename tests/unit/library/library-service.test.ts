import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createImageServer } from '../../../src/main/shell/protocol.js';
import type { LibraryCard } from '../../../src/shared/contract.js';
import { freshFolder } from '../folder.js';
import { libraryDesk } from './library-desk.js';

const components = [
  '---',
  'tags: [cka]',
  '---',
  '# Components',
  '',
  '- **etcd**: A key-value store that keeps the state of the whole cluster.',
  '- **kubelet**: An agent on each node that runs the containers of its pods.',
  '- **kube-proxy**: A network proxy on each node that keeps the rules of Services.',
];
const storage = ['# Storage', '', '- **PersistentVolume**: A piece of storage that an administrator provides.'];
const files = { 'cka/components.md': components, 'storage.md': storage };
const etcd = 'deck:components "etcd?"';
const fronts = (cards: readonly LibraryCard[]): string[] => cards.map(({ front }) => front);

describe('notes', () => {
  test('are listed folder by folder with what they hold', async () => {
    const { get } = await libraryDesk(files);
    const { notes } = await get('library.notes', {});
    expect(notes.map(({ folder, name, orphans, missing }) => ({ folder, name, orphans, missing }))).toEqual([
      { folder: '', name: 'storage.md', orphans: 0, missing: false },
      { folder: 'cka', name: 'components.md', orphans: 0, missing: false },
    ]);
    expect(notes.every(({ cards }) => cards > 0)).toBe(true);
  });

  test('show the lines on disk and the cards made from them', async () => {
    const desk = await libraryDesk(files);
    const { noteId } = await desk.card(etcd);
    const note = await desk.get('library.note', { noteId });
    expect(note).toMatchObject({ name: 'components.md', folder: 'cka', lines: components, changed: false, problem: null, heldBack: 0 });
    expect(note.path).toBe(desk.path('cka/components.md'));
    for (const card of note.cards) expect(components[card.line - 1]).toMatch(/^- \*\*/);
  });

  test('say when the file changed since, and when it is gone', async () => {
    const desk = await libraryDesk(files);
    const { noteId } = await desk.card(etcd);
    desk.write('cka/components.md', ...components, 'More.');
    expect(await desk.get('library.note', { noteId })).toMatchObject({ changed: true });
    desk.remove('cka/components.md');
    const note = await desk.get('library.note', { noteId });
    expect(note).toMatchObject({ lines: [], changed: false, problem: { message: 'The file is no longer there.' } });
    expect(note.cards.length).toBeGreaterThanOrEqual(3);
  });

  test('show nothing of a file that a link in their place leads to', async () => {
    const desk = await libraryDesk(files);
    const { noteId } = await desk.card(etcd);
    const secret = join(freshFolder(), 'secret.md');
    writeFileSync(secret, 'secret');
    desk.remove('cka/components.md');
    symlinkSync(secret, desk.path('cka/components.md'));
    const note = await desk.get('library.note', { noteId });
    expect(note).toMatchObject({
      lines: [],
      changed: false,
      problem: { message: 'A link is in the place of the note, and is not followed.' },
    });
    expect(await desk.call('note.open', { noteId, line: 1 })).toMatchObject({ ok: false, error: { code: 'file' } });
  });

  test('of very many cards let other work have its turn while they are put together', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `What does part ${index} hold? :: The number ${index}.`);
    const desk = await libraryDesk({ 'parts.md': ['# Parts', '', ...rows.flatMap((row) => [row, ''])] });
    const { noteId } = (await desk.find('hold')).cards[0] ?? { noteId: '' };
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    const { cards } = await desk.get('library.note', { noteId });
    clearInterval(counting);
    expect(cards.length).toBeGreaterThan(2_000);
    expect(turns).toBeGreaterThan(2);
  });

  test('that ship with the app show their lines too, and no path to import', async () => {
    const starters = freshFolder();
    mkdirSync(join(starters, 'net'));
    writeFileSync(join(starters, 'net/dns.md'), '# DNS\n\n- **CoreDNS**: The DNS server of the cluster, run as a Deployment.\n');
    const desk = await libraryDesk({}, starters);
    const { noteId } = (await desk.find('CoreDNS')).cards[0] ?? { noteId: '' };
    const note = await desk.get('library.note', { noteId });
    expect(note.path).toBeNull();
    expect(note.lines[0]).toBe('# DNS');
  });

  test('open in an editor by their id, at a line', async () => {
    const desk = await libraryDesk(files);
    const { noteId, line } = await desk.card(etcd);
    await desk.get('note.open', { noteId, line });
    expect(desk.opened).toEqual([`${desk.path('cka/components.md')}:6`]);
    desk.remove('cka/components.md');
    expect(await desk.call('note.open', { noteId, line })).toMatchObject({
      ok: false,
      error: { code: 'file', where: 'cka/components.md', message: 'The file is no longer there.' },
    });
    expect(await desk.call('note.open', { noteId: '/etc/passwd', line: 1 })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(desk.opened.length).toBe(1);
  });
});

describe('cards', () => {
  test('are found whatever the case of their letters, composed or not', async () => {
    const { find } = await libraryDesk({
      'Übung.md': [
        '---',
        'tags: [Größe]',
        'deck: Ärzte',
        '---',
        '# X',
        '',
        '- **Übermut**: A mood that comes before the fall of many people.',
      ],
      'two.md': ['# Y', '', `- **${'Überfluss'.normalize('NFD')}**: A state in which there is more than enough for all.`],
    });
    expect(fronts((await find('übermut')).cards)).toHaveLength(1);
    expect((await find('ÜBERMUT')).total).toBe(1);
    expect((await find('überfluss')).total).toBe(1);
    expect((await find('ÜBERFLUSS'.normalize('NFD'))).total).toBe(1);
    expect((await find('note:übung')).total).toBe(1);
    expect((await find('deck:ärzte')).total).toBe(1);
    expect((await find('tag:GRÖßE')).total).toBe(1);
    expect((await find('ü*mut')).total).toBe(0);
    expect((await find('ü[bx]er')).total).toBe(0);
  });

  test('are found by their words and by deck, note and tag', async () => {
    const { find } = await libraryDesk(files);
    const all = await find('');
    expect(all.total).toBe(all.cards.length);
    expect((await find('note:storage')).cards.every(({ noteName }) => noteName === 'storage.md')).toBe(true);
    expect((await find('deck:components')).total + (await find('deck:storage')).total).toBe(all.total);
    expect((await find('tag:CKA')).cards.every(({ noteName }) => noteName === 'cka/components.md')).toBe(true);
    expect((await find('KUBELET containers')).total).toBeGreaterThan(0);
    expect((await find('100%')).total).toBe(0);
    expect(await find('is:green')).toMatchObject({ unknown: ['is:green'], total: all.total });
  });

  test('come page by page in the order of their notes', async () => {
    const { find } = await libraryDesk(files);
    const all = await find('');
    const first = await find('', { limit: 2 });
    const rest = await find('', { limit: 100, offset: 2 });
    expect([...fronts(first.cards), ...fronts(rest.cards)]).toEqual(fronts(all.cards));
    expect(first.total).toBe(all.total);
  });

  test('are found by their state', async () => {
    const desk = await libraryDesk(files);
    const all = (await desk.find('')).total;
    expect((await desk.find('is:new')).total).toBe(all);
    const [answered] = await desk.review(1);
    const [known] = (await desk.find('lapses=0')).cards.filter(({ front }) => front === answered);
    expect(known).toMatchObject({ state: 'review', lapses: 0 });
    expect(known?.dueInDays).toBeGreaterThan(0);
    expect(known?.stabilityDays).toBeGreaterThan(1);
    expect((await desk.find('is:new')).total).toBe(all - 1);
    expect((await desk.find('is:due')).total).toBe(0);
    desk.clock.at += 40 * 24 * 3_600_000;
    const due = await desk.find('is:due');
    expect(fronts(due.cards)).toEqual([answered]);
    expect(due.cards[0]?.dueInDays).toBeLessThanOrEqual(0);
    expect((await desk.find('', { filter: 'due' })).total).toBe(1);
    expect((await desk.find('lapses>0')).total).toBe(0);
  });
});

describe('an edit', () => {
  const own = { front: 'Where is the state of the cluster?', back: 'In etcd.' };

  test('stands beside the generated text, survives a re-import, and is taken back', async () => {
    const desk = await libraryDesk(files);
    const { cardId, front, back } = await desk.card(etcd);
    const { stepIds } = await desk.get('card.edit', { cardId, ...own });
    expect(await desk.card('is:edited')).toMatchObject({ cardId, ...own, generated: { front, back }, sourceChanged: false });
    desk.write('storage.md', ...storage, '- **StorageClass**: A kind of storage that is made on demand.');
    await desk.import();
    expect(await desk.card('is:edited')).toMatchObject({ cardId, ...own });
    await desk.get('card.undo', { stepIds });
    expect((await desk.find('is:edited')).total).toBe(0);
    expect(await desk.card(etcd)).toMatchObject({ front, back, generated: null });
  });

  test('says when the source changed later, and gives way to the generated text', async () => {
    const desk = await libraryDesk(files);
    const { cardId } = await desk.card(etcd);
    await desk.get('card.edit', { cardId, ...own });
    desk.replace('cka/components.md', 'the whole cluster', 'the whole cluster and nothing else');
    await desk.import();
    const changed = await desk.card('is:changed');
    expect(changed).toMatchObject({ cardId, ...own, sourceChanged: true });
    expect(changed.generated?.back).toContain('nothing else');
    await desk.get('card.revert', { cardId });
    const { cards } = await desk.find('"nothing else"');
    expect(cards.find((card) => card.cardId === cardId)).toMatchObject({ generated: null, sourceChanged: false });
    expect((await desk.find('is:edited')).total).toBe(0);
  });

  test('with an empty side is refused', async () => {
    const desk = await libraryDesk(files);
    const { cardId } = await desk.card(etcd);
    expect(await desk.call('card.edit', { cardId, front: ' ', back: 'x' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await desk.call('card.edit', { cardId: 'none', ...own })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

test('a card whose text left its note is set aside with the reason, and comes back with its schedule', async () => {
  const desk = await libraryDesk(files);
  await desk.review(50);
  const before = await desk.card(etcd);
  expect(before.stabilityDays).not.toBeNull();
  const line = components[5] ?? '';
  desk.replace('cka/components.md', `${line}\n`, '');
  await desk.import();
  const orphans = await desk.find('', { filter: 'orphan' });
  expect(orphans.cards.find(({ cardId }) => cardId === before.cardId)).toMatchObject({ state: 'set-aside', setAside: 'text-removed' });
  desk.remove('cka/components.md');
  await desk.import();
  expect((await desk.find(`${etcd} is:orphan`)).cards[0]).toMatchObject({ setAside: 'note-missing' });
  desk.write('cka/components.md', ...components);
  await desk.import();
  expect((await desk.find('is:orphan')).total).toBe(0);
  expect(await desk.card(etcd)).toEqual(before);
});

describe('suspending and flagging', () => {
  test('take many cards at once, tell the screens once, and are taken back as one', async () => {
    const desk = await libraryDesk(files);
    const cardIds = (await desk.find('deck:components')).cards.map(({ cardId }) => cardId);
    desk.events.length = 0;
    const { stepIds } = await desk.get('card.suspend', { cardIds, suspended: true });
    expect(desk.events).toEqual(['data.changed']);
    expect((await desk.find('is:suspended')).total).toBe(cardIds.length);
    await desk.get('card.flag', { cardIds: cardIds.slice(0, 1), flagged: true });
    await desk.get('card.undo', { stepIds });
    expect((await desk.find('is:suspended')).total).toBe(0);
    // What was done after it stays.
    expect((await desk.find('is:flagged')).total).toBe(1);
    await desk.get('card.undo', { stepIds });
    expect((await desk.find('is:flagged')).total).toBe(1);
  });

  test('change nothing where it is so already', async () => {
    const desk = await libraryDesk(files);
    const { cardId } = await desk.card(etcd);
    desk.events.length = 0;
    expect(await desk.get('card.flag', { cardIds: [cardId], flagged: false })).toEqual({ stepIds: [] });
    expect(desk.events).toEqual([]);
  });

  test('end with another press', async () => {
    const desk = await libraryDesk(files);
    const { cardId } = await desk.card(etcd);
    await desk.get('card.suspend', { cardIds: [cardId], suspended: true });
    expect(await desk.card('is:suspended')).toMatchObject({ cardId, state: 'suspended' });
    await desk.get('card.suspend', { cardIds: [cardId], suspended: false });
    expect(await desk.card(etcd)).toMatchObject({ state: 'new' });
  });
});

describe('images', () => {
  /** One pixel. */
  const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

  test('of a note have an address that gives them, another one once they change', async () => {
    const desk = await libraryDesk(files);
    const { noteId } = await desk.card(etcd);
    mkdirSync(desk.path('cka/img'));
    writeFileSync(desk.path('cka/img/etcd.gif'), gif);
    const image = await desk.get('note.image', { noteId, source: 'img/etcd.gif' });
    expect(image).toMatchObject({ problem: null, width: 1, height: 1 });
    const serve = createImageServer(desk.image);
    const address = `app://etcdeck${image.address}`;
    const response = await serve(new Request(address));
    expect(response?.headers.get('Content-Type')).toBe('image/gif');
    expect(response?.headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(gif);
    utimesSync(desk.path('cka/img/etcd.gif'), 1, 1);
    expect((await desk.get('note.image', { noteId, source: 'img/etcd.gif' })).address).not.toBe(image.address);
    rmSync(desk.path('cka/img'), { recursive: true });
    expect((await serve(new Request(address)))?.status).toBe(404);
    expect((await serve(new Request(address, { method: 'POST' })))?.status).toBe(404);
    expect(await serve(new Request('app://etcdeck/index.html'))).toBeNull();
  });

  test('of another note, of no note and outside are not given', async () => {
    const desk = await libraryDesk(files);
    const { noteId } = await desk.card(etcd);
    writeFileSync(desk.path('root.gif'), gif);
    expect(await desk.get('note.image', { noteId, source: '../root.gif' })).toMatchObject({
      address: null,
      problem: 'It lies outside the folder of the note.',
    });
    expect(await desk.image(noteId, '../root.gif')).toBeNull();
    expect(await desk.image('no-note', 'root.gif')).toBeNull();
    expect(await desk.call('note.image', { noteId: 'no-note', source: 'root.gif' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

test('a text is copied whole, and one without end is refused', async () => {
  const desk = await libraryDesk(files);
  await desk.get('app.copy', { text: 'etcdctl member list\n' });
  expect(desk.copied).toEqual(['etcdctl member list\n']);
  expect(await desk.call('app.copy', { text: 'x'.repeat(100_001) })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(await desk.call('app.copy', { text: '' })).toMatchObject({ ok: false });
});
