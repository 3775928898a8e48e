import { render } from '@testing-library/svelte';
import type { Bridge } from '../../src/shared/bridge.js';
import type {
  ClusterCheck,
  ClusterView,
  EventName,
  EventPayload,
  ImportPreview,
  Input,
  LibraryCard,
  LibraryNote,
  LibraryNoteView,
  MethodName,
  MockHome,
  MockPart,
  MockResult,
  MockSupply,
  MockView,
  Output,
  Preset,
  PresetsView,
  PreviewCard,
  SessionCard,
  SessionView,
  Settings,
  TodayView,
  TypedGrade,
  Workload,
  WatchedFolder,
} from '../../src/shared/contract.js';
import { daily } from '../../src/shared/study.js';
import { fail, ok } from '../../src/shared/result.js';
import type { Result } from '../../src/shared/result.js';
import App from '../../src/renderer/app/App.svelte';
import { AppState } from '../../src/renderer/app/app.svelte.js';
import { loadViews } from '../../src/renderer/app/views.svelte.js';
import { examCards, examForecast, examMap, examView } from './fake-exam.js';

type Answers = { [M in MethodName]: (input: Input<M>) => Result<Output<M>> | Promise<Result<Output<M>>> };

export const deckRow = (path: string, counts = { new: 0, learning: 0, due: 0 }, change: Partial<TodayView['decks'][number]> = {}) => ({
  path,
  name: path.split('::').at(-1) ?? path,
  depth: path.split('::').length - 1,
  hasChildren: false,
  collapsed: false,
  cards: 10,
  counts,
  ...change,
});

export const todayView = (change: Partial<TodayView> = {}): TodayView => ({
  dayOn: '2026-11-22',
  counts: { new: 12, learning: 4, due: 37 },
  estimateMinutes: 15,
  decks: [
    deckRow('CKA', { new: 12, learning: 4, due: 37 }, { hasChildren: true }),
    deckRow('CKA::Node', { new: 12, learning: 4, due: 37 }, { hasChildren: true }),
    deckRow('CKA::Node::kubelet', { new: 12, learning: 4, due: 37 }),
    deckRow('Shell'),
  ],
  cards: 130,
  nextDueAt: null,
  dueTomorrow: 18,
  answeredToday: 3,
  week: ['16', '17', '18', '19', '20', '21', '22'].map((day, i) => ({ dayOn: `2026-11-${day}`, answered: i < 6 })),
  daysInARow: 6,
  orphans: 0,
  backlog: null,
  catchUp: null,
  exam: null,
  mock: null,
  paused: null,
  leeches: { cards: 0, lapses: 8 },
  extras: {},
  preparing: false,
  ...change,
});

export const sessionCard = (cardId: string, change: Partial<SessionCard> = {}): SessionCard => ({
  cardId,
  kind: 'concept',
  queue: 'due',
  deck: 'CKA::Node::kubelet',
  headings: ['Kubelet', 'Communication'],
  front: `Question ${cardId}?`,
  back: `Answer ${cardId}.`,
  noteId: 'kubelet',
  notePath: '/notes/kubelet.md',
  noteName: 'kubelet.md',
  line: 22,
  endLine: 22,
  flagged: false,
  lapses: 0,
  intervalMs: { again: 600_000, hard: 4 * 86_400_000, good: 11 * 86_400_000, easy: 26 * 86_400_000 },
  ...change,
});

export const sessionView = (card: SessionCard | null, change: Partial<SessionView> = {}): SessionView => ({
  card,
  study: daily(null),
  resumed: null,
  leech: null,
  remaining: { new: 1, learning: 2, due: 3 },
  progress: 0.25,
  canUndo: false,
  undoLabel: null,
  redoLabel: null,
  waitUntil: null,
  summary: null,
  ...change,
});

export const noChanges = { added: 0, edited: 0, moved: 0, removed: 0, kept: 0, heldBack: 0, rejected: 0 };

export const importFile = (index: number, name: string, change: Partial<ImportPreview['files'][number]> = {}) => ({
  index,
  path: `/notes/${name}`,
  name,
  folder: '',
  totals: { ...noChanges, added: 2 },
  problems: 0,
  questions: 0,
  emptyReason: null,
  dialects: [],
  ...change,
});

export const importPreview = (change: Partial<ImportPreview> = {}): ImportPreview => ({
  importId: 'import-1',
  label: 'notes/cka',
  files: [importFile(0, 'etcd.md'), importFile(1, 'kubelet.md')],
  totals: { ...noChanges, added: 4 },
  hasChanges: true,
  changedNotes: 2,
  folders: [],
  questions: 0,
  problems: [],
  ...change,
});

