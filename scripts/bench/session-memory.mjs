/** Does a long session keep anything? The memory of the app after many answers, beside its own memory after the first hundred. */
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { startReview } from './answer.mjs';
import { startApp } from './child.mjs';
import { figure } from './figures.mjs';
import { memoryOfTree } from './memory.mjs';
import { answerIsThere, questionIsThere, untilThere } from './page-scripts.mjs';

/** @typedef {import('./child.mjs').Child} Child */
/** @typedef {import('./child.mjs').Place} Place */

const FIRST_ANSWERS = 100;
const ANSWERS = 1_000;
/** By then what the last answer needed for a moment is given back. */
const SETTLED_AFTER_MS = 6_000;
const GOOD = '3';

/**
 * @param {Place} place
 * @param {Child} store of the years, whose day must take so many cards
 */
export async function sessionMemory(place, store) {
  const folder = join(place.folder, 'years');
  await store.ask('widenDay', { folder, answers: ANSWERS });
  const app = startApp(place, folder);
  let figures;
  try {
    await startReview(app);
    await answerCards(app, FIRST_ANSWERS);
    const floor = await settledMemory(app);
    await answerCards(app, ANSWERS - FIRST_ANSWERS);
    const value = await settledMemory(app);
    figures = { session_memory: figure(value, floor, 'MB', ANSWERS) };
  } finally {
    await app.quit();
  }
  await store.ask('requireAnswers', { folder, answers: ANSWERS });
  return figures;
}

/**
 * @param {Child} app
 * @param {number} cards
 */
async function answerCards(app, cards) {
  for (let card = 0; card < cards; card++) {
    await app.ask('press', { key: 'Space' });
    await app.ask('evaluate', { script: untilThere(answerIsThere) });
    await app.ask('press', { key: GOOD });
    await app.ask('evaluate', { script: untilThere(questionIsThere) });
  }
}

/** @param {Child} app */
async function settledMemory(app) {
  await wait(SETTLED_AFTER_MS);
  return memoryOfTree(app.process.pid ?? NaN);
}
