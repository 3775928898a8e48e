import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from '../../../scripts/runtime/lock.mjs';

const lockModule = fileURLToPath(new URL('../../../scripts/runtime/lock.mjs', import.meta.url));

let folder: string;
let lock: string;
let journal: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'etcdeck-lock-'));
  lock = join(folder, 'cache', 'setup.lock');
  journal = join(folder, 'journal');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** A process that takes the lock, writes that it has it, and does `then` before it gives it back. */
function startHolder(then: string) {
  const script = `
    import { appendFile } from 'node:fs/promises';
    import { setTimeout as sleep } from 'node:timers/promises';
    const { withLock } = await import(${JSON.stringify(lockModule)});
    await withLock(${JSON.stringify(lock)}, 'set-up', async () => {
      await appendFile(${JSON.stringify(journal)}, 'in\\n');
      ${then}
      await appendFile(${JSON.stringify(journal)}, 'out\\n');
    });`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
}

const readJournal = async () => (await readFile(journal, 'utf8').catch(() => '')).split('\n').filter(Boolean);

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

async function leaveLock(text: string, touchedAgoMs = 0) {
  await withLock(lock, 'set-up', async () => {}); // makes the folder
  await writeFile(lock, text);
  const touchedAt = new Date(Date.now() - touchedAgoMs);
  await utimes(lock, touchedAt, touchedAt);
}

describe('the lock of the set-up', () => {
  it('gives the result of the work and is gone afterwards', async () => {
    expect(await withLock(lock, 'set-up', async () => 42)).toBe(42);
    await expect(readFile(lock)).rejects.toThrow('ENOENT');
  });

  it('is given back when the work fails', async () => {
    await expect(withLock(lock, 'set-up', () => Promise.reject(new Error('no space')))).rejects.toThrow('no space');
    await expect(readFile(lock)).rejects.toThrow('ENOENT');
  });

  it('makes a second one wait, and says so once', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    let isIn = (): void => undefined;
    const entered = new Promise<void>((resolve) => (isIn = resolve));
    const first = withLock(lock, 'set-up', async () => {
      isIn();
      await sleep(700);
      await appendFile(journal, 'first\n');
    });
    await entered;
    await withLock(lock, 'set-up', () => appendFile(journal, 'second\n'));
    await first;
    expect(await readJournal()).toEqual(['first', 'second']);
    expect(told.mock.calls.map(([line]) => line)).toEqual([`Waiting for another set-up to finish (process ${process.pid}, ${lock}) …\n`]);
  });

  it('is taken over from a process that was killed', async () => {
    const holder = startHolder('await sleep(60_000);');
    while ((await readJournal()).length === 0) await sleep(20);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await expect(readFile(lock, 'utf8')).resolves.toContain(String(holder.pid));
    expect(await withLock(lock, 'set-up', async () => 'taken over')).toBe('taken over');
  });

  it('is taken over when its process on another machine has not touched it for minutes', async () => {
    await leaveLock('1 another-machine 0', 10 * 60_000);
    expect(await withLock(lock, 'set-up', async () => 'taken over')).toBe('taken over');
  });

  it('is respected while its process on another machine touches it', async () => {
    await leaveLock('1 another-machine 0');
    const order: string[] = [];
    const waiting = withLock(lock, 'set-up', async () => void order.push('work'));
    await sleep(600);
    order.push('released');
    await rm(lock);
    await waiting;
    expect(order).toEqual(['released', 'work']);
  });

  it('lets one process in at a time, even when all find a stale lock', async () => {
    await leaveLock(`${deadPid()} ${hostname()} 0`);
    const holders = Array.from({ length: 4 }, () => startHolder('await sleep(50);'));
    await Promise.all(holders.map((holder) => once(holder, 'exit')));
    expect(await readJournal()).toEqual(['in', 'out', 'in', 'out', 'in', 'out', 'in', 'out']);
  });
});
