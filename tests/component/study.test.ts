import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { ok } from '../../src/shared/result.js';
import { openApp, sessionCard, sessionView, todayView } from './fake-bridge.js';

const press = (key: string): Promise<boolean> => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe('Custom study', () => {
  async function open(): Promise<{ bridge: Awaited<ReturnType<typeof openApp>>['bridge']; dialog: HTMLElement }> {
    const { bridge } = await openApp();
    await screen.findByRole('button', { name: 'Start review' });
    await press('c');
    return { bridge, dialog: await screen.findByRole('dialog', { name: 'Custom study' }) };
  }

  it('says how many cards there are and studies them, schedules untouched unless wanted otherwise', async () => {
    const { bridge, dialog } = await open();
    await fireEvent.change(within(dialog).getByLabelText('From'), { target: { value: 'tag:networking' } });
    await fireEvent.click(within(dialog).getByRole('radio', { name: 'Due in the next' }));
    await fireEvent.click(await within(dialog).findByRole('button', { name: 'Study 14 cards' }));
    await screen.findByRole('heading', { name: 'Question a?' });
    expect(bridge.inputs('session.start')).toEqual([
      { study: { scope: { kind: 'tag', tag: 'networking' }, pick: { kind: 'ahead', days: 7 }, practice: true } },
    ]);
  });

  it('does not start with a number that makes no sense, and says which does', async () => {
    const { dialog } = await open();
    await fireEvent.input(within(dialog).getByRole('textbox', { name: 'Forgotten in the last' }), { target: { value: '0' } });
    expect(await within(dialog).findByText('A whole number from 1 to 365.')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Study' })).toBeDisabled();
  });

  it('adds new cards for today to a deck, and takes that back', async () => {
    const { bridge, dialog } = await open();
    await fireEvent.change(within(dialog).getByLabelText('From'), { target: { value: 'deck:CKA::Node' } });
    await fireEvent.click(within(dialog).getByRole('radio', { name: 'Add to today’s new cards' }));
    await fireEvent.click(await within(dialog).findByRole('button', { name: 'Add 10 new cards' }));
    await screen.findByText('10 more new cards today');
    await fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() =>
      expect(bridge.inputs('today.extra')).toEqual([
        { deck: 'CKA::Node', extra: { new: 10, reviews: 0 } },
        { deck: 'CKA::Node', extra: { new: 0, reviews: 0 } },
      ]),
    );
  });
});

describe('Reviews beyond today’s limit', () => {
  it('are added for today, Today says so, and it can be taken back', async () => {
    const { bridge } = await openApp({ 'today.get': () => ok(todayView({ extras: { '': { new: 5, reviews: 30 } } })) });
    expect(await screen.findByText(/Today with 5 more new cards and 30 more reviews\./)).toBeVisible();
    await press('c');
    const dialog = await screen.findByRole('dialog', { name: 'Custom study' });
    await fireEvent.click(within(dialog).getByRole('radio', { name: 'Add to today’s reviews' }));
    await fireEvent.click(await within(dialog).findByRole('button', { name: 'Add 50 reviews' }));
    await screen.findByText('50 more reviews today');
    expect(bridge.inputs('today.extra')).toEqual([{ deck: null, extra: { new: 5, reviews: 80 } }]);
    await fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(bridge.inputs('today.extra')).toHaveLength(2));
  });
});

describe('A dialog', () => {
  it('is gone at once on Esc, so that the next key is for the screen', async () => {
    await openApp();
    await screen.findByRole('button', { name: 'Start review' });
    await press('c');
    const dialog = await screen.findByRole('dialog', { name: 'Custom study' });
    // jsdom closes no dialog by itself on Esc: without our own answer it would stay.
    const wasLeftToTheWindow = dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    expect(wasLeftToTheWindow).toBe(false);
    await Promise.resolve();
    expect(dialog).not.toBeInTheDocument();
  });
});

