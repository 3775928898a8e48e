/** Start and memory: the app on the notes that ship with it, beside the bare window. */
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { startApp, startBare } from './child.mjs';
import { inTurn, medians } from './figures.mjs';
import { memoryOfTree } from './memory.mjs';
import { buttonIsThere, paintedAt, todayIsUsable } from './page-scripts.mjs';

/** @typedef {import('./child.mjs').Place} Place */

const STARTS = 10;
const MEASURES = 5;
/** By then the screens that are fetched later are there and nothing happens any more. */
const IDLE_AFTER_MS = 6_000;

/** @param {Place} place */
const app = (place) => ({ start: () => startApp(place, join(place.folder, 'starters')), usable: paintedAt(todayIsUsable) });

/** @param {Place} place */
const bare = (place) => ({ start: () => startBare(place, join(place.folder, 'bare')), usable: paintedAt(buttonIsThere) });

/** @typedef {ReturnType<typeof app>} Window */

/**
 * The first start makes the cards of the shipped notes; the second finds the caches of the first.
 * @param {Window[]} windows
 */
async function warmUp(windows) {
  for (const window of [...windows, ...windows]) await startTime(window);
}

/** @param {Window} window */
async function startTime({ start, usable }) {
  const child = start();
  const usableAt = await child.ask('evaluate', { script: usable });
  await child.quit();
  return usableAt - child.startedAt;
}

/** @param {Window} window */
async function idleMemory({ start, usable }) {
  const child = start();
  await child.ask('evaluate', { script: usable });
  await wait(IDLE_AFTER_MS);
  const size = await memoryOfTree(child.process.pid ?? NaN);
  await child.quit();
  return size;
}

/** @param {Place} place */
export async function startup(place) {
  const [value, floor] = [app(place), bare(place)];
  await warmUp([value, floor]);
  const samples = await inTurn(
    STARTS,
    () => startTime(value),
    () => startTime(floor),
  );
  return { startup: medians(samples, 'ms') };
}

/** @param {Place} place */
export async function memory(place) {
  const [value, floor] = [app(place), bare(place)];
  await warmUp([value, floor]);
  const samples = await inTurn(
    MEASURES,
    () => idleMemory(value),
    () => idleMemory(floor),
  );
  return { memory_idle: medians(samples, 'MB') };
}
