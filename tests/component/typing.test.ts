import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { ok } from '../../src/shared/result.js';
import { findsOf, isOnlyCode, runs } from '../../src/renderer/features/review/differences.js';
import type { GradedToken, Settings } from '../../src/shared/contract.js';
import { openApp, refused, sessionCard, sessionView, typedGrade } from './fake-bridge.js';

const press = (key: string, options: KeyboardEventInit = {}): Promise<boolean> =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...options });

const command = sessionCard('a', { kind: 'command', front: 'Show all Pods.', back: '`kubectl get pods -A`' });

type Answers = NonNullable<Parameters<typeof openApp>[0]>;

const withSetting = (typeAnswers: Settings['typeAnswers']): Answers => ({
  'app.info': () =>
    ok({
      version: '0.1.0',
      electron: '33.2.1',
      platform: 'linux',
      dataFolder: '/data',
      syncedBy: null,
      settings: { theme: 'system', dayStartsAtHour: 4, typeAnswers },
    }),
});

async function startReview(card = command, answers: Answers = {}) {
  const opened = await openApp({ 'session.start': () => ok(sessionView(card)), ...answers });
  await fireEvent.click(await screen.findByRole('button', { name: 'Start review' }));
  await screen.findByRole('button', { name: 'Show answer' });
  return opened;
}

const field = (name = 'Your command') => screen.getByRole('textbox', { name });

async function type(text: string, into = field()): Promise<void> {
  await fireEvent.input(into, { target: { value: text } });
}

const wrong = typedGrade({
  verdict: 'close',
  typed: [
    { text: 'kubectl', state: 'ok', pair: 0 },
    { text: '-n web', state: 'extra', pair: null },
    { text: '--limit 5', state: 'wrong', pair: 2 },
    { text: '-oyaml', state: 'ok', pair: 3 },
  ],
  expected: [
    { text: 'kubectl', state: 'ok', pair: 0 },
    { text: '-A', state: 'missing', pair: null },
    { text: '--limit=6', state: 'wrong', pair: 2 },
    { text: '-o yaml', state: 'ok', pair: 3 },
  ],
  differ: 3,
  of: 5,
  suggested: 'again',
});

