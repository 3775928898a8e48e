import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Thread, type ThreadParts } from '../../../src/main/threads/thread.js';
import { FailureError } from '../../../src/shared/result.js';
import { eventually } from '../eventually.js';
import { freshFolder } from '../folder.js';
import type { SampleTasks } from './sample-worker.js';
import { builtSamples, samples } from './samples.js';

let bundles = '';
beforeAll(async () => {
  bundles = await builtSamples();
});

function sample(parts: Partial<ThreadParts> = {}) {
  const watched = samples(bundles);
  const thread = new Thread<SampleTasks>({ name: 'sample', start: watched.start, ...parts });
  onTestFinished(() => thread.end(new Error('the test is over')));
  return { ...watched, thread };
}

const idleMs = 30;
const enough = (): Error => new FailureError({ code: 'cancelled', message: 'Enough.' });

describe('asking', () => {
  test('starts the thread with the first question and gives each the answer to it, whichever comes first', async () => {
    const { thread, workers } = sample();
    expect(workers).toHaveLength(0);
    expect(await Promise.all([thread.ask('wait', 200), thread.ask('echo', { a: [1] }), thread.ask('wait', 10)])).toEqual([
      200,
      { a: [1] },
      10,
    ]);
    expect(workers).toHaveLength(1);
  });

  test('tells all progress, in order and before the answer, to who asked and to nobody else', async () => {
    const { thread } = sample();
    const seen: string[] = [];
    const told = (name: string) => (done: number, total: number) => void seen.push(`${name} ${done}/${total}`);
    const both = Promise.all([thread.ask('count', 500, told('a')), thread.ask('count', 3, told('b'))]);
    await thread.ask('count', 2, undefined);
    await both;
    expect(seen).toEqual([...Array.from({ length: 500 }, (_, n) => `a ${n + 1}/500`), 'b 1/3', 'b 2/3', 'b 3/3']);
  });

  test('hears nothing of a task that has answered', async () => {
    const seen: unknown[] = [];
    const { thread } = sample({ onEvent: (...told) => void seen.push(told) });
    await thread.ask('late', undefined, (what) => void seen.push(what));
    await thread.ask('wait', 100);
    expect(seen).toEqual([]);
  });

  test('rejects with the failure as it was thrown, and with what else went wrong', async () => {
    const { thread } = sample();
    const failure = await thread.ask('fail', 'failure').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FailureError);
    expect(failure).toMatchObject({
      message: 'Not now.',
      failure: { code: 'conflict', message: 'Not now.', where: 'a.md:3', hint: 'Wait.' },
    });
    const error = await thread.ask('fail', 'error').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ message: 'The disk is full.', code: 'ENOSPC', stack: expect.stringContaining('sample-worker') });
    await expect(thread.ask('fail', 'text')).rejects.toThrow('JSON');
    expect(await thread.ask('echo', 1)).toBe(1);
  });

  test('rejects what cannot be sent, and goes on', async () => {
    const { thread, running } = sample({ idleMs });
    await expect(thread.ask('echo', () => 1)).rejects.toThrow('could not be cloned');
    await expect(thread.ask('function', undefined)).rejects.toThrow('could not be cloned');
    expect(await thread.ask('echo', 1)).toBe(1);
    await eventually(() => expect(running()).toBe(0));
  });

  test('tells events in order, without a question', async () => {
    const seen: unknown[] = [];
    const { thread } = sample({ onEvent: (...told) => void seen.push(told) });
    await thread.ask('tell', 3);
    expect(seen).toEqual([1, 2, 3].map((n) => ['event', n]));
  });
});

describe('a thread that dies', () => {
  test.each([
    ['of an error nobody caught', (thread: Thread<SampleTasks>) => thread.ask('dieIn', 20), 'fell over'],
    ['of an exit', (thread: Thread<SampleTasks>) => thread.ask('exit', 3).catch(() => undefined), 'the sample thread ended with code 3'],
  ])('%s tells everybody who waits, and is another one at the next question', async (_, kill, message) => {
    const died: Error[] = [];
    const { thread, workers } = sample({ onDeath: (error) => void died.push(error) });
    const waiting = [thread.ask('wait', 60_000), thread.ask('forever', undefined)];
    const told = Promise.allSettled(waiting);
    await kill(thread);
    expect((await told).map((each) => each.status === 'rejected' && (each.reason as Error).message)).toEqual([message, message]);
    expect(await thread.ask('echo', 1)).toBe(1);
    expect(workers).toHaveLength(2);
    expect(died).toEqual([]);
  });

  test('is told of once when nobody waits', async () => {
    const died: string[] = [];
    const { thread, running, workers } = sample({ onDeath: ({ message }) => void died.push(message) });
    await thread.ask('dieIn', 0);
    await eventually(() => expect(running()).toBe(0));
    expect(died).toEqual(['fell over']);
    await workers[0]?.terminate();
    expect(await thread.ask('echo', 1)).toBe(1);
    expect(died).toHaveLength(1);
  });

  test('can be ended', async () => {
    const { thread, running, workers } = sample();
    await thread.ask('dieIn', 0);
    await eventually(() => expect(running()).toBe(0));
    await thread.end();
    await thread.end(enough());
    await thread.ask('echo', 1);
    void workers[1]?.terminate();
    await thread.end();
    expect(running()).toBe(0);
  });
});

