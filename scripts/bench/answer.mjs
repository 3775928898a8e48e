/** Answering: the app with years of study behind it, beside a transaction of its database and a key of the bare window. */
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { startApp, startBare } from './child.mjs';
import { figure, quantile } from './figures.mjs';
import {
  answerIsThere,
  buttonIsThere,
  countKeys,
  keyToPainted,
  paintedAt,
  questionIsThere,
  timeNextNumber,
  timeNextQuestion,
  todayIsUsable,
} from './page-scripts.mjs';

/** @typedef {import('./child.mjs').Child} Child */
/** @typedef {import('./child.mjs').Place} Place */

const ANSWERS = 100;
/** Not counted: the first ones compile the page's code. */
const FIRST_ANSWERS = 5;
const GOOD = '3';
const FRAME_MS = 1000 / 60;
/** Its multiples fall evenly between 0 and 1. */
const GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

/**
 * @param {Place} place
 * @param {Child} store with its own copy of the database
 */
export async function answerToNextCard(place, store) {
  const app = startApp(place, join(place.folder, 'years'));
  const bare = startBare(place, join(place.folder, 'bare-frame'));
  /** @type {{ value: number, floor: number }[]} */
  const samples = [];
  try {
    await bare.ask('evaluate', { script: paintedAt(buttonIsThere) });
    await bare.ask('evaluate', { script: countKeys });
    await startReview(app);
    for (let index = -FIRST_ANSWERS; index < ANSWERS; index++) {
      // People do not press keys in time with the screen: these come at every part of a frame alike, and at the same for both.
      const partOfFrameMs = (Math.abs(index * GOLDEN_RATIO) % 1) * FRAME_MS;
      const value = await answerOne(app, partOfFrameMs);
      const transaction = await store.ask('transaction');
      const painting = await timeOf(bare, timeNextNumber(GOOD), partOfFrameMs);
      if (index >= 0) samples.push({ value, floor: transaction + painting });
    }
  } finally {
    await Promise.all([app.quit(), bare.quit()]);
  }
  await store.ask('requireAnswers', { folder: join(place.folder, 'years'), answers: FIRST_ANSWERS + ANSWERS });
  const at = (/** @type {number} */ share) =>
    figure(
      quantile(
        samples.map(({ value }) => value),
        share,
      ),
      quantile(
        samples.map(({ floor }) => floor),
        share,
      ),
      'ms',
      ANSWERS,
    );
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
 * @param {number} partOfFrameMs
 * @returns {Promise<number>} ms from the key until the next question is painted
 */
async function answerOne(app, partOfFrameMs) {
  await app.ask('press', { key: 'Space' });
  await app.ask('evaluate', { script: paintedAt(answerIsThere) });
  return timeOf(app, timeNextQuestion(GOOD), partOfFrameMs);
}

/**
 * @param {Child} window
 * @param {string} ready the script that times the key
 * @param {number} partOfFrameMs
 * @returns {Promise<number>} ms from the key until what it does is painted
 */
async function timeOf(window, ready, partOfFrameMs) {
  await window.ask('evaluate', { script: ready });
  await wait(partOfFrameMs);
  await window.ask('press', { key: GOOD });
  return window.ask('evaluate', { script: keyToPainted });
}
