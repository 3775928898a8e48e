/** Answering: the app with years of study behind it, beside a transaction of its database and a frame of the bare window. */
import { join } from 'node:path';
import { startApp, startBare } from './child.mjs';
import { figure, median, quantile } from './figures.mjs';
import {
  answerIsThere,
  awaitKey,
  buttonIsThere,
  keyToNextQuestion,
  oneFrame,
  paintedAt,
  questionIsThere,
  todayIsUsable,
} from './page-scripts.mjs';

/** @typedef {import('./child.mjs').Child} Child */
/** @typedef {import('./child.mjs').Place} Place */

const ANSWERS = 100;
/** Not counted: the first ones compile the page's code. */
const FIRST_ANSWERS = 5;
const GOOD = '3';

/**
 * @param {Place} place
 * @param {Child} store with its own copy of the database
 */
export async function answerToNextCard(place, store) {
  const app = startApp(place, join(place.folder, 'years'));
  const bare = startBare(place, join(place.folder, 'bare-frame'));
  const samples = {
    answers: /** @type {number[]} */ ([]),
    transactions: /** @type {number[]} */ ([]),
    frames: /** @type {number[]} */ ([]),
  };
  try {
    await bare.ask('evaluate', { script: paintedAt(buttonIsThere) });
    await startReview(app);
    for (let index = -FIRST_ANSWERS; index < ANSWERS; index++) {
      const answer = await answerOne(app);
      const transaction = await store.ask('transaction');
      const frame = await bare.ask('evaluate', { script: oneFrame });
      if (index < 0) continue;
      samples.answers.push(answer);
      samples.transactions.push(transaction);
      samples.frames.push(frame);
    }
  } finally {
    await Promise.all([app.quit(), bare.quit()]);
  }
  await store.ask('requireAnswers', { folder: join(place.folder, 'years'), answers: FIRST_ANSWERS + ANSWERS });
  const frame = median(samples.frames);
  const at = (/** @type {number} */ share) =>
    figure(quantile(samples.answers, share), quantile(samples.transactions, share) + frame, 'ms', ANSWERS);
  return { answer_to_next_card: at(0.5), answer_to_next_card_p95: at(0.95) };
}

/** @param {Child} app */
export async function startReview(app) {
  await app.ask('evaluate', { script: paintedAt(todayIsUsable) });
  await app.ask('focus');
  await app.ask('press', { key: 'Enter' });
  await app.ask('evaluate', { script: paintedAt(questionIsThere) });
}

/**
 * @param {Child} app
 * @returns {Promise<number>} ms from the key until the next question is painted
 */
async function answerOne(app) {
  await app.ask('press', { key: 'Space' });
  await app.ask('evaluate', { script: paintedAt(answerIsThere) });
  await app.ask('evaluate', { script: awaitKey(GOOD) });
  await app.ask('press', { key: GOOD });
  return app.ask('evaluate', { script: keyToNextQuestion });
}
