import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rating, SessionView } from '../../../src/shared/contract.js';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import type { Database } from '../../../src/main/store/open/database.js';
import { changes, Notebook } from './notebook.js';
import type { Change } from './notebook.js';
import { handClock, setDefault, studying } from './studying.js';
import type { Studying } from './studying.js';
import { daily } from '../../../src/shared/study.js';

/** Hundreds of databases are opened and notes imported; a busy machine takes its time. */
const patienceMs = 300_000;

const hourMs = 3_600_000;
const limits = { newPerDay: 4, reviewsPerDay: 3 };

/** What a person, their clock and their notes may do during a session. */
type Action =
  | { do: 'rate'; rating: Rating }
  | { do: 'rate late'; rating: Rating }
  | { do: 'undo' | 'redo' | 'suspend' | 'bury' | 'flag' | 'edit' | 'restart' | 'start' | 'start deck' | 'look' | 'end' }
  | { do: 'change notes'; what: Change; at: number }
  | { do: 'import' | 'undo import' }
  | { do: 'practise' | 'choose' | 'resume' | 'catch up' | 'end plan' | 'add new' | 'suspend leeches' }
  | { do: 'wait'; hours: number }
  | { do: 'travel'; zone: string };

const ratings = fc.constantFrom<Rating>('again', 'hard', 'good', 'easy');
const rates = fc.record({ do: fc.constant('rate' as const), rating: ratings });
const others: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('rate late' as const), rating: ratings }),
  fc.record({
    do: fc.constantFrom('undo', 'redo', 'suspend', 'bury', 'flag', 'edit', 'restart', 'start', 'start deck', 'look', 'end'),
  }),
  // Hours, days, and a clock set back by an hour or a year.
  fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(0.2, 1, 20, 24, 72, 24 * 40, -1, -24 * 365) }),
  fc.record({ do: fc.constant('travel' as const), zone: fc.constantFrom('Pacific/Auckland', 'Pacific/Honolulu', 'Europe/Berlin') }),
);
/** What goes past the limits of a day because it was asked for, and plans. */
const asked: fc.Arbitrary<Action> = fc.record({
  do: fc.constantFrom('practise', 'choose', 'resume', 'catch up', 'end plan', 'add new', 'suspend leeches'),
});
/** Notes change between imports, not only by them. */
const ofNotes: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change notes' as const), what: fc.constantFrom(...changes), at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('import' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo import' as const) }) },
);
/** Long ones are as likely as short ones; a failure is shrunk anyhow. */
const lengths = { minLength: 1, maxLength: 60, size: 'max' } as const;

const actions = fc.array(
  fc.oneof({ weight: 3, arbitrary: rates }, { weight: 2, arbitrary: others }, { weight: 3, arbitrary: ofNotes }),
  lengths,
);

const wider = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: rates },
    { weight: 2, arbitrary: others },
    { weight: 3, arbitrary: ofNotes },
    { weight: 2, arbitrary: asked },
  ),
  lengths,
);

async function begin(): Promise<Course> {
  const study = studying(undefined, handClock('2026-03-28T22:00:00Z', 'Europe/Berlin'));
  const notebook = new Notebook({ 'etcd.md': { deck: 'CKA', cards: 9 }, 'node.md': { deck: 'CKA::Node', cards: 5 } });
  await notebook.import(study);
  setDefault(study, limits);
  return { study, notebook, view: null };
}

const content = (db: Database): unknown => ({
  cards: db.prepare('SELECT * FROM cards ORDER BY cardId').all(),
  memories: db.prepare('SELECT * FROM memories ORDER BY cardId').all(),
  practice: db.prepare('SELECT practiceId, rating FROM practice WHERE takenBackAt IS NULL ORDER BY practiceId').all(),
});

const overdue = ({ db, study }: Studying): boolean =>
  db
    .prepare("SELECT 1 FROM memories JOIN cards USING (cardId) WHERE state = 'review' AND dueOn < ? AND suspendedAt IS NULL")
    .get(study.moment().on) !== undefined;

const notOnShow = (db: Database, cardId: string | undefined): string =>
  db
    .prepare<[string], string>('SELECT cardId FROM cards WHERE cardId <> ? ORDER BY position')
    .pluck()
    .get(cardId ?? '') ?? '';

interface Course {
  study: Studying;
  notebook: Notebook;
  view: SessionView | null;
}

