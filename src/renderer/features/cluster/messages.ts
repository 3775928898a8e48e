/** The sentences of the Cluster screen that the main process does not write. */
import type { ClusterState, Outcome } from '../../../shared/contract.js';
import { checkName } from '../../words/check-name.js';
import { counted } from '../../words/format.js';
import { messages as shared } from '../../words/messages.js';
import { truth } from './card-messages.js';

const seconds = (ms: number): string => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`);

export const cluster = {
  title: 'Cluster',
  sub: 'Read only. Nothing is changed.',
  components: 'Components',
  others: 'What else a cluster stands on',
  check: checkName,
  outcome: (outcome: Outcome) =>
    ({
      ok: 'OK',
      failing: 'Failing',
      stale: 'Stale',
      'not-visible': 'Not visible',
      forbidden: 'Forbidden',
      unreachable: 'Unreachable',
      'not-checked': 'Not checked',
    })[outcome],
  notYet: 'No answer yet',
  context: 'Context',
  checkAgain: 'Check again',
  checking: 'Checking',
  stop: 'Stop checking',
  checkOne: 'Check this again',
  off: 'Switch off',
  checked: (at: string, tookMs: number) => `Checked ${at}, took ${seconds(tookMs)}`,
  states: {
    off: 'Off',
    ask: 'Waiting for your yes',
    connecting: 'Connecting',
    connected: 'Connected',
    degraded: 'Connected, not all is well',
    lost: 'Lost',
  } satisfies Record<ClusterState, string>,
  connection: (version: string, distribution: string, latencyMs: number) =>
    [version && `Kubernetes ${version}`, distribution, `answered in ${latencyMs} ms`].filter(Boolean).join(', '),
  untrusted: {
    verified: '',
    plain: 'The server is asked without encryption, on this computer only. Nothing says who it is.',
    unverified: 'The kubeconfig says not to check who the server is. Somebody else could answer in its place.',
  },
  retryAt: (at: string) => `Trying again at ${at}.`,
  result: (ok: number, all: number) => `${ok} of ${counted(all, 'check')} OK`,

  evidence: 'Evidence',
  noEvidence: 'Nothing was read yet.',
  took: (status: number | null, tookMs: number | null) =>
    [status === null ? '' : String(status), tookMs === null ? '' : `${tookMs} ms`].filter(Boolean).join(', '),
  raw: 'What the cluster said',
  copyCommand: 'Copy the kubectl command',
  role: 'To see it, ask for this role',
  copyRole: 'Copy the role',
  history: 'Before',
  since: (at: string) => `Since ${at}`,
  taken: (at: string) => `Taken ${at}`,

  offTitle: 'Hold your notes against a real cluster',
  offText:
    'Etcdeck asks the API server how each component is and shows what it saw. It only reads. Nothing is contacted before you connect, and all of it stops when you leave this screen.',
  chooseContext: 'Contexts in your kubeconfig',
  userAt: (user: string, name: string) => (user ? `${user} at ${name}` : name),
  connect: 'Connect',
  connectTo: (name: string) => `Connect to ${name}`,
  chooseFile: 'Choose kubeconfig',
  noneTitle: 'No kubeconfig was found',
  noneText:
    'Etcdeck looks where kubectl looks: in the files that KUBECONFIG names, else in .kube/config of your home folder. A local cluster made with kind or minikube writes one for you.',
  emptyTitle: 'The kubeconfig has no contexts',
  emptyText: 'Choose another file, or make a cluster with kind or minikube, which adds a context of its own.',

  askTitle: 'Run this program to sign in?',
  askText: 'The kubeconfig names a program that gets your credentials. Etcdeck asks again when the program or its arguments change.',
  askWaits: 'This context signs in with a program. It does not run before you allow it.',
  look: 'Look at the program',
  program: 'Program',
  args: 'Arguments',
  env: 'Variables it gets',
  hash: 'SHA-256 of its file',
  none: 'none',
  allow: 'Allow and connect',
  dont: "Don't run it",
  keys: {
    checkAgain: 'Check again',
    checkMove: 'Go from check to check',
  },
};

export const messages = { ...shared, cluster, truth };
