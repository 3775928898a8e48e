import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import { freshFolder } from '../folder.js';
import { addCards, cardIds } from '../sample-cards.js';

const script = (folder: string): string => `
  import { runnerImport } from 'vite';
  const { module } = await runnerImport('./tests/unit/store/answer-until-killed.ts', { logLevel: 'silent' });
  module.answerUntilKilled(${JSON.stringify(folder)});`;

/** Runs the answering process and kills it after it has printed some reviews; gives back what it printed. */
async function killedAfter(reviews: number, folder: string): Promise<string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script(folder)], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (printed.split('\n').length > reviews) child.kill('SIGKILL');
  });
  const signal = await new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
  // The last line may be cut.
  return printed.split('\n').slice(0, -1);
}

test('a killed process loses no answer it reported, and leaves log and memories in agreement', async () => {
  const folder = freshFolder();
  const db = openDatabase(folder);
  addCards(db, cardIds(20));
  db.close();
  const printed = await killedAfter(50, folder);
  const after = openDatabase(folder);
  const stored = after.prepare<[], string>('SELECT reviewId FROM reviews').pluck().all();
  expect(printed.filter((reviewId) => !stored.includes(reviewId))).toEqual([]);
  expect(checkDatabase(after).findings).toEqual([]);
  after.close();
}, 60_000);
