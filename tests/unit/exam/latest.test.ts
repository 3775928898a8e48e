import { describe, expect, it } from 'vitest';
import { latest } from '../../../src/main/features/exam/latest.js';

/** Work under the test's hand: each time it is asked for can be ended or made to fail. */
function bench() {
  const asked: { end: (value: string) => void; fail: (error: Error) => void }[] = [];
  let key = 'a';
  const value = latest(
    () => key,
    () => new Promise<string>((resolve, reject) => asked.push({ end: resolve, fail: reject })),
  );
  return { value, asked, turnTo: (next: string) => void (key = next) };
}

describe('a value that is costly to work out', () => {
  it('is worked out once as long as nothing changes, however often it is asked for', async () => {
    const { value, asked } = bench();
    expect([value.last(), value.isCurrent()]).toEqual([null, false]);
    const both = Promise.all([value.get(), value.get()]);
    asked[0]?.end('one');
    expect(await both).toEqual(['one', 'one']);
    expect(await value.get()).toBe('one');
    expect(asked).toHaveLength(1);
    expect([value.last(), value.isCurrent()]).toEqual(['one', true]);
  });

  it('is worked out anew after a change; until then the last one is known to be old', async () => {
    const { value, asked, turnTo } = bench();
    const first = value.get();
    asked[0]?.end('one');
    await first;
    turnTo('b');
    expect([value.last(), value.isCurrent()]).toEqual(['one', false]);
    const second = value.get();
    asked[1]?.end('two');
    expect(await second).toBe('two');
    expect(value.isCurrent()).toBe(true);
  });

  it('comes from the newer work for those who waited for older work that was stopped', async () => {
    const { value, asked, turnTo } = bench();
    const first = value.get();
    turnTo('b');
    const second = value.get();
    asked[0]?.fail(new Error('stopped'));
    asked[1]?.end('two');
    expect(await Promise.all([first, second])).toEqual(['two', 'two']);
    expect(asked).toHaveLength(2);
  });

  it('is not replaced by older work that ends later', async () => {
    const { value, asked, turnTo } = bench();
    const first = value.get();
    turnTo('b');
    const second = value.get();
    asked[1]?.end('two');
    await second;
    asked[0]?.end('one');
    await first;
    expect([value.last(), value.isCurrent()]).toEqual(['two', true]);
  });

  it('fails as the work does, and is tried again when asked again', async () => {
    const { value, asked } = bench();
    const first = value.get();
    asked[0]?.fail(new Error('no file'));
    await expect(first).rejects.toThrow('no file');
    const second = value.get();
    asked[1]?.end('one');
    expect(await second).toBe('one');
  });
});
