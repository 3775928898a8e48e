/** The services with a folder of cards for the exam and a thread to work it out. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { withoutDesktop } from '../../../src/main/platform.js';
import { createRouter } from '../../../src/main/router.js';
import { openServices } from '../../../src/main/services.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import type { EventName, ExamPlan, Input, MethodName, Output, Rating } from '../../../src/shared/contract.js';
import type { Result } from '../../../src/shared/result.js';
import { freshFolder } from '../folder.js';
import { handClock } from '../review/studying.js';
import { sameThreadPool } from '../same-thread-pool.js';
import { addCards } from '../sample-cards.js';

/** The study day of the hand clock. */
export const todayOn = '2026-11-23';

export const planUntil = (examOn: string, change: Partial<ExamPlan> = {}): ExamPlan => ({
  ...{ examOn, hoursPerWeek: 3.5, restDays: [], daysOff: [], leftOut: [], startedOn: todayOn },
  ...change,
});

/** Two topics in two domains, found by the names of notes, and nothing for the third topic. */
export const curriculum = `exam: Sample Exam
short: SE
version: v1
asOf: "2026-11"
source: https://example.org/curriculum
format: { minutes: 60, tasks: "10", passPercent: 66, partialCredit: true }
domains:
  - id: plane
    title: Control plane
    weightPercent: 60
    topics:
      - { id: plane/etcd, title: Keep state in etcd, words: [state] }
      - { id: plane/scheduler, title: Schedule Pods, words: [scheduling] }
  - id: node
    title: Node
    weightPercent: 40
    topics:
      - { id: node/kubelet, title: Run Pods, paths: [kubelet.md] }
`;

/** Ten cards about etcd, ten about the kubelet, five about neither. */
export function preparedFolder(): string {
  const folder = freshFolder();
  const db = openDatabase(folder);
  const cards = (name: string, note: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ cardId: `${name}-${n}`, note, deck: 'Notes' }));
  addCards(db, [...cards('etcd', 'state.md', 10), ...cards('kubelet', 'kubelet.md', 10), ...cards('vim', 'vim.md', 5)]);
  db.close();
  return folder;
}

/** A folder of shipped decks with this curriculum in it. */
export function shippedFolder(text = curriculum): string {
  const folder = freshFolder();
  mkdirSync(join(folder, 'cka'));
  writeFileSync(join(folder, 'cka', 'curriculum.yaml'), text);
  return folder;
}

export async function preparing(bundles: string, dataFolder = preparedFolder(), startersFolder: string | null = shippedFolder()) {
  const events: EventName[] = [];
  const clock = handClock();
  const services = await openServices({
    dataFolder,
    startersFolder,
    clock,
    platform: withoutDesktop({ version: '1.2.3', electron: '45', name: 'linux' }),
    emit: (event) => void events.push(event),
    log: (error) => {
      throw error;
    },
    pool: sameThreadPool(),
    startStudyWorker: (workerData) => new Worker(join(bundles, 'study-worker.js'), { workerData }),
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await services.close();
    isOpen = false;
  };
  onTestFinished(close);
  await services.started;
  events.length = 0;
  const route = createRouter(
    services.handlers,
    (error) => {
      throw error;
    },
    { checkOutput: true },
  );
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Result<Output<M>>> =>
    (await route(method, input)) as Result<Output<M>>;
  /** Calls a method that must succeed. */
  async function get<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await call(method, input);
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
    return result.value;
  }
  /** Answers every card of a running session. */
  async function answerAll(rating: Rating = 'easy', durationMs = 12_000): Promise<string[]> {
    const answered: string[] = [];
    for (let view = await get('session.current', {}); view.card;) {
      answered.push(view.card.cardId);
      view = await get('session.rate', { cardId: view.card.cardId, rating, durationMs });
    }
    await get('session.end', {});
    return answered;
  }
  return { ...services, dataFolder, clock, events, call, get, answerAll, close };
}
