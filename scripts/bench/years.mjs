/** What is measured on a database of years of study. */
import { join } from 'node:path';
import { withProgress } from '../runtime/say.mjs';
import { answerToNextCard } from './answer.mjs';
import { startScript, WORK_LIMIT_MS } from './child.mjs';
import { medians } from './figures.mjs';

/** @typedef {import('./child.mjs').Place} Place */
/** @typedef {import('./figures.mjs').Figure} Figure */

const QUERIES = 15;

/**
 * @param {Place} place
 * @param {(metric: string) => boolean} wanted
 * @returns {Promise<Record<string, Figure>>}
 */
export async function studying(place, wanted) {
  const store = startScript(place, 'store');
  const folder = join(place.folder, 'years');
  try {
    await withProgress('  Filling a database with 100 000 cards and 1 000 000 reviews', () =>
      store.ask('fill', { folder, copy: join(place.folder, 'years-floor') }, WORK_LIMIT_MS),
    );
    const answers = wanted('answer_to_next_card') || wanted('answer_to_next_card_p95') ? await answerToNextCard(place, store) : {};
    if (!wanted('today_get') && !wanted('queue_build')) return answers;
    const { today, queue } = await store.ask('queries', { folder, rounds: QUERIES });
    return { ...answers, today_get: medians(today, 'ms'), queue_build: medians(queue, 'ms') };
  } finally {
    await store.quit();
  }
}