describe('Today after days away', () => {
  const backlog = { cards: 312, awayDays: 9, days: 6 };

  it('offers a plan with a choice of days, and takes it back', async () => {
    const { bridge } = await openApp({ 'today.get': () => ok(todayView({ backlog })) });
    expect(await screen.findByText('312 cards waited while you were away')).toBeVisible();
    expect(screen.getByText(/A plan takes 52 a day/)).toBeVisible();
    await fireEvent.input(screen.getByLabelText('Catch up over'), { target: { value: '10' } });
    expect(screen.getByText(/A plan takes 32 a day/)).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Catch up' }));
    expect(bridge.inputs('catchUp.start')).toEqual([{ days: 10, pausesNew: true }]);
    await fireEvent.click(await screen.findByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(bridge.inputs('catchUp.end')).toHaveLength(1));
  });

  it('is quiet for the day when no plan is wanted', async () => {
    await openApp({ 'today.get': () => ok(todayView({ backlog })) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
    expect(screen.queryByText(/waited while you were away/)).toBeNull();
  });

  it('shows how far the plan is, and a session that was left', async () => {
    const catchUp = { startedOn: '2026-11-20', cards: 312, left: 208, perDay: 52, daysLeft: 4, pausesNew: true };
    const study = { scope: { kind: 'tag' as const, tag: 'net' }, pick: { kind: 'every' as const }, practice: true };
    const paused = { study, startedOn: '2026-11-21', done: 3, cards: 12 };
    const { bridge } = await openApp({ 'today.get': () => ok(todayView({ catchUp, paused })) });
    expect(await screen.findByText('Catching up: 104 of 312 done')).toBeVisible();
    expect(screen.getByText('52 a day, 4 days to go. New cards wait until then.')).toBeVisible();
    expect(screen.getByText('All cards, #net: 3 of 12 done')).toBeVisible();
    await press('r');
    await waitFor(() => expect(bridge.inputs('session.resume')).toHaveLength(1));
  });

  it('names a mock exam that is not finished, and goes on with it', async () => {
    const mock = { mockId: 'mock-1', startedAt: Date.now(), leftMs: 14 * 60_000, tasks: 7, answered: 2 };
    const { bridge } = await openApp({ 'today.get': () => ok(todayView({ mock })) });
    expect(await screen.findByText('A mock exam is not finished')).toBeVisible();
    expect(screen.getByText(/2 of 7 tasks answered, 14:00 left/)).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Continue the mock exam' }));
    await screen.findByRole('heading', { name: /^Task \d+ of/ });
    expect(bridge.inputs('mock.resume')).toEqual([{ mockId: 'mock-1' }]);
    // The list it came through has not left it again.
    expect(bridge.inputs('mock.leave')).toEqual([]);
  });
});

describe('A card that keeps slipping', () => {
  it('is rewritten with W while the next card waits, and used again when it was suspended', async () => {
    const leech = { cardId: 'a', front: 'Old question?', back: 'Old answer.', lapses: 8, suspended: true };
    const { bridge } = await openApp({
      'session.rate': () => ok(sessionView(sessionCard('b'), { leech })),
      'session.edit': () => ok(sessionView(sessionCard('b'))),
    });
    await screen.findByRole('button', { name: 'Start review' });
    await press('Enter');
    await screen.findByRole('heading', { name: 'Question a?' });
    await press(' ');
    await press('1');
    expect(await screen.findByText('“Old question?” was forgotten 8 times')).toBeVisible();
    await press('w');
    expect(await screen.findByLabelText('Question')).toHaveValue('Old question?');
    await fireEvent.input(screen.getByLabelText('Question'), { target: { value: 'Better?' } });
    await fireEvent.keyDown(screen.getByLabelText('Question'), { key: 'Enter', ctrlKey: true });
    await screen.findByRole('heading', { name: 'Question b?' });
    expect(bridge.inputs('session.edit')).toEqual([{ cardId: 'a', front: 'Better?', back: 'Old answer.' }]);
    await waitFor(() => expect(bridge.inputs('card.suspend')).toEqual([{ cardIds: ['a'], suspended: false }]));
    expect(screen.queryByText(/was forgotten/)).toBeNull();
  });
});
