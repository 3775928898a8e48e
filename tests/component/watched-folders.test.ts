import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../src/shared/result.js';
import { importPreview, noChanges, openApp, watchedFolder } from './fake-bridge.js';

const settings = async (answers: Parameters<typeof openApp>[0] = {}) => {
  const opened = await openApp(answers);
  await fireEvent.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('heading', { name: 'Notes' });
  return opened;
};

describe('Today', () => {
  it('says how many notes changed and leads to what importing them would do', async () => {
    const { bridge } = await openApp({ 'watch.list': () => ok({ folders: [watchedFolder(1), watchedFolder(2)] }) });
    expect(screen.queryByRole('heading', { name: 'Also waiting' })).toBeNull();
    bridge.emit('watch.changed', { folders: [watchedFolder(1, { changedNotes: 1 }), watchedFolder(2, { changedNotes: 2 })] });
    await fireEvent.click(await screen.findByRole('button', { name: '3 notes changed' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
    await waitFor(() => expect(bridge.inputs('import.changes')).toHaveLength(1));
    expect(await screen.findByRole('list', { name: 'Notes in this import' })).toBeVisible();
  });

  it('says what was taken over without asking, and takes it back', async () => {
    const { bridge } = await openApp();
    bridge.emit('watch.taken', { batchId: 'batch-7', totals: { ...noChanges, added: 2, edited: 1 }, changedNotes: 1 });
    expect(await screen.findByText('1 note changed: 3 cards taken over')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(await screen.findByText('Taken back. Changes of this folder wait for you from now on')).toBeVisible();
    expect(bridge.inputs('import.undo')).toEqual([{ batchId: 'batch-7' }]);
  });
});

describe('notes the system asks to open', () => {
  it('are read at the start, and when they come later', async () => {
    let paths = ['/given/a.md'];
    const { bridge } = await openApp({ 'import.opened': () => ok({ paths }) });
    await waitFor(() => expect(bridge.inputs('import.preview')).toEqual([{ paths: ['/given/a.md'] }]));
    paths = ['/given/folder'];
    bridge.emit('import.opened', {});
    await waitFor(() => expect(bridge.inputs('import.preview').at(-1)).toEqual({ paths: ['/given/folder'] }));
  });
});

describe('Settings', () => {
  it('teaches what watching is before a folder is watched, and watches a chosen one', async () => {
    const { bridge } = await settings();
    expect(screen.getByText(/^No folder is watched/)).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Watch a folder' }));
    expect(await screen.findByRole('region', { name: 'notes/cka' })).toHaveTextContent('12 notes imported, none changed.');
    expect(bridge.inputs('watch.add')).toEqual([{ path: '/notes' }]);
  });

  it('says why a folder is not watched', async () => {
    await settings({ 'watch.add': () => fail({ code: 'conflict', message: 'This folder is watched already.', where: '/notes' }) });
    await fireEvent.click(screen.getByRole('button', { name: 'Watch a folder' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This folder is watched already.');
  });

  it('changes what is done about changes, and says when a folder is not there', async () => {
    const folders = [watchedFolder(1), watchedFolder(2, { name: 'usb/notes', path: '/media/usb/notes', state: 'missing' })];
    const { bridge } = await settings({ 'watch.list': () => ok({ folders }), 'watch.set': () => ok({ folders }) });
    expect(screen.getByRole('region', { name: 'usb/notes' })).toHaveTextContent('It is not there.');
    await fireEvent.click(screen.getByRole('switch', { name: 'Take changes of notes/cka over' }));
    await fireEvent.click(screen.getByRole('switch', { name: 'usb/notes is on a network drive' }));
    await waitFor(() =>
      expect(bridge.inputs('watch.set')).toEqual([
        { folderId: 1, takesOver: true },
        { folderId: 2, polls: true },
      ]),
    );
  });

  it('stops watching, with a way back to the same settings', async () => {
    const folder = watchedFolder(1, { takesOver: true });
    const { bridge } = await settings({ 'watch.list': () => ok({ folders: [folder] }), 'import.preview': () => ok(importPreview()) });
    await fireEvent.click(screen.getByRole('button', { name: 'Stop watching notes/cka' }));
    expect(await screen.findByText('notes/cka is no longer watched')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(bridge.inputs('watch.add')).toEqual([{ path: '/notes/cka', takesOver: true, polls: false }]));
    expect(bridge.inputs('watch.remove')).toEqual([{ folderId: 1 }]);
  });
});
