/** The parts of Kubernetes objects that checks look at. What a cluster sends is outside input: everything else is dropped, nothing trusted. */
import * as v from 'valibot';
import type { Answered } from './check.js';

const text = v.nullish(v.string(), '');
const number = v.nullish(v.number(), 0);
const conditions = v.nullish(v.array(v.object({ type: v.string(), status: v.string(), reason: text, message: text })), []);
const named = v.object({ name: v.string(), labels: v.nullish(v.record(v.string(), v.string()), {}) });

const pod = v.object({
  metadata: named,
  spec: v.object({
    nodeName: text,
    containers: v.array(
      v.object({ name: v.string(), image: text, command: v.nullish(v.array(v.string()), []), args: v.nullish(v.array(v.string()), []) }),
    ),
  }),
  status: v.object({
    phase: text,
    conditions,
    containerStatuses: v.nullish(
      v.array(
        v.object({
          name: v.string(),
          ready: v.boolean(),
          restartCount: number,
          state: v.nullish(v.object({ waiting: v.nullish(v.object({ reason: text })) }), {}),
        }),
      ),
      [],
    ),
  }),
});

const lease = v.object({
  metadata: named,
  spec: v.object({ holderIdentity: text, leaseDurationSeconds: number, renewTime: text }),
});

const node = v.object({
  metadata: named,
  spec: v.nullish(v.object({ providerID: text }), {}),
  status: v.object({
    conditions,
    capacity: v.nullish(v.object({ pods: text }), {}),
    nodeInfo: v.nullish(v.object({ kubeletVersion: text, kubeProxyVersion: text, containerRuntimeVersion: text }), {}),
  }),
});

const daemonSet = v.object({
  metadata: named,
  status: v.object({ desiredNumberScheduled: number, numberReady: number }),
});

const deployment = v.object({
  metadata: named,
  spec: v.object({ replicas: number }),
  status: v.nullish(v.object({ readyReplicas: number }), {}),
});

export type Pod = v.InferOutput<typeof pod>;
export type Lease = v.InferOutput<typeof lease>;
export type Node = v.InferOutput<typeof node>;

const one =
  <S extends v.GenericSchema>(schema: S) =>
  ({ status, body }: Answered): v.InferOutput<S> | null => {
    const checked = status === 200 ? v.safeParse(schema, body) : null;
    return checked?.success ? checked.output : null;
  };

/**
 * The items of a list, and how many more the cluster holds than it sent: null when it holds more and does not say how many, as with a
 * selector. null when the answer is no such list.
 */
const many = <S extends v.GenericSchema>(schema: S) => {
  const list = one(v.object({ items: v.array(schema), metadata: v.nullish(v.object({ remainingItemCount: number, continue: text }), {}) }));
  return (answer: Answered): { items: v.InferOutput<S>[]; more: number | null } | null => {
    const value = list(answer);
    if (!value) return null;
    const { remainingItemCount, continue: next } = value.metadata;
    return { items: value.items, more: remainingItemCount || (next ? null : 0) };
  };
};

export const podsIn = many(pod);
export const leaseIn = one(lease);
export const leasesIn = many(lease);
export const nodesIn = many(node);
export const daemonSetsIn = many(daemonSet);
export const deploymentsIn = many(deployment);
export const versionIn = one(v.object({ gitVersion: v.string(), major: text, minor: text }));
export const serviceIn = one(v.object({ spec: v.object({ clusterIP: text }) }));
export const configMapIn = one(v.object({ data: v.nullish(v.record(v.string(), v.string()), {}) }));

export const isReady = ({ status }: Pod): boolean => status.conditions.some(({ type, status }) => type === 'Ready' && status === 'True');

/** Why a Pod is not ready, in the words of the cluster. */
export function reasonOf({ status }: Pod): string {
  const waiting = status.containerStatuses.map(({ state }) => state.waiting?.reason ?? '').find(Boolean);
  return waiting ?? status.conditions.find(({ type }) => type === 'Ready')?.reason ?? status.phase;
}

/** What of a Pod is shown: no variables, no volumes, no addresses. */
export const briefly = (pod: Pod) => ({
  name: pod.metadata.name,
  node: pod.spec.nodeName,
  phase: pod.status.phase,
  ready: isReady(pod),
  containers: pod.status.containerStatuses.map(({ name, ready, restartCount, state }) => ({
    name,
    ready,
    restarts: restartCount,
    ...(state.waiting?.reason && { waiting: state.waiting.reason }),
  })),
  images: pod.spec.containers.map(({ image }) => image),
});

/** The value of `--name=value` in the command of a Pod's containers; null when it is not set. */
export function flagOf({ spec }: Pod, name: string): string | null {
  const words = spec.containers.flatMap(({ command, args }) => [...command, ...args]);
  const inline = words.find((word) => word.startsWith(`--${name}=`));
  if (inline !== undefined) return inline.slice(name.length + 3);
  const index = words.indexOf(`--${name}`);
  return index < 0 ? null : (words[index + 1] ?? null);
}

/** Milliseconds since a lease ran out on the clock of the server, less than 0 while it holds; null when it cannot be told. */
export function lateByMs({ spec }: Lease, serverNowAt: number | null): number | null {
  const renewedAt = Date.parse(spec.renewTime);
  if (serverNowAt === null || Number.isNaN(renewedAt) || spec.leaseDurationSeconds <= 0) return null;
  return serverNowAt - (renewedAt + spec.leaseDurationSeconds * 1000);
}
