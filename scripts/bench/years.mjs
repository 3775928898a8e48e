/** What is measured on a database of years of study. */
import { join } from 'node:path';
import { withProgress } from '../runtime/say.mjs';
import { answerToNextCard } from './answer.mjs';
import { startScript, WORK_LIMIT_MS } from './child.mjs';
import { medians } from './figures.mjs';
import { sessionMemory } from './session-memory.mjs';

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
    // Before the day is widened for the long session: a day's usual limits are part of these.
    const queries = wanted('today_get') || wanted('queue_build') ? await queriesOf(store, folder) : {};
    const kept = wanted('session_memory') ? await sessionMemory(place, store) : {};
    return { ...answers, ...queries, ...kept };
  } finally {
    await store.quit();
  }
}

/**
 * @param {import('./child.mjs').Child} store
 * @param {string} folder
 */
async function queriesOf(store, folder) {
  const { today, queue } = await store.ask('queries', { folder, rounds: QUERIES });
  return { today_get: medians(today, 'ms'), queue_build: medians(queue, 'ms') };
}
