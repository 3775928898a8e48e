/**
 * The exec sub-resource of the double: over a WebSocket, as kube-apiserver speaks it. Runs the real etcdctl, and refuses every other
 * request: what may be asked is written down here a second time.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Fault } from './faults.js';
import type { RealAnswer } from './real-answers.js';

export interface ExecParts {
  /** The program that runs; null when nothing may run. */
  etcdctl: string | null;
  /** The Pods of etcd. */
  pods(): readonly object[];
  faultOf(path: string): Fault | null;
  violate(what: string): void;
}

export interface ExecDouble {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): void;
}

const allowed =
  /^(?:endpoint health -w table|endpoint status -w table|member list -w table|get \/ --prefix --keys-only --limit=(?:[1-9]|10))$/;
const others = 'container=etcd&stderr=true&stdin=false&stdout=true&tty=false';

interface PodLike {
  metadata: { name: string };
  spec: { containers: { command: string[] }[] };
}

export function serveExec({ etcdctl, pods, faultOf, violate }: ExecParts): ExecDouble {
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has('v5.channel.k8s.io') ? 'v5.channel.k8s.io' : false),
  });
  const children = new Set<ChildProcess>();

  function argvIn(url: URL): string[] | null {
    const [, name] = /^\/api\/v1\/namespaces\/kube-system\/pods\/([a-z0-9.-]+)\/exec$/.exec(url.pathname) ?? [];
    const pod = (pods() as PodLike[]).find(({ metadata }) => metadata.name === name);
    const argv = url.searchParams.getAll('command');
    const rest = new URLSearchParams([...url.searchParams].filter(([key]) => key !== 'command')).toString();
    const [program, endpoint = '', ca, certificate, key, ...words] = argv;
    const own = (flag: string): string | undefined =>
      pod?.spec.containers[0]?.command.find((word) => word.startsWith(`--${flag}=`))?.slice(flag.length + 3);
    const listens = own('listen-client-urls') ?? 'https://127.0.0.1:2379';
    const fits =
      pod !== undefined &&
      rest === others &&
      program === 'etcdctl' &&
      endpoint === `--endpoints=${listens.split(',')[0] ?? ''}` &&
      ca === `--cacert=${own('trusted-ca-file') ?? ''}` &&
      certificate === `--cert=${own('cert-file') ?? ''}` &&
      key === `--key=${own('key-file') ?? ''}` &&
      allowed.test(words.join(' '));
    return fits ? argv.slice(1) : null;
  }

  const refusal = (status: number): RealAnswer => ({
    status,
    type: 'application/json',
    text: JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code: status }),
  });
  function answer(socket: Duplex, { status, type, text }: RealAnswer): void {
    const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, `Content-Type: ${type}`, `Content-Length: ${text.length}`];
    socket.end([...head, 'Connection: close', '', text].join('\r\n'));
  }

  function run(client: WebSocket, args: string[], fault: Fault | null): void {
    const send = (channel: number, bytes: Buffer | string): void =>
      client.send(Buffer.concat([Buffer.from([channel]), Buffer.from(bytes)]), { binary: true });
    // As kube-apiserver does: an empty message for each stream there is.
    for (const channel of [1, 2, 3]) send(channel, '');
    if (fault?.kind === 'stall') return;
    if (fault?.kind === 'cut') return (send(1, '+-----'), void setImmediate(() => client.terminate()));
    if (fault?.kind === 'body') {
      for (const part of fault.text.match(/[\s\S]{1,30000}/g) ?? []) send(1, part);
      send(3, '{"metadata":{},"status":"Success"}');
      return client.close(1000);
    }
    // The environment of a container is not that of the tests.
    const child = spawn(etcdctl ?? '', args, { env: { ETCDCTL_API: '3' }, stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    client.once('close', () => child.kill());
    child.stdout.on('data', (bytes: Buffer) => send(1, bytes));
    child.stderr.on('data', (bytes: Buffer) => send(2, bytes));
    child.once('close', (code) => {
      children.delete(child);
      if (client.readyState !== client.OPEN) return;
      const causes = [{ reason: 'ExitCode', message: String(code) }];
      const failure = {
        status: 'Failure',
        reason: 'NonZeroExit',
        message: `command terminated with exit code ${code}`,
        details: { causes },
      };
      send(3, JSON.stringify({ metadata: {}, ...(code === 0 ? { status: 'Success' } : failure) }));
      client.close(1000);
    });
  }

  return {
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'https://double');
      socket.on('error', () => socket.destroy());
      const args = request.method === 'GET' ? argvIn(url) : null;
      if (!args || etcdctl === null) {
        violate(`exec ${url.pathname}${url.search}`);
        return answer(socket, refusal(404));
      }
      const fault = faultOf(url.pathname);
      if (fault?.kind === 'status') return answer(socket, refusal(fault.status));
      if (fault?.kind === 'answer') return answer(socket, fault);
      if (fault?.kind === 'hang') return;
      sockets.handleUpgrade(request, socket, head, (client) => run(client, args, fault));
    },
    stop() {
      for (const child of children) child.kill('SIGKILL');
      sockets.close();
    },
  };
}
