/** A real etcd with mutual TLS, from the PATH or Debian's packages, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority } from './certificates.js';

export interface RealEtcd {
  folder: string;
  clientPort: number;
  /** A file of its certificates: `ca.crt`, `server.crt`, `server.key`. */
  pki(name: string): string;
  /** Its command, as its static Pod would hold it. */
  command: string[];
  /** What etcd says of its health, as kube-apiserver asks it. */
  isHealthy(): Promise<boolean>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Ends it, and takes its folder away. */
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** @param program the etcd to start. Throws when it does not become healthy in a minute. */
export async function startEtcd(program: string): Promise<RealEtcd> {
  const folder = mkdtempSync(join(tmpdir(), 'etcdeck-etcd-'));
  const authority = await makeAuthority('etcd-ca');
  const pair = await authority.sign({ name: 'etcd' });
  const ca = authority.certificate;
  const pki = (name: string): string => join(folder, 'pki', name);
  mkdirSync(join(folder, 'pki'));
  for (const [name, text] of Object.entries({ 'ca.crt': ca, 'server.crt': pair.certificate, 'server.key': pair.key })) {
    writeFileSync(pki(name), text, { mode: 0o600 });
  }

  const isHealthyAt = (port: number): Promise<boolean> =>
    new Promise((resolve) => {
      const asked = request(
        { host: '127.0.0.1', port, path: '/health', ca, cert: pair.certificate, key: pair.key, agent: false },
        (response) => {
          response.resume();
          resolve(response.statusCode === 200);
        },
      );
      asked.on('error', () => resolve(false));
      asked.end();
    });

  const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null;
  async function kill(server: ChildProcess): Promise<void> {
    if (hasEnded(server)) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  }

  // Another program may take one of the ports meanwhile.
  for (let tries = 1; tries <= 5; tries += 1) {
    const clientPort = await freePort();
    const client = `https://127.0.0.1:${clientPort}`;
    const peer = `http://127.0.0.1:${await freePort()}`;
    const flags = {
      'data-dir': join(folder, 'data'),
      name: 'default',
      'listen-client-urls': client,
      'advertise-client-urls': client,
      'listen-peer-urls': peer,
      'initial-advertise-peer-urls': peer,
      'initial-cluster': `default=${peer}`,
      'cert-file': pki('server.crt'),
      'key-file': pki('server.key'),
      'trusted-ca-file': pki('ca.crt'),
      'client-cert-auth': 'true',
    };
    const args = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
    const server = spawn(program, args, { stdio: 'ignore' });
    const untilAt = Date.now() + 60_000;
    while (!hasEnded(server) && Date.now() < untilAt) {
      if (await isHealthyAt(clientPort)) {
        return {
          folder,
          clientPort,
          pki,
          command: ['etcd', ...args],
          isHealthy: () => isHealthyAt(clientPort),
          kill: () => kill(server),
          async stop() {
            await kill(server);
            rmSync(folder, { recursive: true, force: true });
          },
        };
      }
      await pause();
    }
    await kill(server);
    rmSync(join(folder, 'data'), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  throw new Error('etcd did not become healthy.');
}
