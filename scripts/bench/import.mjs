/** Import of 5 MB of notes. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../runtime/say.mjs';
import { startScript, WORK_LIMIT_MS } from './child.mjs';
import { inTurn, medians } from './figures.mjs';

/** @typedef {import('./child.mjs').Place} Place */

const IMPORTS = 5;

/** @param {Place} place */
export async function importNotes(place) {
  const notes = join(place.folder, 'notes');
  const written = await inNewProcess(place, 'write', { notes });
  say(`  ${written.files} notes, ${(written.bytes / 1e6).toFixed(2)} MB`);
  const data = join(place.folder, 'imported');
  const copy = join(place.folder, 'inserted');
  const value = async () => {
    await rm(data, { recursive: true, force: true });
    const { ms, cards, heldBack, problems } = await inNewProcess(place, 'value', { notes, data });
    say(`  import: ${Math.round(ms)} ms, ${cards} cards, ${heldBack} held back, ${problems} problems`);
    return ms;
  };
  const floor = async () => {
    await rm(copy, { recursive: true, force: true });
    const { ms } = await inNewProcess(place, 'floor', { notes, data: copy, from: data });
    return ms;
  };
  return { import_5mb: medians(await inTurn(IMPORTS, value, floor), 'ms') };
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
