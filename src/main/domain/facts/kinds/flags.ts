/** Flags that the components of a control plane are started with. A card is about one when it names it. */
import { bare, type FactKind, shapes } from './kind.js';

const components = {
  etcd: /\betcd/i,
  'kube-apiserver': /\b(kube-?)?api[- ]?server\b/i,
  'kube-controller-manager': /\bcontroller[- ]manager\b/i,
  'kube-scheduler': /\bscheduler\b/i,
} as const;

export type Component = keyof typeof components;

interface Flag {
  name: string;
  values: RegExp;
  /** How etcdctl calls the same file. */
  client?: string;
}

const files = (...names: string[]): Flag[] => names.map((name) => ({ name, values: shapes.path }));
const ofShape = (values: RegExp, ...names: string[]): Flag[] => names.map((name) => ({ name, values }));

/** Flags with a fact of their own (ranges, controllers) are in `settings.ts`. */
export const flags: Readonly<Record<Component, readonly Flag[]>> = {
  etcd: [
    { name: 'trusted-ca-file', values: shapes.path, client: 'cacert' },
    { name: 'cert-file', values: shapes.path, client: 'cert' },
    { name: 'key-file', values: shapes.path, client: 'key' },
    ...files('peer-trusted-ca-file', 'peer-cert-file', 'peer-key-file'),
    ...ofShape(shapes.onOff, 'client-cert-auth', 'peer-client-cert-auth'),
    ...ofShape(shapes.number, 'snapshot-count'),
  ],
  'kube-apiserver': [
    ...files('client-ca-file', 'tls-cert-file', 'tls-private-key-file', 'etcd-cafile', 'etcd-certfile', 'etcd-keyfile'),
    ...files('kubelet-client-certificate', 'kubelet-client-key', 'requestheader-client-ca-file', 'proxy-client-cert-file'),
    ...files('service-account-key-file', 'service-account-signing-key-file', 'audit-log-path', 'audit-policy-file'),
    ...ofShape(shapes.names, 'authorization-mode', 'enable-admission-plugins', 'disable-admission-plugins'),
    ...ofShape(shapes.number, 'secure-port'),
    ...ofShape(shapes.onOff, 'enable-bootstrap-token-auth'),
  ],
  'kube-controller-manager': [
    ...files('cluster-signing-cert-file', 'cluster-signing-key-file', 'root-ca-file', 'service-account-private-key-file', 'client-ca-file'),
    ...ofShape(shapes.onOff, 'allocate-node-cidrs', 'use-service-account-credentials', 'leader-elect'),
    ...ofShape(shapes.number, 'node-cidr-mask-size'),
  ],
  'kube-scheduler': [...ofShape(shapes.onOff, 'leader-elect'), ...files('config')],
};

export const flagId = (component: Component, flag: string): string => `${component} --${flag}`;

const all = Object.values(flags).flat();
/** Named by several components, or by programs that are none: the card must say which it means. */
const isShared = (name: string): boolean => name === 'config' || all.filter((flag) => flag.name === name).length > 1;

const named = (name: string): RegExp => new RegExp(`(?<![\\w-])--${name}(?![\\w-])`);
const valued = (name: string): RegExp => new RegExp(`(?<![\\w-])--${name}(?:=|\\s+)["']?([^\\s"';]+)`, 'g');

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function kindOf(component: Component, { name, values, client }: Flag): FactKind {
  const own = named(name);
  const theirs = client === undefined ? null : named(client);
  const about = components[component];
  const names = client === undefined ? [name] : [name, client];
  return {
    id: flagId(component, name),
    label: `--${name}`,
    values,
    isAbout({ said, around }) {
      const isIts = about.test(said) || about.test(around);
      return (own.test(said) && (isIts || !isShared(name))) || (theirs?.test(said) === true && isIts);
    },
    // A client may show any certificate that the CA signed; only the same file elsewhere is another answer.
    ...(client !== undefined && client !== 'cacert' && { compares: (claim: string, value: string) => fileName(claim) === fileName(value) }),
    claims({ said, question, answer }) {
      const given = names
        .flatMap((one) => [...said.matchAll(valued(one))].map(([, value = '']) => value))
        .filter((value) => values.test(value));
      if (given.length > 0) return given;
      return names.some((one) => named(one).test(question)) ? bare(answer, values) : [];
    },
  };
}

export const flagKinds: readonly FactKind[] = (Object.keys(flags) as Component[]).flatMap((component) =>
  flags[component].map((flag) => kindOf(component, flag)),
);
