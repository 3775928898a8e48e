/** A database with cards for every topic of the exam, mock exams over it, and a clock under the test's hand. */
import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { readCurriculum } from '../../../src/main/domain/exam/curriculum.js';
import type { Curriculum } from '../../../src/main/domain/exam/curriculum.js';
import { judge, result } from '../../../src/main/features/mock/finished-mocks.js';
import { createMockContext, type MockContext } from '../../../src/main/features/mock/mock-context.js';
import { home, remove, restore, unfinished } from '../../../src/main/features/mock/mock-history.js';
import { close } from '../../../src/main/features/mock/running-mock.js';
import { start, supply } from '../../../src/main/features/mock/start-mock.js';
import { act, finish, leave, resume } from '../../../src/main/features/mock/take-mock.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import type { Database } from '../../../src/main/store/open/database.js';
import { createMockStore } from '../../../src/main/store/tables/mock-exams.js';
import { mockSupply, mockTasks } from '../../../src/main/features/mock/mock-work.js';
import { freshFolder } from '../folder.js';
import { handClock } from '../review/studying.js';
import type { HandClock } from '../review/studying.js';
import { addCards } from '../sample-cards.js';

const read = readCurriculum(readFileSync('decks/cka/curriculum.yaml', 'utf8')).curriculum;
if (!read) throw new Error('The shipped curriculum cannot be read');
export const curriculum: Curriculum = read;

/** What is right for every command card. */
export const rightCommand = 'kubectl get pods --namespace shop';

/** Adds `each` cards of a topic, the first a command, the second a list, the third with two gaps, others texts. */
export function addTopic(db: Database, topicId: string, each: number): void {
  const ids = Array.from({ length: each }, (_, n) => `${topicId} ${n}`);
  addCards(
    db,
    ids.map((cardId, position) => ({ cardId, note: `${topicId}.md`, position })),
  );
  const tag = curriculum.domains.flatMap(({ topics }) => topics).find(({ id }) => id === topicId)?.tags[0] ?? '';
  const set = db.prepare('UPDATE cards SET tags = ?, kind = ?, front = ?, back = ? WHERE cardId = ?');
  const faces = [
    ['command', 'List the pods of the namespace shop.', `\`\`\`sh\n${rightCommand}\n\`\`\``],
    ['list', 'What are the two colours?', '- red\n- green'],
    ['cloze', 'The sky is [...] and the grass [...].', 'blue, green'],
    ['definition', 'What is a pod?', 'The smallest unit that Kubernetes runs.'],
  ] as const;
  ids.forEach((cardId, n) => {
    const [kind, front, back] = faces[Math.min(n, faces.length - 1)] ?? faces[3];
    set.run(JSON.stringify([tag]), kind, front, back, cardId);
  });
}

/** What a person does with mock exams, over one context, as the handlers of the contract call it. */
const mocksOver = (context: MockContext) => ({
  home: () => home(context),
  unfinished: () => unfinished(context),
  supply: () => supply(context),
  start: (minutes: number) => start(context, minutes),
  resume: (mockId: string) => resume(context, mockId),
  act: (mockId: string, steps: Parameters<typeof act>[2]) => act(context, mockId, steps),
  leave: (mockId: string) => leave(context, mockId),
  finish: (mockId: string) => finish(context, mockId),
  result: (mockId: string) => result(context.store, mockId),
  judge: (mockId: string, cardId: string, credit: number | null) => judge(context.store, mockId, cardId, credit, context.now()),
  delete: (mockId: string) => remove(context, mockId),
  restore: (mockId: string) => restore(context, mockId),
  close: () => close(context),
});

export interface MockTable {
  service: ReturnType<typeof mocksOver>;
  db: Database;
  clock: HandClock;
  folder: string;
  told: string[];
  /** Lets time pass as it does while the window is open: the clock is looked at every two seconds. */
  wait(ms: number): Promise<void>;
  /** Closes and opens everything again, after a quit or as after a power cut. */
  restarted(how?: 'closed' | 'killed'): MockTable;
}

interface Setup {
  folder?: string;
  clock?: HandClock;
  /** Cards of each topic. */
  each?: number;
}

export function mockTable({ folder = freshFolder(), clock = handClock(), each = 4 }: Setup = {}): MockTable {
  const db = openDatabase(folder);
  db.pragma('synchronous = OFF');
  const isNew = db.prepare('SELECT count(*) FROM cards').pluck().get() === 0;
  if (isNew) for (const { id } of curriculum.domains.flatMap(({ topics }) => topics)) addTopic(db, id, each);
  const told: string[] = [];
  let alarm: { inMs: number; run: () => void } | null = null;
  let ids = 0;
  const context = createMockContext({
    store: createMockStore(db),
    curriculum: () => curriculum,
    choose: (exam, shape, seed) => Promise.resolve(mockTasks(db, exam, shape, seed)),
    survey: (exam, parts) => Promise.resolve(mockSupply(db, exam, parts)),
    moment: () => ({ at: clock.now(), on: '2026-11-23' }),
    now: () => clock.now(),
    newId: () => `${clock.at} ${ids++}`,
    after(ms, run) {
      const mine = { inMs: ms, run };
      alarm = mine;
      return () => {
        if (alarm === mine) alarm = null;
      };
    },
    free: () => Promise.resolve(),
    onTime: (_, leftMs) => told.push(`left ${leftMs}`),
    onOver: (mockId) => told.push(`over ${mockId}`),
    log: (error) => told.push(`error ${String(error)}`),
  });
  const service = mocksOver(context);
  const shut = (): void => {
    alarm = null;
    if (db.open) db.close();
  };
  onTestFinished(shut);
  return {
    ...{ service, db, clock, folder, told },
    async wait(ms) {
      let left = ms;
      while (alarm && alarm.inMs <= left) {
        const { inMs, run } = alarm;
        alarm = null;
        clock.at += inMs;
        left -= inMs;
        run();
        // The beat waits for its turn to write.
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (alarm) alarm.inMs -= left;
      clock.at += left;
    },
    restarted(how = 'closed') {
      if (how === 'closed') service.close();
      shut();
      return mockTable({ folder, clock, each });
    },
  };
}
