import { describe, expect, it } from 'vitest';
import { takePicture } from '../../../scripts/runtime/picture.cjs';

/** A picture of 64 pixels; its PNG tells which one it is. */
const image = (name: string, pixel: (at: number) => number) => ({
  toBitmap: () => Buffer.from(Uint32Array.from({ length: 64 }, (_, at) => pixel(at)).buffer),
  toPNG: () => Buffer.from(name),
});
const black = image('black', () => 0);
const loading = image('loading', (at) => at * 3 + 1);
const drawn = image('drawn', (at) => at * 3);

/** A window that shows these pictures one after the other, and the last from then on. */
function showing(...images: (typeof black)[]) {
  let looks = 0;
  return { capturePage: () => Promise.resolve(images[Math.min(looks++, images.length - 1)] ?? black) };
}

describe('the picture of the window', () => {
  it('is taken once something is drawn and holds still', async () => {
    expect((await takePicture(showing(black, black, loading, drawn), 20_000))?.toString()).toBe('drawn');
  });

  it('is not taken when nothing is drawn in time', async () => {
    expect(await takePicture(showing(black), 100)).toBeNull();
  });

  it('is not waited for when the window is closed first', async () => {
    const closed = { capturePage: () => Promise.reject(new Error('Object has been destroyed')) };
    await expect(takePicture(closed, 60_000)).rejects.toThrow('destroyed');
  });
});
