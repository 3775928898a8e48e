/** What several rooms of the window say; the rest of the sentences stand beside those who say them. Plain English; no praise. */
import { counted, longDay, number } from './format.js';

export const messages = {
  nav: {
    today: 'Today',
    library: 'Library',
    import: 'Import',
    exam: 'Exam',
    mock: 'Mock exams',
    cluster: 'Cluster',
    settings: 'Settings',
    review: 'Review',
  },
  undo: 'Undo',
  redo: 'Redo',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  saved: 'Saved',
  tryAgain: 'Try again',
  printButton: 'Print',
  importNotes: 'Import notes',
  copied: 'Copied',
  notCopied: 'Not copied',
  notCarried: 'What was asked for is nested too deeply to be sent.',
  cards: (n: number) => counted(n, 'card'),
  answers: (n: number) => counted(n, 'answer'),
  more: (n: number) => `Show ${number(n)} more`,
  /** `Sunday 22 November` */
  day: longDay,

  everywhere: {
    palette: 'Search and commands',
    sheet: 'Keys of this screen',
    undo: 'Undo what was just done',
    print: 'Print a cheat sheet',
  },

  practice: 'Schedules untouched',
  practiceHelp: 'Answers are noted, and no card changes its date. Good for a look before an exam.',

  card: {
    question: 'Question',
    answer: 'Answer',
    lines: (line: number, endLine: number) => (endLine > line ? `lines ${line} to ${endLine}` : `line ${line}`),
    outdatedSince: (minor: number) => `Outdated since 1.${minor}.`,
    outdated: 'Outdated',
    outdatedWord: (minor: number) => `outdated since 1.${minor}`,
    source: 'Source:',
  },
};
