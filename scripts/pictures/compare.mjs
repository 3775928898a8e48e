/**
 * `npm run pictures:compare -- BEFORE AFTER [OUT]`: compares two folders of pictures, pixel by pixel. Lists the pictures that are
 * missing, new or different, and writes each different one into OUT: before, after, and the pixels that differ. Exits with 1 unless
 * all are the same.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { projectFolder } from '../runtime/folders.mjs';
import { SetupError, runScript } from '../runtime/say.mjs';

await runScript(async () => {
  const [before, after, given] = process.argv.slice(2).map((name) => resolve(name));
  if (!before || !after) throw new SetupError('Two folders are compared.', 'name both: npm run pictures:compare -- BEFORE AFTER');
  const [old, now] = await Promise.all([picturesIn(before), picturesIn(after)]);
  const missing = old.filter((name) => !now.includes(name));
  const fresh = now.filter((name) => !old.includes(name));
  const both = old.filter((name) => now.includes(name));

  const out = given ?? join(projectFolder, 'test-results/pictures');
  // A folder that somebody named may hold what is theirs.
  if (!given) await rm(out, { recursive: true, force: true });
  /** @type {string[]} */
  const different = [];
  for (const name of both) {
    const found = await difference(join(before, name), join(after, name));
    if (!found) continue;
    different.push(`${name}: ${found.said}`);
    if (found.picture) {
      await mkdir(out, { recursive: true });
      await writeFile(join(out, name), PNG.sync.write(found.picture));
    }
  }

  tell('Missing', missing);
  tell('New', fresh);
  tell('Different', different);
  if (different.length > 0) console.log(`Differences: ${out}`);
  console.log(
    `${both.length - different.length} of ${old.length} the same, ${different.length} different, ${missing.length} missing, ${fresh.length} new`,
  );
  return missing.length + fresh.length + different.length === 0 && old.length > 0 ? 0 : 1;
});

/** @param {string} folder */
async function picturesIn(folder) {
  const names = await readdir(folder).catch(() => {
    throw new SetupError(`There is no folder ${folder}.`, 'take the pictures first: npm run pictures -- DIR');
  });
  return names.filter((name) => /\.(png|pdf)$/.test(name)).sort();
}

/**
 * @param {string} title
 * @param {string[]} lines
 */
function tell(title, lines) {
  if (lines.length > 0) console.log([`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n'));
}

/**
 * What is different between two files: in words and, of pictures, to look at; null when nothing is.
 * @param {string} before
 * @param {string} after
 * @returns {Promise<{ said: string, picture: PNG | null } | null>}
 */
async function difference(before, after) {
  const [old, now] = await Promise.all([readFile(before), readFile(after)]);
  if (old.equals(now)) return null;
  if (!before.endsWith('.png')) return { said: 'other bytes', picture: null };
  const [a, b] = [PNG.sync.read(old), PNG.sync.read(now)];
  const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
  const marked = new PNG({ width, height });
  const [left, right] = [grown(a, width, height), grown(b, width, height)];
  const pixels = pixelmatch(left.data, right.data, marked.data, width, height, { threshold: 0, includeAA: true });
  const isSameSize = a.width === b.width && a.height === b.height;
  if (isSameSize && pixels === 0) return null;
  const sizes = isSameSize ? '' : `, ${a.width} x ${a.height} before, ${b.width} x ${b.height} after`;
  return { said: `${pixels} pixels${sizes}`, picture: sideBySide([left, right, marked]) };
}

/**
 * A picture with more room on its right and at its foot.
 * @param {PNG} picture
 * @param {number} width
 * @param {number} height
 */
function grown(picture, width, height) {
  if (picture.width === width && picture.height === height) return picture;
  const larger = new PNG({ width, height });
  PNG.bitblt(picture, larger, 0, 0, picture.width, picture.height, 0, 0);
  return larger;
}

/** @param {PNG[]} pictures all of one size */
function sideBySide(pictures) {
  const [{ width, height } = { width: 0, height: 0 }] = pictures;
  const all = new PNG({ width: width * pictures.length, height });
  for (const [at, picture] of pictures.entries()) PNG.bitblt(picture, all, 0, 0, width, height, at * width, 0);
  return all;
}
