import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReport } from '../../../scripts/test/reports.mjs';
import { mapAtMost, runStep } from '../../../scripts/test/run-step.mjs';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'etcdeck-steps-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function report(content: unknown): Promise<string> {
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

const script = (text: string) => ({ name: 'trial', command: process.execPath, args: ['-e', text] });

describe('the count of tests', () => {
  it("is read from vitest's report", async () => {
    const file = await report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(await readReport('vitest', file)).toEqual({ passed: 5, failed: 2, skipped: 2, failures: [] });
  });

  it("comes with the name and the reason of each failure in vitest's report, also of a file that could not be loaded", async () => {
    const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
    const failed = { status: 'failed', fullName: 'sums takes away', failureMessages: ['expected 1 to be 2'] };
    const testResults = [
      { name: 'sums.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: 'broken.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ];
    const file = await report({ numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults });
    expect((await readReport('vitest', file)).failures).toEqual([
      'sums.test.ts: sums takes away\nexpected 1 to be 2',
      'broken.test.ts\nno such module',
    ]);
  });

  it("comes with the place and the reason of each failure in Playwright's report", async () => {
    const spec = (title: string, status: string, message?: string) => ({
      title,
      file: 'a.spec.ts',
      line: 7,
      tests: [{ status, results: [{ ...(message && { error: { message } }) }] }],
    });
    const suites = [{ specs: [spec('opens', 'expected')], suites: [{ specs: [spec('closes', 'unexpected', 'still open')] }] }];
    const file = await report({ stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }, suites });
    expect((await readReport('playwright', file)).failures).toEqual(['a.spec.ts:7: closes\nstill open']);
  });

  it("is read from Playwright's report, where a test that passed only when repeated has failed", async () => {
    const file = await report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(await readReport('playwright', file)).toEqual({ passed: 7, failed: 2, skipped: 2, failures: [] });
  });

  it('has a failure when there is no report', async () => {
    expect(await readReport('vitest', join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1, skipped: 0, failures: [] });
  });
});

describe('a step of the tests', () => {
  it('is ok when its program ends well', async () => {
    expect(await runStep(script('console.log("fine")'))).toMatchObject({ name: 'trial', ok: true, failed: 0, output: 'fine\n' });
  });

  it('fails with its program, counts as one failure and keeps all its output', async () => {
    const outcome = await runStep(script('console.log("out"); console.error("err"); process.exitCode = 3'));
    expect(outcome).toMatchObject({ ok: false, passed: 0, failed: 1 });
    expect(outcome.output).toContain('out\n');
    expect(outcome.output).toContain('err\n');
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const outcome = runStep(script('setInterval(() => {}, 1000)'), stop.signal);
    stop.abort();
    expect(await outcome).toMatchObject({ ok: false });
    expect(await runStep(script('console.log("not begun")'), stop.signal)).not.toMatchObject({ output: 'not begun\n' });
  });

  it('says which signal has ended its program', async () => {
    expect(await runStep(script('process.kill(process.pid)'))).toMatchObject({ ok: false, output: 'Ended by SIGTERM.\n' });
  });

  it('fails when its program cannot be started', async () => {
    expect(await runStep({ name: 'trial', command: join(folder, 'nothing'), args: [] })).toMatchObject({ ok: false, failed: 1 });
  });

  it('fails when a runner ends well without a report', async () => {
    expect(await runStep({ ...script(''), runner: 'playwright' })).toMatchObject({ ok: false, failed: 1 });
  });
});

describe('work in lanes', () => {
  it('runs at most so many at a time, and gives the results in order', async () => {
    let running = 0;
    let most = 0;
    const results = await mapAtMost([30, 5, 10, 1, 1], 2, async (ms) => {
      most = Math.max(most, ++running);
      await sleep(ms);
      running--;
      return ms * 2;
    });
    expect(results).toEqual([60, 10, 20, 2, 2]);
    expect(most).toBe(2);
  });
});
