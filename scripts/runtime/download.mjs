import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fetchOptions, packedFileUrl, readNpmConfig } from './npm-config.mjs';
import { SetupError, startProgress } from './say.mjs';

/**
 * One file of the npm registry.
 * @typedef {object} RegistryFile
 * @property {string} package for example `@scope/name`
 * @property {string} version
 * @property {string} integrity `sha512-<base64>` of the packed file
 * @property {number} bytes its size, for the progress line
 */

/**
 * Downloads a packed npm package. What an interrupted run has left is continued; the file gets its name only when it is
 * whole and its checksum is right.
 * @param {RegistryFile} wanted
 * @param {string} target where the packed file (.tgz) goes
 */
export async function downloadPackage(wanted, target) {
  if (await isIntact(target, wanted.integrity)) return;
  // Packages are loaded when they are needed: a warm start needs none, and without `npm ci` there are none.
  const { default: fetch } = await import('make-fetch-happen');
  const config = await readNpmConfig();
  const url = packedFileUrl(wanted, config);
  const options = await fetchOptions(config);
  await downloadFile({ url, target, integrity: wanted.integrity, bytes: wanted.bytes, label: `Downloading ${wanted.package}` }, (from) =>
    fetch(url, { ...options, ...(from > 0 && { headers: { range: `bytes=${from}-` } }) }),
  );
}

/**
 * The answer of a server, as far as a download needs it.
 * @typedef {{ status: number, body: NodeJS.ReadableStream | null }} Answer
 */

/**
 * @param {{ url: string, target: string, integrity: string, bytes: number, label: string }} file
 * @param {(from: number) => Promise<Answer>} get asks for the bytes from a position on
 */
export async function downloadFile({ url, target, integrity, bytes, label }, get) {
  const part = `${target}.part`;
  const progress = startProgress(label, bytes);
  try {
    await fetchRest(part, bytes, get, url, (reached) => progress.reached(reached));
  } catch (error) {
    progress.end('failed');
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `${url} could not be downloaded: ${reasonOf(error)}.`,
      "check the network and npm's own settings (npm config get registry / proxy / cafile), then run the same command again; it continues where this one stopped.",
    );
  }
  if (!(await isIntact(part, integrity))) {
    progress.end('not intact');
    await rm(part, { force: true });
    throw new SetupError(
      `What ${url} sent is not the expected file (its sha512 differs), so it was deleted.`,
      'run the same command again; if it happens twice, the registry in use serves a changed file: npm config get registry.',
    );
  }
  await rename(part, target);
  progress.end();
}

/**
 * @param {string} part
 * @param {number} bytes
 * @param {(from: number) => Promise<Answer>} get
 * @param {string} url
 * @param {(bytes: number) => void} onReached
 */
async function fetchRest(part, bytes, get, url, onReached) {
  const have = await sizeOf(part);
  if (have === bytes) return;
  const from = have < bytes ? have : 0;
  const answer = await get(from);
  if ((answer.status !== 200 && answer.status !== 206) || !answer.body) {
    throw new SetupError(
      `${url} answered ${answer.status}.`,
      'check the registry in use (npm config get registry) and its access rights, then run the same command again.',
    );
  }
  // A server that ignores the range sends everything again (200).
  let reached = answer.status === 206 ? from : 0;
  await pipeline(
    answer.body,
    async function* count(/** @type {AsyncIterable<Buffer | string>} */ source) {
      for await (const chunk of source) {
        reached += Buffer.byteLength(chunk);
        onReached(reached);
        yield chunk;
      }
    },
    createWriteStream(part, { flags: reached > 0 ? 'a' : 'w' }),
  );
}

/**
 * @param {string} file
 * @param {string} integrity `sha512-<base64>`
 * @returns {Promise<boolean>} false also when there is no such file
 */
export async function isIntact(file, integrity) {
  if ((await sizeOf(file)) === 0) return false;
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}` === integrity;
}

/** @param {string} file */
async function sizeOf(file) {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/**
 * The deepest reason of a failure: fetch wraps the useful one.
 * @param {unknown} error
 * @returns {string}
 */
export function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? reasonOf(error.cause) : error.message;
}
