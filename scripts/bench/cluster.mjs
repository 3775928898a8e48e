/** Rounds of checks of a cluster that is slow, and of one that does not answer a question at all. */
import { startScript, WORK_LIMIT_MS } from './child.mjs';
import { figure, median } from './figures.mjs';

/** @typedef {import('./child.mjs').Place} Place */
/** @typedef {import('./figures.mjs').Figure} Figure */

const ROUNDS = 9;

/**
 * Milliseconds of a round beside its slowest answer, of one with a question that hangs beside the time limit of a question, and the
 * longest stall of the process that asks beside one frame.
 * @param {Place} place
 * @returns {Promise<Record<string, Figure>>}
 */
export async function clusterRounds(place) {
  const server = startScript(place, 'cluster-double');
  const client = startScript(place, 'cluster-run');
  try {
    const { config } = await server.ask('open', {}, WORK_LIMIT_MS);
    /** @typedef {{ rounds: { ms: number, slowestMs: number }[], stallMs: number, limitMs: number }} Rounds */
    const ask = () => client.ask('rounds', { folder: place.folder, config, count: ROUNDS }, WORK_LIMIT_MS);
    /** @type {Rounds} */
    const slow = await ask();
    await server.ask('hang', {});
    /** @type {Rounds} */
    const hung = await ask();
    return {
      cluster_round: figure(median(slow.rounds.map(({ ms }) => ms)), median(slow.rounds.map(({ slowestMs }) => slowestMs)), 'ms', ROUNDS),
      cluster_round_hung: figure(median(hung.rounds.map(({ ms }) => ms)), hung.limitMs, 'ms', ROUNDS),
      cluster_round_stall: figure(Math.max(slow.stallMs, hung.stallMs), 1000 / 60, 'ms', 2 * ROUNDS),
    };
  } finally {
    await Promise.all([server.quit(), client.quit()]);
  }
}
