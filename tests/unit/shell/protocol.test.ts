import fc from 'fast-check';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, createFileServer, relativePath } from '../../../src/main/shell/protocol.js';
import { freshFolder } from '../folder.js';

const secret = 'not for the page';

describe('the path of a URL', () => {
  it.each([
    ['app://etcdeck/index.html', 'index.html'],
    ['app://etcdeck/assets/a%20b.js?v=1#x', 'assets/a b.js'],
    ['app://etcdeck/x/../index.html', 'index.html'],
    ['app://etcdeck/../../index.html', 'index.html'],
  ])('of %s is %s', (url, path) => {
    expect(relativePath(url)).toBe(path);
  });

  it.each([
    'app://etcdeck/',
    'app://etcdeck',
    'app://etcdeck//etc/passwd',
    'app://etcdeck/%2fetc/passwd',
    'app://etcdeck/..%2fsecret',
    'app://etcdeck/a/..%2f..%2fsecret',
    'app://etcdeck/..%5csecret',
    'app://etcdeck/..\\secret',
    'app://etcdeck/C:/secret',
    'app://etcdeck/index.html%00.png',
    'app://etcdeck/index.html::$DATA',
    'app://etcdeck/%',
    'app://etcdeck/%ff',
    'app://other/index.html',
    'app://etcdeck.evil/index.html',
    'app://user@etcdeck:80/index.html',
    'https://etcdeck/index.html',
    'file:///etc/passwd',
    'index.html',
    '',
  ])('of %j is refused', (url) => {
    expect(relativePath(url)).toBeNull();
  });

  it('never leaves the folder, whatever the URL', () => {
    const root = resolve('/root');
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '%252e%252e',
      '/',
      '%2f',
      '\\',
      '%5c',
      '%00',
      ':',
      'C:',
      '~',
      'a',
      '%',
      '?',
      '#',
      '@',
      'é',
    );
    const url = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(url, (rest) => {
        const path = relativePath(`app://etcdeck/${rest}`);
        if (path !== null) expect(join(root, path).startsWith(root + sep)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the file server', () => {
  let serve: ReturnType<typeof createFileServer>;
  const get = async (path: string, init?: RequestInit) => {
    const answer = await serve(new Request(`app://etcdeck/${path}`, init));
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };

  beforeEach(() => {
    const outside = freshFolder();
    const folder = join(outside, 'page');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    mkdirSync(join(outside, 'page-other'));
    writeFileSync(join(outside, 'secret'), secret);
    writeFileSync(join(outside, 'page-other', 'secret'), secret);
    writeFileSync(join(folder, 'index.html'), '<p>hello</p>');
    for (const name of ['a.js', 'a.css', 'a.woff2', 'a.svg', 'a.unknown']) writeFileSync(join(folder, 'assets', name), name);
    symlinkSync(join(outside, 'secret'), join(folder, 'link'));
    symlinkSync(outside, join(folder, 'up'));
    symlinkSync(join(outside, 'page-other'), join(folder, 'next'));
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync(join(folder, 'index.html'), join(folder, 'inside.html'));
    serve = createFileServer(folder);
  });

  it('serves a file of the folder with the policy and its type', async () => {
    const { status, text, headers } = await get('index.html');
    expect({ status, text }).toEqual({ status: 200, text: '<p>hello</p>' });
    expect(headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  });

  it.each([
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.woff2', 'font/woff2'],
    ['a.svg', 'image/svg+xml'],
    ['a.unknown', 'application/octet-stream'],
  ])('gives %s the type %s', async (name, type) => {
    expect((await get(`assets/${name}`)).headers.get('Content-Type')).toBe(type);
  });

  it.each(['link', 'up/secret', 'next/secret', 'loop', 'up', 'assets', 'missing', '..%2fsecret'])('does not find %s', async (path) => {
    const { status, text, headers } = await get(path);
    expect(status).toBe(404);
    expect(text).not.toContain(secret);
    expect(headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
  });

  it('follows a link that stays inside', async () => {
    expect((await get('inside.html')).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('does not answer %s', async (method) => {
    expect((await get('index.html', { method })).status).toBe(404);
  });
});
