/**
 * The etcdctl commands that may run in the Pod of etcd: a closed table. Of a card's text only the choice of one of them, and a number of
 * keys from 1 to 10, gets any further; every word that runs is written here or read from the Pod's own command. Pure.
 */
import type { Word } from '../../../domain/grading/shell/lexer.js';
import { flagOf, type Pod } from '../checks/objects.js';
import { type Flags, takeApart } from './words.js';

export type EtcdCommand = { kind: 'endpoint-health' | 'endpoint-status' | 'member-list' } | { kind: 'keys'; /** 1 to 10. */ limit: number };

/** A Pod of etcd, and what its etcd asks of a client. */
export interface EtcdPod {
  name: string;
  node: string;
  endpoint: string;
  /** Paths in the Pod. */
  ca: string;
  certificate: string;
  key: string;
}

/** Where etcd runs in a cluster that runs it in Pods. */
export const etcdNamespace = 'kube-system';
export const etcdContainer = 'etcd';

const flags: Flags = {
  '--endpoints': 'endpoints=',
  '--cacert': 'cacert=',
  '--cert': 'cert=',
  '--key': 'key=',
  '-w': 'output=',
  '--write-out': 'output=',
  '--prefix': 'prefix',
  '--keys-only': 'keys-only',
  '--limit': 'limit=',
};

const plain: Record<string, EtcdCommand> = {
  'endpoint health': { kind: 'endpoint-health' },
  'endpoint status': { kind: 'endpoint-status' },
  'member list': { kind: 'member-list' },
};

/** @param given what stands after `etcdctl` */
export function etcdCommandOf(given: readonly Word[]): EtcdCommand | { reason: string } {
  const taken = takeApart(given, flags);
  if ('unknown' in taken) return { reason: `Etcdeck runs etcdctl without ${taken.unknown} only.` };
  const { words, flags: set } = taken;
  const said = words.join(' ');
  const ofKeys = ['prefix', 'keys-only', 'limit'].filter((name) => set.has(name));
  const command = Object.hasOwn(plain, said) ? plain[said] : undefined;
  if (command && ofKeys.length === 0) return command;
  if (words[0] === 'get') {
    const limit = /^(?:[1-9]|10)$/.test(set.get('limit') ?? '') ? Number(set.get('limit')) : null;
    if (said === 'get /' && set.has('prefix') && set.has('keys-only') && limit !== null) return { kind: 'keys', limit };
    return { reason: 'Values in etcd may be Secrets. Only get / --prefix --keys-only with a --limit of 10 or less runs.' };
  }
  return {
    reason: 'Of etcdctl only endpoint health, endpoint status, member list and a short list of keys run. Run it on the control plane.',
  };
}

const path = /^(?!.*\/\.\.?(?:\/|$))\/[\w./-]{1,200}$/;
const loopback = /^https:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;
const podName = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** @returns null when the Pod does not tell, in words that are safe to pass on, how its etcd is asked */
export function etcdPodOf(pod: Pod): EtcdPod | null {
  const [ca, certificate, key] = ['trusted-ca-file', 'cert-file', 'key-file'].map((name) => flagOf(pod, name) ?? '');
  const listens = (flagOf(pod, 'listen-client-urls') ?? '').split(',').find((url) => loopback.test(url));
  const { name } = pod.metadata;
  if (!ca || !certificate || !key || ![ca, certificate, key].every((file) => path.test(file)) || !podName.test(name)) return null;
  if (!pod.spec.containers.some((container) => container.name === etcdContainer)) return null;
  return { name, node: pod.spec.nodeName, endpoint: listens ?? 'https://127.0.0.1:2379', ca, certificate, key };
}

/** The words that run, the program first. */
export function argvOf(command: EtcdCommand, { endpoint, ca, certificate, key }: EtcdPod): string[] {
  const signIn = [`--endpoints=${endpoint}`, `--cacert=${ca}`, `--cert=${certificate}`, `--key=${key}`];
  return ['etcdctl', ...signIn, ...wordsOf(command)];
}

/** What stands after the flags for signing in. */
export function wordsOf(command: EtcdCommand): string[] {
  switch (command.kind) {
    case 'endpoint-health':
      return ['endpoint', 'health', '-w', 'table'];
    case 'endpoint-status':
      return ['endpoint', 'status', '-w', 'table'];
    case 'member-list':
      return ['member', 'list', '-w', 'table'];
    case 'keys':
      return ['get', '/', '--prefix', '--keys-only', `--limit=${command.limit}`];
  }
}

/** The path of the exec sub-resource. Nothing is sent in, and there is no terminal. */
export function execPath(pod: EtcdPod, argv: readonly string[]): string {
  const query = new URLSearchParams([
    ...argv.map((word) => ['command', word]),
    ['container', etcdContainer],
    ['stderr', 'true'],
    ['stdin', 'false'],
    ['stdout', 'true'],
    ['tty', 'false'],
  ]);
  return `/api/v1/namespaces/${etcdNamespace}/pods/${pod.name}/exec?${query.toString()}`;
}

/** The smallest role to run something in this Pod, as YAML. Servers ask for `get` or, since 1.35, for `create`. */
export const execRole = ({ name }: EtcdPod): string =>
  [
    '# Whoever may run programs in the Pod of etcd can read all that is in it, Secrets too.',
    'kind: Role',
    'apiVersion: rbac.authorization.k8s.io/v1',
    `metadata: { name: exec-etcd, namespace: ${etcdNamespace} }`,
    'rules:',
    "- apiGroups: ['']",
    '  resources: [pods/exec]',
    `  resourceNames: [${name}]`,
    '  verbs: [get, create]',
    '',
  ].join('\n');
