import { readFile } from 'node:fs/promises';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What a runner says of its tests: how many there are, and each that failed as its name and why.
 * @typedef {Counts & { failures: string[] }} Report
 */

/**
 * Reads a runner's JSON report.
 * @param {'vitest' | 'playwright'} runner
 * @param {string} file
 * @returns {Promise<Report>} a report that is not there counts as a failure
 */
export async function readReport(runner, file) {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1, skipped: 0, failures: [] };
  const report = JSON.parse(text);
  return runner === 'vitest' ? readVitest(report) : readPlaywright(report);
}

/**
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ name: string, message?: string, status?: string, assertionResults: VitestTest[] }} VitestFile
 */

/**
 * @param {Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number> & { testResults?: VitestFile[] }} report
 * @returns {Report}
 */
function readVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults = [] }) {
  const failures = testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file can fail without a failed test: it could not be loaded.
    if (failed.length === 0) return status === 'failed' ? [`${name}\n${message ?? ''}`] : [];
    return failed.map((test) => `${name}: ${test.fullName}\n${test.failureMessages?.join('\n') ?? ''}`);
  });
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, failures };
}

/**
 * @typedef {{ tests: { status: string, results: { error?: { message?: string } }[] }[], title: string, file: string, line: number }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, suites?: Suite[] }} report
 * @returns {Report} a test that passed only when repeated counts as failed
 */
function readPlaywright({ stats, suites = [] }) {
  const failures = specsOf(suites).flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => `${file}:${line}: ${title}\n${results.map(({ error }) => error?.message ?? '').join('\n')}`),
  );
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped, failures };
}

/**
 * @param {Suite[]} suites
 * @returns {Spec[]} those of all levels
 */
function specsOf(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsOf(inner)]);
}
