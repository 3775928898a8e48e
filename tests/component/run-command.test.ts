import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import RunCommand from '../../src/renderer/parts/RunCommand.svelte';
import type { CommandOutput, CommandPlan } from '../../src/shared/contract.js';
import { ok } from '../../src/shared/result.js';
import { openApp, refused } from './fake-bridge.js';

const plan = (change: Partial<Extract<CommandPlan, { kind: 'run' }>> = {}): CommandPlan => ({
  kind: 'run',
  command: 'kubectl get nodes',
  request: 'GET /api/v1/nodes?limit=500',
  host: 'c.example',
  user: 'learner',
  instead: '',
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

  it('that cannot run is copied, and says why', async () => {
    const bridge = await shown({
      'cluster.plan': () => ok({ kind: 'copy', command: 'kubectl delete pod web', reason: 'It changes the cluster.' }),
    });
    expect(await screen.findByText('Only to copy. It changes the cluster.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Run/ })).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Copy the command' }));
    expect(bridge.inputs('app.copy')).toEqual([{ text: 'kubectl delete pod web' }]);
  });

  it('that something else stands in for shows what is sent where, and waits for a yes', async () => {
    const instead = 'The API server is asked whether it reaches etcd.';
    const bridge = await shown({
      'cluster.plan': () => ok(plan({ command: 'etcdctl endpoint health', request: 'GET /readyz/etcd', instead })),
      'cluster.run': () => ok(output({ columns: [], rows: [], text: 'ok', more: 0 })),
    });
    const start = await screen.findByRole('button', { name: 'Run on kind-study' });
    await fireEvent.click(start);
    const dialog = screen.getByRole('dialog', { name: 'Ask the API server instead?' });
    for (const text of [instead, 'etcdctl endpoint health', 'GET /readyz/etcd', 'c.example', 'kind-study, learner'])
      expect(within(dialog).getByText(text)).toBeInTheDocument();
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputs('cluster.run')).toEqual([]);
    await fireEvent.click(start);
    await fireEvent.click(screen.getByRole('button', { name: 'Ask the API server' }));
    expect(await screen.findByText('ok')).toBeInTheDocument();
    expect(bridge.inputs('cluster.run')).toHaveLength(1);
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
