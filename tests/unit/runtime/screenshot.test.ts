import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodePng, readXwd, saveScreenshot } from '../../../scripts/runtime/screenshot.mjs';

const HEADER_BYTES = 104;
const COLOURS = 2;
const COLOUR_BYTES = 12;

/** An XWD image as Xvfb writes it on a little-endian machine; rows are longer than their pixels. */
function xwd(width: number, height: number, pixel: (column: number, row: number) => number): Buffer {
  const bytesPerLine = width * 4 + 8;
  const file = Buffer.alloc(HEADER_BYTES + COLOURS * COLOUR_BYTES + bytesPerLine * height, 0xee);
  const fields: [number, number][] = [
    [0, HEADER_BYTES],
    [1, 7],
    [4, width],
    [5, height],
    [7, 0],
    [11, 32],
    [12, bytesPerLine],
    [19, COLOURS],
  ];
  for (const [index, value] of fields) file.writeUInt32BE(value, index * 4);
  const start = HEADER_BYTES + COLOURS * COLOUR_BYTES;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) file.writeUInt32LE(pixel(column, row), start + row * bytesPerLine + column * 4);
  }
  return file;
}

const colourful = (column: number, row: number) => column * 0x010203 + row * 0x300000;
const black = () => 0;

let folder: string;
let target: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'etcdeck-picture-'));
  target = join(folder, 'window.png');
});

afterEach(() => rm(folder, { recursive: true }));

const never = new AbortController().signal;

describe('the picture of the window', () => {
  it('reads the pixels of a display', () => {
    expect(readXwd(xwd(2, 2, (column, row) => [0xff0000, 0x00ff00, 0x0000ff, 0x102030][row * 2 + column] ?? 0))).toEqual({
      width: 2,
      height: 2,
      rgb: Buffer.from('ff000000ff000000ff102030', 'hex'),
    });
  });

  it('refuses what is not an image of that kind', () => {
    expect(() => readXwd(Buffer.alloc(200))).toThrow('not an XWD image');
  });

  it('writes a PNG whose pixels and checksums are right', () => {
    const png = encodePng({ width: 2, height: 1, rgb: Buffer.from('ff0000102030', 'hex') });
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const chunks: Record<string, Buffer> = {};
    for (let at = 8; at < png.length;) {
      const length = png.readUInt32BE(at);
      const body = png.subarray(at + 4, at + 8 + length);
      expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
      chunks[body.subarray(0, 4).toString()] = body.subarray(4);
      at += 12 + length;
    }
    expect(chunks['IHDR']?.toString('hex')).toBe('00000002000000010802000000');
    expect(inflateSync(chunks['IDAT'] ?? Buffer.alloc(0)).toString('hex')).toBe('00ff0000102030');
    expect(chunks['IEND']).toHaveLength(0);
  });

  it('is saved once something is drawn and holds still', async () => {
    const frames = [black, black, (column: number, row: number) => colourful(column, row) + 1, colourful];
    let looks = 0;
    const saved = await saveScreenshot(async () => xwd(16, 4, frames[Math.min(looks++, 3)] ?? black), target, {
      limitMs: 10_000,
      signal: never,
    });
    expect(saved).toBe(true);
    expect((await readFile(target)).equals(encodePng(readXwd(xwd(16, 4, colourful))))).toBe(true);
  });

  it('is not saved when nothing is drawn in time', async () => {
    expect(await saveScreenshot(async () => xwd(16, 4, black), target, { limitMs: 100, signal: never })).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not waited for when the app ends first', async () => {
    const ended = AbortSignal.abort();
    expect(await saveScreenshot(async () => xwd(16, 4, colourful), target, { limitMs: 60_000, signal: ended })).toBe(false);
  });
});