export const previewCard = (key: string, change: Partial<PreviewCard> = {}): PreviewCard => ({
  key,
  change: 'added',
  decision: 'import',
  front: `Question ${key}?`,
  back: `Answer ${key}.`,
  before: null,
  kind: 'concept',
  rule: 'term',
  deck: 'CKA',
  line: 3,
  endLine: 3,
  reasons: [],
  movedFrom: null,
  dueOn: null,
  takesOverDueOn: null,
  ...change,
});

export const watchedFolder = (folderId: number, change: Partial<WatchedFolder> = {}): WatchedFolder => ({
  folderId,
  path: '/notes/cka',
  name: 'notes/cka',
  state: 'watched',
  takesOver: false,
  polls: false,
  notes: 12,
  changedNotes: 0,
  ...change,
});

export const libraryNote = (noteId: string, change: Partial<LibraryNote> = {}): LibraryNote => ({
  noteId,
  name: `${noteId}.md`,
  folder: 'node',
  title: noteId,
  cards: 2,
  orphans: 0,
  missing: false,
  ...change,
});

export const libraryCard = (cardId: string, change: Partial<LibraryCard> = {}): LibraryCard => ({
  cardId,
  kind: 'concept',
  noteId: 'kubelet',
  noteName: 'node/kubelet.md',
  deck: 'CKA::Node::kubelet',
  line: 3,
  endLine: 3,
  front: `Question ${cardId}?`,
  back: `Answer ${cardId}.`,
  generated: null,
  sourceChanged: false,
  state: 'review',
  dueInDays: 12,
  stabilityDays: 6,
  lapses: 0,
  flagged: false,
  outdated: [],
  setAside: null,
  ...change,
});

export const libraryNoteView = (noteId: string, change: Partial<LibraryNoteView> = {}): LibraryNoteView => ({
  noteId,
  name: `${noteId}.md`,
  folder: 'node',
  title: noteId,
  path: `/notes/node/${noteId}.md`,
  importedAt: Date.UTC(2026, 10, 22, 10, 41),
  lines: ['# Kubelet', '', '- **Agent**: runs on each node.', '- **Pods**: are run by it.'],
  problem: null,
  changed: false,
  heldBack: 0,
  cards: [libraryCard('a'), libraryCard('b', { line: 4, endLine: 4, state: 'new', dueInDays: null, stabilityDays: null })],
  ...change,
});

export const typedGrade = (change: Partial<TypedGrade> = {}): TypedGrade => ({
  how: 'command',
  verdict: 'same',
  typed: [{ text: 'ls', state: 'ok', pair: 0 }],
  expected: [{ text: 'ls', state: 'ok', pair: 0 }],
  differ: 0,
  of: 1,
  suggested: 'good',
  ...change,
});

const settings = { theme: 'system', dayStartsAtHour: 4, typeAnswers: 'commands' } as const;

export const preset = (change: Partial<Preset> = {}): Preset => ({
  presetId: 'default',
  name: 'Default',
  options: {
    newPerDay: 12,
    reviewsPerDay: 200,
    desiredRetention: 0.9,
    learningStepsMinutes: [1, 10],
    relearningStepsMinutes: [10],
    maximumIntervalDays: 36_500,
    newOrder: 'note',
    reviewOrder: 'risk',
    leechLapses: 8,
    leechSuspends: false,
    easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal'],
  },
  fit: null,
  ...change,
});

/** Sixteen retentions, each a little dearer than the one before. */
export const workload = (): Workload => ({
  points: Array.from({ length: 16 }, (_, index) => ({
    desiredRetention: (80 + index) / 100,
    reviewsPerDay: 40 + index * 4,
    minutesPerDay: 10 + index,
  })),
  days: 90,
  cards: 1300,
});

export const presetsView = (change: Partial<PresetsView> = {}): PresetsView => ({
  presets: [preset()],
  decks: [{ path: 'CKA', presetId: null, follows: 'default' }],
  ...change,
});

export const clusterCheck = (checkId: ClusterCheck['checkId'], change: Partial<ClusterCheck> = {}): ClusterCheck => ({
  checkId,
  outcome: 'ok',
  summary: 'Answers',
  detail: `${checkId} answers.`,
  evidence: [],
  role: '',
  at: Date.UTC(2026, 10, 22, 10, 44, 7),
  sinceAt: Date.UTC(2026, 10, 22, 10, 44, 7),
  history: [],
  ...change,
});

