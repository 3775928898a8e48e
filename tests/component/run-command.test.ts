import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import RunCommand from '../../src/renderer/parts/run/RunCommand.svelte';
import type { CommandOutput, CommandPlan, ExecPlan } from '../../src/shared/contract.js';
import { ok } from '../../src/shared/result.js';
import { openApp, refused } from './fake-bridge.js';

const plan = (change: Partial<Extract<CommandPlan, { kind: 'run' }>> = {}): CommandPlan => ({
  kind: 'run',
  command: 'kubectl get nodes',
  request: 'GET /api/v1/nodes?limit=500',
  host: 'c.example',
  user: 'learner',
  ...change,
});

const output = (change: Partial<CommandOutput> = {}): CommandOutput => ({
  command: 'kubectl get nodes',
  request: 'GET /api/v1/nodes?limit=500',
  at: 0,
  status: 200,
  tookMs: 34,
  columns: ['Name', 'Status'],
  rows: [['control-plane', 'Ready']],
  text: '',
  language: '',
  more: 2,
  isAtLeast: false,
  note: '',
  failure: null,
  role: '',
  ...change,
});

async function shown(answers: Parameters<typeof openApp>[0]) {
  const { bridge } = await openApp({ 'cluster.chosen': () => ok({ contextName: 'kind-study' }), ...answers });
  render(RunCommand, { cardId: 'a', back: 'x' });
  return bridge;
}

