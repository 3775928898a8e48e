import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Backup } from '../../src/shared/contract.js';
import { fail, ok } from '../../src/shared/result.js';
import type { FailureCode } from '../../src/shared/result.js';
import { openApp } from './fake-bridge.js';

const backup = (at: string): Backup => ({ name: `${at}.sqlite`, at: Date.parse(at), reason: 'daily', bytes: 900_000 });
const info = { version: '1', electron: '45', platform: 'linux', dataFolder: '/data', syncedBy: null };
const settings = { theme: 'system', dayStartsAt: 4 };

/** A window that is refused everything until its database is mended or restored. */
async function refusedApp(code: FailureCode, backups: Backup[]) {
  let isWell = false;
  const heal = () => ((isWell = true), ok({}));
  const opened = await openApp({
    'app.info': () =>
      isWell ? ok({ ...info, settings: settings as never }) : fail({ code, message: `It is ${code}.`, where: '/data', hint: 'A hint.' }),
    'backups.list': () => ok({ backups, problem: null }),
    'backups.mend': heal,
    'backups.restore': () => (heal(), ok({ replaced: null })),
  });
  expect(await screen.findByRole('alert')).toHaveTextContent(`It is ${code}.`);
  return { ...opened, heal };
}

const isOnToday = () => waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible());

describe('a window whose database cannot be used', () => {
  it.each([
    ['missing', 'Start anew'],
    ['journal', 'Go on without them'],
    ['moved', 'Write it anew'],
  ] as const)('(%s) offers the way out, and works after it: %s', async (code, label) => {
    const { bridge } = await refusedApp(code, []);
    expect(screen.queryByRole('button', { name: 'Restore it' })).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: label }));
    await isOnToday();
    expect(bridge.inputs('backups.mend')).toHaveLength(1);
  });

  it.each(['damaged', 'missing', 'journal'] as const)('(%s) offers the newest backup that a right clock made', async (code) => {
    const { bridge } = await refusedApp(code, [
      backup('2031-01-01T00:00:00Z'),
      backup('2026-11-20T08:00:00Z'),
      backup('2026-11-19T08:00:00Z'),
    ]);
    await fireEvent.click(await screen.findByRole('button', { name: 'Restore it' }));
    await isOnToday();
    expect(bridge.inputs('backups.restore')).toEqual([{ name: '2026-11-20T08:00:00Z.sqlite' }]);
  });

  it('says why nothing was mended', async () => {
    await openApp({
      'app.info': () => fail({ code: 'moved', message: 'It was moved.' }),
      'backups.mend': () => fail({ code: 'store', message: 'The disk is full, so nothing was saved.' }),
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Write it anew' }));
    expect(await screen.findByText('The disk is full, so nothing was saved.')).toBeVisible();
    expect(screen.getByText('It was moved.')).toBeVisible();
  });

  it('offers nothing for what it cannot mend', async () => {
    await refusedApp('busy', [backup('2026-11-20T08:00:00Z')]);
    expect(screen.getAllByRole('button').map((button) => button.textContent.trim())).toEqual(['Close Etcdeck']);
    expect(screen.getByText('A hint.')).toBeVisible();
  });

  it('that is moved while the window is open is told at once, and that it is back too', async () => {
    let isThere = true;
    const { bridge } = await openApp({
      'app.info': () =>
        isThere
          ? ok({ ...info, settings: settings as never })
          : fail({ code: 'moved', message: 'It was moved.', where: '/data/etcdeck.sqlite' }),
    });
    await isOnToday();
    isThere = false;
    bridge.emit('data.moved', {});
    expect(await screen.findByRole('alert')).toHaveTextContent('It was moved.');
    isThere = true;
    await fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await isOnToday();
  });
});
