/** A tour of the window: every state of a screen in which other commands can be done than in the one before. */
import { fireEvent, screen } from '@testing-library/svelte';
import type { OpenMock, SessionSummary, SessionView } from '../../src/shared/contract.js';
import type { ScreenName } from '../../src/renderer/state/keys.js';
import { ok } from '../../src/shared/result.js';
import { daily } from '../../src/shared/study.js';
import {
  clusterCheck,
  clusterView,
  importFile,
  importPreview,
  mockHome,
  mockView,
  openApp,
  previewCard,
  sessionCard,
  sessionView,
  todayView,
  typedGrade,
} from './fake-bridge.js';
import { examView } from './fake-exam.js';

type Answers = NonNullable<Parameters<typeof openApp>[0]>;
type Opened = Awaited<ReturnType<typeof openApp>>;

/** One state, and the way to it. */
export interface Stop {
  screen: ScreenName;
  state: string;
  answers?: Answers;
  arrive?: () => Promise<unknown>;
}

const press = (key: string, init: KeyboardEventInit = {}): Promise<boolean> =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
const click = async (role: 'button' | 'checkbox', name: string | RegExp): Promise<void> => {
  await fireEvent.click((await screen.findAllByRole(role, { name }))[0] as HTMLElement);
};
const heading = (name: string | RegExp): Promise<unknown> => screen.findByRole('heading', { name });
const never = new Promise<never>(() => undefined);

const openMock: OpenMock = { mockId: 'mock-1', startedAt: Date.UTC(2026, 10, 20), leftMs: 552_000, tasks: 7, answered: 4 };
const paused = { study: daily(null), startedOn: '2026-11-21', done: 4, cards: 20 };
const noPlan = { plan: null, daysLeft: null, readiness: null, withheldFor: 100, today: null, calibration: [] };
const command = sessionCard('a', { kind: 'command', front: 'Show all Pods.', back: '`kubectl get pods -A`' });
const leech = { cardId: 'a', front: 'Old question?', back: 'Old answer.', lapses: 8, suspended: true };
const summary: SessionSummary = {
  answered: 31,
  byRating: { again: 3, hard: 4, good: 20, easy: 4 },
  newSeen: 8,
  durationMs: 12 * 60_000,
  dueTomorrow: 18,
  left: 0,
  hard: [{ cardId: 'a', front: 'What is `etcd`?', noteId: 'n', notePath: '/n', noteName: 'etcd.md', line: 31, times: 2 }],
};
const asks = { front: 'Old?', back: 'Old.', note: 'old.md', dueOn: null, answer: null };

const session = (card: SessionView['card'], change: Partial<SessionView> = {}): Answers => ({
  'session.start': () => ok(sessionView(card, change)),
});
const inMock = (at: number): Answers => ({ 'mock.start': () => ok(mockView({ at })) });
const show = () => press(' ');

const begin = async (): Promise<void> => {
  await click('button', 'Start mock exam');
  await heading(/^Task \d of 3/);
};

