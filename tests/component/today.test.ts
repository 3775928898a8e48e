import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { nextWords } from '../../src/renderer/features/today/next-due.js';
import { ok } from '../../src/shared/result.js';
import { deckRow, openApp, refused, todayView } from './fake-bridge.js';
import { daily } from '../../src/shared/study.js';

const press = (key: string): Promise<boolean> => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const rowNames = (): (string | undefined)[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('.name')?.textContent);

describe('Today', () => {
  it('asks once at the start, although the window gets the focus then', async () => {
    const { bridge } = await openApp();
    await fireEvent.focus(window);
    expect(bridge.inputs('today.get')).toHaveLength(1);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    await fireEvent.focus(window);
    expect(bridge.inputs('today.get')).toHaveLength(2);
    vi.restoreAllMocks();
  });

  it('says how much there is, of what kind, and about how long it takes', async () => {
    await openApp();
    expect(await screen.findByText('53 cards, about 15 minutes')).toBeVisible();
    expect(screen.getByText('37 due, 4 still being learned, 12 new. Weakest first.')).toBeVisible();
    expect(screen.getByText('Sunday 22 November')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Today' })).toHaveAccessibleDescription('53 cards');
  });

  it('starts with Enter from anywhere that is not a control', async () => {
    const { bridge } = await openApp();
    await screen.findByRole('button', { name: 'Start review' });
    screen.getByRole('link', { name: 'Import' }).focus();
    await press('Enter');
    expect(bridge.inputs('session.start')).toEqual([]);
    document.body.focus();
    (document.activeElement as HTMLElement).blur();
    await press('Enter');
    expect(bridge.inputs('session.start')).toEqual([{ study: daily(null) }]);
  });

  it('walks the decks with the arrows, closes and opens them, and remembers that', async () => {
    const { bridge } = await openApp();
    await waitFor(() => expect(rowNames()).toEqual(['CKA', 'Node', 'kubelet', 'Shell']));
    screen.getAllByRole('row')[1]?.focus();
    await press('ArrowDown');
    expect(document.activeElement).toHaveTextContent('Node');
    await press('ArrowLeft');
    expect(rowNames()).toEqual(['CKA', 'Node', 'Shell']);
    expect(document.activeElement).toHaveAttribute('aria-expanded', 'false');
    await press('ArrowLeft');
    expect(document.activeElement).toHaveTextContent('CKA');
    await press('End');
    expect(document.activeElement).toHaveTextContent('Shell');
    await fireEvent.click(screen.getByRole('button', { name: 'Open Node' }));
    expect(rowNames()).toEqual(['CKA', 'Node', 'kubelet', 'Shell']);
    expect(bridge.inputs('decks.collapse')).toEqual([
      { path: 'CKA::Node', collapsed: true },
      { path: 'CKA::Node', collapsed: false },
    ]);
  });

  it('keeps what is below an open deck closed when that was closed by itself', async () => {
    const decks = [
      deckRow('A', undefined, { hasChildren: true, collapsed: true }),
      deckRow('A::B', undefined, { hasChildren: true }),
      deckRow('A::B::C'),
      deckRow('D', undefined, { hasChildren: true }),
      deckRow('D::E'),
    ];
    await openApp({ 'today.get': () => ok(todayView({ decks })) });
    await waitFor(() => expect(rowNames()).toEqual(['A', 'D', 'E']));
  });

  it('offers no review of a deck with nothing to do', async () => {
    const { bridge } = await openApp();
    const shell = await screen.findByRole('button', { name: 'Shell' });
    expect(shell).toBeDisabled();
    shell.closest('tr')?.focus();
    await press('Enter');
    expect(bridge.inputs('session.start')).toEqual([]);
  });

  it('says what comes next when nothing is due', async () => {
    const counts = { new: 0, learning: 0, due: 0 };
    await openApp({ 'today.get': () => ok(todayView({ counts, nextDueAt: Date.now() + 600_000, dueTomorrow: 4 })) });
    expect(await screen.findByText('Nothing due')).toBeVisible();
    expect(screen.getByText('Next: in 10 minutes.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Start review' })).toBeNull();
  });

  it('teaches how a line becomes a card when there are no cards at all', async () => {
    await openApp({ 'today.get': () => ok(todayView({ cards: 0, decks: [], counts: { new: 0, learning: 0, due: 0 } })) });
    expect(await screen.findByText('Bring the notes you already have')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Choose folder' })).toBeVisible();
  });

  it('says what it waits for while the notes that ship with the app are read', async () => {
    const none = { cards: 0, decks: [], counts: { new: 0, learning: 0, due: 0 } };
    await openApp({ 'today.get': () => ok(todayView({ ...none, preparing: true })) });
    expect(await screen.findByText('Reading the notes that come with Etcdeck')).toBeVisible();
    expect(screen.queryByText('Bring the notes you already have')).toBeNull();
  });

  it('says what failed, and asks again', async () => {
    let isDown = true;
    await openApp({ 'today.get': () => (isDown ? refused('Something went wrong inside Etcdeck.') : ok(todayView())) });
    expect(await screen.findByText('Today could not be read')).toBeVisible();
    isDown = false;
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('53 cards, about 15 minutes')).toBeVisible();
  });

  it('asks again when data changed', async () => {
    let cards = 37;
    const { bridge } = await openApp({ 'today.get': () => ok(todayView({ counts: { new: 0, learning: 0, due: cards } })) });
    await screen.findByText(/^37 cards,/);
    cards = 1;
    bridge.emit('data.changed', {});
    await screen.findByText(/^1 card,/);
  });
});

it('shows why the app cannot start instead of a screen', async () => {
  await openApp({
    'app.info': () => ({
      ok: false,
      error: {
        code: 'store',
        message: 'The database is from a newer Etcdeck.',
        where: '/data/etcdeck.db',
        hint: 'Install the newest version.',
      },
    }),
  });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('/data/etcdeck.db');
  expect(alert).toHaveTextContent('The database is from a newer Etcdeck.');
  expect(alert).toHaveTextContent('Install the newest version.');
  expect(screen.queryByRole('navigation')).toBeNull();
});

describe('nextWords', () => {
  const now = Date.UTC(2026, 10, 22, 20);
  const hour = 3_600_000;
  it.each([
    [null, 0, 'No card has a date yet.'],
    [now + hour / 2, 4, 'Next: in 30 minutes.'],
    [now + 3 * hour, 4, 'Next: in 3 hours.'],
    [now + 8 * hour, 4, 'Next: tomorrow, 4 cards.'],
    [now + 8 * hour, 0, 'Next: tomorrow.'],
    [now + 56 * hour, 0, 'Next: on Wednesday.'],
    [now + 24 * 9 * hour, 0, 'Next: on Tuesday 1 December.'],
  ])('says for %s', (nextDueAt, dueTomorrow, words) => {
    expect(nextWords({ nextDueAt, dueTomorrow, dayOn: '2026-11-22' }, now)).toBe(words);
  });
});
