/**
 * A strict API server: HTTPS with mutual TLS, answers what the app and kubectl may read, and remembers every request. A write or a path
 * nobody should ask for is a violation, which fails the test that caused it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { answerOf, statusBody } from './api-answers.js';
import { type Authority, type KeyPair, makeAuthority } from './certificates.js';
import { serveExec } from './exec-double.js';
import type { Fault } from './faults.js';
import { serverNowAt } from './objects.js';
import type { Scenario } from './scenarios.js';

export interface DoubleOptions {
  /** Paths, without their query, and how they misbehave; `*` for all. */
  faults?: Record<string, Fault>;
  /** The certificate of the server ended yesterday. */
  expired?: boolean;
  /** The program that runs when something is run in the Pod of etcd; without one, that is a violation. */
  etcdctl?: string;
}

export interface ApiDouble {
  url: string;
  port: number;
  authority: Authority;
  client: KeyPair;
  /** `GET /path?query`, in order. */
  requests: string[];
  violations: string[];
  /** Requests that are open now. */
  open(): number;
  onConnection(told: () => void): void;
  fault(path: string, fault: Fault | null): void;
  /** Keeps every answer back from now on. @returns lets them go */
  hold(): () => void;
  show(scenario: Scenario): void;
  stop(): Promise<void>;
}

/** Making keys takes a while; all doubles of a test file share them. */
let shared: Promise<{ authority: Authority; client: KeyPair; server: KeyPair; expired: KeyPair }> | undefined;

async function makeCertificates() {
  const authority = await makeAuthority('double');
  return {
    authority,
    client: await authority.sign({ name: 'learner', organization: 'students' }),
    server: await authority.sign({ name: 'kube-apiserver' }),
    expired: await authority.sign({ name: 'kube-apiserver', endsAt: Date.now() - 86_400_000 }),
  };
}

/** Starts a double. Whoever does stops it, and looks at its violations. */
export async function openDouble(scenario: Scenario, { faults = {}, expired = false, etcdctl }: DoubleOptions = {}): Promise<ApiDouble> {
  shared ??= makeCertificates();
  const certificates = await shared;
  const own = expired ? certificates.expired : certificates.server;
  const requests: string[] = [];
  const violations: string[] = [];
  const misbehaving = new Map(Object.entries(faults));
  const sockets = new Set<Duplex>();
  let shown = scenario;
  let held: (() => void)[] | null = null;
  let open = 0;

  const server: Server = createServer(
    { cert: own.certificate, key: own.key, ca: certificates.authority.certificate, requestCert: true, rejectUnauthorized: true },
    (request, response) => {
      requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.setHeader('Date', new Date(serverNowAt).toUTCString());
      open += 1;
      response.once('close', () => (open -= 1));
      if (held) held.push(() => serve(request, response));
      else serve(request, response);
    },
  );
  const execs = serveExec({
    etcdctl: etcdctl ?? null,
    pods: () => shown.pods['etcd'] ?? [],
    faultOf: (path) => misbehaving.get(path) ?? misbehaving.get('*') ?? null,
    violate: (what) => void violations.push(what),
  });
  server.on('upgrade', (request, socket, head) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    open += 1;
    socket.once('close', () => (open -= 1));
    execs.upgrade(request, socket, head);
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'https://double');
    if (request.method !== 'GET') violations.push(`${request.method ?? ''} ${url.pathname}`);
    const answer = answerOf(shown, url, /as=Table/.test(request.headers.accept ?? ''));
    if (answer === null) violations.push(`unknown path ${url.pathname}${url.search}`);
    const send = (status: number, body: string): void => {
      // A real server packs what is larger than this.
      const isPacked = body.length > 128 * 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
      response.setHeader('Content-Type', body.startsWith('{') ? 'application/json' : 'text/plain');
      if (isPacked) response.setHeader('Content-Encoding', 'gzip');
      response.writeHead(status).end(isPacked ? gzipSync(body) : body);
    };
    const wellFormed = (): void => (answer === null ? send(404, statusBody(404)) : send(answer.status, answer.body));
    const fault = misbehaving.get(url.pathname) ?? misbehaving.get('*');
    if (!fault) return wellFormed();
    if (fault.kind === 'status') return send(fault.status, statusBody(fault.status));
    if (fault.kind === 'body') return send(200, fault.text);
    if (fault.kind === 'answer') return void response.writeHead(fault.status, { 'Content-Type': fault.type }).end(fault.text);
    if (fault.kind === 'cut') return void response.destroy();
    if (fault.kind === 'slow') return void setTimeout(wellFormed, fault.ms);
    if (fault.kind === 'stall') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"items": [');
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  const double: ApiDouble = {
    url: `https://127.0.0.1:${port}`,
    port,
    authority: certificates.authority,
    client: certificates.client,
    requests,
    violations,
    open: () => open,
    onConnection: (told) => void server.on('connection', told),
    fault: (path, fault) => void (fault ? misbehaving.set(path, fault) : misbehaving.delete(path)),
    hold() {
      held = [];
      return () => {
        const waiting = held ?? [];
        held = null;
        for (const answer of waiting) answer();
      };
    },
    show: (next) => void (shown = next),
    stop: () =>
      (stopped ??= new Promise((resolve) => {
        execs.stop();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      })),
  };
  return double;
}