export const clusterView = (change: Partial<ClusterView> = {}): ClusterView => ({
  revision: 0,
  state: 'off',
  contextName: null,
  contexts: [
    { name: 'kind-study', cluster: 'kind-study', user: 'kind-study', problem: null },
    { name: 'gke-study', cluster: 'gke', user: 'learner', problem: null },
  ],
  found: true,
  problems: [],
  connection: null,
  trouble: null,
  plugin: null,
  checking: false,
  checkingIds: [],
  checkedAt: null,
  tookMs: null,
  checks: [],
  ...change,
});

const mockDomains = [
  { domainId: 'troubleshooting', title: 'Troubleshooting', weightPercent: 30, cards: 40 },
  { domainId: 'storage', title: 'Storage', weightPercent: 10, cards: 0 },
];

export const mockHome = (change: Partial<MockHome> = {}): MockHome => ({
  exam: { short: 'CKA', passPercent: 66, minutes: 120, domains: mockDomains.map(({ cards: _, ...domain }) => domain) },
  open: null,
  finished: [],
  ...change,
});

export const mockSupply = (change: Partial<MockSupply> = {}): MockSupply => ({
  cards: 40,
  domains: mockDomains,
  lengths: [15, 30, 60, 120].map((minutes, n) => ({ minutes, tasks: [7, 10, 14, 20][n] ?? 0 })),
  tooFew: false,
  ...change,
});

export const mockPart = (cardId: string, change: Partial<MockPart> = {}): MockPart => ({
  cardId,
  kind: 'command',
  front: `Task ${cardId}`,
  noteId: 'kubelet',
  typed: [''],
  ...change,
});

/** Three tasks; the second has two parts. */
export const mockView = (change: Partial<MockView> = {}): MockView => ({
  mockId: 'mock-1',
  exam: 'CKA',
  limitMs: 900_000,
  leftMs: 800_000,
  at: 0,
  tasks: [
    { title: 'Cluster components', domain: 'Troubleshooting', state: 'open', flagged: false, parts: [mockPart('a')] },
    {
      ...{ title: 'Storage classes', domain: 'Storage', state: 'open', flagged: false },
      parts: [mockPart('b'), mockPart('c', { kind: 'cloze', front: 'The sky is […] and […].', typed: ['', ''] })],
    },
    { title: 'Logs', domain: 'Troubleshooting', state: 'open', flagged: false, parts: [mockPart('d', { kind: 'definition' })] },
  ],
  ...change,
});

export const mockResult = (change: Partial<MockResult> = {}): MockResult => ({
  mockId: 'mock-1',
  startedAt: Date.UTC(2026, 10, 22, 9, 0),
  startedOn: '2026-11-22',
  minutes: 15,
  spentMs: 720_000,
  tasks: 1,
  scorePercent: 50,
  passed: false,
  passPercent: 66,
  exam: 'CKA',
  stops: 0,
  stoodMs: 0,
  timeUp: false,
  domains: [{ title: 'Troubleshooting', weightPercent: 30, tasks: 1, scorePercent: 50 }],
  reviewed: [
    {
      ...{ title: 'Cluster components', domain: 'Troubleshooting', flagged: false, scorePercent: 50 },
      parts: [
        {
          ...{ cardId: 'a', kind: 'command', front: 'List the pods.', back: '`kubectl get pods`', typed: ['kubectl get po'] },
          ...{ grade: typedGrade(), credit: 1, judged: false, noteId: 'kubelet', noteName: 'kubelet.md', line: 3, endLine: 5 },
        },
        {
          ...{ cardId: 'b', kind: 'definition', front: 'What is a pod?', back: 'The smallest unit.', typed: [] },
          ...{ grade: null, credit: 0, judged: false, noteId: 'kubelet', noteName: 'kubelet.md', line: 7, endLine: 7 },
        },
      ],
    },
  ],
  ...change,
});

const summary = {
  answered: 0,
  byRating: { again: 0, hard: 0, good: 0, easy: 0 },
  newSeen: 0,
  durationMs: 0,
  left: 0,
  dueTomorrow: 0,
  hard: [],
};