/** Does one thing, as the window would. */
async function act(course: Course, action: Action): Promise<void> {
  const { study, notebook } = course;
  const { sessions, clock } = study;
  course.view ??= sessions.start(daily(null));
  const cardId = course.view.card?.cardId;
  switch (action.do) {
    case 'rate':
      if (cardId) course.view = sessions.rate({ cardId, rating: action.rating, durationMs: 1000 });
      return;
    case 'rate late': {
      // An import may have put another card on show meanwhile.
      course.view = sessions.current();
      const before = content(study.db);
      course.view = sessions.rate({ cardId: notOnShow(study.db, course.view?.card?.cardId), rating: action.rating, durationMs: 1 });
      expect(content(study.db)).toEqual(before);
      return;
    }
    case 'undo':
      course.view = sessions.undo();
      return;
    case 'redo':
      course.view = sessions.redo();
      return;
    case 'suspend':
    case 'bury':
      if (cardId) course.view = sessions[action.do](cardId);
      return;
    case 'flag':
      if (cardId) course.view = sessions.flag(cardId, !course.view.card?.flagged);
      return;
    case 'edit':
      if (cardId) course.view = sessions.edit(cardId, `My ${course.view.card?.front}`, 'Mine');
      return;
    case 'restart':
      course.study = study.restarted();
      course.view = null;
      return;
    case 'start':
      course.view = sessions.start(daily(null));
      return;
    case 'start deck':
      course.view = sessions.start(daily('CKA::Node'));
      return;
    case 'look':
      course.view = sessions.current();
      return;
    case 'end':
      sessions.end();
      course.view = null;
      return;
    case 'practise':
    case 'choose':
      course.view = sessions.start({ scope: { kind: 'all' }, pick: { kind: 'every' }, practice: action.do === 'practise' });
      return;
    case 'resume':
      if (study.today().paused) course.view = sessions.resume();
      return;
    case 'catch up':
      if (overdue(study)) study.catchUp.start(3, true);
      sessions.refresh();
      return;
    case 'end plan':
      study.catchUp.end();
      sessions.refresh();
      return;
    case 'add new':
      study.catchUp.setExtra('CKA::Node', { new: 2, reviews: 1 });
      sessions.refresh();
      return;
    case 'suspend leeches':
      setDefault(study, { leechSuspends: true, leechLapses: 1 });
      sessions.refresh();
      return;
    case 'change notes':
      notebook.change(action.what, action.at);
      return;
    case 'import':
      await notebook.import(study);
      return;
    case 'undo import':
      await notebook.undoImport(study);
      return;
    case 'wait':
      clock.at += action.hours * hourMs;
      return;
    case 'travel':
      clock.in = action.zone;
  }
}

const doneByDay = (db: Database): { newCards: number; reviewed: number }[] =>
  db
    .prepare<[], { newCards: number; reviewed: number }>(
      `SELECT count(DISTINCT CASE stateBefore WHEN 'new' THEN cardId END) AS newCards,
         count(DISTINCT CASE stateBefore WHEN 'review' THEN cardId END) AS reviewed
       FROM reviews WHERE reviewId NOT IN (SELECT reviewId FROM retractions) GROUP BY reviewedOn`,
    )
    .all();

test(
  'whatever happens in a session, log and memories agree and no day exceeds its limits',
  async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (sequence) => {
        const course = await begin();
        for (const action of sequence) await act(course, action);
        expect(checkDatabase(course.study.db).findings).toEqual([]);
        for (const { newCards, reviewed } of doneByDay(course.study.db)) {
          expect(newCards).toBeLessThanOrEqual(limits.newPerDay);
          expect(reviewed).toBeLessThanOrEqual(limits.reviewsPerDay);
        }
        course.study.close();
      }),
      { numRuns: 60 },
    );
  },
  patienceMs,
);

test(
  'whatever is chosen, practised and planned besides, log and memories agree, and practice changes no schedule',
  async () => {
    await fc.assert(
      fc.asyncProperty(wider, async (sequence) => {
        const course = await begin();
        for (const action of sequence) {
          const isPractice = course.view?.study.practice === true && action.do === 'rate';
          const before = isPractice ? course.study.db.prepare('SELECT * FROM memories').all() : null;
          await act(course, action);
          if (before) expect(course.study.db.prepare('SELECT * FROM memories').all()).toEqual(before);
        }
        expect(checkDatabase(course.study.db).findings).toEqual([]);
        course.study.close();
      }),
      { numRuns: 60 },
    );
  },
  patienceMs,
);

test(
  'undo after any sequence goes back step by step to exactly where it began, and redo to where it ended, across a restart',
  async () => {
    const imports: readonly Action['do'][] = ['import', 'undo import'];
    const withoutImports = wider.map((sequence) => sequence.filter((action) => !imports.includes(action.do)));
    await fc.assert(
      fc.asyncProperty(withoutImports, async (sequence) => {
        const course = await begin();
        const steps = (): number[] =>
          course.study.db.prepare<[], number>('SELECT stepId FROM undoSteps WHERE undoneAt IS NULL ORDER BY stepId').pluck().all();
        const states = new Map<number, unknown>();
        for (const action of sequence) {
          const before = content(course.study.db);
          const known = steps();
          await act(course, action);
          // A step that is done again has its state already; numbers are never given twice.
          for (const stepId of steps()) if (!known.includes(stepId) && !states.has(stepId)) states.set(stepId, before);
        }
        const end = content(course.study.db);
        const done = steps();
        course.study.sessions.start(daily(null));
        for (const stepId of done.toReversed()) {
          course.study.sessions.undo();
          expect(content(course.study.db)).toEqual(states.get(stepId));
        }
        expect(checkDatabase(course.study.db).findings).toEqual([]);

        course.study = course.study.restarted();
        course.study.sessions.start(daily(null));
        for (const stepId of done) {
          expect(content(course.study.db)).toEqual(states.get(stepId));
          course.study.sessions.redo();
        }
        expect(content(course.study.db)).toEqual(end);
        expect(checkDatabase(course.study.db).findings).toEqual([]);
        course.study.close();
      }),
      { numRuns: 60 },
    );
  },
  patienceMs,
);

test(
  'within a day a card is shown again only while it is being learned or after an undo',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ratings, lengths), async (sequence) => {
        const { study } = await begin();
        const seen = new Set<string>();
        let view = study.sessions.start(daily(null));
        for (const rating of sequence) {
          if (!view.card) break;
          const { cardId, queue } = view.card;
          expect(queue !== 'learning' && seen.has(cardId)).toBe(false);
          seen.add(cardId);
          view = study.sessions.rate({ cardId, rating, durationMs: 1000 });
          study.clock.at += 20_000;
        }
        study.close();
      }),
      { numRuns: 40 },
    );
  },
  patienceMs,
);
