import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installPackages } from '../../../scripts/runtime/closed-network/npm-ci.mjs';

let folder: string;
let packed: Buffer;
let server: Server;
let asked: { url: string | undefined; authorization: string | undefined }[];
let sendFile: (response: ServerResponse) => void;

const sha512 = (content: Buffer) => `sha512-${createHash('sha512').update(content).digest('base64')}`;

/** A registry with one package, whose list of versions says of the file what is true of it at that moment. */
function startRegistry() {
  server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    if (request.url?.endsWith('.tgz')) return sendFile(response);
    const tarball = `http://${request.headers.host}/npm/@scope/runtime/-/runtime-1.2.3.tgz`;
    const version = { name: '@scope/runtime', version: '1.2.3', dist: { tarball, integrity: sha512(packed) } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name: '@scope/runtime', 'dist-tags': { latest: '1.2.3' }, versions: { '1.2.3': version } }));
  });
  return new Promise<number>((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

/** The packed package whose only file holds this text. */
async function pack(text: string) {
  const source = join(folder, 'source', 'package');
  await mkdir(source, { recursive: true });
  await writeFile(join(source, 'package.json'), '{ "name": "@scope/runtime", "version": "1.2.3" }');
  await writeFile(join(source, 'runtime.txt'), text);
  return execFileSync('tar', ['-cz', '-C', join(folder, 'source'), 'package']);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'etcdeck-npm-'));
  packed = await pack('the runtime');
  asked = [];
  sendFile = (response) => response.end(packed);
  const host = `127.0.0.1:${await startRegistry()}`;
  await mkdir(join(folder, 'manifests'));
  await writeFile(join(folder, 'manifests', 'package.json'), '{ "name": "trial", "dependencies": { "@scope/runtime": "1.2.3" } }');
  const packages = { '': { dependencies: { '@scope/runtime': '1.2.3' } } };
  const locked = { ...packages, 'node_modules/@scope/runtime': { version: '1.2.3', integrity: sha512(packed) } };
  await writeFile(join(folder, 'manifests', 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages: locked }));
  // What a person has set up for npm.
  await writeFile(join(folder, 'npmrc'), `@scope:registry=http://${host}/npm/\n//${host}/npm/:_authToken=secret\nnoproxy=127.0.0.1\n`);
  vi.stubEnv('npm_config_userconfig', join(folder, 'npmrc'));
  vi.stubEnv('npm_config_cache', join(folder, 'cache'));
  vi.stubEnv('npm_config_fetch_retries', '0');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const target = () => join(folder, 'target');
const installed = () => readFile(join(target(), 'node_modules', '@scope', 'runtime', 'runtime.txt'), 'utf8');
const install = () => installPackages(target(), 'Downloading', join(folder, 'manifests'));

describe('what a closed network needs from npm', () => {
  it('comes from the registry that npm is set to, with the access rights of the person', async () => {
    await install();
    expect(await installed()).toBe('the runtime');
    expect(asked.at(-1)).toEqual({ url: '/npm/@scope/runtime/-/runtime-1.2.3.tgz', authorization: 'Bearer secret' });
  });

  it('is refused when its checksum is another, even one that the registry agrees with', async () => {
    packed = await pack('something else');
    await expect(install()).rejects.toMatchObject({
      message: expect.stringContaining('EINTEGRITY'),
      hint: expect.stringContaining('a changed file'),
    });
    await expect(installed()).rejects.toThrow('ENOENT');
  });

  it('says what the server answered and what to do when it cannot be had, and can be tried again', async () => {
    sendFile = (response) => response.writeHead(403).end();
    await expect(install()).rejects.toMatchObject({
      message: expect.stringMatching(/403 Forbidden.*runtime-1\.2\.3\.tgz/),
      hint: expect.stringContaining('npm config get registry'),
    });
    sendFile = (response) => response.end(packed);
    await install();
    expect(await installed()).toBe('the runtime');
  });
});
