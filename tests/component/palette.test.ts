import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { openApp } from './fake-bridge.js';
import { daily } from '../../src/shared/study.js';

const options = (): (string | null | undefined)[] =>
  screen.queryAllByRole('option').map((option) => option.querySelector('.grow')?.textContent);

async function openPalette(answers: Parameters<typeof openApp>[0] = {}) {
  const opened = await openApp(answers);
  await screen.findByRole('button', { name: 'Start review' });
  await fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  return { ...opened, field: await screen.findByRole('combobox', { name: 'Search and commands' }) };
}

describe('The command palette', () => {
  it('reaches every screen, every deck with cards, import and the themes', async () => {
    await openPalette();
    expect(options()).toEqual(
      expect.arrayContaining([
        'Start review',
        'Review CKA / Node / kubelet',
        'Today',
        'Import',
        'Settings',
        'Choose files',
        'Choose folder',
        'Dark theme',
      ]),
    );
    expect(options()).not.toContain('Review Shell');
  });

  it('finds by words in any order and starts the review of a deck with Enter', async () => {
    const { bridge, field } = await openPalette();
    await fireEvent.input(field, { target: { value: 'kubelet rev' } });
    expect(options()).toEqual(['Review CKA / Node / kubelet']);
    await fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByRole('heading', { name: 'Question a?' });
    expect(bridge.inputs('session.start')).toEqual([{ study: daily('CKA::Node::kubelet') }]);
  });

  it('finds a tag once something is typed, and chooses from its cards in custom study', async () => {
    const { field } = await openPalette();
    expect(options()).not.toContain('Review tag #networking');
    await fireEvent.input(field, { target: { value: 'tag netw' } });
    await waitFor(() => expect(options()).toEqual(['Review tag #networking']));
    await fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByRole('dialog', { name: 'Custom study' });
    await waitFor(() => expect(screen.getByLabelText('From')).toHaveValue('tag:networking'));
    expect(screen.getByRole('radio', { name: /^All of them/ })).toBeChecked();
  });

  it('moves with the arrows, around the ends, and names the current line for screen readers', async () => {
    const { field } = await openPalette();
    const all = options().length;
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(field).toHaveAttribute('aria-activedescendant', `palette-${all - 1}`);
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(field).toHaveAttribute('aria-activedescendant', 'palette-0');
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
  });

  it('changes the theme', async () => {
    const { bridge, field } = await openPalette();
    await fireEvent.input(field, { target: { value: 'dark' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    expect(bridge.inputs('settings.set')).toEqual([{ theme: 'dark' }]);
  });

  it('says so when nothing has that name, and Enter then does nothing', async () => {
    const { bridge, field } = await openPalette();
    const before = bridge.asked.length;
    await fireEvent.input(field, { target: { value: 'zzz' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(screen.getByText('Nothing has that name.')).toBeVisible();
    expect(bridge.asked).toHaveLength(before);
  });

  it('closes with the key that opened it', async () => {
    await openPalette();
    await fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
  });
});
