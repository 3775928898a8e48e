import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog, describeError } from '../../../src/main/shell/log.js';
import { freshFolder } from '../folder.js';

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the log', () => {
  it('says when, what and where in the code', () => {
    const file = join(freshFolder(), 'etcdeck.log');
    createLog(file, () => Date.UTC(2026, 10, 22, 12))(new TypeError('x is not a function'));
    expect(readFileSync(file, 'utf8')).toMatch(/^2026-11-22T12:00:00\.000Z TypeError: x is not a function\n {4}at .*log\.test\.ts/);
  });

  it.skipIf(process.platform === 'win32')('is for its owner alone, also where an earlier one was not', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'old.log'), 'earlier\n', { mode: 0o644 });
    for (const name of ['old.log', 'new.log']) {
      createLog(join(folder, name))(new Error('x'));
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('stays small however much goes wrong', () => {
    const folder = freshFolder();
    const log = createLog(join(folder, 'etcdeck.log'));
    const error = new Error('again');
    for (let count = 0; count < 3_000; count++) log(error);
    expect(readdirSync(folder).sort()).toEqual(['etcdeck.log', 'etcdeck.log.1']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(300 * 1024);
  });

  it('breaks nothing when it cannot be written', () => {
    expect(() => createLog(join(freshFolder(), 'no', 'such', 'folder.log'))(new Error('x'))).not.toThrow();
    expect(process.stderr.write).toHaveBeenCalled();
  });

  it.each([
    ['what JSON quotes', () => JSON.parse('my secret note') as unknown],
    ['further lines', () => fail('bad YAML\n 1 | my secret note')],
    ['single quotes', () => fail("cannot read 'my secret note'")],
    ['back quotes', () => fail('cannot read `my secret note`')],
    ['curly quotes', () => fail('cannot read “my secret note”')],
    ['a cause', () => fail('outer', new Error('inner "my secret note"'))],
  ])('does not repeat notes in %s', (_, attempt) => {
    const text = describeError(caught(attempt));
    expect(text).toMatch(/Error/);
    expect(text).not.toContain('secret');
  });

  it.each([undefined, null, 'my secret note', { message: 'my secret note' }])('takes %j for an error', (thrown) => {
    expect(describeError(thrown)).not.toContain('secret');
  });
});

function fail(message: string, cause?: Error): never {
  throw new Error(message, { cause });
}

function caught(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    return error;
  }
}
