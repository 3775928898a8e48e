import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { limits, wholeNumber } from '../../src/renderer/features/settings/presets/limits.js';
import { presetOptions } from '../../src/shared/contract.js';
import { ok } from '../../src/shared/result.js';
import { openApp, refused } from './fake-bridge.js';

async function openSettings(answers: Parameters<typeof openApp>[0] = {}) {
  const opened = await openApp(answers);
  await fireEvent.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  return opened;
}

const change = (field: HTMLElement, value: string): Promise<boolean> => {
  (field as HTMLInputElement).value = value;
  return fireEvent.input(field).then(() => fireEvent.change(field));
};

describe('Settings', () => {
  it('stores a number when it is entered', async () => {
    const { bridge } = await openSettings();
    await change(screen.getByRole('textbox', { name: 'Desired retention' }), '85');
    await change(screen.getByLabelText('New cards a day'), '20');
    await waitFor(() =>
      expect(bridge.inputs('presets.change')).toEqual([
        { presetId: 'default', options: { desiredRetention: 0.85 } },
        { presetId: 'default', options: { newPerDay: 20 } },
      ]),
    );
  });

  it.each(['120', '69', 'many', '', '90.5', '-90', '1e2'])(
    'refuses "%s" as retention beside the field and stores nothing',
    async (text) => {
      const { bridge } = await openSettings();
      const field = screen.getByRole('textbox', { name: 'Desired retention' });
      await change(field, text);
      expect(await screen.findByText('Choose a whole number from 70 to 97.')).toBeVisible();
      expect(field).toBeInvalid();
      expect(bridge.inputs('presets.change')).toEqual([]);
      await change(field, '95');
      await waitFor(() => expect(screen.queryByText(/Choose a whole number/)).toBeNull());
    },
  );

  it('sets the theme and the hour at which a day starts', async () => {
    const { bridge } = await openSettings();
    await fireEvent.click(screen.getByRole('button', { name: 'Light' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Light' })).toHaveAttribute('aria-pressed', 'true'));
    await fireEvent.change(screen.getByLabelText('Day starts at'), { target: { value: '6' } });
    expect(bridge.inputs('settings.set')).toEqual([{ theme: 'light' }, { dayStartsAtHour: 6 }]);
  });

  it('says why a setting was not stored', async () => {
    await openSettings({ 'settings.set': () => refused('The disk is full.') });
    await fireEvent.click(screen.getByRole('button', { name: 'Dark' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The setting was not saved: The disk is full.');
    expect(screen.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'false');
  });

  it('shows where the data lives and which version runs', async () => {
    await openSettings();
    expect(screen.getByText('/data')).toBeVisible();
    expect(screen.getByText('Etcdeck 0.1.0 on Electron 33.2.1')).toBeVisible();
    expect(screen.queryByText(/copies this folder/)).toBeNull();
  });

  it('says what it means when another program copies the data folder', async () => {
    const settings = { theme: 'system', dayStartsAtHour: 4, typeAnswers: 'commands' } as const;
    const info = {
      version: '1',
      electron: '45',
      platform: 'linux',
      dataFolder: '/home/ada/Dropbox/etcdeck',
      syncedBy: 'Dropbox',
      settings,
    };
    await openSettings({ 'app.info': () => ok(info) });
    expect(screen.getByText(/^Dropbox copies this folder\. Use Etcdeck on one computer at a time/)).toBeVisible();
  });
});

it('allows what the contract allows, and no more', () => {
  const takes = (entry: 'desiredRetention' | 'newPerDay' | 'reviewsPerDay', value: number) =>
    v.safeParse(presetOptions.entries[entry], value).success;
  const { retentionPercent: r, perDay: p } = limits;
  expect([r.min - 1, r.min, r.max, r.max + 1].map((percent) => takes('desiredRetention', percent / 100))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  for (const entry of ['newPerDay', 'reviewsPerDay'] as const) {
    expect([p.min - 1, p.min, p.max, p.max + 1].map((n) => takes(entry, n))).toEqual([false, true, true, false]);
  }
  expect(wholeNumber('9999', p)).toBe(9999);
});
