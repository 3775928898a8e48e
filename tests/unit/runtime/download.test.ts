import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadPackage } from '../../../scripts/runtime/download.mjs';

/** 200 kB that no two places of are alike. */
const content = Buffer.concat(Array.from({ length: 6_250 }, (_, index) => createHash('sha256').update(String(index)).digest()));
const half = content.length / 2;
const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
const wanted = { package: '@scope/runtime', version: '1.2.3', integrity, bytes: content.length };

let folder: string;
let target: string;
let server: Server;
let asked: { url: string | undefined; range: string | undefined }[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

/** What a registry does: the whole file, or the part that is asked for. */
function sendFile(request: IncomingMessage, response: ServerResponse, file = content) {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': file.length - from });
  response.end(file.subarray(from));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'etcdeck-download-'));
  target = join(folder, 'runtime.tgz');
  asked = [];
  answer = sendFile;
  server = createServer((request, response) => {
    asked.push({ url: request.url, range: request.headers.range });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  vi.stubEnv('npm_config_registry', `http://127.0.0.1:${address.port}/npm/`);
  vi.stubEnv('npm_config_noproxy', '127.0.0.1');
  vi.stubEnv('NO_PROXY', '127.0.0.1');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

describe('the download of a package', () => {
  it('gets the file from the registry that npm is set to', async () => {
    await downloadPackage(wanted, target);
    expect((await readFile(target)).equals(content)).toBe(true);
    expect(asked).toEqual([{ url: '/npm/@scope/runtime/-/runtime-1.2.3.tgz', range: undefined }]);
    expect(await readdir(folder)).toEqual(['runtime.tgz']);
  });

  it('asks for nothing when the file is there', async () => {
    await writeFile(target, content);
    await downloadPackage(wanted, target);
    expect(asked).toEqual([]);
  });

  it('continues after the connection broke', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, half));
      // Not before some of it has arrived.
      const timer = setInterval(() => {
        if (!existsSync(`${target}.part`) || statSync(`${target}.part`).size === 0) return;
        clearInterval(timer);
        response.destroy();
      }, 5);
    };
    await expect(downloadPackage(wanted, target)).rejects.toThrow('could not be downloaded');
    expect(await readdir(folder)).toEqual(['runtime.tgz.part']);
    const kept = (await readFile(`${target}.part`)).length;
    expect(kept).toBeGreaterThan(0);

    answer = sendFile;
    await downloadPackage(wanted, target);
    expect(asked.at(-1)?.range).toBe(`bytes=${kept}-`);
    expect((await readFile(target)).equals(content)).toBe(true);
  });

  it('continues what a killed run left', async () => {
    await writeFile(`${target}.part`, content.subarray(0, half));
    await downloadPackage(wanted, target);
    expect(asked.map(({ range }) => range)).toEqual([`bytes=${half}-`]);
    expect((await readFile(target)).equals(content)).toBe(true);
  });

  it('keeps a whole file that a killed run had no time to name', async () => {
    await writeFile(`${target}.part`, content);
    await downloadPackage(wanted, target);
    expect(asked).toEqual([]);
    expect(await readdir(folder)).toEqual(['runtime.tgz']);
  });

  it('starts again with a server that knows no ranges', async () => {
    await writeFile(`${target}.part`, content.subarray(0, half));
    answer = (_request, response) => response.end(content);
    await downloadPackage(wanted, target);
    expect((await readFile(target)).equals(content)).toBe(true);
  });

  it('starts again when more is there than there should be', async () => {
    await writeFile(`${target}.part`, Buffer.concat([content, content]));
    await downloadPackage(wanted, target);
    expect(asked.map(({ range }) => range)).toEqual([undefined]);
    expect((await readFile(target)).equals(content)).toBe(true);
  });

  it('deletes a changed file, and never gives it its name', async () => {
    const changed = Buffer.from(content);
    changed[half] = (changed[half] ?? 0) ^ 1;
    answer = (request, response) => sendFile(request, response, changed);
    await expect(downloadPackage(wanted, target)).rejects.toThrow('is not the expected file');
    expect(await readdir(folder)).toEqual([]);
  });

  it('replaces a file that was changed after it was downloaded', async () => {
    await writeFile(target, content.subarray(1));
    await downloadPackage(wanted, target);
    expect((await readFile(target)).equals(content)).toBe(true);
  });

  it('says what the server answered and what to do', async () => {
    answer = (_request, response) => response.writeHead(403).end();
    await expect(downloadPackage(wanted, target)).rejects.toMatchObject({
      message: expect.stringMatching(/runtime-1\.2\.3\.tgz answered 403\.$/),
      hint: expect.stringContaining('npm config get registry'),
    });
  });
});
