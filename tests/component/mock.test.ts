import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { countdown, mock as words } from '../../src/renderer/features/mock/messages.js';
import type { FinishedMock, MockStep, MockView } from '../../src/shared/contract.js';
import { fail, ok } from '../../src/shared/result.js';
import { mockHome, mockResult, mockSupply, mockView, openApp } from './fake-bridge.js';

const finished = (mockId: string, scorePercent: number, change: Partial<FinishedMock> = {}): FinishedMock => ({
  ...{ mockId, startedAt: Date.UTC(2026, 10, 20), startedOn: '2026-11-20', minutes: 30, spentMs: 1_500_000, tasks: 10 },
  ...{ scorePercent, passed: scorePercent >= 66, passPercent: 66 },
  ...change,
});

const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });

async function openMocks(answers: Parameters<typeof openApp>[0] = {}) {
  const opened = await openApp(answers);
  opened.app.go('mock');
  await screen.findByRole('heading', { level: 1, name: 'Mock exams' });
  return opened;
}

/** A main process that keeps what is done, as the real one does. */
function kept(first: MockView = mockView()) {
  let view = first;
  const act = (steps: readonly MockStep[]): MockView => {
    for (const step of steps) {
      const tasks = view.tasks.map((task, index) => {
        if (step.type === 'flagged' && step.task === index) return { ...task, flagged: step.flagged };
        if (step.type === 'skipped' && step.task === index) return { ...task, state: 'skipped' as const };
        if (step.type !== 'typed') return task;
        return { ...task, parts: task.parts.map((part) => (part.cardId === step.cardId ? { ...part, typed: step.texts } : part)) };
      });
      const at = step.type === 'went' ? step.to : step.type === 'skipped' ? step.task + 1 : view.at;
      view = { ...view, tasks, at };
    }
    return view;
  };
  return {
    'mock.start': () => ok(view),
    'mock.resume': () => ok({ view }),
    'mock.act': ({ steps }: { steps: readonly MockStep[] }) => ok({ view: act(steps) }),
  };
}

async function begun(answers: Parameters<typeof openApp>[0] = {}) {
  const opened = await openMocks({ ...kept(), ...answers });
  await fireEvent.click(await screen.findByRole('button', { name: 'Start mock exam' }));
  await screen.findByRole('heading', { level: 1, name: /^Task 1 of 3/ });
  return opened;
}

