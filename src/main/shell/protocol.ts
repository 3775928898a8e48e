/** Serves the built page and the images of notes, and nothing else, at `app://etcdeck/…`. Knows no Electron: index.ts plugs it in. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { withoutImages } from '../../shared/careful-page.js';
import { imageAt } from '../features/library/image-address.js';
import type { Image } from '../features/library/note-images.js';

export const scheme = 'app';
export const origin = `${scheme}://etcdeck`;
export const pageUrl = `${origin}/index.html`;
/** The page as it is loaded after one that broke: images of notes are not shown. */
export const carefulPageUrl = `${pageUrl}?${withoutImages}`;

/** The page has an origin of its own, a secure one; it may fetch, and its compiled code is kept for the next start. */
export const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };

/** The page takes code, styles, fonts and data from its own files only. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Answers requests with files of one folder.
 * @param folder absolute path; it must exist by the time of the first request
 * @returns 200 with the file, or 404: for anything that is not a regular file inside the folder, for other hosts and methods
 */
export function createFileServer(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = request.method === 'GET' ? relativePath(request.url) : null;
    if (path === null) return notFound();
    try {
      const file = await realpath(join(folder, path));
      // A link inside the folder may point anywhere, so the real path is what counts.
      if (!file.startsWith((await realpath(folder)) + sep)) return notFound();
      const type = mimeTypes[extname(file)] ?? 'application/octet-stream';
      return new Response(await readFile(file), { headers: { ...headers, 'Content-Type': type } });
    } catch {
      return notFound();
    }
  };
}

/** An image draws; should it ever be opened as a page, it can do nothing else. */
const imagePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * Answers requests for images of notes.
 * @param read gives an image of a note, or null when the note has none at that path
 * @returns 200 with the image, 404 when there is none, and null when the request is not for such an image
 */
export function createImageServer(
  read: (noteId: string, path: string) => Promise<Image | null>,
): (request: Request) => Promise<Response | null> {
  return async (request) => {
    const asked = imageAt(relativePath(request.url) ?? '');
    if (asked === null) return null;
    const image = request.method === 'GET' ? await read(asked.noteId, asked.path) : null;
    if (image === null) return notFound();
    return new Response(new Uint8Array(image.bytes), {
      headers: {
        ...headers,
        'Content-Security-Policy': imagePolicy,
        'Content-Type': image.mimeType,
        'Cross-Origin-Resource-Policy': 'same-origin',
      },
    });
  };
}

const notFound = (): Response =>
  new Response('Not found', { status: 404, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } });

/**
 * The path a URL names, relative and with `/`; null when it is not plainly a path below the root. Percent codes are undone once,
 * so what they hide (`..`, separators, NUL) is judged too.
 */
export function relativePath(url: string): string | null {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (`${protocol}//${host}` !== origin) return null;
    const path = decodeURIComponent(pathname).slice(1);
    return path.split('/').every(isPlainName) ? path : null;
  } catch {
    return null;
  }
}

/** A file name on every system: no way up, no drive or stream (`:`), no other separator, no control characters. */
function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[\\:\p{Cc}]/u.test(name);
}