describe('A command card', () => {
  it('asks for the command in a field that has the focus and leaves the text alone', async () => {
    await startReview();
    expect(field()).toHaveFocus();
    expect(field()).toHaveAttribute('spellcheck', 'false');
    expect(field()).toHaveAttribute('autocorrect', 'off');
    expect(field()).toHaveAccessibleDescription(/Show all Pods.*Graded by meaning/s);
  });

  it('compares on Enter, says how it went and suggests a rating that Enter takes', async () => {
    const { bridge, app } = await startReview();
    await type('k get po -A');
    await press('Enter');
    expect(await screen.findByText('The same command')).toBeVisible();
    expect(bridge.inputs('session.grade')).toEqual([{ cardId: 'a', typed: ['k get po -A'] }]);
    expect(app.announcement.trim()).toBe('The same command. Suggested: Good.');
    expect(screen.getByRole('button', { name: /^Good .*suggested/ })).toHaveAttribute('aria-keyshortcuts', '3 Enter');
    await press('Enter');
    await screen.findByRole('heading', { name: 'Question b?' });
    expect(bridge.inputs('session.rate')).toMatchObject([{ cardId: 'a', rating: 'good' }]);
  });

  it('shows each difference by mark and in words', async () => {
    const { app } = await startReview(command, { 'session.grade': () => ok(wrong) });
    await type('kubectl get pods -n web');
    await press('Enter');
    expect(await screen.findByText('Not yet: one part missing, one wrong, one extra')).toBeVisible();
    const rows = within(screen.getByRole('list', { name: 'Differences' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Missing -A is not in your answer.',
      'Wrong --limit 5 where the answer has --limit=6',
      'Extra -n web was not asked for.',
      'Same -oyaml means the same as -o yaml',
    ]);
    expect(screen.getByText('missing:', { exact: false }).parentElement).toHaveTextContent('missing: -A');
    expect(app.announcement.trim()).toBe('3 of 5 parts differ: missing -A, wrong --limit 5, extra -n web. Suggested: Again.');
    expect(screen.getByRole('button', { name: /^Again/ })).toHaveClass('is-suggested');
  });

  it('lets the person decide otherwise', async () => {
    const { bridge } = await startReview(command, { 'session.grade': () => ok(wrong) });
    await type('kubectl get pods');
    await press('Enter');
    await screen.findByText(/^Not yet/);
    await press('3');
    await screen.findByRole('heading', { name: 'Question b?' });
    expect(bridge.inputs('session.rate')).toMatchObject([{ rating: 'good' }]);
  });

  it('just shows the answer when nothing was typed, and then Enter rates nothing', async () => {
    const { bridge } = await startReview();
    await press('Enter');
    expect(await screen.findByText('kubectl get pods -A')).toBeVisible();
    await press('Enter');
    expect(bridge.inputs('session.grade')).toEqual([]);
    expect(bridge.inputs('session.rate')).toEqual([]);
  });

  it('shows the answer on Space as long as nothing is typed, and takes it as text after that', async () => {
    await startReview();
    await type('k');
    await press(' ');
    expect(screen.queryByRole('group', { name: 'How well did you know it?' })).toBeNull();
    await type('');
    await press(' ');
    expect(screen.getByRole('group', { name: 'How well did you know it?' })).toBeVisible();
  });

  it('shows the answer without comparing on Ctrl+Enter', async () => {
    const { bridge } = await startReview();
    await type('kubectl');
    await press('Enter', { ctrlKey: true });
    expect(await screen.findByText('kubectl get pods -A')).toBeVisible();
    expect(bridge.inputs('session.grade')).toEqual([]);
  });

  it('leaves the field on Esc, so that letters are commands again, and compares from outside too', async () => {
    const { bridge } = await startReview();
    await type('kubectl get pods');
    await press('s');
    expect(bridge.inputs('session.suspend')).toEqual([]);
    await press('Escape');
    expect(field()).not.toHaveFocus();
    expect(screen.getByRole('heading', { name: 'Show all Pods.' })).toHaveFocus();
    await press('Enter');
    await waitFor(() => expect(bridge.inputs('session.grade')).toEqual([{ cardId: 'a', typed: ['kubectl get pods'] }]));
  });

  it('keeps what is typed when the card is flagged, and starts empty when it is shown again', async () => {
    await startReview(command, {
      'session.flag': () => ok(sessionView({ ...command, flagged: true })),
      'session.undo': () => ok(sessionView(command)),
    });
    await type('kubectl get');
    await press('Escape');
    await press('f');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'true'));
    expect(field()).toHaveValue('kubectl get');
    await press('Enter');
    await screen.findByText('The same command');
    await press('Enter');
    await screen.findByRole('heading', { name: 'Question b?' });
    await press('u');
    await screen.findByRole('heading', { name: 'Show all Pods.' });
    expect(field()).toHaveValue('');
    expect(field()).toHaveFocus();
  });

  it('shows the answer and says so when the comparison failed', async () => {
    await startReview(command, { 'session.grade': () => refused('The database is busy.') });
    await type('kubectl');
    await press('Enter');
    expect(await screen.findByText('Your answer could not be compared. Compare it yourself.')).toBeVisible();
    expect(screen.getByText('kubectl get pods -A')).toBeVisible();
  });

  it('compares once for a double press', async () => {
    let answer: () => void = () => undefined;
    const { bridge } = await startReview(command, {
      'session.grade': () => new Promise((resolve) => (answer = () => resolve(ok(typedGrade())))),
    });
    await type('ls');
    await press('Enter');
    await press('Enter');
    answer();
    await screen.findByText('The same command');
    expect(bridge.inputs('session.grade')).toHaveLength(1);
  });

  it('shows the keys that work in its field', async () => {
    await startReview();
    await press('F1');
    const sheet = await screen.findByRole('dialog', { name: 'Keys of Review' });
    expect(within(sheet).getByText(/^Check what you typed/)).toBeVisible();
    expect(within(sheet).getByText('Show answer without checking')).toBeVisible();
  });
});

