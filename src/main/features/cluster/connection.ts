/** One connection to one context: signs in, runs rounds, and tries again when the cluster is lost. Ends for good when closed. */
import type { CheckId, ClusterCheck, ClusterView } from '../../../shared/cluster.js';
import { AccessError, type Access, accessOf } from './access.js';
import { type ClusterApi, createApi } from './api.js';
import { versionIn } from './checks/objects.js';
import type { Reader } from './checks/check.js';
import { allChecks } from './checks/index.js';
import { isTrouble, viewOf } from './check-view.js';
import type { ClusterFacts } from '../../domain/facts/card-facts.js';
import { readFacts } from './facts/read-facts.js';
import type { Plugin } from './exec-plugin.js';
import { failureOf, type ReadFailure } from './failure.js';
import type { ResolvedContext } from './kubeconfig.js';
import { type CheckResult, readerOf, runRound } from './round.js';
import { X509Certificate } from 'node:crypto';
import { basename } from 'node:path';

export interface Timing {
  now(): number;
  /** The longest a single read may take. */
  limitMs: number;
  /** From the end of a round to the next. */
  intervalMs: number;
  /** The wait before the first retry; it doubles up to a minute. */
  retryMs: number;
}

/** What a connection says about itself. */
export type ConnectionView = Pick<
  ClusterView,
  'state' | 'connection' | 'trouble' | 'checking' | 'checkingIds' | 'checkedAt' | 'tookMs' | 'checks'
>;

export interface Connection {
  view(): ConnectionView;
  /** Runs a round now, or soon after the one that runs. */
  check(): void;
  /** Makes one check; all of them when the cluster is lost. Nothing while a round runs, which makes it too. */
  checkOne(checkId: CheckId): void;
  /** Stops the checks under way; what they found before stays. */
  cancel(): void;
  close(): void;
}

export interface ConnectionParts {
  context: ResolvedContext;
  /** Allowed by the person; null when the user has none. */
  plugin: Plugin | null;
  timing: Timing;
  /** Results from before, shown until new ones come. */
  earlier: readonly ClusterCheck[];
  changed(): void;
  /** What the last round showed that cards can be held against. */
  learned(facts: ClusterFacts): void;
  log(error: unknown): void;
}

/** Failures that time alone may mend. */
const passing = new Set<ReadFailure['kind']>([
  'refused',
  'no-name',
  'no-route',
  'dropped',
  'timeout',
  'stalled',
  'busy',
  'unauthorized',
  'unknown',
]);
const maxRetryMs = 60_000;
/** A credential is renewed this long before it ends. */
const renewMs = 60_000;

