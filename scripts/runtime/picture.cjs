/**
 * Loaded with `-r` before the app when it runs on a display that nobody sees: saves a picture of its window to the file
 * that ETCDECK_PICTURE names, and says so. The app knows nothing of it.
 */
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');

const LIMIT_MS = 60_000;
const LOOK_EVERY_MS = 400;
/** A window that is drawn shows more colours than this: text has soft edges. */
const DRAWN_COLOURS = 16;

/**
 * Waits until a window shows something that holds still.
 * @param {{ capturePage(): Promise<Pick<import('electron').NativeImage, 'toBitmap' | 'toPNG'>> }} contents
 * @returns {Promise<Buffer | null>} a PNG; null when nothing was drawn in time
 */
async function takePicture(contents, limitMs = LIMIT_MS) {
  const until = Date.now() + limitMs;
  for (let before = ''; Date.now() < until; await sleep(LOOK_EVERY_MS)) {
    const image = await contents.capturePage();
    const pixels = image.toBitmap();
    const isDrawn = new Set(new Uint32Array(Uint8Array.from(pixels).buffer)).size > DRAWN_COLOURS;
    if (isDrawn && before === pixels.toString('latin1')) return image.toPNG();
    before = pixels.toString('latin1');
  }
  return null;
}

/** @param {string} file */
function savePicture(file) {
  const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);
  const isLate = setTimeout(() => say(`Etcdeck has shown no window after ${LIMIT_MS / 1000} s.`), LIMIT_MS);
  require('electron').app.once('browser-window-created', async (_event, { webContents }) => {
    // A window that is closed meanwhile needs no picture; of one that stays empty the timer speaks.
    const picture = await takePicture(webContents).catch(() => null);
    if (picture === null) return;
    clearTimeout(isLate);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, picture);
    say(`Etcdeck is running; a picture of its window is in ${file}`);
    say('To see the window itself, run npm start in a desktop session, or over ssh -X; DISPLAY is then set. Ctrl-C ends the app.');
  });
}

if (process.env.ETCDECK_PICTURE) savePicture(process.env.ETCDECK_PICTURE);

module.exports = { takePicture };
