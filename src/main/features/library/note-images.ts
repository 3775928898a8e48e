/**
 * Images that notes show. They come from the note's own folder and from below it, never from elsewhere: not by `..`, not by a link,
 * not by another scheme. What a file is, its content says.
 */
import { constants } from 'node:fs';
import { open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { imageSize } from 'image-size';
import { isInFolder } from '../../note-files/note-files.js';
import { isDrawable } from './drawing.js';
import { fewAtOnce } from './few-at-once.js';
import { imagePaths, type Refusal } from './image-name.js';

/** Larger files are not shown: they would hold the window up. */
const maxBytes = 20 * 1024 * 1024;
/** A drawing is worked out again for every size it is shown in. */
const maxSvgBytes = 2 * 1024 * 1024;
/** An image's own size, in pixels: a small file can unfold to gigabytes. */
const maxPixels = 50_000_000;
/** What an image says of itself stands in this much of its beginning, but for a few with long remarks before it. */
const headerBytes = 256 * 1024;
/** An answer may name hundreds of images, and the page asks for all of them at once. */
const inTurn = fewAtOnce(2);
/** Folders beside a note in which an image without a path is looked for. */
const maxFolders = 200;

const svgType = 'image/svg+xml';
const mimeTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
};

export interface Image {
  mimeType: string;
  bytes: Buffer;
  /** In pixels; null where the file does not say. */
  width: number | null;
  height: number | null;
}

/** An image the window may ask for, or why there is none. */
export type FoundImage =
  | {
      ok: true;
      /** Relative to the note's folder, with `/`. */ path: string;
      modifiedAt: number;
      width: number | null;
      height: number | null;
    }
  | { ok: false; problem: string };

export interface NoteImages {
  /** Looks for an image by what the note calls it; the same one that is looked for already is not looked for again. Never throws. */
  find(noteFile: string, source: string): Promise<FoundImage>;
  /** The image at a path that `find` gave; null when it is not there, not an image or not below the note's folder. Never throws. */
  read(noteFile: string, path: string): Promise<Image | null>;
}

const refusals: Record<Refusal, string> = {
  remote: 'Images on the web are not loaded.',
  elsewhere: 'It lies outside the folder of the note.',
  unnamed: 'It has no name.',
};
const missing = 'It is not in the folder of the note.';

/** What is being looked for now, by note and name. */
const underWay = new Map<string, Promise<FoundImage>>();

export const noteImages: NoteImages = {
  find(noteFile, source) {
    const key = `${noteFile}\0${source}`;
    const looked = underWay.get(key) ?? inTurn(() => find(noteFile, source)).finally(() => underWay.delete(key));
    underWay.set(key, looked);
    return looked;
  },

  async read(noteFile, path) {
    const paths = imagePaths(path);
    if (!Array.isArray(paths) || !paths.includes(path)) return null;
    try {
      const folder = await realpath(dirname(noteFile));
      const image = await inTurn(() => look(folder, path, 'whole'));
      return typeof image === 'string' ? null : image;
    } catch {
      return null;
    }
  },
};

async function find(noteFile: string, source: string): Promise<FoundImage> {
  const paths = imagePaths(source);
  if (typeof paths === 'string') return { ok: false, problem: refusals[paths] };
  let problem = missing;
  try {
    const folder = await realpath(dirname(noteFile));
    for await (const path of places(folder, paths)) {
      const image = await look(folder, path, 'header');
      if (typeof image === 'string') problem = image;
      else {
        const shown = relative(folder, image.file).split(sep).join('/');
        return { ok: true, path: shown, modifiedAt: image.modifiedAt, width: image.width, height: image.height };
      }
    }
  } catch {
    return { ok: false, problem: missing };
  }
  return { ok: false, problem };
}