describe('mock exams', () => {
  it('are reached by a key from Today and from the palette', async () => {
    const { app } = await openApp();
    await key('m');
    await screen.findByRole('heading', { level: 1, name: 'Mock exams' });
    app.go('today');
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await key('k', { ctrlKey: true });
    await fireEvent.click(await screen.findByRole('option', { name: /^Mock exams/ }));
    await waitFor(() => expect(app.screen).toBe('mock'));
  });

  it('stand beside the plan on the Exam screen, with the way to each', async () => {
    const { app, bridge } = await openApp({ 'mock.home': () => ok(mockHome({ finished: [finished('b', 70), finished('a', 40)] })) });
    app.go('exam');
    const mocks = within(await screen.findByRole('region', { name: 'Mock exams' }));
    const [last] = await mocks.findAllByRole('button', { name: /^Result of/ });
    await fireEvent.click(last as HTMLElement);
    expect(await screen.findByRole('heading', { level: 1, name: 'Result' })).toBeInTheDocument();
    expect(bridge.inputs('mock.result')).toEqual([{ mockId: 'b' }]);
    expect(screen.getByRole('link', { name: 'Exam' })).toHaveAttribute('aria-current', 'page');
    await key('Escape');
    await screen.findByRole('heading', { level: 1, name: 'Mock exams' });
    await key('Escape');
    expect(app.screen).toBe('exam');
    await key('m');
    expect(app.screen).toBe('mock');
  });

  it('begin with the length that was chosen, by Enter', async () => {
    const { bridge } = await openMocks();
    await fireEvent.click(await screen.findByRole('radio', { name: /60 minutes/ }));
    await key('Enter');
    await waitFor(() => expect(bridge.inputs('mock.start')).toEqual([{ minutes: 60 }]));
  });

  it('say which domains have no cards, and what that means', async () => {
    await openMocks();
    expect(await screen.findByText('No cards on Storage')).toBeInTheDocument();
    expect(screen.getByText(/the result says less about the exam/)).toBeInTheDocument();
  });

  it('teach what to import when there are too few cards', async () => {
    const { app } = await openMocks({ 'mock.supply': () => ok(mockSupply({ cards: 3, tooFew: true })) });
    expect(await screen.findByRole('heading', { name: 'Too few cards for a mock exam' })).toBeInTheDocument();
    expect(screen.getByText(/only 3 cards are on a topic of the exam/)).toHaveTextContent('Import notes on Storage');
    expect(screen.queryByRole('button', { name: 'Start mock exam' })).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Import notes' }));
    expect(app.screen).toBe('import');
  });

  it('say why one cannot begin', async () => {
    const message = 'Another mock exam is not finished.';
    await openMocks({ 'mock.start': () => fail({ code: 'conflict', message, hint: 'Continue it.' }) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Start mock exam' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
  });

  it('offer to go on with one that was left, or to give it up and take that back', async () => {
    const open = { mockId: 'mock-1', startedAt: Date.UTC(2026, 10, 20), leftMs: 552_000, tasks: 7, answered: 4 };
    const { bridge } = await openMocks({ 'mock.home': () => ok(mockHome({ open })) });
    expect(await screen.findByText(/4 of 7 tasks answered, 9:12 left/)).toBeInTheDocument();
    await fireEvent.click(screen.getByRole('button', { name: 'Give up' }));
    await fireEvent.click(await screen.findByRole('button', { name: /Undo/ }));
    await waitFor(() => expect(bridge.inputs('mock.restore')).toEqual([{ mockId: 'mock-1' }]));
    await fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('timer', { name: 'Time left' })).toBeInTheDocument();
  });

  it('show their trend and the result of each', async () => {
    const { bridge } = await openMocks({ 'mock.home': () => ok(mockHome({ finished: [finished('b', 70), finished('a', 40)] })) });
    expect(await screen.findByText('The last one came to 70 %, 30 points more than the one before. 1 of 2 passed.')).toBeInTheDocument();
    const rows = within(screen.getByRole('region', { name: 'Results' })).getAllByRole('row');
    expect(rows).toHaveLength(3);
    await fireEvent.click(within(rows[1] as HTMLElement).getByRole('button', { name: /^Result of/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Result' })).toHaveFocus();
    expect(bridge.inputs('mock.result')).toEqual([{ mockId: 'b' }]);
  });
});

describe('a mock exam that goes on', () => {
  beforeEach(() => vi.useRealTimers());

  it('shows no navigation, puts the cursor in the field and says which task it is', async () => {
    const { app } = await begun();
    expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Your answer, one command a line' })).toHaveFocus();
    expect(app.announcement).toContain('Task 1 of 3, Troubleshooting');
  });

  it('stores what is typed by itself, and before any other step', async () => {
    const { bridge } = await begun();
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'kubectl get po' } });
    await waitFor(() =>
      expect(bridge.inputs('mock.act')).toEqual([{ mockId: 'mock-1', steps: [{ type: 'typed', cardId: 'a', texts: ['kubectl get po'] }] }]),
    );
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'kubectl get pods' } });
    await key('Enter', { ctrlKey: true });
    await screen.findByRole('heading', { name: /^Task 2 of 3/ });
    expect(bridge.inputs('mock.act').at(-1)?.steps).toEqual([
      { type: 'typed', cardId: 'a', texts: ['kubectl get pods'] },
      { type: 'went', to: 1 },
    ]);
  });

  it('flags, skips and goes back by keys while the cursor is in a field', async () => {
    await begun();
    await key('f', { altKey: true });
    const list = within(screen.getByRole('navigation', { name: 'Tasks' })).getAllByRole('listitem');
    await waitFor(() => expect(list[0]).toHaveTextContent('Flagged'));
    await key('s', { altKey: true });
    await screen.findByRole('heading', { name: /^Task 2 of 3/ });
    expect(list[0]).toHaveTextContent('Skipped');
    await key('p', { altKey: true });
    await screen.findByRole('heading', { name: /^Task 1 of 3/ });
  });

  it('types letters that are keys elsewhere', async () => {
    const { bridge } = await begun();
    for (const letter of ['f', 's', 'r', '?', 'm']) await key(letter);
    expect(bridge.inputs('mock.act')).toEqual([]);
  });

  it('has a field for each part of a task, and for each gap', async () => {
    const { bridge } = await begun();
    await key('Enter', { ctrlKey: true });
    expect(await screen.findByText('Part 2 of 2')).toBeInTheDocument();
    const gaps = screen.getAllByRole('textbox', { name: /gap/ });
    expect(gaps).toHaveLength(2);
    await fireEvent.input(gaps[1] as HTMLElement, { target: { value: 'green' } });
    await key('Enter', { ctrlKey: true });
    await waitFor(() => expect(bridge.inputs('mock.act').at(-1)?.steps[0]).toEqual({ type: 'typed', cardId: 'c', texts: ['', 'green'] }));
  });

  it('keeps what was typed when it could not be stored, and sends it with the next step', async () => {
    let isFull = true;
    const works = kept();
    const { bridge } = await begun({
      'mock.act': (input) => (isFull ? fail({ code: 'store', message: 'The disk is full.' }) : works['mock.act'](input)),
    });
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'ls' } });
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(screen.getByRole('textbox')).toHaveValue('ls');
    isFull = false;
    await key('Enter', { ctrlKey: true });
    await waitFor(() =>
      expect(bridge.inputs('mock.act').at(-1)?.steps).toEqual([
        { type: 'typed', cardId: 'a', texts: ['ls'] },
        { type: 'went', to: 1 },
      ]),
    );
  });

  it('is left by a key and when another screen is asked for, its clock stopped', async () => {
    const { bridge, app } = await begun();
    await key('l', { altKey: true });
    expect(await screen.findByRole('heading', { level: 1, name: 'Mock exams' })).toHaveFocus();
    expect(bridge.inputs('mock.leave')).toEqual([{ mockId: 'mock-1' }]);
    await fireEvent.click(await screen.findByRole('button', { name: 'Start mock exam' }));
    await screen.findByRole('heading', { name: /^Task 1 of 3/ });
    app.go('today');
    await waitFor(() => expect(bridge.inputs('mock.leave')).toHaveLength(2));
  });

  it('is left when a review is begun from the palette', async () => {
    const { bridge, app } = await begun();
    await key('k', { ctrlKey: true });
    await fireEvent.click(await screen.findByRole('option', { name: /^Review all decks/ }));
    await screen.findByRole('heading', { name: 'Question a?' });
    expect(app.mock.running).toBeNull();
    await waitFor(() => expect(bridge.inputs('mock.leave')).toEqual([{ mockId: 'mock-1' }]));
  });

  it('stands still when it is listed, also after the window was loaded anew', async () => {
    const open = { mockId: 'mock-1', startedAt: Date.UTC(2026, 10, 20), leftMs: 552_000, tasks: 7, answered: 4 };
    const { bridge } = await openMocks({ 'mock.home': () => ok(mockHome({ open })) });
    await screen.findByText(/Its clock stands still/);
    await waitFor(() => expect(bridge.inputs('mock.leave')).toEqual([{ mockId: 'mock-1' }]));
  });

  it('asks before it is handed in, with the focus on the way back', async () => {
    const { bridge } = await begun();
    await key('Enter', { altKey: true });
    const dialog = screen.getByRole('dialog', { name: 'Finish the mock exam?' });
    expect(dialog).toHaveTextContent('3 tasks have no full answer');
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Finish' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Result' })).toBeInTheDocument();
    expect(bridge.inputs('mock.finish')).toEqual([{ mockId: 'mock-1' }]);
  });

  it('says how much time is left when it gets short, and shows the result when it is up', async () => {
    const { bridge, app } = await begun();
    bridge.emit('mock.time', { mockId: 'mock-1', leftMs: 599_000 });
    await waitFor(() => expect(app.announcement).toBe('10 minutes left'));
    bridge.emit('mock.time', { mockId: 'another', leftMs: 1 });
    expect(screen.getByRole('timer')).toHaveTextContent(/^9:5\d left/);
    bridge.emit('mock.over', { mockId: 'mock-1' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Result' })).toBeInTheDocument();
  });

  it('shows the result when a step comes after the time', async () => {
    await begun({ 'mock.act': () => ok({ view: null }) });
    await key('f', { altKey: true });
    expect(await screen.findByRole('heading', { level: 1, name: 'Result' })).toBeInTheDocument();
  });
});

