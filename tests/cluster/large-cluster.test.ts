/** Large clusters: everything is read, and what is not is said to be unread. */
import { expect, it } from 'vitest';
import { node } from './objects.js';
import { panelOn, settled } from './panel-fixture.js';
import { kubeadmWith, nodeLease, type Scenario } from './scenarios.js';

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `worker-${index + 1}`);
const ofNodes = (count: number, change: (name: string) => object): Scenario =>
  kubeadmWith(() => ({ nodes: names(count).map(change), nodeLeases: names(count).map((name) => nodeLease(name)) }));

async function checked(scenario: Scenario) {
  const on = await panelOn({ scenario });
  on.service.connect('study');
  await settled(on);
  const { checks } = on.now();
  return { on, of: (id: string) => checks.find(({ checkId }) => checkId === id) };
}

/** A node as clouds have it: fifty images with long names. */
const ofCloud = (name: string): object => {
  const small = node(name);
  const images = Array.from({ length: 50 }, (_, index) => ({
    names: [
      `registry.example/a/long/path/to/an/image-${index}@sha256:${'0123456789abcdef'.repeat(4)}`,
      `registry.example/image-${index}:v1.${'9'.repeat(240)}`,
    ],
    sizeBytes: 1e8 + index,
  }));
  return { ...small, status: { ...small.status, images } };
};

it('of 203 nodes all are read, also the one that is not ready', async () => {
  const { on, of } = await checked(ofNodes(203, (name) => node(name, name === 'worker-203' ? { ready: 'False' } : {})));
  expect(of('kubelet')).toMatchObject({ outcome: 'failing', summary: '1 of 203 nodes are not ready' });
  expect(of('version-skew')).toMatchObject({ outcome: 'ok' });
  expect(on.double.requests.filter((request) => request.startsWith('GET /api/v1/nodes'))).toHaveLength(5);
});

it('of 203 nodes all are counted when all are well', async () => {
  const { of } = await checked(ofNodes(203, (name) => node(name)));
  expect(of('kubelet')).toMatchObject({ outcome: 'ok', summary: '203 of 203 nodes ready' });
  expect(of('kubelet')?.detail).toContain('The Leases of all 203 nodes are fresh.');
});

it('200 nodes of a cloud are read, though all at once are more than is read', async () => {
  const scenario = ofNodes(200, ofCloud);
  expect(JSON.stringify(scenario.nodes).length).toBeGreaterThan(4 * 1024 * 1024);
  const { of } = await checked(scenario);
  expect(of('kubelet')).toMatchObject({ outcome: 'ok', summary: '200 of 200 nodes ready' });
  for (const id of ['cni', 'version-skew']) expect(of(id)).toMatchObject({ outcome: 'ok' });
});

it('beyond what is read of any cluster, every check that looks at nodes says how many it did not see, and is not plainly OK', async () => {
  const { on, of } = await checked(ofNodes(1_003, (name) => node(name)));
  expect(on.now().state).toBe('connected');
  expect(of('kubelet')).toMatchObject({ outcome: 'not-checked', summary: '1000 of 1003 nodes read' });
  expect(of('kubelet')?.detail).toBe(
    'The kubelets of the 1000 nodes that were read report that they are ready. 3 more nodes were not read.',
  );
  for (const id of ['version-skew', 'cni']) {
    expect(of(id)).toMatchObject({ outcome: 'not-checked' });
    expect(of(id)?.evidence.map(({ text }) => text)).toContain('3 more nodes were not read.');
  }
});
