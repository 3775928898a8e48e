import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { imageAddress, imageAt } from '../../../src/main/features/library/image-address.js';
import { imagePaths } from '../../../src/main/features/library/image-name.js';
import { noteImages } from '../../../src/main/features/library/note-images.js';
import { freshFolder } from '../folder.js';

/** One pixel. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const svg = '<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>';

let outside: string;
let note: string;

beforeEach(() => {
  outside = freshFolder();
  note = join(outside, 'notes', 'etcd.md');
  put('notes/etcd.md', '# etcd');
  put('secret.png', png);
});

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(outside, path)), { recursive: true });
  writeFileSync(join(outside, path), content);
}

const problem = async (source: string): Promise<string | null> => {
  const found = await noteImages.find(note, source);
  return found.ok ? null : found.problem;
};
const path = async (source: string): Promise<string | null> => {
  const found = await noteImages.find(note, source);
  return found.ok ? found.path : null;
};

describe('an image of a note', () => {
  it('is found beside the note and below, with its size', async () => {
    put('notes/img/raft.png', png);
    const found = await noteImages.find(note, 'img/raft.png');
    expect(found).toMatchObject({ ok: true, path: 'img/raft.png', width: 1, height: 1 });
    expect(await path('./img/../img/raft.png')).toBe('img/raft.png');
    expect(await path('img\\raft.png')).toBe('img/raft.png');
    expect((await noteImages.read(note, 'img/raft.png'))?.bytes).toEqual(png);
  });

  it.each([
    ['my picture.png', 'my%20picture.png'],
    ['my picture.png', 'my picture.png'],
    ['100%.png', '100%25.png'],
    ['100%.png', '100%.png'],
    ['a%20b.png', 'a%20b.png'],
    ['plan.png', 'plan.png#center'],
    ['plan.png', 'plan.png?raw=true'],
    ['c#.png', 'c#.png'],
    ['übersicht.png', '%C3%BCbersicht.png'],
    ['图.png', '图.png'],
  ])('named %s is found as %s', async (name, source) => {
    put(`notes/${name}`, png);
    expect(await path(source)).toBe(name);
  });

  it.each(['NFC', 'NFD'] as const)('whose name is stored in the form %s is found in both', async (form) => {
    put(`notes/${'bücher'.normalize(form)}/${'ä'.normalize('NFC')}.png`, png);
    for (const other of ['NFC', 'NFD'] as const) expect(await path('bücher/ä.png'.normalize(other))).toMatch(/\.png$/);
  });

  it('named without a path, as in an embed, is also found in a folder beside the note', async () => {
    put('notes/attachments/learner.png', png);
    expect(await path('learner.png')).toBe('attachments/learner.png');
    put('notes/.hidden/other.png', png);
    expect(await path('other.png')).toBeNull();
  });

  it('may be an SVG, with or without a size', async () => {
    put('notes/a.svg', svg);
    put('notes/b.svg', '\uFEFF<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await noteImages.find(note, 'a.svg')).toMatchObject({ ok: true, width: 40, height: 30 });
    expect(await noteImages.find(note, 'b.svg')).toMatchObject({ ok: true, width: null });
    expect((await noteImages.read(note, 'b.svg'))?.mimeType).toBe('image/svg+xml');
  });

  it('is what its content says, whatever its name', async () => {
    put('notes/really.txt', png);
    expect((await noteImages.read(note, 'really.txt'))?.mimeType).toBe('image/png');
    for (const [name, content] of [
      ['page.png', '<!doctype html><script>alert(1)</script>'],
      ['text.svg', 'this speaks of <svg width="1" height="1">'],
      ['empty.png', ''],
      ['script.png', 'alert(1)'],
    ] as const) {
      put(`notes/${name}`, content);
      expect(await problem(name)).toBe('It is not an image that can be shown.');
      expect(await noteImages.read(note, name)).toBeNull();
    }
  });

  it.each([
    '../secret.png',
    'img/../../secret.png',
    '%2e%2e/secret.png',
    '..%2fsecret.png',
    '..\\secret.png',
    '/etc/passwd',
    '\\\\server\\share\\x.png',
    'C:/secret.png',
    'C:\\secret.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'app://etcdeck/index.html',
    'a.png::$DATA',
    'a\0.png',
    'a%00.png',
  ])('is not looked for at %j', async (source) => {
    // With percent codes it may also be the plain name of a file that is not there.
    expect(await problem(source)).toMatch(/outside the folder|on the web|not in the folder/);
    expect(await noteImages.read(note, source)).toBeNull();
  });

  it('is never loaded from the web', async () => {
    for (const source of ['https://example.com/x.png', 'HTTP://example.com/x.png', '//example.com/x.png']) {
      expect(await problem(source)).toBe('Images on the web are not loaded.');
    }
  });

  it.skipIf(process.platform === 'win32')('does not come through a link that leads out of the folder', async () => {
    symlinkSync(join(outside, 'secret.png'), join(outside, 'notes/link.png'));
    symlinkSync(outside, join(outside, 'notes/up'));
    put('notes/real.png', png);
    symlinkSync(join(outside, 'notes/real.png'), join(outside, 'notes/inside.png'));
    expect(await problem('link.png')).toBe('It lies outside the folder of the note.');
    expect(await problem('up/secret.png')).toBe('It lies outside the folder of the note.');
    expect(await noteImages.read(note, 'link.png')).toBeNull();
    expect(await noteImages.read(note, 'up/secret.png')).toBeNull();
    expect(await path('inside.png')).toBe('real.png');
  });

  it('that is too large, a folder or a pipe is not read', async () => {
    put('notes/large.png', png);
    truncateSync(join(outside, 'notes/large.png'), 20 * 1024 * 1024 + 1);
    expect(await problem('large.png')).toBe('It is larger than 20 MB.');
    put('notes/large.svg', svg + ' '.repeat(2 * 1024 * 1024));
    expect(await problem('large.svg')).toBe('It is larger than 2 MB.');
    put('notes/wide.svg', svg.replace('"40"', '"40000"').replace('"30"', '"30000"'));
    expect(await problem('wide.svg')).toBe('It has more than 50 million pixels.');
    mkdirSync(join(outside, 'notes/folder.png'));
    expect(await problem('folder.png')).toBe('It is not a file.');
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [join(outside, 'notes/pipe.png')]);
      expect(await problem('pipe.png')).toBe('It is not a file.');
    }
  });

  it('is not shown when drawing it would never end', async () => {
    const parts = Array.from({ length: 8 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`).join('');
    put('notes/bomb.svg', svg.replace('/>', `><rect id="l0"/>${parts}<use href="#l8"/></svg>`));
    expect(await problem('bomb.svg')).toBe('It is too much work to draw.');
    expect(await noteImages.read(note, 'bomb.svg')).toBeNull();
  });

  it('is found by the beginning of its file, however many are looked for at once', async () => {
    const names = Array.from({ length: 4 }, (_, n) => `large-${n}.png`);
    for (const name of names) {
      put(`notes/${name}`, png);
      truncateSync(join(outside, `notes/${name}`), 19 * 1024 * 1024);
    }
    const handle = await open(note);
    const reads = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'read');
    await handle.close();
    const all = await Promise.all(names.map((name) => noteImages.find(note, name)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    const bytes = await Promise.all(
      reads.mock.results.map(async ({ value }) => (await (value as Promise<{ bytesRead: number }>)).bytesRead),
    );
    reads.mockRestore();
    expect(Math.max(...bytes)).toBeLessThanOrEqual(256 * 1024);
  });

  it('whose size stands far behind its beginning is found too', async () => {
    // A JPEG: marks of a picture taken by a phone, 300 KB of them, then the size.
    const segment = Buffer.concat([Buffer.from([0xff, 0xe2, 0xff, 0xff]), Buffer.alloc(0xfffd)]);
    const size = Buffer.from([0xff, 0xc0, 0x00, 0x11, 0x08, 0x00, 0x1e, 0x00, 0x28, 0x03, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
    put(
      'notes/photo.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8]), ...Array.from({ length: 5 }, () => segment), size, Buffer.alloc(500)]),
    );
    expect(await noteImages.find(note, 'photo.jpg')).toMatchObject({ ok: true, width: 40, height: 30 });
  });

  it('is looked for once while it is asked for several times', () => {
    put('notes/raft.png', png);
    expect(noteImages.find(note, 'raft.png')).toBe(noteImages.find(note, 'raft.png'));
    expect(noteImages.find(note, 'raft.png')).not.toBe(noteImages.find(note, 'other.png'));
  });

  it('that is not there says so, also when its folder is gone', async () => {
    expect(await problem('nothing.png')).toBe('It is not in the folder of the note.');
    expect(await problem('')).toBe('It has no name.');
    note = join(outside, 'gone', 'etcd.md');
    expect(await problem('x.png')).toBe('It is not in the folder of the note.');
  });

  it('is never looked for outside the folder, whatever it is called', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '%5c', '%', ':', 'C:', '~', 'a', 'ä', '\0', '%00', '?', '#', ' ');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
          fc.string(),
        ),
        (source) => {
          const paths = imagePaths(source);
          for (const one of typeof paths === 'string' ? [] : paths) {
            expect(one.split('/').every((part) => part !== '' && part !== '.' && part !== '..')).toBe(true);
            expect(one).not.toMatch(/[:\\\0]/);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('the address of an image', () => {
  it('gives back what it was made of, whatever the names', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ minLength: 1, unit: 'grapheme' }), (noteId, name) => {
        const { pathname } = new URL(imageAddress(noteId, name, 1), 'app://etcdeck');
        expect(imageAt(decodeURIComponent(pathname).slice(1))).toEqual({ noteId, path: name });
      }),
    );
  });

  it('is not that of a file of the page', () => {
    for (const address of ['index.html', 'note-image', 'note-image/x', 'note-image/x/', 'note-image//eA', 'note-image/x/eA/y', '']) {
      expect(imageAt(address)).toBeNull();
    }
  });
});