const defaults: Answers = {
  'app.info': () => ok({ version: '0.1.0', electron: '33.2.1', platform: 'linux', dataFolder: '/data', syncedBy: null, settings }),
  'backups.list': () => ok({ backups: [], problem: null }),
  'backups.make': () =>
    ok({ name: '2026-11-22T08-02-11-123Z-asked.sqlite', at: Date.parse('2026-11-22T08:02:11.123Z'), reason: 'asked', bytes: 900_000 }),
  'backups.restore': () => ok({ replaced: '2026-11-22T09-00-00-000Z-restore.sqlite' }),
  'backups.mend': () => ok({}),
  'app.copy': () => ok({}),
  'settings.set': (change) => ok({ ...settings, ...change } as Settings),
  'presets.get': () => ok(presetsView()),
  'presets.add': () => ok({ stepId: 0, presetId: 'other' }),
  'presets.change': () => ok({ stepId: 0 }),
  'presets.remove': () => ok({ stepId: 0 }),
  'presets.assign': () => ok({ stepId: 0 }),
  'presets.undo': () => ok({}),
  'presets.rescheduling': () => ok({ cards: 0, dueToday: 0 }),
  'presets.reschedule': () => ok({ cards: 1204, dueToday: 38, rescheduleId: 'reschedule-1' }),
  'presets.undoReschedule': () => ok({}),
  'presets.workload': () => ok(workload()),
  'presets.fit': () => ok({ outcome: 'too-few', reviews: 120, needed: 400 }),
  'presets.adopt': () => ok({ stepId: 0 }),
  'presets.unfit': () => ok({ stepId: 0 }),
  'presets.cancel': () => ok({}),
  'today.get': () => ok(todayView()),
  'decks.collapse': () => ok({}),
  'catchUp.start': () => ok({}),
  'catchUp.end': () => ok({}),
  'catchUp.resume': () => ok({}),
  'today.extra': () => ok({ new: 0, reviews: 0 }),
  'study.count': () => ok({ cards: 14 }),
  'study.tags': () =>
    ok({
      tags: [
        { tag: 'networking', cards: 12 },
        { tag: 'storage', cards: 5 },
      ],
    }),
  'session.resume': () => ok(sessionView(sessionCard('a'))),
  'session.discard': () => ok({}),
  'session.start': () => ok(sessionView(sessionCard('a'))),
  'session.current': () => ok(sessionView(sessionCard('a'))),
  'session.rate': () => ok(sessionView(sessionCard('b'), { canUndo: true })),
  'session.undo': () => ok(sessionView(sessionCard('a'), { redoLabel: 'Good on “a”' })),
  'session.redo': () => ok(sessionView(sessionCard('b'), { canUndo: true })),
  'session.suspend': () => ok(sessionView(sessionCard('b'), { canUndo: true })),
  'session.bury': () => ok(sessionView(sessionCard('b'), { canUndo: true })),
  'session.flag': ({ flagged }) => ok(sessionView(sessionCard('a', { flagged }))),
  'session.edit': ({ front, back }) => ok(sessionView(sessionCard('a', { front, back }))),
  'session.grade': ({ typed }) => ok(typedGrade({ typed: [{ text: typed.join(' '), state: 'ok', pair: 0 }] })),
  'session.end': () => ok(summary),
  'import.choose': () => ok({ paths: ['/notes'] }),
  'import.preview': () => ok(importPreview()),
  'import.cards': () => ok({ cards: [previewCard('1'), previewCard('2')] }),
  'import.decide': () => ok(importPreview()),
  'import.commit': () => ok({ batchId: 'batch-1', totals: importPreview().totals }),
  'import.cancel': () => ok({}),
  'import.undo': () => ok({}),
  'import.changes': () => ok(importPreview()),
  'import.shipped': () => ok(importPreview({ label: 'Notes that ship with Etcdeck', folders: [] })),
  'import.shippedLeft': () => ok({ notes: 0 }),
  'import.open': () => ok({}),
  'import.opened': () => ok({ paths: [] }),
  'watch.list': () => ok({ folders: [] }),
  'watch.add': ({ path }) => ok({ folders: [watchedFolder(1, { path })] }),
  'watch.set': ({ folderId }) => ok({ folders: [watchedFolder(folderId)] }),
  'watch.remove': () => ok({ folders: [] }),
  'library.notes': () => ok({ notes: [libraryNote('kube-proxy'), libraryNote('kubelet')] }),
  'library.note': ({ noteId }) => ok(libraryNoteView(noteId)),
  'library.cards': () => ok({ total: 2, cards: [libraryCard('a'), libraryCard('b')], unknown: [] }),
  'card.edit': () => ok({ stepIds: [1] }),
  'card.revert': () => ok({ stepIds: [2] }),
  'card.suspend': ({ cardIds }) => ok({ stepIds: cardIds.map((_, index) => index) }),
  'card.flag': ({ cardIds }) => ok({ stepIds: cardIds.map((_, index) => index) }),
  'card.undo': () => ok({}),
  'note.image': ({ source }) => ok({ address: `/note-image/kubelet/${source}`, problem: null, width: 40, height: 30 }),
  'note.open': () => ok({}),
  'print.count': ({ scopes }) => ok({ cards: 12 * scopes.length }),
  'print.save': () => ok({ name: 'CKA.pdf', pages: 3 }),
  'print.send': () => ok({ printed: true }),
  'print.cancel': () => ok({}),
  'print.show': () => ok({}),
  'mock.home': () => ok(mockHome()),
  'mock.supply': () => ok(mockSupply()),
  'mock.start': () => ok(mockView()),
  'mock.resume': () => ok({ view: mockView() }),
  'mock.act': () => ok({ view: mockView() }),
  'mock.leave': () => ok({}),
  'mock.finish': () => ok({}),
  'mock.result': () => ok(mockResult()),
  'mock.judge': () => ok(mockResult()),
  'mock.delete': () => ok({}),
  'mock.restore': () => ok({}),
  'cluster.open': () => ok(clusterView()),
  'cluster.leave': () => ok({}),
  'cluster.connect': ({ contextName }) => ok(clusterView({ state: 'connecting', contextName })),
  'cluster.allow': ({ contextName }) => ok(clusterView({ state: 'connecting', contextName })),
  'cluster.check': ({ contextName }) => ok(clusterView({ state: 'connecting', contextName })),
  'cluster.checkOne': ({ contextName }) => ok(clusterView({ state: 'connected', contextName })),
  'cluster.cancel': ({ contextName }) => ok(clusterView({ state: 'lost', contextName })),
  'cluster.chosen': () => ok({ contextName: null }),
  'cluster.plan': () => refused('Not planned.'),
  'cluster.findPod': () => refused('Not found.'),
  'cluster.exec': () => refused('Not run.'),
  'cluster.run': () => refused('Not run.'),
  'cluster.stopRun': () => ok({}),
  'cluster.off': () => ok(clusterView()),
  'cluster.choose': () => ok(clusterView()),
  'cluster.card': () => ok({ contextName: null, facts: [], outdated: [] }),
  'cluster.notes': () => ok({ minor: 35, isOfCluster: false, total: 0, findings: [], cards: [] }),
  'exam.get': () => ok(examView()),
  'exam.forecast': () => ok(examForecast()),
  'exam.cancel': () => ok({}),
  'exam.map': () => ok(examMap()),
  'exam.cards': ({ noteId }) => ok(examCards(noteId ?? 'all')),
  'exam.assign': ({ choices }) => ok({ before: choices.map((choice) => ({ ...choice, topic: null })) }),
  'exam.curricula': () => ok({ chosen: '', curricula: [] }),
  'exam.choose': () => ok({ before: '' }),
  'exam.plan': () => ok({ before: null }),
};