/** Where these paths are on disk, relative to the folder; a name without a path is also looked for in the folders beside the note. */
async function* places(folder: string, paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    const place = await onDisk(folder, path);
    if (place !== null) yield place;
  }
  const names = paths.filter((path) => !path.includes('/'));
  if (names.length === 0) return;
  const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  for (const { name: inside } of folders.slice(0, maxFolders)) {
    for (const name of names) {
      const place = await onDisk(folder, `${inside}/${name}`);
      if (place !== null) yield place;
    }
  }
}

/** The path as the file system writes it: the same letters may be stored composed or not. Null when there is nothing. */
async function onDisk(folder: string, path: string): Promise<string | null> {
  if (await isThere(join(folder, path))) return path;
  // Only other letters than these can be written in two ways.
  if (/^[\x20-\x7e]*$/.test(path)) return null;
  const found: string[] = [];
  for (const part of path.split('/')) {
    const names = await readdir(join(folder, ...found)).catch(() => []);
    const name = names.find((one) => one.normalize('NFC') === part.normalize('NFC'));
    if (name === undefined) return null;
    found.push(name);
  }
  return found.join('/');
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

type Extent = 'header' | 'whole';

/** Reads an image at a path below a folder (absolute, with links resolved), or as much as tells what it is; or says why it is not shown. */
async function look(folder: string, path: string, extent: Extent): Promise<(Image & { file: string; modifiedAt: number }) | string> {
  const file = await realpath(join(folder, path)).catch(() => null);
  if (file === null) return missing;
  if (file === folder || !isInFolder(file, folder)) return refusals.elsewhere;
  // Without waiting, for a pipe may bear an image's name; and not through a link that was put there meanwhile.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)).catch(() => null);
  if (handle === null) return 'It cannot be read.';
  try {
    const entry = await handle.stat();
    if (!entry.isFile()) return 'It is not a file.';
    if (entry.size > maxBytes) return 'It is larger than 20 MB.';
    const read = await imageOf(handle, entry.size, extent);
    if (read === null) return 'It is not an image that can be shown.';
    const { bytes, ...kind } = read;
    if (kind.mimeType === svgType && entry.size > maxSvgBytes) return 'It is larger than 2 MB.';
    if ((kind.width ?? 0) * (kind.height ?? 0) > maxPixels) return 'It has more than 50 million pixels.';
    if (kind.mimeType === svgType && !isDrawable(bytes.toString())) return 'It is too much work to draw.';
    return { ...kind, bytes, file, modifiedAt: Math.round(entry.mtimeMs) };
  } finally {
    await handle.close();
  }
}

/** The image in an open file. A header that does not tell, and a drawing, which is judged by all of it, are read to the end too. */
async function imageOf(handle: FileHandle, size: number, extent: Extent): Promise<Image | null> {
  const length = extent === 'header' ? Math.min(size, headerBytes) : size;
  const bytes = await bytesOf(handle, length);
  const kind = kindOf(bytes);
  const isEnough = length === size || (kind !== null && (kind.mimeType !== svgType || size > maxSvgBytes));
  return isEnough ? kind && { ...kind, bytes } : imageOf(handle, size, 'whole');
}

async function bytesOf(handle: FileHandle, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, 0);
  return bytes.subarray(0, bytesRead);
}

/** What the content is; null for anything that is not one of the images shown. */
function kindOf(bytes: Buffer): Omit<Image, 'bytes'> | null {
  const size = sizeOf(bytes);
  if (isSvg(bytes)) return { mimeType: svgType, width: pixels(size?.width), height: pixels(size?.height) };
  const mimeType = mimeTypes[size?.type ?? ''];
  return mimeType === undefined ? null : { mimeType, width: pixels(size?.width), height: pixels(size?.height) };
}

function sizeOf(bytes: Buffer): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(bytes);
  } catch {
    return null;
  }
}

/** An SVG is a document of its own, not a text that speaks of one. */
function isSvg(bytes: Buffer): boolean {
  const start = bytes.toString('utf8', 0, 4_000);
  return /^\uFEFF?\s*</.test(start) && /<svg[\s>/]/.test(start);
}

const pixels = (size: number | undefined): number | null => (size !== undefined && size >= 1 ? Math.round(size) : null);