describe('a thread without work', () => {
  test('ends after a while, having put away what it holds, and another starts with the next question', async () => {
    const { thread, running, diary } = sample({ idleMs });
    await thread.ask('wait', 3 * idleMs);
    expect(running()).toBe(1);
    await eventually(() => expect(running()).toBe(0));
    expect(diary()).toEqual(['started', 'closed']);
    expect(await thread.ask('echo', 1)).toBe(1);
  });

  test('stays while it holds something', async () => {
    const { thread, running } = sample({ idleMs });
    await thread.ask('hold', true);
    await sleep(10 * idleMs);
    expect(running()).toBe(1);
    await thread.ask('hold', false);
    await eventually(() => expect(running()).toBe(0));
  });

  test('stays when nobody said how long', async () => {
    const { thread, running } = sample();
    await thread.ask('echo', 1);
    await sleep(300);
    expect(running()).toBe(1);
  });

  test('can be started ahead of the first question, which then takes it, and ends when none comes', async () => {
    const { thread, workers, running } = sample({ idleMs: 200 });
    thread.warm();
    thread.warm();
    expect(workers).toHaveLength(1);
    await thread.ask('echo', 1);
    expect(workers).toHaveLength(1);
    await eventually(() => expect(running()).toBe(0));
    thread.warm();
    await eventually(() => expect(running()).toBe(0));
    expect(workers).toHaveLength(2);
  });

  test('does not keep the process alive, but one at work does', async () => {
    const diary = join(freshFolder(), 'diary');
    const { stdout } = await promisify(execFile)(process.execPath, [join(bundles, 'asks-and-leaves.js'), diary], { timeout: 30_000 });
    expect(stdout).toBe('waited 300');
  });
});

describe('ending a thread', () => {
  test('waits for what is being written, and for what it holds to be put away', async () => {
    const { thread, running, diary } = sample();
    await thread.ask('echo', 1);
    const written = thread.ask('write', 200);
    await thread.end();
    expect(diary()).toEqual(['started', 'writing', 'written', 'closed']);
    expect(running()).toBe(0);
    await written;
  });

  test('tells those whose task has no end', async () => {
    const { thread } = sample();
    const endless = thread.ask('forever', undefined);
    const told = expect(endless).rejects.toThrow('the sample thread was closed');
    await thread.end();
    await told;
  });

  test('waits for every thread there was, also for one that a question came after', async () => {
    const { thread, running, workers, diary } = sample();
    await thread.ask('echo', 1);
    const first = thread.end();
    expect(await thread.ask('echo', 2)).toBe(2);
    await thread.end();
    expect(running()).toBe(0);
    expect(workers).toHaveLength(2);
    expect(diary().filter((line) => line === 'closed')).toHaveLength(2);
    await first;
  });

  test('starts none', async () => {
    const { thread, workers } = sample();
    await thread.end();
    expect(workers).toHaveLength(0);
  });
});

describe('ending a thread for a reason', () => {
  test('ends it in the middle of what it does and says why, and another starts with the next question', async () => {
    const { thread, running, diary } = sample();
    const spinning = thread.ask('spin', undefined);
    const told = expect(spinning).rejects.toMatchObject({ failure: { message: 'Enough.' } });
    await eventually(() => expect(diary()).toEqual(['started']));
    await thread.end(enough());
    expect(running()).toBe(0);
    await told;
    expect(await thread.ask('echo', 1)).toBe(1);
  });
});

describe('asking only a thread that is there', () => {
  test('starts none, and says what went wrong in one that is there', async () => {
    const { thread, workers } = sample();
    await thread.tell('fail', 'error');
    expect(workers).toHaveLength(0);
    await thread.ask('echo', 1);
    await expect(thread.tell('fail', 'error')).rejects.toThrow('The disk is full.');
    await thread.tell('hold', false);
  });

  test('has nothing to say of one that dies or died', async () => {
    const { thread, workers } = sample();
    await thread.ask('echo', 1);
    void workers[0]?.terminate();
    await thread.tell('wait', 60_000);
    await thread.tell('fail', 'error');
    expect(workers).toHaveLength(1);
  });
});
