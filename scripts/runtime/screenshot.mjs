import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';

const LOOK_EVERY_MS = 400;
/** A window that is drawn shows more colours than this: text has soft edges. */
const DRAWN_COLOURS = 16;

/**
 * @typedef {object} Image
 * @property {number} width in pixels
 * @property {number} height in pixels
 * @property {Buffer} rgb three bytes a pixel, row by row
 */

/**
 * Waits until something is drawn and holds still, then saves it.
 * @param {() => Promise<Buffer>} readFrame what a virtual display shows now, as an XWD image
 * @param {string} target a PNG file
 * @param {{ limitMs: number, signal: AbortSignal }} options
 * @returns {Promise<boolean>} false when nothing was drawn in time; nothing is saved then
 */
export async function saveScreenshot(readFrame, target, { limitMs, signal }) {
  const until = Date.now() + limitMs;
  /** @type {Image | null} */
  let before = null;
  while (Date.now() < until && !signal.aborted) {
    const image = readXwd(await readFrame());
    if (countColours(image) > DRAWN_COLOURS) {
      if (before?.rgb.equals(image.rgb)) break;
      before = image;
    }
    await sleep(LOOK_EVERY_MS);
  }
  if (before === null || signal.aborted) return false;
  await writeFile(target, encodePng(before));
  return true;
}

/**
 * @param {Buffer} file an XWD (X window dump, version 7) with 32 bits a pixel, as Xvfb writes it
 * @returns {Image}
 */
export function readXwd(file) {
  const field = (/** @type {number} */ index) => file.readUInt32BE(index * 4);
  const [headerBytes, version, width, height, bitsPerPixel, bytesPerLine, colours] = [0, 1, 4, 5, 11, 12, 19].map(field);
  if (version !== 7 || bitsPerPixel !== 32 || !headerBytes || !width || !height || !bytesPerLine || colours === undefined) {
    throw new Error(`not an XWD image with 32 bits a pixel: version ${version}, ${bitsPerPixel} bits`);
  }
  const littleEndian = field(7) === 0;
  const COLOUR_BYTES = 12;
  const start = headerBytes + colours * COLOUR_BYTES;
  const [red, green, blue] = littleEndian ? [2, 1, 0] : [1, 2, 3];
  const rgb = Buffer.alloc(width * height * 3);
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0, from = start + row * bytesPerLine; column < width; column++, from += 4) {
      rgb[to++] = file[from + red] ?? 0;
      rgb[to++] = file[from + green] ?? 0;
      rgb[to++] = file[from + blue] ?? 0;
    }
  }
  return { width, height, rgb };
}

/** @param {Image} image */
function countColours({ rgb }) {
  const colours = new Set();
  for (let at = 0; at + 2 < rgb.length && colours.size <= DRAWN_COLOURS; at += 3) colours.add(rgb.readUIntBE(at, 3));
  return colours.size;
}

/**
 * @param {Image} image
 * @returns {Buffer} a PNG file
 */
export function encodePng({ width, height, rgb }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8); // eight bits a channel, colours without transparency
  const rowBytes = width * 3;
  const rows = Buffer.alloc((rowBytes + 1) * height); // each row starts with its filter: 0, none
  for (let row = 0; row < height; row++) rgb.copy(rows, row * (rowBytes + 1) + 1, row * rowBytes, (row + 1) * rowBytes);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
