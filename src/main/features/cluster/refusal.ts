/**
 * Tells an API server that refuses from what merely answers in its place: a proxy, a load balancer, a sign-in page. A status alone says
 * neither, so status and body are judged together. Pure.
 */
import * as v from 'valibot';
import { failureOf, type ReadFailure } from './failure.js';

const status = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ kind: v.literal('Status'), message: v.nullish(v.string(), ''), reason: v.nullish(v.string(), '') }),
);

/** How an API server words a refusal; null when the text is none of it. */
export function statusIn(text: string): { message: string; reason: string } | null {
  const read = v.safeParse(status, text);
  return read.success ? { message: read.output.message ?? '', reason: read.output.reason ?? '' } : null;
}

/** An answer as it came. */
export interface RawAnswer {
  status: number;
  text: string;
  contentType: string;
  /** What was asked for. */
  as: 'json' | 'text';
}

/** What a gateway answers when it reaches nothing behind it. */
const isGateway = (code: number): boolean => code >= 502 && code <= 504;

/**
 * The failure that an answer is; null when it is worth reading. An error in words of the API server is worth reading: what it means
 * depends on what was asked.
 */
export function refusalOf({ status, text, contentType, as }: RawAnswer): ReadFailure | null {
  const said = statusIn(text)?.message ?? null;
  if (status === 407) return failureOf('proxy-credentials');
  if (status === 401) return failureOf('unauthorized', said ?? '');
  if (status === 429) return failureOf('busy', said ?? '');
  if (isPage(status, text, contentType)) return failureOf(isGateway(status) ? 'gateway' : 'garbled');
  if (status === 403) return said === null ? failureOf('garbled') : forbidden(said);
  if (status < 300 || said !== null) return null;
  if (status < 400) return failureOf('garbled');
  if (/HTTP request to an HTTPS server/i.test(text)) return failureOf('wants-tls');
  if (isGateway(status) && !/^\[[+-]\]/m.test(text)) return failureOf('gateway');
  return as === 'text' || isPlain(status, text) ? null : failureOf('garbled');
}

/** What API servers say without a Status: their router of a path that it does not know, and one that broke down. */
const isPlain = (status: number, text: string): boolean =>
  (status === 404 && text.trim() === '404 page not found') || (status === 500 && /panic/.test(text));

/** A page for people, which no API server sends; the first line of a log may look like one, so an answer that is well goes by its type. */
const isPage = (status: number, text: string, contentType: string): boolean =>
  contentType.startsWith('text/html') || (status >= 300 && /^\s*<(!doctype|html|\?xml)/i.test(text));

/** Who may not is named in the refusal: rights help nobody whom the server takes for another, or for no one. */
function forbidden(said: string): ReadFailure {
  if (/User "system:anonymous" cannot/.test(said)) return failureOf('anonymous', said);
  return failureOf(/\bcannot impersonate resource\b/.test(said) ? 'impersonation' : 'forbidden', said);
}