export function openConnection({ context, plugin, timing, earlier, changed, learned, log }: ConnectionParts): Connection {
  const stop = new AbortController();
  const checks = new Map(earlier.map((check) => [check.checkId, check]));
  let view: ConnectionView = {
    state: 'connecting',
    connection: null,
    trouble: null,
    checking: false,
    checkingIds: [],
    checkedAt: null,
    tookMs: null,
    checks: [...earlier],
  };
  let signedIn: { access: Access; api: ClusterApi; endsAt: number | null } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let retries = 0;
  /** Of the checks under way. */
  let turn = new AbortController();

  function show(change: Partial<ConnectionView>): void {
    if (stop.signal.aborted) return;
    view = { ...view, ...change };
    changed();
  }

  function later(ms: number): void {
    clearTimeout(timer);
    if (!stop.signal.aborted) timer = setTimeout(() => void round(null), ms);
  }

  async function signIn(signal: AbortSignal): Promise<NonNullable<typeof signedIn>> {
    if (signedIn && (signedIn.endsAt === null || signedIn.endsAt - renewMs > timing.now())) return signedIn;
    signedIn?.api.close();
    signedIn = null;
    const answer = (await plugin?.run(signal)) ?? null;
    const access = accessOf(context, answer?.credential ?? null);
    signedIn = { access, api: createApi(access, { limitMs: timing.limitMs }), endsAt: answer?.endsAt ?? null };
    return signedIn;
  }

  function lose({ message, hint }: Pick<ReadFailure, 'message' | 'hint'>, where: string, again: boolean): void {
    const waitMs = Math.min(timing.retryMs * 2 ** retries, maxRetryMs);
    retries += 1;
    // The next try begins anew: with new credentials, and without connections that went dead.
    signedIn?.api.close();
    signedIn = null;
    if (again) later(waitMs);
    show({
      state: 'lost',
      checking: false,
      checkingIds: [],
      connection: null,
      trouble: { message, hint, where, retryAt: again ? timing.now() + waitMs : null },
    });
  }

  /** @param only the one check to make; null for all */
  async function round(only: CheckId | null): Promise<void> {
    if (view.checking || stop.signal.aborted) return;
    clearTimeout(timer);
    turn = new AbortController();
    const signal = AbortSignal.any([stop.signal, turn.signal]);
    show({ checking: true, ...(view.state === 'lost' && { state: 'connecting' }) });
    try {
      const session = await signIn(signal);
      await (only === null || view.connection === null ? askAll(session, signal) : askOne(session, only, signal));
    } catch (error) {
      if (!(error instanceof AccessError)) log(error);
      if (stop.signal.aborted) return;
      if (signal.aborted) return stopped();
      const { message, hint, where } = troubleOf(error);
      lose({ message, hint }, where, false);
    }
  }

  /** A person stopped the checks: what is known of the cluster holds, if anything is. */
  function stopped(): void {
    if (view.connection === null) return lose(failureOf('cancelled'), '', false);
    show({ checking: false, checkingIds: [] });
    later(timing.intervalMs);
  }

  /** Makes checks, and shows each as soon as it is done. */
  function run({ access, api }: NonNullable<typeof signedIn>, only: CheckId | null, read: Reader, signal: AbortSignal) {
    const ends = () => ({ serverEndsAt: api.serverCertificateEndsAt(), clientEndsAt: certificateEndsAt(access.certificate) });
    const chosen = allChecks(ends, () => timing.now()).filter(({ id }) => only === null || id === only);
    show({ checkingIds: chosen.map(({ id }) => id) });
    const done = (result: CheckResult): void => {
      if (signal.aborted) return;
      checks.set(result.id, viewOf(result, context.name, access.secrets, timing.now(), checks.get(result.id)));
      show({ checks: [...checks.values()], checkingIds: view.checkingIds.filter((id) => id !== result.id) });
    };
    return runRound(chosen, read, done, log);
  }

  const stateNow = (): ConnectionView['state'] =>
    [...checks.values()].some(({ outcome }) => isTrouble(outcome)) ? 'degraded' : 'connected';

  async function askOne(session: NonNullable<typeof signedIn>, only: CheckId, signal: AbortSignal): Promise<void> {
    await run(session, only, readerOf(session.api, signal), signal);
    if (stop.signal.aborted) return;
    if (signal.aborted) return stopped();
    show({ checking: false, checkingIds: [], state: stateNow() });
    later(timing.intervalMs);
  }

  async function askAll(session: NonNullable<typeof signedIn>, signal: AbortSignal): Promise<void> {
    const { access } = session;
    const startedAt = performance.now();
    const read = readerOf(session.api, signal);
    const running = run(session, null, read, signal);
    const learning = readFacts(read, context.name);
    const version = await read('version');
    if (version.kind === 'answered') {
      const gitVersion = versionIn(version)?.gitVersion.replace(/^v/, '') ?? '';
      const verified = access.server.protocol === 'https:' && access.tls.rejectUnauthorized === true;
      const connection = { version: gitVersion, distribution: view.connection?.distribution ?? '', latencyMs: version.tookMs, verified };
      show({ connection, trouble: null, ...(view.state === 'connecting' && { state: 'connected' }) });
    }
    const [, known] = await Promise.all([running, learning]);
    if (stop.signal.aborted) return;
    if (signal.aborted) return stopped();
    const done = { checking: false, checkingIds: [], checkedAt: timing.now(), tookMs: Math.round(performance.now() - startedAt) };
    // A server that forbids its version still answers.
    if (version.kind === 'failed' && version.failure.kind !== 'forbidden') {
      show(done);
      return lose(version.failure, '', passing.has(version.failure.kind));
    }
    retries = 0;
    const { distribution } = known;
    learned({ ...known, facts: known.facts.filter(({ value }) => !access.secrets.some((secret) => value.includes(secret))) });
    const state = stateNow();
    later(timing.intervalMs);
    show({ ...done, state, trouble: null, connection: view.connection && { ...view.connection, distribution } });
  }

  later(0);
  return {
    view: () => view,
    check: () => later(0),
    checkOne: (checkId) => void round(checkId),
    cancel: () => turn.abort(),
    close() {
      clearTimeout(timer);
      stop.abort();
      signedIn?.api.close();
    },
  };
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

function certificateEndsAt(pem: string | null): number | null {
  try {
    return pem === null ? null : Date.parse(new X509Certificate(pem).validTo);
  } catch {
    return null;
  }
}
