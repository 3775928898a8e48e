import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { loadRustBinding } from '../../../src/main/features/presets/rust-binding.js';
import { mockTasks } from '../../../src/main/features/mock/mock-work.js';
import { createStudyThread } from '../../../src/main/study-thread/study-thread.js';
import type { StudyThread } from '../../../src/main/study-thread/study-thread.js';
import { builtWorkers } from '../import/built-workers.js';
import { shareAtWork } from '../main-thread.js';
import { addTopic, curriculum } from '../mock/mock-table.js';
import { setDefault, studying } from '../review/studying.js';
import type { Studying } from '../review/studying.js';
import { rememberedYears } from './remembered-years.js';

let bundles = '';
beforeAll(async () => {
  bundles = await builtWorkers();
});

const startWorker = (workerData: unknown): Worker => new Worker(join(bundles, 'study-worker.js'), { workerData });
const threadOf = ({ folder }: Studying): StudyThread => createStudyThread({ dataFolder: folder, startWorker });
const inputOf = ({ study }: Studying) => ({ presetId: 'default', today: study.moment().on, at: study.moment().at });
const quiet = (): void => undefined;

describe('the study thread', () => {
  it('reschedules thousands of cards and takes it back, and the main process stays free', async () => {
    const study = studying();
    rememberedYears(study, { cards: 3_000, seed: 'thread' });
    setDefault(study, { desiredRetention: 0.95 });
    const thread = threadOf(study);
    const seen: number[] = [];
    const promised = await thread.run('rescheduling', inputOf(study), (done) => seen.push(done));
    expect(seen.at(-1)).toBeGreaterThan(0);
    let rescheduleId = '';
    const share = await shareAtWork(async () => {
      const done = await thread.run('reschedule', inputOf(study), quiet);
      expect(done).toMatchObject(promised);
      rescheduleId = done.rescheduleId ?? '';
    });
    expect(promised.cards).toBeGreaterThan(1_000);
    expect(checkDatabase(study.db).findings).toEqual([]);
    await thread.run('undoReschedule', { rescheduleId, at: study.clock.now() });
    expect(checkDatabase(study.db).findings).toEqual([]);
    setDefault(study, { desiredRetention: 0.9 });
    expect((await thread.run('rescheduling', inputOf(study), quiet)).cards).toBe(0);
    expect(share).toBeLessThan(0.5);
  });

  it('simulates the workload, the same every time, while the main process stays free', async () => {
    const study = studying();
    rememberedYears(study, { cards: 2_000, seed: 'thread' });
    const thread = threadOf(study);
    const first = await thread.run('workload', inputOf(study), quiet);
    let second: unknown;
    const share = await shareAtWork(async () => (second = await thread.run('workload', inputOf(study), quiet)));
    expect(second).toEqual(first);
    expect(first.points.map(({ desiredRetention }) => Math.round(desiredRetention * 100))).toEqual(
      Array.from({ length: 16 }, (_, index) => 80 + index),
    );
    expect(share).toBeLessThan(0.5);
  });

  it.each([
    [0.7, 70],
    [0.95, 80],
    [0.97, 82],
  ])('simulates the workload of the present retention, %d, too', async (desiredRetention, fromPercent) => {
    const study = studying();
    setDefault(study, { desiredRetention });
    const { points } = await threadOf(study).run('workload', inputOf(study), quiet);
    const percents = points.map((point) => Math.round(point.desiredRetention * 100));
    expect(percents).toEqual(Array.from({ length: 16 }, (_, index) => fromPercent + index));
    expect(percents).toContain(Math.round(desiredRetention * 100));
  });

  it('is stopped, changes nothing then, and works again', async () => {
    const study = studying();
    rememberedYears(study, { cards: 3_000, seed: 'thread' });
    setDefault(study, { desiredRetention: 0.95 });
    const thread = threadOf(study);
    const running = thread.run('reschedule', inputOf(study), () => void thread.cancel());
    await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(study.db.prepare('SELECT count(*) FROM rescheduledCards').pluck().get()).toBe(0);
    expect((await thread.run('rescheduling', inputOf(study), quiet)).cards).toBeGreaterThan(0);
    await thread.cancel();
  });

  it('lets a task that only reads give way to the next, and one that writes finish', async () => {
    const study = studying();
    rememberedYears(study, { cards: 1_000, seed: 'thread' });
    setDefault(study, { desiredRetention: 0.95 });
    const thread = threadOf(study);
    const reading = thread.run('workload', inputOf(study), quiet);
    const writing = thread.run('reschedule', inputOf(study), quiet);
    const last = thread.run('rescheduling', inputOf(study), quiet);
    await expect(reading).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect((await writing).cards).toBeGreaterThan(0);
    expect((await last).cards).toBe(0);
  });

  it('chooses the tasks of a mock exam as this thread would, and says what there is to choose from', async () => {
    const study = studying();
    for (const topicId of ['storage/storage-classes', 'architecture/rbac']) addTopic(study.db, topicId, 20);
    const input = { curriculum, shape: { tasks: 8, parts: 2 }, seed: 'thread' };
    const chosen = await threadOf(study).run('mockTasks', input);
    expect(chosen).toEqual(mockTasks(study.db, input.curriculum, input.shape, input.seed));
    expect(chosen).toHaveLength(8);
    const supply = await threadOf(study).run('mockSupply', { curriculum, parts: [2] });
    expect(supply.filter(({ cards }) => cards > 0)).toEqual([
      { domainId: 'architecture', cards: 20, tasks: { 2: 10 } },
      { domainId: 'storage', cards: 20, tasks: { 2: 10 } },
    ]);
  });

  it('answers with plain words about a preset that is gone', async () => {
    const study = studying();
    await expect(threadOf(study).run('workload', { ...inputOf(study), presetId: 'gone' }, quiet)).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});

const hasRust = loadRustBinding() !== null;

describe.skipIf(!hasRust)('fitting (skipped where the Rust binding is not published for the system)', () => {
  it('says what is missing with too few reviews', async () => {
    const study = studying();
    expect(await threadOf(study).run('fit', inputOf(study), quiet)).toEqual({ outcome: 'too-few', reviews: 0, needed: 400 });
  });

  it('finds better weights for a person unlike the others, with progress, while the main process stays free', async () => {
    const study = studying();
    const { reviews } = rememberedYears(study, { cards: 1_200, seed: 'thread', strength: 0.3 });
    const thread = threadOf(study);
    const seen: number[] = [];
    let result: unknown;
    const share = await shareAtWork(async () => (result = await thread.run('fit', inputOf(study), (done) => seen.push(done))));
    expect(result).toMatchObject({ outcome: 'better', fit: { reviews, fittedAt: study.clock.now() } });
    const { fit } = result as { fit: { logLossBefore: number; logLossAfter: number; weights: number[] } };
    expect(fit.logLossAfter).toBeLessThan(fit.logLossBefore);
    expect(fit.weights).toHaveLength(21);
    expect(seen.length).toBeGreaterThan(0);
    expect(share).toBeLessThan(0.5);
  });

  it('is stopped while it trains', async () => {
    const study = studying();
    rememberedYears(study, { cards: 1_200, seed: 'thread' });
    const thread = threadOf(study);
    const running = thread.run('fit', inputOf(study), () => void thread.cancel());
    await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });
});
