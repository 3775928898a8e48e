/** What the window says about running the command of a card on a cluster. */
import { counted } from '../../words/format.js';
import { messages as shared } from '../../words/messages.js';

export const run = {
  title: 'On your cluster',
  start: (contextName: string) => `Run on ${contextName}`,
  again: 'Run again',
  running: 'Running',
  stop: 'Stop',
  copy: 'Copy the command',
  onlyCopy: (reason: string) => `Only to copy. ${reason}`,
  answered: (status: number | null, tookMs: number) => [status === null ? '' : String(status), `${tookMs} ms`].filter(Boolean).join(', '),
  nothing: 'No resources found.',
  empty: 'The answer is empty.',
  more: (count: number, isAtLeast: boolean, rows: boolean) =>
    `${isAtLeast ? 'At least ' : ''}${counted(count, rows ? 'more row' : 'more line')} not shown.`,
  done: (rows: number | null) => (rows === null ? 'Answered.' : `Answered, ${counted(rows, 'row')}.`),
  role: 'A role that gives this right',
  copyRole: 'Copy the role',
  output: 'Output',
  askTitle: 'Ask the API server instead?',
  command: 'On the card',
  request: 'What is sent',
  host: 'To',
  context: 'With context and user',
  ask: 'Ask the API server',
  dont: 'Cancel',
  podTitle: 'Run etcdctl in the Pod of etcd?',
  podHelp: 'It starts one program in your cluster. It only reads; the certificates are those the Pod names, not those of the card.',
  argv: 'What runs, without a shell',
  pod: 'Pod and container',
  node: 'Node',
  runInPod: 'Run in the Pod',
  askInstead: 'Ask the API server instead',
};

export const messages = { ...shared, run };
