/**
 * The whole way of a learner with the network cut off: notes in, reviews, an exam date, a mock, a sheet to take along. And not one
 * socket of an internet protocol on the way, while the cluster panel is off.
 */
import { test as base, expect } from '@playwright/test';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CutOff, whyNot } from './cut-off.js';

const reason = whyNot();

const note = `# Raft

- **Leader**: The one member that takes writes and sends them to the others.
- **Term**: A number that grows with every election.
- **Quorum**: The majority of members that must agree before a write counts.
- **Follower**: A member that stores what the leader sends it.
`;

const test = base.extend<{ folder: string }>({
  folder: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'etcdeck-offline-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
});

test('a learner goes all the way without a network, and no socket is opened', async ({ folder }) => {
  test.skip(reason !== null, `Not run: ${reason}.`);
  test.setTimeout(300_000);
  const [notes, data, sheet, stub] = ['notes', 'data', 'sheet.pdf', 'stub.cjs'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  mkdirSync(notes);
  mkdirSync(data);
  writeFileSync(join(notes, 'raft.md'), note);
  // The one thing that no page can answer: the system's dialog for saving.
  const answer = `{ canceled: false, filePath: ${JSON.stringify(sheet)} }`;
  writeFileSync(stub, `require('electron').dialog.showSaveDialog = () => Promise.resolve(${answer});`);

  const app = await CutOff.start(data, [notes], stub);
  try {
    expect(app.devices(), 'ways out').toEqual([]);

    // Notes in.
    await app.sees('raft.md');
    await app.click('Import 4 cards');
    await app.sees('4 cards imported');

    // Reviews: three answers, each with a different card.
    await app.click('Today');
    await app.click('Start review');
    for (let answered = 1; answered <= 3; answered++) {
      await app.click('Show answer');
      await app.click('Good');
      await app.until('the next card', async () => {
        const { ok, value } = await ask<{ remaining: { learning: number } }>(app, 'session.current', {});
        return (ok && value.remaining.learning >= answered) || undefined;
      });
    }
    await app.press('Escape', 'Escape');
    await app.click('Done');
    await app.sees('Custom study');

    // An exam date, and the plan that leads there.
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const plan = { examOn: day(30), hoursPerWeek: 5, restDays: [6], daysOff: [], leftOut: [], startedOn: day(0) };
    expect(await ask(app, 'exam.plan', { plan })).toMatchObject({ ok: true });
    expect(await ask(app, 'exam.get', {})).toMatchObject({ ok: true, value: { plan: { examOn: day(30) } } });

    // A mock, shortened, taken to its result.
    const mock = await ask<{ mockId: string }>(app, 'mock.start', { minutes: 15 });
    expect(mock).toMatchObject({ ok: true });
    const { mockId } = mock.value;
    expect(await ask(app, 'mock.finish', { mockId })).toMatchObject({ ok: true });
    expect(await ask(app, 'mock.result', { mockId })).toMatchObject({ ok: true });

    // A sheet to take along.
    await app.press('p', 'KeyP', 2);
    await app.sees('Print a cheat sheet');
    await app.evaluate(`document.querySelector('dialog.print input[type=checkbox]').click()`);
    await app.click('Save as PDF');
    await app.sees('Saved sheet.pdf');
    expect(readFileSync(sheet, 'latin1').slice(0, 5)).toBe('%PDF-');

    const traced = app.isTraced ? 'sockets there are or ever were' : 'sockets there are';
    expect(app.sockets(), traced).toEqual([]);
    expect(app.faults).toEqual([]);
  } finally {
    await app.close();
  }
});

interface Said<T> {
  ok: boolean;
  value: T;
}

/** Asks the main process what a screen would. */
const ask = <T>(app: CutOff, method: string, input: object): Promise<Said<T>> =>
  app.evaluate<Said<T>>(`window.etcdeck.call(${JSON.stringify(method)}, ${JSON.stringify(input)})`);
