import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { ok } from '../../src/shared/result.js';
import { openApp, refused } from './fake-bridge.js';

const press = (key: string, init: KeyboardEventInit = {}): Promise<boolean> =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });

async function open(answers: Parameters<typeof openApp>[0] = {}) {
  const opened = await openApp(answers);
  await screen.findByRole('button', { name: 'Start review' });
  await press('p', { ctrlKey: true });
  return { ...opened, dialog: within(await screen.findByRole('dialog', { name: 'Print a cheat sheet' })) };
}

describe('Printing', () => {
  it('asks for decks, counts their cards, and saves them on the paper chosen', async () => {
    const { bridge, dialog } = await open();
    expect(dialog.getByRole('button', { name: 'Save as PDF' })).toBeDisabled();
    await fireEvent.click(dialog.getByRole('checkbox', { name: /^kubelet/ }));
    await fireEvent.click(dialog.getByRole('checkbox', { name: /^Shell/ }));
    expect(await dialog.findByText('24 cards')).toBeVisible();
    await fireEvent.click(dialog.getByRole('button', { name: 'A4' }));
    await fireEvent.click(dialog.getByRole('button', { name: 'Save as PDF' }));
    expect(await dialog.findByText('Saved CKA.pdf, 3 pages.')).toBeVisible();
    const scopes = ['CKA::Node::kubelet', 'Shell'].map((deck) => ({ kind: 'deck', deck }));
    expect(bridge.inputs('print.save')).toEqual([{ scopes, paper: 'a4' }]);
    await fireEvent.click(dialog.getByRole('button', { name: 'Show in folder' }));
    expect(bridge.inputs('print.show')).toHaveLength(1);
    await fireEvent.click(dialog.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('takes the decks inside a chosen one for chosen', async () => {
    const { dialog } = await open();
    await fireEvent.click(dialog.getByRole('checkbox', { name: /^CKA/ }));
    expect(dialog.getByRole('checkbox', { name: /^kubelet/ })).toBeChecked();
    expect(dialog.getByRole('checkbox', { name: /^kubelet/ })).toBeDisabled();
    expect(dialog.getByRole('checkbox', { name: /^Shell/ })).not.toBeChecked();
  });

  it('says that a sheet would be too long, and that nothing was saved after a Stop', async () => {
    let finish = (): void => undefined;
    const { bridge, dialog } = await open({
      'print.count': ({ scopes }) => ok({ cards: scopes.length === 1 ? 12 : 12_400 }),
      'print.save': () => new Promise((resolve) => (finish = () => resolve(ok({ name: null, pages: 0 })))),
      'print.cancel': () => {
        finish();
        return ok({});
      },
    });
    await fireEvent.click(dialog.getByRole('checkbox', { name: /^kubelet/ }));
    await fireEvent.click(dialog.getByRole('checkbox', { name: /^Shell/ }));
    expect(await dialog.findByText('12,400 cards. A sheet holds 4,000 at most: choose fewer decks.')).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Save as PDF' })).toBeDisabled();
    await fireEvent.click(dialog.getByRole('checkbox', { name: /^Shell/ }));
    await dialog.findByText('12 cards');
    await fireEvent.click(dialog.getByRole('button', { name: 'Save as PDF' }));
    expect(await dialog.findByText('Drawing the sheet')).toBeVisible();
    await fireEvent.click(dialog.getByRole('button', { name: 'Stop' }));
    expect(await dialog.findByText('Stopped. Nothing was saved.')).toBeVisible();
    expect(bridge.inputs('print.cancel')).toHaveLength(1);
  });

  it('says why a sheet was not made', async () => {
    const { dialog } = await open({ 'print.send': () => refused('No printer answers.') });
    await fireEvent.click(dialog.getByRole('checkbox', { name: /^Shell/ }));
    await dialog.findByText('12 cards');
    await fireEvent.click(dialog.getByRole('button', { name: 'Print' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('No printer answers.');
  });

  it('prints the note on show from the Library', async () => {
    await openApp();
    await fireEvent.click(await screen.findByRole('link', { name: 'Library' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Print' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Print a cheat sheet' }));
    expect(dialog.getByText('kube-proxy.md')).toBeVisible();
    expect(dialog.queryByRole('checkbox')).toBeNull();
  });
});

describe('Cramming', () => {
  it('takes what is on show in the Library, schedules untouched, by one key', async () => {
    const { bridge } = await openApp();
    await fireEvent.click(await screen.findByRole('link', { name: 'Library' }));
    await screen.findByRole('button', { name: 'Cram' });
    await press('c');
    await screen.findByRole('heading', { name: 'Question a?' });
    expect(bridge.inputs('session.start')).toEqual([
      { study: { scope: { kind: 'note', noteId: 'kube-proxy', name: 'kube-proxy.md' }, pick: { kind: 'every' }, practice: true } },
    ]);
  });

  it('is found in the palette for each deck and tag', async () => {
    const { bridge } = await openApp();
    await screen.findByRole('button', { name: 'Start review' });
    await press('k', { ctrlKey: true });
    const field = await screen.findByRole('combobox');
    await fireEvent.input(field, { target: { value: 'cram storage' } });
    await fireEvent.click(await screen.findByRole('option', { name: /Cram #storage/ }));
    await waitFor(() =>
      expect(bridge.inputs('session.start')).toEqual([
        { study: { scope: { kind: 'tag', tag: 'storage' }, pick: { kind: 'every' }, practice: true } },
      ]),
    );
  });
});
