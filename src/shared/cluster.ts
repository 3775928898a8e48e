/** What crosses about the live cluster: names, outcomes and evidence; never a token, a key, an address or a path of a kubeconfig. */
import * as v from 'valibot';
import { clusterRunMethods } from './cluster-run.js';
import { count, id, instant, method, nothing, text } from './schemas.js';

export * from './cluster-run.js';

const line = v.pipe(v.number(), v.integer(), v.minValue(1));
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
      /** Whether the server was checked against the CA of the kubeconfig. */
      verified: v.boolean(),
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

/** A statement that was true of an older Kubernetes. */
export const outdated = v.strictObject({
  /** The minor version since when: the 26 of 1.26. */
  since: count,
  /** What holds now; a sentence or two. */
  now: text,
  /** Where that can be read: an address, as text. */
  source: text,
});
export type Outdated = v.InferOutput<typeof outdated>;

/** What a cluster showed of something a card is about. */
const cardFact = v.strictObject({
  /** E.g. `--cert-file`. */
  label: text,
  value: text,
  /** Whether the card says the same; null when it gives no value of its own. */
  agrees: v.nullable(v.boolean()),
});

export const cardTruth = v.strictObject({
  /** The context the facts are of; null without one, or when the panel is off. */
  contextName: v.nullable(text),
  facts: v.array(cardFact),
  outdated: v.array(outdated),
});
export type CardTruthView = v.InferOutput<typeof cardTruth>;

const place = { cardId: id, noteId: id, noteName: text, line };
/** A card that says something else than the cluster, or something outdated. */
export const finding = v.variant('kind', [
  v.strictObject({ kind: v.literal('differs'), ...place, label: text, value: text }),
  v.strictObject({ kind: v.literal('outdated'), ...place, ...outdated.entries }),
]);
export type Finding = v.InferOutput<typeof finding>;

export const notesTruth = v.strictObject({
  /** The minor version the cards were held against. */
  minor: count,
  /** Whether that is the version of the cluster; otherwise it is the newest Etcdeck knows. */
  isOfCluster: v.boolean(),
  /** Findings there are; the first of them are told, in the order of the notes. */
  total: count,
  findings: v.array(finding),
  /** How many cards teach what a check is about. */
  cards: v.array(v.strictObject({ checkId, cards: count })),
});
export type NotesTruth = v.InferOutput<typeof notesTruth>;

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
  /** What stands beside a card, of what is known already: no cluster is asked. */
  'cluster.card': method(v.strictObject({ cardId: id }), cardTruth, 'reads'),
  /** The same for all notes. */
  'cluster.notes': method(nothing, notesTruth, 'reads'),
  /** Asks the person for a kubeconfig. */
  'cluster.choose': method(nothing, clusterView, 'writes'),
};