describe('the result of a mock exam', () => {
  async function shown() {
    const opened = await openMocks({ 'mock.home': () => ok(mockHome({ finished: [finished('mock-1', 50)] })) });
    await fireEvent.click(await screen.findByRole('button', { name: /^Result of/ }));
    await screen.findByRole('heading', { level: 1, name: 'Result' });
    return opened;
  }

  it('says whether it is passed, by domain, and each answer with what is right', async () => {
    await shown();
    expect(screen.getByText('50 %, not passed: 66 % passes')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'Troubleshooting: 50 %, 66 % passes' })).toBeInTheDocument();
    expect(screen.getByText('The same command')).toBeInTheDocument();
    expect(screen.getByText('No answer')).toBeInTheDocument();
    expect(screen.getByText('The smallest unit.')).toBeInTheDocument();
  });

  it('lets the person say what an answer counts, but not one that was not given', async () => {
    const { bridge } = await shown();
    const groups = screen.getAllByRole('group', { name: 'Counts as' });
    expect(groups).toHaveLength(1);
    expect(within(groups[0] as HTMLElement).getByRole('button', { name: 'Right' })).toHaveAttribute('aria-pressed', 'true');
    await fireEvent.click(within(groups[0] as HTMLElement).getByRole('button', { name: 'Half' }));
    expect(bridge.inputs('mock.judge')).toEqual([{ mockId: 'mock-1', cardId: 'a', credit: 0.5 }]);
  });

  it('opens the note of an answer, and goes back by Esc', async () => {
    const { bridge } = await shown();
    await fireEvent.click(screen.getByRole('button', { name: 'kubelet.md:3' }));
    await waitFor(() => expect(bridge.inputs('library.note')).toEqual([{ noteId: 'kubelet' }]));
    await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }));
    await key('Escape');
    expect(await screen.findByRole('heading', { level: 1, name: 'Mock exams' })).toBeInTheDocument();
  });
});

describe('the words of mock exams', () => {
  it.each([
    [4_472_000, '1:14:32'],
    [552_000, '9:12'],
    [500, '0:01'],
    [0, '0:00'],
  ])('write %d milliseconds as %s', (ms, text) => {
    expect(countdown(ms)).toBe(text);
  });

  it('never round a score up to the pass mark', () => {
    expect(words.percent(65.99)).toBe('65 %');
    expect(words.percent(200 / 3)).toBe('66 %');
    expect(words.percent(100)).toBe('100 %');
  });

  it('say how long the clock stood still', () => {
    expect(words.stood(mockResult())).toBe('The clock never stood still.');
    expect(words.stood(mockResult({ stoodMs: 840_000, stops: 2 }))).toBe('The clock stood still for 14 minutes, left 2 times.');
  });
});