describe('the command of a card', () => {
  it('offers nothing while no cluster is switched on', async () => {
    const bridge = await shown({ 'cluster.chosen': () => ok({ contextName: null }) });
    await expect.poll(() => bridge.inputs('cluster.chosen').length).toBe(1);
    expect(screen.queryByRole('region', { name: 'On your cluster' })).toBeNull();
    expect(bridge.inputs('cluster.plan')).toEqual([]);
  });

  it('runs on the cluster that is switched on, naming the card and the context only', async () => {
    const bridge = await shown({ 'cluster.plan': () => ok(plan()), 'cluster.run': () => ok(output()) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Run on kind-study' }));
    expect(await screen.findByRole('cell', { name: 'control-plane' })).toBeInTheDocument();
    expect(screen.getByRole('columnheader', { name: 'Status' })).toBeInTheDocument();
    expect(screen.getByText('GET /api/v1/nodes?limit=500')).toBeInTheDocument();
    expect(screen.getByText('200, 34 ms')).toBeInTheDocument();
    expect(screen.getByText('2 more rows not shown.')).toBeInTheDocument();
    expect(bridge.inputs('cluster.plan')).toEqual([{ cardId: 'a', contextName: 'kind-study' }]);
    expect(bridge.inputs('cluster.run')).toEqual([{ cardId: 'a', contextName: 'kind-study' }]);
    expect(screen.getByRole('button', { name: 'Run again' })).toBeEnabled();
  });

  it('says what to know of the answer, and when there is more than was counted', async () => {
    const note = 'The object as YAML, and its events below.';
    const cut = output({ columns: [], rows: [], text: 'kind: Pod', language: 'yaml', more: 7, isAtLeast: true, note });
    await shown({ 'cluster.plan': () => ok(plan()), 'cluster.run': () => ok(cut) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Run on kind-study' }));
    expect(await screen.findByText(note)).toBeInTheDocument();
    expect(screen.getByText('At least 7 more lines not shown.')).toBeInTheDocument();
  });

  it('that cannot run is copied, and says why', async () => {
    const bridge = await shown({
      'cluster.plan': () => ok({ kind: 'copy', command: 'kubectl delete pod web', reason: 'It changes the cluster.' }),
    });
    expect(await screen.findByText('Only to copy. It changes the cluster.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Run/ })).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Copy the command' }));
    expect(bridge.inputs('app.copy')).toEqual([{ text: 'kubectl delete pod web' }]);
  });

  const instead = { request: 'GET /readyz/etcd', text: 'The API server is asked whether it reaches etcd.' };
  const etcd = (change: Partial<Extract<CommandPlan, { kind: 'exec' }>> = {}) =>
    ok<CommandPlan>({ kind: 'exec', command: 'etcdctl endpoint health', host: 'c.example', user: 'learner', instead, ...change });
  const found: ExecPlan = {
    kind: 'exec',
    command: 'etcdctl endpoint health',
    argv: ['etcdctl', '--endpoints=https://127.0.0.1:2379', 'endpoint', 'health', '-w', 'table'],
    namespace: 'kube-system',
    pod: 'etcd-cp',
    container: 'etcd',
    node: 'cp-1',
    host: 'c.example',
    user: 'learner',
  };

  it('of etcd shows exactly what runs where, and waits for a yes each time', async () => {
    const bridge = await shown({
      'cluster.plan': () => etcd(),
      'cluster.findPod': () => ok(found),
      'cluster.exec': () => ok(output({ columns: ['Endpoint'], rows: [['https://127.0.0.1:2379']], more: 0, status: null })),
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Run on kind-study' }));
    const dialog = await screen.findByRole('dialog', { name: 'Run etcdctl in the Pod of etcd?' });
    expect(dialog).toHaveTextContent(found.argv.join(' '));
    const said = [...found.argv, 'kube-system/etcd-cp, etcd', 'cp-1', 'c.example', 'kind-study, learner', found.command];
    for (const text of said) expect(within(dialog).getByText(text)).toBeInTheDocument();
    expect(document.activeElement).toHaveTextContent('Cancel');
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.inputs('cluster.exec')).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Run on kind-study' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Run in the Pod' }));
    expect(await screen.findByRole('cell', { name: 'https://127.0.0.1:2379' })).toBeInTheDocument();
    expect(bridge.inputs('cluster.exec')).toEqual([{ cardId: 'a', contextName: 'kind-study' }]);
    await fireEvent.click(screen.getByRole('button', { name: 'Run again' }));
    expect(await screen.findByRole('dialog', { name: 'Run etcdctl in the Pod of etcd?' })).toBeInTheDocument();
    expect(bridge.inputs('cluster.exec')).toHaveLength(1);
    expect(bridge.inputs('cluster.run')).toEqual([]);
  });

  it('of etcd that may not run there can be asked of the API server, after a yes', async () => {
    const failure = { message: 'Your user may not list pods in kube-system.', hint: '' };
    const bridge = await shown({
      'cluster.plan': () => etcd(),
      'cluster.findPod': () => ok({ kind: 'none', output: output({ columns: [], rows: [], more: 0, failure }) }),
      'cluster.run': () => ok(output({ columns: [], rows: [], text: 'ok', more: 0 })),
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Run on kind-study' }));
    expect(await screen.findByText(failure.message)).toBeInTheDocument();
    await fireEvent.click(screen.getByRole('button', { name: 'Ask the API server instead' }));
    const dialog = screen.getByRole('dialog', { name: 'Ask the API server instead?' });
    for (const text of [instead.text, 'etcdctl endpoint health', 'GET /readyz/etcd', 'c.example', 'kind-study, learner'])
      expect(within(dialog).getByText(text)).toBeInTheDocument();
    expect(bridge.inputs('cluster.run')).toEqual([]);
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Ask the API server' }));
    expect(await screen.findByText('ok')).toBeInTheDocument();
    expect(bridge.inputs('cluster.run')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Ask the API server instead' })).toBeNull();
  });

  it('of etcd that only etcdctl knows is asked of nobody else', async () => {
    const failure = { message: 'Your user may not list pods in kube-system.', hint: '' };
    await shown({
      'cluster.plan': () => etcd({ instead: null }),
      'cluster.findPod': () => ok({ kind: 'none', output: output({ columns: [], rows: [], more: 0, failure }) }),
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Run on kind-study' }));
    expect(await screen.findByText(failure.message)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Ask the API server instead' })).toBeNull();
  });

  it('that is forbidden shows the role to ask for, and one that fails says why', async () => {
    const failure = { message: 'Your user may not list nodes.', hint: 'Ask for the right.' };
    await shown({
      'cluster.plan': () => ok(plan()),
      'cluster.run': () => ok(output({ columns: [], rows: [], failure, role: 'kind: ClusterRole\n' })),
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Run on kind-study' }));
    expect(await screen.findByText('Your user may not list nodes.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy the role' })).toBeInTheDocument();
  });

  it('that was not run says why', async () => {
    await shown({ 'cluster.plan': () => ok(plan()), 'cluster.run': () => refused('Something went wrong.') });
    await fireEvent.click(await screen.findByRole('button', { name: 'Run on kind-study' }));
    expect(await screen.findByText('Something went wrong.')).toBeInTheDocument();
  });

  it('is stopped by its button, and when its card is left', async () => {
    const bridge = await shown({ 'cluster.plan': () => ok(plan()), 'cluster.run': () => new Promise(() => undefined) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Run on kind-study' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(bridge.inputs('cluster.stopRun')).toHaveLength(1);
  });
});
