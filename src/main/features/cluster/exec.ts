/**
 * Runs one program in a Pod by the API's exec sub-resource, over a WebSocket. Settles in every case: the official client does not when
 * the server is gone.
 */
import * as v from 'valibot';
import { WebSocket } from 'ws';
import { type Access, circumstancesOf } from './access.js';
import { agentFor } from './agent.js';
import { classifyIn, failureOf, type ReadFailure, type ReadFailureKind } from './failure.js';
import { type RawAnswer, refusalOf, statusIn } from './refusal.js';
import { timeLimit } from './time-limit.js';

export type Executed =
  | {
      kind: 'ended';
      /** Exit code; null when the program did not start. */
      code: number | null;
      stdout: string;
      stderr: string;
      /** What the server said when the program did not start or end well; '' otherwise. */
      message: string;
      tookMs: number;
    }
  | { kind: 'failed'; failure: ReadFailure; status: number | null; tookMs: number };

export interface ExecOptions {
  /** The longest it may take, from the first byte to the last. */
  limitMs: number;
  maxBytes?: number;
}

/** The same messages; the later one can close single streams, which is not needed here. */
const protocols = ['v5.channel.k8s.io', 'v4.channel.k8s.io'];
/** The first byte of a message says which stream the rest belongs to. */
const stream = { stdout: 1, stderr: 2, status: 3 } as const;

const ending = v.object({
  status: v.picklist(['Success', 'Failure']),
  message: v.nullish(v.string(), ''),
  details: v.nullish(v.object({ causes: v.nullish(v.array(v.object({ reason: v.nullish(v.string(), ''), message: v.string() })), []) })),
});

/** A refusal is a sentence or two. */
const maxRefusal = 64 * 1024;

/** @param path made by `commands/etcdctl.ts`. Never rejects. */
export function execute(
  access: Access,
  path: string,
  { limitMs, maxBytes = 256 * 1024 }: ExecOptions,
  signal: AbortSignal,
): Promise<Executed> {
  const startedAt = performance.now();
  const took = (): number => Math.round(performance.now() - startedAt);
  const failed = (kind: ReadFailureKind, status: number | null = null): Executed => ({
    kind: 'failed',
    failure: failureOf(kind),
    status,
    tookMs: took(),
  });
  if (signal.aborted) return Promise.resolve(failed('cancelled'));

  const plainText = access.server.protocol === 'http:';
  const agent = agentFor(access);
  const url = new URL(`${access.server.pathname.replace(/\/$/, '')}${path}`, access.server);
  url.protocol = plainText ? 'ws:' : 'wss:';
  const limit = timeLimit(signal, limitMs);

  return new Promise<Executed>((resolve) => {
    const said: Record<number, Buffer[]> = { [stream.stdout]: [], [stream.stderr]: [], [stream.status]: [] };
    let size = 0;
    let isOpen = false;
    const socket = new WebSocket(url, protocols, {
      ...access.tls,
      agent,
      headers: { ...access.headers, 'User-Agent': 'etcdeck' },
      followRedirects: false,
      perMessageDeflate: false,
      maxPayload: maxBytes,
    });

    const settle = (executed: Executed): void => {
      limit.signal.removeEventListener('abort', stopped);
      limit.end();
      resolve(executed);
      socket.terminate();
      agent.destroy();
    };
    const stopped = (): void => settle(failed(!limit.isOver() ? 'cancelled' : isOpen ? 'stalled' : 'timeout'));
    limit.signal.addEventListener('abort', stopped);
    const textOf = (channel: number): string => Buffer.concat(said[channel] ?? []).toString('utf8');

    socket.on('error', (error) => settle(failed(isOpen ? 'dropped' : classifyIn(error, circumstancesOf(access)))));
    socket.on('unexpected-response', (_request, response) => {
      const chunks: Buffer[] = [];
      const status = response.statusCode ?? 0;
      response.on('error', () => settle(failed('dropped', status)));
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxRefusal) settle(failed('garbled', status));
        else chunks.push(chunk);
      });
      response.on('end', () => {
        const contentType = response.headers['content-type'] ?? '';
        const failure = refusedExec({ status, text: Buffer.concat(chunks).toString('utf8'), contentType, as: 'text' });
        settle({ kind: 'failed', failure, status, tookMs: took() });
      });
    });
    socket.on('open', () => (isOpen = true));
    socket.on('message', (data) => {
      const bytes = Buffer.isBuffer(data) ? data : Buffer.concat([data].flat().map((part) => new Uint8Array(part)));
      size += bytes.length;
      if (size > maxBytes) return settle(failed('too-large'));
      said[bytes[0] ?? 0]?.push(bytes.subarray(1));
    });
    socket.on('close', () => {
      const end = endOf(textOf(stream.status));
      settle(
        end ? { kind: 'ended', ...end, stdout: textOf(stream.stdout), stderr: textOf(stream.stderr), tookMs: took() } : failed('dropped'),
      );
    });
  });
}

/** Why it did not begin. The words may be those of the kubelet, which the API server only passes on. */
function refusedExec(answer: RawAnswer): ReadFailure {
  const refusal = refusalOf(answer);
  if (refusal) return refusal;
  const said = statusIn(answer.text);
  if (said && answer.status === 404) return failureOf('gone', said.message);
  return said || answer.status === 500 ? failureOf('not-started', said?.message ?? answer.text) : failureOf('garbled');
}

/** How it ended; null when nothing says so, which is no end. */
function endOf(text: string): { code: number | null; message: string } | null {
  const said = v.safeParse(v.pipe(v.string(), v.parseJson(), ending), text);
  if (!said.success) return null;
  const { status, message, details } = said.output;
  if (status === 'Success') return { code: 0, message: '' };
  const code = details?.causes?.find(({ reason }) => reason === 'ExitCode')?.message ?? '';
  return { code: /^\d{1,3}$/.test(code) ? Number(code) : null, message: message ?? '' };
}
