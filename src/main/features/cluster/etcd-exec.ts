/** Runs etcdctl in the Pod of etcd: finds the Pod, says what would run in it, and runs exactly that. */
import type { CommandOutput, ExecPlan } from '../../../shared/cluster-run.js';
import type { Access } from './access.js';
import { createApi } from './api.js';
import type { Failed } from './checks/check.js';
import { isReady, podsIn } from './checks/objects.js';
import {
  argvOf,
  etcdContainer,
  type EtcdCommand,
  etcdNamespace,
  type EtcdPod,
  etcdPodOf,
  execPath,
  execRole,
  wordsOf,
} from './commands/etcdctl.js';
import { shownOfEtcdctl } from './commands/output.js';
import { execute } from './exec.js';
import { quoted } from './redact.js';
import { reads, type Right, rightInWords, roleFor } from './reads.js';

type Told = Pick<CommandOutput, 'request' | 'status' | 'tookMs'> &
  Partial<Pick<CommandOutput, 'columns' | 'rows' | 'text' | 'language' | 'more' | 'isAtLeast' | 'note'>>;
type Failing = Pick<CommandOutput, 'failure' | 'role'>;

/** etcdctl itself gives up after five seconds, and says more about it than a time limit does. */
const patience = 3;

/** @returns a Pod of etcd that is ready rather than one that is not; else why there is none */
export async function findEtcdPod(access: Access, limitMs: number, signal: AbortSignal): Promise<EtcdPod | (Told & Failing)> {
  const api = createApi(access, { limitMs });
  try {
    const answer = await api.read('etcdPods', signal);
    const told = { request: `GET ${reads.etcdPods.path}`, status: answer.status, tookMs: answer.tookMs };
    if (answer.kind === 'failed') return { ...told, ...failureOf(answer, reads.etcdPods.right) };
    const pods = podsIn(answer)?.items ?? [];
    if (pods.length === 0) {
      const message = 'No Pod is labelled component=etcd: the provider runs it, or it runs outside Pods.';
      return { ...told, role: '', failure: { message, hint: 'Run etcdctl where etcd runs.' } };
    }
    const usable = [...pods].sort((one, other) => Number(isReady(other)) - Number(isReady(one))).flatMap((pod) => etcdPodOf(pod) ?? []);
    const [first] = usable;
    const message = 'The Pod of etcd does not say with which certificates its etcd is asked.';
    return first ?? { ...told, role: '', failure: { message, hint: 'Run etcdctl on the control plane.' } };
  } finally {
    api.close();
  }
}

export const planOf = (
  { command, host, user }: Pick<ExecPlan, 'command' | 'host' | 'user'>,
  { name, node }: EtcdPod,
  argv: string[],
): ExecPlan => ({
  kind: 'exec',
  command,
  argv,
  namespace: etcdNamespace,
  pod: name,
  container: etcdContainer,
  node,
  host,
  user,
});

/** @param limitMs the longest that a read may take */
export async function runInPod(
  access: Access,
  command: EtcdCommand,
  pod: EtcdPod,
  limitMs: number,
  signal: AbortSignal,
): Promise<Told & Failing> {
  const argv = argvOf(command, pod);
  const executed = await execute(access, execPath(pod, argv), { limitMs: limitMs * patience }, signal);
  const request = `exec ${etcdNamespace}/${pod.name}: etcdctl ${wordsOf(command).join(' ')}`;
  if (executed.kind === 'failed') {
    const { status, tookMs, failure } = executed;
    if (failure.kind === 'not-started') {
      const what = `The API server could not start it on node ${pod.node} (${status ?? 0}).`;
      return { request, status, tookMs, failure: { message: what, hint: quoted(failure.said, access.secrets) || failure.hint }, role: '' };
    }
    if (failure.kind !== 'forbidden')
      return { request, status, tookMs, failure: { message: failure.message, hint: failure.hint }, role: '' };
    const message = `Your user may not run programs in the Pod of etcd (pods/exec in ${etcdNamespace}).`;
    return { request, status, tookMs, failure: { message, hint: failure.hint }, role: execRole(pod) };
  }
  const { code, stdout, stderr, message, tookMs } = executed;
  const told = { request, status: null, tookMs };
  if (code === 0)
    return { ...told, ...shownOfEtcdctl(command, stdout.trim() === '' ? stderr : stdout, access.secrets), role: '', failure: null };
  const said = quoted([stderr, stdout, message].map((text) => text.trim()).find(Boolean) ?? '', access.secrets);
  const what = code === null ? 'etcdctl did not start in the Pod.' : `etcdctl ended with exit code ${code}.`;
  return { ...told, role: '', failure: { message: what, hint: said } };
}

/** Why nothing was answered, with the role to ask for where a right is missing. */
export function failureOf({ failure: { kind, message, hint } }: Failed, right: Right): Failing {
  if (kind !== 'forbidden') return { failure: { message, hint }, role: '' };
  return { failure: { message: `Your user may not ${rightInWords(right)}.`, hint }, role: roleFor(right) };
}
