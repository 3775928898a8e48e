/** A person signed in to a cluster: with what, over which connections, and until when. */
import { X509Certificate } from 'node:crypto';
import { basename } from 'node:path';
import { type Access, AccessError, accessOf } from './access.js';
import { type ClusterApi, createApi } from './api.js';
import type { Plugin } from './exec-plugin.js';
import { failureOf, type ReadFailure } from './failure.js';
import type { ResolvedContext } from './kubeconfig.js';

export interface Session {
  access: Access;
  api: ClusterApi;
  /** When its credential ends; null when nothing says so. */
  endsAt: number | null;
}

/** A credential is renewed this long before it ends. */
const renewMs = 60_000;

/** Whether a session can be used for a round more. */
export const isFresh = ({ endsAt }: Session, now: number): boolean => endsAt === null || endsAt - renewMs > now;

/**
 * Signs in anew.
 * @param plugin allowed by the person; null when the user has none
 * Throws an AccessError.
 */
export async function signIn(
  context: ResolvedContext,
  plugin: Plugin | null,
  { limitMs, env, signal }: { limitMs: number; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<Session> {
  const answer = (await plugin?.run(signal)) ?? null;
  const access = accessOf(context, answer?.credential ?? null, env);
  return { access, api: createApi(access, { limitMs }), endsAt: answer?.endsAt ?? null };
}

/** When the client certificate ends; null without one. */
export function certificateEndsAt({ certificate }: Access): number | null {
  try {
    return certificate === null ? null : Date.parse(new X509Certificate(certificate).validTo);
  } catch {
    return null;
  }
}

/** Refusals that a client certificate which ended explains better than the server does; some servers only hang up on it. */
const unaccepted: readonly ReadFailure['kind'][] = ['unauthorized', 'client-certificate', 'dropped'];

/** A failure as it is known best: a certificate that ended is said to have ended. */
export function explained(failure: ReadFailure, { access }: Session, now: number): ReadFailure {
  const endsAt = unaccepted.includes(failure.kind) ? certificateEndsAt(access) : null;
  if (endsAt === null || endsAt > now) return failure;
  const ended = failureOf('certificate-ended', failure.said);
  return { ...ended, message: ended.message.replace('{day}', new Date(endsAt).toISOString().slice(0, 10)) };
}

/** A failure to sign in, in words that hold nothing of the kubeconfig but where in it. */
export function troubleOf(error: unknown): { message: string; hint: string; where: string } {
  return error instanceof AccessError
    ? { message: error.message, hint: error.hint, where: `${basename(error.path)}:${error.line}` }
    : {
        message: 'The connection could not be made from this kubeconfig.',
        hint: 'Try the same context with kubectl; it may say more.',
        where: '',
      };
}