export const stops: readonly Stop[] = [
  { screen: 'today', state: 'with cards', arrive: () => screen.findByRole('button', { name: 'Start review' }) },
  {
    screen: 'today',
    state: 'with what was left',
    answers: { 'today.get': () => ok(todayView({ paused, mock: openMock })) },
  },
  {
    screen: 'today',
    state: 'with nothing due',
    answers: { 'today.get': () => ok(todayView({ counts: { new: 0, learning: 0, due: 0 } })) },
  },
  { screen: 'today', state: 'at the first start', answers: { 'today.get': () => ok(todayView({ cards: 0, decks: [] })) } },

  { screen: 'library', state: 'notes', arrive: () => screen.findByText('Question a?') },
  { screen: 'library', state: 'a chosen card', arrive: async () => fireEvent.click(await screen.findByText('Question a?')) },
  {
    screen: 'library',
    state: 'a card being written',
    arrive: async () => {
      await fireEvent.click(await screen.findByText('Question a?'));
      await press('e');
      await screen.findByLabelText('Question');
    },
  },
  {
    screen: 'library',
    state: 'cards',
    arrive: async () => {
      await click('button', 'Cards');
      await click('checkbox', 'Select: Question a?');
    },
  },

  { screen: 'import', state: 'before a choice' },
  {
    screen: 'import',
    state: 'reading',
    answers: { 'import.preview': () => never },
    arrive: async () => {
      await click('button', 'Choose folder');
      await screen.findByRole('progressbar');
    },
  },
  {
    screen: 'import',
    state: 'a preview with a question',
    answers: {
      'import.preview': () => ok(importPreview({ files: [importFile(0, 'etcd.md', { questions: 1 })], questions: 1 })),
      'import.cards': () => ok({ cards: [previewCard('1', { asks })] }),
    },
    arrive: async () => {
      await click('button', 'Choose folder');
      await screen.findByRole('list', { name: /^Cards from/ });
    },
  },

  {
    screen: 'exam',
    state: 'without a plan',
    answers: { 'exam.get': () => ok(examView(noPlan)) },
    arrive: () => heading(/day of your exam/),
  },
  { screen: 'exam', state: 'with a plan', arrive: () => screen.findByText('Recall on exam day') },
  {
    screen: 'exam',
    state: 'a plan being changed',
    arrive: async () => {
      await screen.findByText('Recall on exam day');
      await press('e');
    },
  },
  {
    screen: 'exam',
    state: 'notes by topic',
    arrive: async () => {
      await screen.findByText('Recall on exam day');
      await press('t');
    },
  },

  { screen: 'mock', state: 'what can be begun', arrive: () => screen.findByRole('button', { name: 'Start mock exam' }) },
  {
    screen: 'mock',
    state: 'one that was left',
    answers: { 'mock.home': () => ok(mockHome({ open: openMock })) },
    arrive: () => screen.findByRole('button', { name: 'Continue' }),
  },
  { screen: 'mock', state: 'its first task', answers: inMock(0), arrive: begin },
  { screen: 'mock', state: 'its last task', answers: inMock(2), arrive: begin },
  {
    screen: 'mock',
    state: 'its result',
    arrive: async () => {
      await begin();
      await press('Enter', { altKey: true });
      const finish = (await screen.findAllByRole('button', { name: 'Finish' })).at(-1) as HTMLElement;
      await fireEvent.click(finish);
      await heading('Result');
    },
  },

  { screen: 'cluster', state: 'off', arrive: () => heading('Hold your notes against a real cluster') },
  {
    screen: 'cluster',
    state: 'on',
    answers: {
      'cluster.open': () => ok(clusterView({ state: 'connected', contextName: 'gke-study', checks: [clusterCheck('etcd')] })),
    },
    arrive: () => screen.findByRole('button', { name: 'Check again' }),
  },

  { screen: 'settings', state: 'all of them', arrive: () => heading('Settings') },

  { screen: 'review', state: 'a question', arrive: () => heading('Question a?') },
  {
    screen: 'review',
    state: 'its answer',
    arrive: async () => {
      await heading('Question a?');
      await show();
    },
  },
  {
    screen: 'review',
    state: 'what can be taken back and done again',
    answers: session(sessionCard('a'), { canUndo: true, undoLabel: 'Good on “z”', redoLabel: 'Hard on “y”' }),
    arrive: () => heading('Question a?'),
  },
  { screen: 'review', state: 'the cursor in its field', answers: session(command), arrive: () => screen.findByLabelText('Your command') },
  {
    screen: 'review',
    state: 'out of its field',
    answers: session(command, { redoLabel: 'Hard on “y”' }),
    arrive: async () => {
      await screen.findByLabelText('Your command');
      await press('Escape');
    },
  },
  {
    screen: 'review',
    state: 'a suggested rating',
    answers: { ...session(command), 'session.grade': () => ok(typedGrade()) },
    arrive: async () => {
      await fireEvent.input(await screen.findByLabelText('Your command'), { target: { value: 'ls' } });
      await press('Enter');
      await screen.findByText('The same command');
    },
  },
  {
    screen: 'review',
    state: 'a card being written',
    arrive: async () => {
      await heading('Question a?');
      await press('e');
      await screen.findByLabelText('Question');
    },
  },
  {
    screen: 'review',
    state: 'a card that keeps slipping',
    answers: { 'session.rate': () => ok(sessionView(sessionCard('b'), { leech })) },
    arrive: async () => {
      await heading('Question a?');
      await show();
      await press('1');
      await screen.findByText(/was forgotten 8 times/);
    },
  },
  {
    screen: 'review',
    state: 'a step taken, with its way back',
    arrive: async () => {
      await heading('Question a?');
      await press('s');
      await screen.findByText('Card suspended');
    },
  },
  {
    screen: 'review',
    state: 'a wait for the next card',
    answers: session(null, { waitUntil: Date.UTC(2100, 0, 1) }),
    arrive: () => screen.findByRole('timer'),
  },
  {
    screen: 'review',
    state: 'its summary',
    answers: { 'session.end': () => ok(summary) },
    arrive: async () => {
      await heading('Question a?');
      await press('Escape');
      await heading('31 answers in 12 minutes');
    },
  },
];

/** Opens the window in a state. */
export async function arriveAt({ screen: name, answers = {}, arrive }: Stop): Promise<Opened> {
  const opened = await openApp(answers);
  if (name === 'review') opened.app.review(daily(null));
  else if (name !== 'today') opened.app.go(name);
  if (name !== 'review' && name !== 'today') await screen.findByRole('heading', { level: 1 });
  await arrive?.();
  return opened;
}
