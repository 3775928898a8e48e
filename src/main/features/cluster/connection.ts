/** One connection to one context: signs in, runs rounds, and tries again when the cluster is lost. Ends for good when closed. */
import type { CheckId, ClusterCheck, ClusterView } from '../../../shared/cluster.js';
import { type Access, AccessError } from './access.js';
import type { Answer } from './api.js';
import { versionIn } from './checks/objects.js';
import type { Answered, Failed, Reader } from './checks/check.js';
import { allChecks } from './checks/index.js';
import { isTrouble, viewOf } from './check-view.js';
import type { ClusterFacts } from '../../domain/facts/card-facts.js';
import { readFacts } from './facts/read-facts.js';
import type { Plugin } from './exec-plugin.js';
import { failureOf, type ReadFailure } from './failure.js';
import type { ResolvedContext } from './kubeconfig.js';
import { statusIn } from './refusal.js';
import { type CheckResult, readerOf, runRound } from './round.js';
import { certificateEndsAt, explained, isFresh, type Session, signIn, troubleOf } from './session.js';

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
  /** What may name a proxy, and authorities to trust. */
  env: NodeJS.ProcessEnv;
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
  'proxy-gone',
  'behind-proxy',
  'dropped',
  'timeout',
  'stalled',
  'busy',
  'unauthorized',
  'broken',
  'gateway',
  'unknown',
]);
const maxRetryMs = 60_000;

/** What an answer to the question for the version says of who answers: only an API server has one. */
function standingOf(version: Answer): Answer {
  if (version.kind === 'failed' || versionIn(version)) return version;
  const { status, tookMs, body } = version;
  const said = typeof body === 'string' ? (statusIn(body)?.message ?? null) : null;
  const failure = said === null || status < 500 ? failureOf('garbled') : failureOf('broken', said);
  return { kind: 'failed', failure, status, tookMs };
}

/** A server that forbids its version still answers. */
const isLost = ({ failure }: Failed): boolean => failure.kind !== 'forbidden';

/** The trouble of somebody whom the cluster takes for no one, though it told its version. */
function strangerIn(answer: Answer): ConnectionView['trouble'] {
  if (answer.kind !== 'failed' || answer.failure.kind !== 'anonymous') return null;
  const { message, hint } = answer.failure;
  return { message, hint, where: '', retryAt: null };
}

export function openConnection({ context, plugin, env, timing, earlier, changed, learned, log }: ConnectionParts): Connection {
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
  let signedIn: Session | null = null;
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

  /** The session there is, or a new one. */
  async function signedInFor(signal: AbortSignal): Promise<Session> {
    if (signedIn && isFresh(signedIn, timing.now())) return signedIn;
    signOut();
    signedIn = await signIn(context, plugin, { limitMs: timing.limitMs, env, signal });
    return signedIn;
  }

  function signOut(): void {
    signedIn?.api.close();
    signedIn = null;
  }

  function lose({ message, hint }: Pick<ReadFailure, 'message' | 'hint'>, where: string, again: boolean): void {
    const waitMs = Math.min(timing.retryMs * 2 ** retries, maxRetryMs);
    retries += 1;
    // The next try begins anew: with new credentials, and without connections that went dead.
    signOut();
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
    // It is tried again now: the time of the next try is over.
    const again = { state: 'connecting', trouble: view.trouble && { ...view.trouble, retryAt: null } } as const;
    show({ checking: true, ...(view.state === 'lost' && again) });
    try {
      const before = signedIn;
      const session = await signedInFor(signal);
      if (only !== null && view.connection !== null) await askOne(session, only, signal);
      else await askAll(session, session !== before, signal);
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
  function run({ access, api }: Session, only: CheckId | null, read: Reader, signal: AbortSignal) {
    const ends = () => ({ serverEndsAt: api.serverCertificateEndsAt(), clientEndsAt: certificateEndsAt(access) });
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

  async function askOne(session: Session, only: CheckId, signal: AbortSignal): Promise<void> {
    await run(session, only, readerOf(session.api, signal), signal);
    if (stop.signal.aborted) return;
    if (signal.aborted) return stopped();
    show({ checking: false, checkingIds: [], state: stateNow() });
    later(timing.intervalMs);
  }

  /** @param isNew whether nothing was asked in this session yet: then one question goes ahead of all others */
  async function askAll(session: Session, isNew: boolean, signal: AbortSignal): Promise<void> {
    const { access } = session;
    const startedAt = performance.now();
    const asking = readerOf(session.api, signal);
    const probe = isNew ? standingOf(await asking('version')) : null;
    // What cannot be reached is not asked eighteen times: every check is told what the first question found.
    const read: Reader = probe?.kind === 'failed' && isLost(probe) ? () => Promise.resolve(probe) : asking;
    const running = run(session, null, read, signal);
    const learning = readFacts(read, context.name);
    const version = probe ?? standingOf(await read('version'));
    if (version.kind === 'answered') showConnected(access, version);
    const [, known, nodes] = await Promise.all([running, learning, read('nodes')]);
    if (stop.signal.aborted) return;
    if (signal.aborted) return stopped();
    const done = { checking: false, checkingIds: [], checkedAt: timing.now(), tookMs: Math.round(performance.now() - startedAt) };
    if (version.kind === 'failed' && isLost(version)) {
      show(done);
      // A plugin gives a new certificate with the next try.
      const failure = plugin ? version.failure : explained(version.failure, session, timing.now());
      return lose(failure, '', passing.has(failure.kind));
    }
    retries = 0;
    const { distribution } = known;
    learned({ ...known, facts: known.facts.filter(({ value }) => !access.secrets.some((secret) => value.includes(secret))) });
    const state = stateNow();
    later(timing.intervalMs);
    show({ ...done, state, trouble: strangerIn(nodes), connection: view.connection && { ...view.connection, distribution } });
  }

  function showConnected({ server, tls }: Access, version: Answered): void {
    const gitVersion = versionIn(version)?.gitVersion.replace(/^v/, '') ?? '';
    const trust = server.protocol === 'http:' ? 'plain' : tls.rejectUnauthorized === true ? 'verified' : 'unverified';
    const connection = {
      version: gitVersion,
      distribution: view.connection?.distribution ?? '',
      latencyMs: version.tookMs,
      trust,
    } as const;
    show({ connection, trouble: null, ...(view.state === 'connecting' && { state: 'connected' }) });
  }

  /** A person who asks makes no wait longer: the waits of the tries that come by themselves begin anew. */
  function asked(): void {
    retries = 0;
  }

  later(0);
  return {
    view: () => view,
    check() {
      asked();
      later(0);
    },
    checkOne(checkId) {
      asked();
      void round(checkId);
    },
    cancel: () => turn.abort(),
    close() {
      clearTimeout(timer);
      stop.abort();
      signOut();
    },
  };
}