export const refused = (message: string) => fail({ code: 'internal', message });

/** A main process that answers as told and remembers what it was asked. */
export class FakeBridge implements Bridge {
  readonly asked: { method: MethodName; input: unknown }[] = [];
  #answers: Answers;
  #listeners = new Map<EventName, ((payload: never) => void)[]>();

  constructor(answers: Partial<Answers> = {}) {
    this.#answers = { ...defaults, ...answers };
    window.etcdeck = this;
  }

  call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Result<Output<M>>> => {
    this.asked.push({ method, input });
    return this.#answers[method](input);
  };

  on = <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): (() => void) => {
    this.#listeners.set(event, [...this.listeners(event), listener as (payload: never) => void]);
    return () =>
      this.#listeners.set(
        event,
        this.listeners(event).filter((one) => one !== listener),
      );
  };

  /** Who listens to an event now. */
  listeners(event: EventName): ((payload: never) => void)[] {
    return this.#listeners.get(event) ?? [];
  }

  pathsOf = (files: File[]): string[] => files.map((file) => `/dropped/${file.name}`);

  emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
    for (const listener of this.listeners(event)) listener(payload as never);
  }

  /** Inputs of the calls of one method, oldest first. */
  inputs<M extends MethodName>(method: M): Input<M>[] {
    return this.asked.filter((call) => call.method === method).map((call) => call.input as Input<M>);
  }
}

/** The whole window on a fake main process, with its first answers in. */
export async function openApp(answers: Partial<Answers> = {}): Promise<{ bridge: FakeBridge; app: AppState }> {
  const bridge = new FakeBridge(answers);
  // The window fetches these late; a busy machine must not make a test wait for them.
  await loadViews();
  const app = new AppState();
  render(App, { props: { app } });
  await app.start();
  return { bridge, app };
}
