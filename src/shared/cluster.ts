/** What crosses about the live cluster: names, outcomes and evidence; never a token, a key, an address or a path of a kubeconfig. */
import * as v from 'valibot';
import { clusterRunMethods } from './cluster-run.js';
import { count, instant, line, method, nothing, text } from './schemas.js';

export * from './cluster-run.js';

const contextName = v.pipe(text, v.minLength(1), v.maxLength(500));

export const outcome = v.picklist(['ok', 'failing', 'stale', 'not-visible', 'forbidden', 'unreachable', 'not-checked']);
export type Outcome = v.InferOutput<typeof outcome>;

export const checkId = v.picklist([
  'kube-apiserver',
  'etcd',
  'kube-scheduler',
  'kube-controller-manager',
  'kubelet',
  'kube-proxy',
  'coredns',
  'cni',
  'version-skew',
  'certificates',
]);
export type CheckId = v.InferOutput<typeof checkId>;

const evidence = v.strictObject({
  outcome,
  text,
  /** `GET /path`; '' for what the connection itself showed. */
  request: text,
  /** HTTP status; null without an answer. */
  status: v.nullable(count),
  tookMs: v.nullable(count),
  /** What the cluster said, redacted; '' for nothing. */
  raw: text,
  /** Asks the same with kubectl; '' when it cannot. */
  command: text,
});

const clusterCheck = v.strictObject({
  checkId,
  outcome,
  /** A few words. */
  summary: text,
  /** Sentences. */
  detail: text,
  evidence: v.array(evidence),
  /** A role, as YAML, that would show what is forbidden; '' when nothing is. */
  role: text,
  at: instant,
  /** Since when the outcome is this one. */
  sinceAt: instant,
  /** Earlier outcomes, latest first. */
  history: v.array(v.strictObject({ outcome, at: instant })),
});
export type ClusterCheck = v.InferOutput<typeof clusterCheck>;

/** `ask`: a program must be allowed before the connection can be made. */
export const clusterState = v.picklist(['off', 'ask', 'connecting', 'connected', 'degraded', 'lost']);
export type ClusterState = v.InferOutput<typeof clusterState>;

export const clusterView = v.strictObject({
  /** Grows with every view: what is told may arrive before the answer that was made earlier. */
  revision: count,
  state: clusterState,
  /** The context chosen; null when none was. */
  contextName: v.nullable(text),
  contexts: v.array(v.strictObject({ name: text, cluster: text, user: text, problem: v.nullable(text) })),
  /** Whether there is a kubeconfig. */
  found: v.boolean(),
  /** What is wrong in the kubeconfig; `name` is that of the file. */
  problems: v.array(v.strictObject({ name: text, line, message: text, hint: text })),
  connection: v.nullable(
    v.strictObject({
      version: text,
      /** E.g. "kind"; '' when it cannot be told. */
      distribution: text,
      latencyMs: count,
      /** Whether a CA vouches for who the server is; `plain` is without TLS, on this computer only. */
      trust: v.picklist(['verified', 'unverified', 'plain']),
    }),
  ),
  /** Why the cluster is lost; `retryAt` is null when only the person can mend it. */
  trouble: v.nullable(v.strictObject({ message: text, hint: text, where: text, retryAt: v.nullable(instant) })),
  /** What would run to sign in; shown before it is allowed. */
  plugin: v.nullable(v.strictObject({ program: text, args: v.array(text), env: v.array(text), hash: text })),
  checking: v.boolean(),
  /** The checks that have not answered yet, of those under way. */
  checkingIds: v.array(checkId),
  checkedAt: v.nullable(instant),
  tookMs: v.nullable(count),
  checks: v.array(clusterCheck),
});
export type ClusterView = v.InferOutput<typeof clusterView>;

const ofContext = v.strictObject({ contextName });

export const clusterMethods = {
  ...clusterRunMethods,
  /** The screen is on: reads the kubeconfig, and connects when a context was switched on before. */
  'cluster.open': method(nothing, clusterView, 'reads'),
  /** The screen is left: everything under way is stopped, and nothing more is asked. */
  'cluster.leave': method(nothing, nothing, 'reads'),
  /** Switches the panel on for a context, and connects. */
  'cluster.connect': method(ofContext, clusterView, 'writes'),
  /** Allows the program that `plugin` shows for this context, and connects. */
  'cluster.allow': method(ofContext, clusterView, 'writes'),
  /** Checks again now, also when waiting for a retry. */
  'cluster.check': method(ofContext, clusterView, 'reads'),
  /** Makes one check again. */
  'cluster.checkOne': method(v.strictObject({ checkId, contextName }), clusterView, 'reads'),
  /** Stops the checks under way; what was found before stays. */
  'cluster.cancel': method(ofContext, clusterView, 'reads'),
  /** Switches the panel off. */
  'cluster.off': method(nothing, clusterView, 'writes'),
  /** Asks the person for a kubeconfig. */
  'cluster.choose': method(nothing, clusterView, 'writes'),
} as const;

export const clusterEvents = {
  'cluster.changed': clusterView,
} as const;
