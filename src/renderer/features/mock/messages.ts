/** What the window says about mock exams. */
import type { FinishedMock, MockResult, MockTask, OpenMock } from '../../../shared/contract.js';
import { counted, duration } from '../../words/format.js';
import { messages as shared } from '../../words/messages.js';

/** `1:14:32`, `9:05` */
export function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** `58 %`; what falls short of a whole percent is never shown as more. */
const percent = (n: number): string => `${Math.floor(n + 1e-6)} %`;
const tasks = (n: number): string => counted(n, 'task');
const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

export const mock = {
  title: 'Mock exams',
  sub: (exam: string, pass: number) => `${exam}, ${pass} % passes`,
  loading: 'Looking through your cards',
  failed: 'Try again. What you answered in a mock exam is kept.',
  countdown,
  percent,
  tasks,

  length: 'Length',
  minutes: (n: number) => `${n} minutes`,
  lengthHint: (n: number, whole: boolean) => `${tasks(n)}${whole ? ', as long as the real exam' : ''}`,
  start: 'Start mock exam',
  starting: 'Choosing tasks',
  rules: [
    'Tasks are chosen by chance, weighted as the exam is, from all cards on its topics.',
    'Answers are typed; commands are graded by meaning. What is right is shown at the end.',
    'The clock stands still while you leave the mock, Etcdeck is closed or the computer sleeps; the result says for how long.',
    'Your schedules stay as they are.',
  ],
  domains: 'What it can ask',
  domain: 'Domain',
  weight: 'Weight',
  cards: 'Cards',
  noCards: (names: readonly string[]) => `No cards on ${list(names)}`,
  noCardsHint: 'The other domains get their tasks, so the result says less about the exam.',
  importNotes: 'Import notes',

  emptyTitle: 'Too few cards for a mock exam',
  emptyText: (cards: number, fewest: number, names: readonly string[]) =>
    `A mock exam has at least ${fewest} tasks, and ${cards === 0 ? 'no card in use is' : `only ${counted(cards, 'card')} ${cards === 1 ? 'is' : 'are'}`} on a topic of the exam. Import notes on ${list(names)}; a note belongs to a topic by its tags, its folder or its headings.`,

  openTitle: 'A mock exam is not finished',
  open: ({ answered, tasks: all, leftMs }: OpenMock, since: string) =>
    `Begun ${since}, ${answered} of ${tasks(all)} answered, ${countdown(leftMs)} left. Its clock stands still.`,
  goOn: 'Continue',
  goOnOpen: 'Continue the mock exam',
  giveUp: 'Give up',
  gaveUp: 'Mock exam given up',
  deleted: 'Result deleted',

  history: 'Results',
  historyEmpty: 'Finished mock exams are listed here, with their trend.',
  day: 'Day',
  lengthColumn: 'Length',
  tasksColumn: 'Tasks',
  used: 'Time used',
  score: 'Score',
  verdictColumn: 'Result',
  remove: 'Delete',
  passed: (passed: boolean) => (passed ? 'Passed' : 'Not passed'),
  openResult: (day: string) => `Result of ${day}`,
  delete: (day: string) => `Delete the result of ${day}`,
  trend: 'Score of each mock exam, %',
  trendFinding(scores: readonly number[], pass: number) {
    const last = scores.at(-1) ?? 0;
    const above = scores.filter((score) => score >= pass).length;
    const before = scores.slice(-4, -1);
    const mean = before.reduce((sum, score) => sum + score, 0) / Math.max(1, before.length);
    const change = Math.round(last - mean);
    const than = before.length === 1 ? 'than the one before' : `than the ${before.length} before on average`;
    const step = change === 0 ? 'as much as before' : `${Math.abs(change)} points ${change > 0 ? 'more' : 'less'} ${than}`;
    return `The last one came to ${percent(last)}, ${step}. ${above} of ${scores.length} passed.`;
  },
  passMark: (pass: number) => `${pass} % passes`,

  running: (exam: string, n: number) => `${exam} mock exam, ${tasks(n)}. Answers are shown at the end.`,
  leave: 'Leave and keep',
  left: 'left',
  timeLeft: 'Time left',
  timeUsed: (share: number) => `${Math.round(share * 100)} % of the time used`,
  finish: 'Finish',
  subject: (at: number, of: number, domain: string) => `Task ${at + 1} of ${of}, ${domain}, ${Math.round(100 / of)} % of the score`,
  part: (n: number, of: number) => `Part ${n} of ${of}`,
  yourCommands: 'Your answer, one command a line',
  yourAnswer: 'Your answer',
  commandHint: 'Commands are graded by meaning: flags may come in any order, short or long. Esc leaves the field.',
  textHint: 'Small slips do not count. Esc leaves the field.',
  listOf: 'Tasks',
  states: { answered: 'Answered', begun: 'Begun', skipped: 'Skipped', open: '' } satisfies Record<MockTask['state'], string>,
  flagged: 'Flagged',
  previous: 'Previous',
  flag: 'Flag',
  skip: 'Skip',
  next: 'Next task',
  announced: (at: number, of: number, task: MockTask) =>
    [
      `Task ${at + 1} of ${of}, ${task.domain}`,
      task.parts.length > 1 ? counted(task.parts.length, 'part') : '',
      mock.states[task.state],
      task.flagged ? 'Flagged' : '',
    ]
      .filter(Boolean)
      .join('. '),
  remaining: (ms: number) => `${counted(Math.round(ms / 60_000), 'minute')} left`,
  nowFlagged: (flagged: boolean) => (flagged ? 'Task flagged' : 'Flag removed'),
  over: 'The time is up.',

  finishTitle: 'Finish the mock exam?',
  finishText: (unanswered: number, leftMs: number) =>
    `${unanswered === 0 ? 'Every task has an answer' : `${tasks(unanswered)} ${unanswered === 1 ? 'has' : 'have'} no full answer`}; ${countdown(leftMs)} left. Afterwards all answers are shown and it cannot go on.`,
  goBack: 'Go on',

  result: 'Result',
  back: 'All mock exams',
  resultSub: (day: string, minutes: number) => `${day}, ${minutes} minutes`,
  verdict: ({ scorePercent, passed, passPercent }: FinishedMock) =>
    `${percent(scorePercent)}, ${passed ? 'passed' : 'not passed'}: ${passPercent} % passes`,
  spent: ({ spentMs, timeUp }: MockResult) => (timeUp ? 'The time ran out.' : `Handed in after ${duration(spentMs)}.`),
  stood: ({ stoodMs, stops }: MockResult) =>
    stoodMs < 30_000
      ? 'The clock never stood still.'
      : `The clock stood still for ${duration(stoodMs)}${stops > 0 ? `, ${stops === 1 ? 'left once' : `left ${stops} times`}` : ''}.`,
  noPrediction: 'The score of this mock, not a prediction of the exam.',
  byDomain: 'By domain',
  barLabel: (title: string, score: number, pass: number) => `${title}: ${percent(score)}, ${pass} % passes`,
  review: 'Your answers',
  task: (n: number, title: string) => `${n}. ${title}`,
  taskScore: (score: number, domain: string) => `${domain}, ${percent(score)}`,
  noAnswer: 'No answer',
  answer: 'Answer',
  counts: 'Counts as',
  credits: { right: 'Right', half: 'Half', wrong: 'Wrong' },
  countsAs: (credit: number) => `Counts ${percent(credit * 100)}`,
  judged: 'Judged by you.',
  asGraded: 'As graded',
  inNote: (name: string) => `Show ${name}`,
  announceResult: (result: FinishedMock) => `Result: ${mock.verdict(result)}`,

  keys: {
    open: 'Take or continue a mock exam',
    start: 'Start mock exam',
    resume: 'Continue the mock exam that was left',
    next: 'Next task',
    previous: 'Previous task',
    flag: 'Flag task',
    skip: 'Skip task',
    leave: 'Leave and keep',
    finish: 'Finish the mock exam',
    back: 'All mock exams',
    exam: 'Back to the exam',
  },
};

export const messages = { ...shared, mock };