describe('Other cards', () => {
  const cloze = sessionCard('a', { kind: 'cloze', front: 'State is in […], Pods are run by the […].', back: 'etcd, `kubelet`' });

  it('have a field in each gap; Enter goes on and then compares', async () => {
    const { bridge } = await startReview(cloze);
    const [first, second] = screen.getAllByRole('textbox');
    expect(first).toHaveFocus();
    expect(first).toHaveAccessibleName('Your answer for gap 1 of 2');
    await type('etcd', first);
    await press('Enter');
    expect(second).toHaveFocus();
    await type('kubelet', second);
    await press('Enter');
    await waitFor(() => expect(bridge.inputs('session.grade')).toEqual([{ cardId: 'a', typed: ['etcd', 'kubelet'] }]));
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('have their gaps filled once they are compared, and say where something else was typed', async () => {
    const token = (text: string, state: GradedToken['state'], pair: number): GradedToken => ({ text, state, pair });
    const grade = typedGrade({
      how: 'cloze',
      verdict: 'close',
      typed: [token('etcd', 'ok', 0), token('kube-proxy', 'wrong', 1)],
      expected: [token('etcd', 'ok', 0), token('kubelet', 'wrong', 1)],
    });
    await startReview(cloze, { 'session.grade': () => ok(grade) });
    await type('etcd', screen.getAllByRole('textbox')[0]);
    await press('Enter');
    await type('kube-proxy', screen.getAllByRole('textbox')[1]);
    await press('Enter');
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('State is in etcd, Pods are run by the instead: kubelet.'),
    );
  });

  it('have one field after the sentence where the gap is only a hint', async () => {
    await startReview(sessionCard('a', { kind: 'cloze', front: 'The store is [name].', back: 'etcd' }));
    expect(screen.getByRole('textbox', { name: 'Your answer for the gap' })).toHaveFocus();
  });

  it('ask for nothing unless the person wants to type every answer', async () => {
    await startReview(sessionCard('a'));
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('ask for an answer in words when the person wants that', async () => {
    await startReview(sessionCard('a'), withSetting('all'));
    expect(field('Your answer')).toHaveFocus();
  });

  it.each([command, cloze])('ask for nothing when the person never types', async (card) => {
    await startReview(card, withSetting('never'));
    expect(screen.queryByRole('textbox')).toBeNull();
    await press(' ');
    expect(screen.getByRole('group', { name: 'How well did you know it?' })).toBeVisible();
  });
});

describe('The setting', () => {
  it('says which cards ask for a typed answer', async () => {
    const { bridge, app } = await openApp();
    app.go('settings');
    await fireEvent.click(await screen.findByRole('button', { name: 'All cards' }));
    expect(bridge.inputs('settings.set')).toEqual([{ typeAnswers: 'all' }]);
    await waitFor(() => expect(screen.getByRole('button', { name: 'All cards' })).toHaveAttribute('aria-pressed', 'true'));
  });
});

describe('Differences', () => {
  const token = (text: string, state: GradedToken['state']): GradedToken => ({ text, state, pair: null });

  it('next to each other are one', () => {
    const found = runs([token('a', 'missing'), token('b', 'missing'), token('c', 'ok'), token('d', 'wrong'), token('e', 'wrong')]);
    expect(found.map(({ text }) => text)).toEqual(['a b', 'c', 'd', 'e']);
  });

  it('that do not count are named as slips: other letters, not case, points or articles', () => {
    const pair = (text: string, i: number): GradedToken => ({ text, state: 'ok', pair: i });
    const typed = ['A', 'kubelt', 'starts', 'Pods'].map(pair);
    const expected = ['The', 'kubelet', 'Starts', 'pods.'].map(pair);
    const { finds } = findsOf(typedGrade({ how: 'text', typed, expected }));
    expect(finds).toEqual([{ mark: 'slip', text: 'kubelt', other: 'kubelet' }]);
  });

  it.each([
    ['40s', '40 seconds'],
    ['not encrypted', 'unencrypted'],
    ['\\frac{a}{b}', 'a/bcd'],
  ])('that mean the same in other words are no slips: %s for %s', (typed, expected) => {
    const { finds } = findsOf(
      typedGrade({ how: 'cloze', typed: [{ text: typed, state: 'ok', pair: 0 }], expected: [{ text: expected, state: 'ok', pair: 0 }] }),
    );
    expect(finds).toEqual([{ mark: 'same', text: typed, other: expected }]);
  });

  it('in Chinese are joined without blanks', () => {
    const found = runs([
      token('不', 'missing'),
      token('可', 'ok'),
      token('调', 'ok'),
      token('度', 'ok'),
      token('Pod', 'ok'),
      token('a', 'ok'),
      token('b', 'ok'),
    ]);
    expect(found.map(({ text }) => text)).toEqual(['不', '可调度Pod a b']);
  });

  it('beyond eight are counted', () => {
    const expected = Array.from({ length: 11 }, (_, i) => token(String(i), 'missing'));
    expect(findsOf(typedGrade({ verdict: 'different', typed: [], expected }))).toMatchObject({ more: 3, finds: { length: 8 } });
  });

  it.each([
    ['`ls -l`', true],
    ['```sh\nls -l\n```', true],
    ['```sh\n# What is here.\nls -l\n```', false],
    ['```\n$ ls -l\ntotal 0\n```', false],
    ['Run `ls -l` first.', false],
    ['`a` or `b`', false],
  ])('replace a back that is only code: %s', (back, only) => {
    expect(isOnlyCode(back)).toBe(only);
  });
});
