import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { ok } from '../../src/shared/result.js';
import type { Result } from '../../src/shared/result.js';
import type { SessionView } from '../../src/shared/contract.js';
import { libraryNoteView, openApp, refused, sessionCard, sessionView, todayView } from './fake-bridge.js';
import { daily } from '../../src/shared/study.js';

const press = (key: string, options: KeyboardEventInit = {}): Promise<boolean> =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...options });

async function startReview(answers: Parameters<typeof openApp>[0] = {}) {
  const opened = await openApp(answers);
  await fireEvent.click(await screen.findByRole('button', { name: 'Start review' }));
  return opened;
}

const question = (text: string): Promise<HTMLElement> => screen.findByRole('heading', { name: text });

describe('A review', () => {
  it('shows the question first, and its answer with the next intervals on Space', async () => {
    await startReview();
    await question('Question a?');
    expect(screen.queryByText('Answer a.')).toBeNull();
    await press(' ');
    expect(screen.getByText('Answer a.')).toBeVisible();
    expect(screen.getByText('kubelet.md:22')).toBeVisible();
    const names = within(screen.getByRole('group', { name: 'How well did you know it?' }))
      .getAllByRole('button')
      .map((button) => button.textContent);
    expect(names.map((name) => name?.replace(/\d$/, '').trim())).toEqual([
      'Again 10 minutes',
      'Hard 4 days',
      'Good 11 days',
      'Easy 26 days',
    ]);
  });

  it('moves the focus to each new question and then to its answer, and announces the card', async () => {
    const { app } = await startReview();
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Question a?'));
    await press('Enter');
    expect(document.activeElement).toHaveTextContent('Answer a.');
    expect(app.announcement).toBe('Answer');
    await press('3');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Question b?'));
    expect(app.announcement.trim()).toBe('Good, next in 11 days. Next card, due. 6 left.');
    await press('f');
    expect(app.announcement.trim()).toBe('Good, next in 11 days. Next card, due. 6 left.');
  });

  it('announces a wait, and the end with what it came to', async () => {
    const { app } = await startReview({
      'session.rate': () => ok(sessionView(null, { waitUntil: Date.now() + 60_000 })),
      'session.end': () =>
        ok({
          answered: 3,
          byRating: { again: 0, hard: 0, good: 3, easy: 0 },
          newSeen: 0,
          durationMs: 60_000,
          left: 0,
          dueTomorrow: 0,
          hard: [],
        }),
    });
    await question('Question a?');
    await press(' ');
    await press('1');
    await waitFor(() =>
      expect(app.announcement).toMatch(/^Again, next in 10 minutes\. A card you are learning comes back soon\. Next in 1 minute/),
    );
    await press('Escape');
    await waitFor(() => expect(app.announcement).toBe('Review over. 3 answers in 1 minute.'));
  });

  it('shows the card in its note once the answer is seen, and gives the focus back', async () => {
    const { bridge } = await startReview({ 'session.start': () => ok(sessionView(sessionCard('a', { line: 3, endLine: 4 }))) });
    await question('Question a?');
    await press('o');
    expect(screen.queryByRole('dialog')).toBeNull();
    await press(' ');
    await press('o');
    const dialog = await screen.findByRole('dialog', { name: 'kubelet.md' });
    await waitFor(() => expect(dialog.querySelectorAll('.is-on')).toHaveLength(2));
    expect(bridge.inputs('library.note')).toEqual([{ noteId: 'kubelet' }]);
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Open in editor' }));
    expect(bridge.inputs('note.open')).toEqual([{ noteId: 'kubelet', line: 3 }]);
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toHaveTextContent('Answer a.');
  });

  it.each([
    [{ changed: true }, 'The lines marked are where the card was then.'],
    [{ lines: [], problem: { message: 'The file is no longer there.', hint: 'Put it back.' } }, 'The file is no longer there.'],
  ])('says so when the note of a card is no longer what it was', async (change, text) => {
    await startReview({ 'library.note': ({ noteId }) => ok(libraryNoteView(noteId, change)) });
    await question('Question a?');
    await press(' ');
    await fireEvent.click(screen.getByRole('button', { name: 'kubelet.md:22' }));
    expect(await screen.findByText(text)).toBeVisible();
  });

  it.each([
    ['1', 'again'],
    ['2', 'hard'],
    ['3', 'good'],
    ['4', 'easy'],
  ])('rates with the key %s as %s', async (key, rating) => {
    const { bridge } = await startReview();
    await question('Question a?');
    await press(' ');
    await press(key);
    await question('Question b?');
    expect(bridge.inputs('session.rate')).toEqual([{ cardId: 'a', rating, durationMs: expect.any(Number) as number }]);
  });

  it('does not rate before the answer is shown', async () => {
    const { bridge } = await startReview();
    await question('Question a?');
    await press('3');
    expect(bridge.inputs('session.rate')).toEqual([]);
  });

  it('rates once for a double press, whether the second comes before or after the next card', async () => {
    let answer: (result: Result<SessionView>) => void = () => undefined;
    const { bridge } = await startReview({ 'session.rate': () => new Promise((resolve) => (answer = resolve)) });
    await question('Question a?');
    await press(' ');
    await press('3');
    await press('3');
    answer(ok(sessionView(sessionCard('b'))));
    await question('Question b?');
    await press('3');
    expect(bridge.inputs('session.rate')).toHaveLength(1);
  });

  it('takes no rating from a key that is held down', async () => {
    const { bridge } = await startReview();
    await question('Question a?');
    await press(' ');
    await press('3', { repeat: true });
    expect(bridge.inputs('session.rate')).toEqual([]);
  });

  it('takes the second click of a double click neither for an answer nor for a rating', async () => {
    const { bridge } = await startReview();
    await question('Question a?');
    await fireEvent.click(screen.getByRole('button', { name: 'Show answer' }), { detail: 1 });
    await fireEvent.click(screen.getByRole('button', { name: /^Good/ }), { detail: 2 });
    expect(bridge.inputs('session.rate')).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: /^Good/ }), { detail: 1 });
    await question('Question b?');
    await fireEvent.click(screen.getByRole('button', { name: 'Show answer' }), { detail: 2 });
    expect(screen.queryByText('Answer b.')).toBeNull();
  });

  it('hides the answer again when the same card comes back', async () => {
    await startReview({ 'session.rate': () => ok(sessionView(sessionCard('a', { queue: 'learning' }))) });
    await question('Question a?');
    await press(' ');
    await press('1');
    await waitFor(() => expect(screen.queryByText('Answer a.')).toBeNull());
    expect(document.activeElement).toHaveTextContent('Question a?');
  });

  it('keeps the card and says why when an answer could not be stored', async () => {
    await startReview({ 'session.rate': () => refused('The disk is full.') });
    await question('Question a?');
    await press(' ');
    await press('3');
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(screen.getByText('Answer a.')).toBeVisible();
  });

  it('undoes with U, and offers no undo while there is nothing to undo', async () => {
    const { bridge } = await startReview();
    await question('Question a?');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await press('u');
    expect(bridge.inputs('session.undo')).toHaveLength(0);
    await press(' ');
    await press('3');
    await question('Question b?');
    await press('u');
    await question('Question a?');
    expect(bridge.inputs('session.undo')).toHaveLength(1);
  });

  it('does again with R what was taken back, and offers nothing to do again before', async () => {
    const { bridge } = await startReview();
    await question('Question a?');
    expect(screen.getByRole('button', { name: 'Redo' })).toBeDisabled();
    await press('r');
    await press(' ');
    await press('3');
    await question('Question b?');
    await press('u');
    await question('Question a?');
    expect(screen.getByRole('button', { name: 'Redo' })).toHaveAttribute('title', 'Good on “a”');
    await press('r');
    await question('Question b?');
    expect(bridge.inputs('session.redo')).toHaveLength(1);
  });

  it('suspends, and the toast takes it back', async () => {
    const { bridge } = await startReview();
    await question('Question a?');
    await press('s');
    await question('Question b?');
    expect(bridge.inputs('session.suspend')).toEqual([{ cardId: 'a' }]);
    const toast = (await screen.findByText('Card suspended', { selector: '.toast span' })).parentElement as HTMLElement;
    await fireEvent.click(within(toast).getByRole('button', { name: 'Undo' }));
    await question('Question a?');
  });

  it('flags without hiding the answer', async () => {
    await startReview();
    await question('Question a?');
    await press(' ');
    await press('f');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'true'));
    expect(screen.getByText('Answer a.')).toBeVisible();
  });

  it('edits the card in place; letters type, Esc leaves the field, Ctrl Enter saves', async () => {
    const { bridge } = await startReview();
    await question('Question a?');
    await press('e');
    const field = await screen.findByLabelText('Question');
    expect(document.activeElement).toBe(field);
    await press('s');
    expect(bridge.inputs('session.suspend')).toEqual([]);
    await press('Escape');
    await question('Question a?');
    await press('e');
    await fireEvent.input(await screen.findByLabelText('Answer'), { target: { value: ' Better. ' } });
    await fireEvent.keyDown(screen.getByLabelText('Answer'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(screen.queryByLabelText('Answer')).toBeNull());
    expect(bridge.inputs('session.edit')).toEqual([{ cardId: 'a', front: 'Question a?', back: 'Better.' }]);
  });

  it('waits for a learning card and shows it when its time has come', async () => {
    const { bridge } = await startReview({
      'session.start': () => ok(sessionView(null, { waitUntil: Date.now() + 120 })),
      'session.current': () => ok(sessionView(sessionCard('later', { queue: 'learning' }))),
    });
    expect(await screen.findByRole('timer')).toHaveTextContent('Next in 1 minute');
    expect(bridge.inputs('session.current')).toHaveLength(0);
    await question('Question later?');
  });

  it('ends with Esc in a summary of what was answered, and Enter leads back to Today', async () => {
    await startReview({
      'session.end': () =>
        ok({
          answered: 31,
          byRating: { again: 3, hard: 4, good: 20, easy: 4 },
          newSeen: 8,
          durationMs: 12 * 60_000,
          dueTomorrow: 18,
          left: 0,
          hard: [{ cardId: 'a', front: 'What is `etcd`?', noteId: 'n', notePath: '/n', noteName: 'etcd.md', line: 31, times: 2 }],
        }),
    });
    await question('Question a?');
    await press('Escape');
    await question('31 answers in 12 minutes');
    expect(screen.getByText(/18 cards due tomorrow/)).toBeVisible();
    expect(screen.getByText('What is etcd?')).toBeVisible();
    expect(screen.getByText('etcd.md:31')).toBeVisible();
    await press('Enter');
    await screen.findByRole('heading', { name: 'Today' });
  });

  it('goes straight back to Today when nothing was answered', async () => {
    await startReview();
    await question('Question a?');
    await fireEvent.click(screen.getByRole('button', { name: 'End review' }));
    await screen.findByRole('heading', { name: 'Today' });
  });

  it('does not name what the answer is in the line above the question or in the deck path', async () => {
    const card = sessionCard('a', { front: 'Which agent keeps the pods of a node running?', back: 'The kubelet.' });
    await startReview({ 'session.start': () => ok(sessionView(card)) });
    await question('Which agent keeps the pods of a node running?');
    expect(screen.queryByText(/kubelet/i)).toBeNull();
    expect(screen.getByRole('navigation', { name: 'Deck' })).toHaveTextContent(/CKA\s*Node/);
  });

  it('names the button that shows the keys', async () => {
    await startReview();
    await question('Question a?');
    await fireEvent.click(screen.getByRole('button', { name: 'Keys' }));
    expect(await screen.findByRole('dialog', { name: 'Keys of Review' })).toBeVisible();
  });

  it('shows the keys of the screen on ? and lets no rating through while they are open', async () => {
    const { bridge } = await startReview();
    await question('Question a?');
    await press(' ');
    await press('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keys of Review' });
    expect(sheet).toHaveTextContent('Show answer');
    await press('3');
    expect(bridge.inputs('session.rate')).toEqual([]);
  });
});

it('reviews one deck from its row', async () => {
  const { bridge } = await openApp({ 'today.get': () => ok(todayView()) });
  const row = (await screen.findByRole('button', { name: 'kubelet' })).closest('tr') as HTMLElement;
  row.focus();
  await press('Enter');
  await question('Question a?');
  expect(bridge.inputs('session.start')).toEqual([{ study: daily('CKA::Node::kubelet') }]);
});

it('measures the time from the card to its rating', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  const { bridge } = await startReview();
  await question('Question a?');
  now.mockReturnValue(8_400);
  await press(' ');
  await press('3');
  await question('Question b?');
  expect(bridge.inputs('session.rate')[0]?.durationMs).toBe(7_400);
  now.mockRestore();
});
