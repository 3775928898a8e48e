/** An exam as the main process tells it, for tests of the window. */
import type { ExamCardRows, ExamForecast, ExamMap, ExamPlan, ExamView } from '../../src/shared/contract.js';

export const examPlan = (change: Partial<ExamPlan> = {}): ExamPlan => ({
  examOn: '2026-12-15',
  hoursPerWeek: 3,
  restDays: [6],
  daysOff: [],
  leftOut: [],
  startedOn: '2026-11-16',
  ...change,
});

const topic = (topicId: string, title: string, cards: number) => ({
  topicId,
  title,
  cards,
  seen: Math.floor(cards / 2),
  recall: cards > 0 ? { mean: 0.74, low: 0.66, high: 0.81 } : null,
  gainPerHour: cards > 0 ? 10 / cards : null,
});

/** Two domains of an exam; `change` on top. A plan is held unless it says otherwise. */
export const examView = (change: Partial<ExamView> = {}): ExamView => ({
  curriculum: {
    exam: 'Certified Kubernetes Administrator',
    short: 'CKA',
    version: 'v1.35',
    asOf: '2026-03',
    source: 'https://github.com/cncf/curriculum',
    minutes: 120,
    tasks: '15-20',
    passPercent: 66,
  },
  plan: examPlan(),
  daysLeft: 23,
  domains: [
    {
      domainId: 'troubleshooting',
      title: 'Troubleshooting',
      weightPercent: 60,
      cards: 27,
      seen: 13,
      covered: 1,
      topics: [topic('nodes', 'Clusters and nodes', 27), topic('streams', 'Container output streams', 0)],
      recall: { mean: 0.74, low: 0.66, high: 0.81 },
      gainPerHour: 1.2,
    },
    {
      domainId: 'storage',
      title: 'Storage',
      weightPercent: 40,
      cards: 19,
      seen: 9,
      covered: 1,
      topics: [topic('volumes', 'Persistent volumes', 19)],
      recall: { mean: 0.69, low: 0.55, high: 0.8 },
      gainPerHour: 2.44,
    },
  ],
  topics: 3,
  covered: 2,
  readiness: { mean: 0.61, low: 0.56, high: 0.66 },
  withheldFor: 0,
  calibration: [
    { predicted: 0.75, remembered: 0.7, answers: 40 },
    { predicted: 0.92, remembered: 0.9, answers: 120 },
  ],
  today: { cardIds: ['a', 'b', 'c'], fresh: 1, seconds: 540, spentSeconds: 0 },
  ...change,
});

/** Three days of study, the last of them a last pass. */
export const examForecast = (change: Partial<ExamForecast> = {}): ExamForecast => ({
  days: [
    { dayOn: '2026-11-22', reviews: 20, fresh: 4, reviewSeconds: 600, freshSeconds: 300, lastPass: false },
    { dayOn: '2026-11-23', reviews: 24, fresh: 4, reviewSeconds: 720, freshSeconds: 300, lastPass: false },
    { dayOn: '2026-11-24', reviews: 40, fresh: 0, reviewSeconds: 1200, freshSeconds: 0, lastPass: true },
  ],
  unseen: 0,
  recall: 0.88,
  neededHoursPerWeek: null,
  drop: [],
  ...change,
});

/** Two topics with a note each, and a note of no topic. */
export const examMap = (): ExamMap => ({
  topics: [
    {
      topicId: 'nodes',
      domainId: 'troubleshooting',
      title: 'Clusters and nodes',
      cards: 27,
      notes: [
        {
          noteId: 'kubelet',
          name: 'node/kubelet.md',
          cards: 27,
          reasons: [
            { by: 'tag', because: 'cka/troubleshooting', cards: 20 },
            { by: 'hand', because: '', cards: 7 },
          ],
        },
      ],
    },
    { topicId: 'streams', domainId: 'troubleshooting', title: 'Container output streams', cards: 0, notes: [] },
    {
      topicId: 'volumes',
      domainId: 'storage',
      title: 'Persistent volumes',
      cards: 19,
      notes: [{ noteId: 'volumes', name: 'volumes.md', cards: 19, reasons: [{ by: 'words', because: 'Volumes', cards: 19 }] }],
    },
    {
      topicId: null,
      domainId: null,
      title: '',
      cards: 4,
      notes: [{ noteId: 'vim', name: 'shell/vim.md', cards: 4, reasons: [{ by: null, because: '', cards: 4 }] }],
    },
  ],
});

export const examCards = (noteId: string): ExamCardRows => ({
  total: 2,
  cards: ['a', 'b'].map((name, index) => ({
    cardId: `${noteId}-${name}`,
    noteId,
    noteName: `${noteId}.md`,
    deck: 'CKA',
    line: 3 + index,
    front: `Question **${name}**?`,
    by: null,
    because: '',
  })),
});
