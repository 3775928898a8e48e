import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { TaskThread } from '../../../src/main/threads/task-thread.js';
import { eventually } from '../eventually.js';
import type { SampleTasks } from './sample-worker.js';
import { builtSamples, samples } from './samples.js';

let bundles = '';
beforeAll(async () => {
  bundles = await builtSamples();
});

/** Of these tasks `spin` and `wait` give way, the others do not. */
function sample() {
  const watched = samples(bundles);
  const tasks = new TaskThread<SampleTasks>({ name: 'sample', start: watched.start }, (task) => ['spin', 'wait'].includes(task));
  onTestFinished(() => tasks.cancel());
  return { ...watched, tasks };
}

const cancelled = { failure: { code: 'cancelled' } };

describe('tasks, one at a time', () => {
  test('are each done in a thread of its own that has put everything away and is gone before the answer is there', async () => {
    const { tasks, running, workers, diary } = sample();
    const seen: number[] = [];
    expect(await tasks.run('count', 3, (done) => void seen.push(done))).toBe(3);
    expect(running()).toBe(0);
    expect(diary()).toEqual(['started', 'closed']);
    expect(seen).toEqual([1, 2, 3]);
    await expect(tasks.run('fail', 'failure')).rejects.toMatchObject({ failure: { code: 'conflict' } });
    expect(running()).toBe(0);
    expect(workers).toHaveLength(2);
  });

  test('are done in the order they were asked for, also after one that failed or died', async () => {
    const { tasks, workers, running } = sample();
    const order: number[] = [];
    const asked = [
      tasks.run('fail', 'error').catch(() => void order.push(1)),
      tasks.run('exit', 3).catch(() => void order.push(2)),
      tasks.run('echo', 3).then(() => void order.push(3)),
      tasks.run('echo', 4).then(() => void order.push(4)),
    ];
    expect(workers.length).toBeLessThan(2);
    await tasks.idle();
    expect(running()).toBe(0);
    await Promise.all(asked);
    expect(order).toEqual([1, 2, 3, 4]);
  });

  test('give way to the next when they may, be they begun or not, and are waited for when they may not', async () => {
    const { tasks, workers, diary } = sample();
    const spinning = expect(tasks.run('spin', undefined)).rejects.toMatchObject(cancelled);
    await eventually(() => expect(diary()).toEqual(['started']));
    const writing = tasks.run('write', 50);
    const waiting = expect(tasks.run('wait', 60_000)).rejects.toMatchObject(cancelled);
    expect(await tasks.run('echo', 1)).toBe(1);
    await Promise.all([spinning, writing, waiting]);
    expect(diary().filter((line) => line !== 'started' && line !== 'closed')).toEqual(['writing', 'written']);
    expect(workers).toHaveLength(3);
  });

  test('are stopped, begun or not, in the middle of what they do, and others are done afterwards', async () => {
    const { tasks, workers, running, diary } = sample();
    const writing = expect(tasks.run('write', Infinity)).rejects.toMatchObject(cancelled);
    const waiting = expect(tasks.run('echo', 1)).rejects.toMatchObject(cancelled);
    await eventually(() => expect(diary()).toEqual(['started', 'writing']));
    await tasks.cancel();
    expect(running()).toBe(0);
    expect(workers).toHaveLength(1);
    await Promise.all([writing, waiting]);
    expect(await tasks.run('echo', 2)).toBe(2);
    await tasks.cancel();
  });
});
