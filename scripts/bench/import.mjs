/** Import of many notes, of one large one, and of notes that hardly changed. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../runtime/say.mjs';
import { startScript, WORK_LIMIT_MS } from './child.mjs';
import { inTurn, medians } from './figures.mjs';

/** @typedef {import('./child.mjs').Place} Place */
/** @typedef {import('./figures.mjs').Figure} Figure */

/** 5 MB of notes, and notes of the same make four times as many. */
const VAULT_FILES = 545;
const LARGE_VAULT_FILES = 4 * VAULT_FILES;
const SYNCED_FILES = 1_000;

const IMPORTS = 5;
const BIG_FILES = 3;
const LARGE_VAULTS = 2;
const LOOKS = 15;
const CHANGES = 15;

/**
 * @param {Place} place
 * @param {(metric: string) => boolean} wanted
 */
export async function importNotes(place, wanted) {
  /** @type {Record<string, Figure>} */
  const figures = {};
  const notes = await written(place, 'notes', VAULT_FILES);
  const small = () => imported(place, notes);
  if (wanted('import_5mb')) {
    const ms = async () => (await small()).ms;
    figures.import_5mb = medians(await inTurn(IMPORTS, ms, () => inserted(place, notes)), 'ms');
  }
  if (wanted('one_big_file')) {
    const joined = join(place.folder, 'joined');
    await inNewProcess(place, 'join', { notes, joined });
    const big = async () => (await imported(place, joined)).ms;
    figures.one_big_file = medians(await inTurn(BIG_FILES, big, async () => (await small()).ms), 'ms');
  }
  if (wanted('import_memory')) {
    const large = await written(place, 'many-notes', LARGE_VAULT_FILES);
    const peak = async () => (await imported(place, large)).peakMb;
    figures.import_memory = medians(await inTurn(LARGE_VAULTS, peak, async () => (await small()).peakMb), 'MB');
  }
  return figures;
}

/**
 * @param {Place} place
 * @param {(metric: string) => boolean} wanted
 */
export async function syncNotes(place, wanted) {
  /** @type {Record<string, Figure>} */
  const figures = {};
  const notes = await written(place, 'synced', SYNCED_FILES);
  const data = join(place.folder, 'synced-data');
  await imported(place, notes, data);
  if (wanted('resync_1000')) {
    figures.resync_1000 = medians(await inNewProcess(place, 'again', { notes, data, rounds: LOOKS }), 'ms');
  }
  if (wanted('changed_note')) {
    figures.changed_note = medians(await inNewProcess(place, 'change', { notes, data, rounds: CHANGES }), 'ms');
  }
  return figures;
}

/**
 * Makes notes; answers their folder.
 * @param {Place} place
 * @param {string} name
 * @param {number} files
 */
async function written(place, name, files) {
  const notes = join(place.folder, name);
  const made = await inNewProcess(place, 'write', { notes, files });
  say(`  ${made.files} notes, ${(made.bytes / 1e6).toFixed(2)} MB`);
  return notes;
}

/**
 * Imports a folder into an empty database.
 * @param {Place} place
 * @param {string} notes
 * @returns {Promise<{ ms: number, peakMb: number }>}
 */
async function imported(place, notes, data = join(place.folder, 'imported')) {
  await rm(data, { recursive: true, force: true });
  const { ms, peakMb, cards, heldBack, problems } = await inNewProcess(place, 'value', { notes, data });
  say(`  import: ${Math.round(ms)} ms, ${Math.round(peakMb)} MB, ${cards} cards, ${heldBack} held back, ${problems} problems`);
  return { ms, peakMb };
}

/**
 * The least that the last import could have cost, in ms.
 * @param {Place} place
 * @param {string} notes
 */
async function inserted(place, notes) {
  const data = join(place.folder, 'inserted');
  await rm(data, { recursive: true, force: true });
  const { ms } = await inNewProcess(place, 'floor', { notes, data, from: join(place.folder, 'imported') });
  return ms;
}

/**
 * @param {Place} place
 * @param {string} task
 * @param {object} input
 */
async function inNewProcess(place, task, input) {
  const child = startScript(place, 'import-run');
  const answer = await child.ask(task, input, WORK_LIMIT_MS);
  await child.quit();
  return answer;
}
