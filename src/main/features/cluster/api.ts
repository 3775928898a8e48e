/**
 * Reads of a cluster over node:https: GET only, from the closed table of reads, each with a time limit of its own that holds to the end
 * of the body, each to be stopped at any moment. Not the official client: there, reads ignore their signal and calls to a server that
 * went away never settle.
 */
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { createGunzip } from 'node:zlib';
import { type Access, circumstancesOf } from './access.js';
import { agentFor } from './agent.js';
import type { Answer, ApiRequest } from './answer.js';
import { classifyIn, failureOf, type ReadFailure, type ReadFailureKind } from './failure.js';
import { askPages } from './pages.js';
import { refusalOf } from './refusal.js';
import { type ReadName, reads } from './reads.js';
import { timeLimit } from './time-limit.js';

export type { Answer, ApiRequest } from './answer.js';

export interface ClusterApi {
  /** Never rejects. */
  read(name: ReadName, signal: AbortSignal): Promise<Answer>;
  /** Never rejects. */
  ask(request: ApiRequest, signal: AbortSignal): Promise<Answer>;
  /** When the certificate of the server ends, as seen in the last handshake; null before one, and without TLS. */
  serverCertificateEndsAt(): number | null;
  /** Cuts every connection. */
  close(): void;
}

export interface ApiOptions {
  /** The longest a read may take, body included. */
  limitMs: number;
  maxBytes?: number;
}

export function createApi(access: Access, { limitMs, maxBytes = 4 * 1024 * 1024 }: ApiOptions): ClusterApi {
  const plain = access.server.protocol === 'http:';
  const agent = agentFor(access);
  const circumstances = circumstancesOf(access);
  let certificateEndsAt: number | null = null;

  function noteCertificate(socket: TLSSocket): void {
    const { valid_to: until } = socket.getPeerCertificate();
    if (until) certificateEndsAt = Date.parse(until);
  }

  function send({ path, accept }: ApiRequest, signal: AbortSignal): ClientRequest {
    const base = access.server.pathname.replace(/\/$/, '');
    const url = new URL(`${base}${path}`, access.server);
    const headers = {
      ...access.headers,
      Accept: accept ?? 'application/json, text/plain',
      'Accept-Encoding': 'gzip',
      'User-Agent': 'etcdeck',
    };
    const options = { method: 'GET', headers, agent, signal };
    return plain ? httpRequest(url, options) : request(url, { ...options, ...access.tls });
  }

  function ask(wanted: ApiRequest, signal: AbortSignal): Promise<Answer> {
    const limit = timeLimit(signal, limitMs);
    const startedAt = performance.now();
    const took = (): number => Math.round(performance.now() - startedAt);
    return new Promise<Answer>((resolve) => {
      let response: IncomingMessage | null = null;
      const refused = (failure: ReadFailure): void =>
        resolve({ kind: 'failed', failure, status: response?.statusCode ?? null, tookMs: took() });
      const failed = (kind: ReadFailureKind): void => refused(failureOf(kind));
      const broke = (error: unknown): void =>
        failed(signal.aborted ? 'cancelled' : limit.isOver() ? (response ? 'stalled' : 'timeout') : classifyIn(error, circumstances));
      if (signal.aborted) return failed('cancelled');

      const asked = send(wanted, limit.signal);
      asked.on('error', broke);
      asked.once('response', (message) => {
        response = message;
        if ('getPeerCertificate' in message.socket) noteCertificate(message.socket as TLSSocket);
        const status = message.statusCode ?? 0;
        const chunks: Buffer[] = [];
        let size = 0;
        // Large answers come packed; what counts is their size unpacked.
        const body = message.headers['content-encoding'] === 'gzip' ? message.pipe(createGunzip()) : message;
        message.on('error', broke);
        body.on('error', broke);
        body.on('data', (chunk: Buffer) => {
          size += chunk.length;
          chunks.push(chunk);
          if (size > maxBytes) {
            failed('too-large');
            message.destroy();
            body.destroy();
          }
        });
        body.once('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const refusal = refusalOf({ status, text, contentType: message.headers['content-type'] ?? '', as: wanted.as });
          if (refusal) return refused(refusal);
          const said = wanted.as === 'text' || status >= 400 ? text : parsed(text);
          if (said === undefined) return failed('garbled');
          const serverNowAt = Date.parse(message.headers.date ?? '');
          resolve({ kind: 'answered', status, body: said, serverNowAt: Number.isNaN(serverNowAt) ? null : serverNowAt, tookMs: took() });
        });
      });
      asked.end();
    }).finally(limit.end);
  }

  return {
    read: (name, signal) => askPages((request) => ask(request, signal), reads[name]),
    ask,
    serverCertificateEndsAt: () => certificateEndsAt,
    close: () => agent.destroy(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
