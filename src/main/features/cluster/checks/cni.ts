import { type Check, type Evidence, failed, finding, type Reader, seen, unfit, unread } from './check.js';
import { daemonSetsIn, type Node, nodesIn } from './objects.js';

/** DaemonSets in kube-system that bring a Pod network, and what people call them. */
const plugins: readonly [name: RegExp, product: string][] = [
  [/^kindnet$/, 'kindnet'],
  [/^calico-node$/, 'Calico'],
  [/^(cilium|anetd)$/, 'Cilium'],
  [/^(kube-)?flannel(-ds)?/, 'Flannel'],
  [/^weave-net$/, 'Weave Net'],
  [/^aws-node$/, 'Amazon VPC CNI'],
  [/^azure-cns$/, 'Azure CNI'],
  [/^canal$/, 'Canal'],
  [/^antrea-agent$/, 'Antrea'],
];

/** Whether the nodes have a Pod network: what the kubelets say, and the DaemonSet that brings it. */
export const cni: Check = {
  id: 'cni',
  async run(read) {
    const [nodes, sets] = await Promise.all([nodesSeen(read), setSeen(read)]);
    const detail = [...nodes, sets.evidence]
      .filter(({ outcome }) => outcome === 'ok')
      .map(({ text }) => text)
      .join(' ');
    return finding('the Pod network', [...nodes, sets.evidence], {
      ok: { summary: sets.product ? `${sets.product} is ready` : 'Nodes have a network', detail },
    });
  },
};

/** The kubelet itself says when no CNI plugin is set up; cloud routes have a condition of their own. */
const lacksNetwork = ({ status }: Node): boolean =>
  status.conditions.some(
    ({ type, status, message }) =>
      (type === 'NetworkUnavailable' && status === 'True') ||
      (type === 'Ready' && status === 'False' && /cni|network plugin/i.test(message ?? '')),
  );

async function nodesSeen(read: Reader): Promise<Evidence[]> {
  const answer = await read('nodes');
  if (answer.kind === 'failed') return [failed('nodes', answer)];
  const list = nodesIn(answer);
  if (!list) return [unfit('nodes', answer)];
  const evidence = (outcome: Evidence['outcome'], text: string, raw?: unknown): Evidence[] => [
    seen('nodes', answer, outcome, text, raw),
    ...unread('nodes', answer, list.more, 'nodes'),
  ];
  if (list.items.length === 0) return evidence('not-visible', 'The cluster has no nodes to be seen.');
  const without = list.items.filter(lacksNetwork).map(({ metadata }) => metadata.name);
  const [first] = without;
  if (first === undefined)
    return evidence('ok', list.more === 0 ? 'No node lacks a Pod network.' : 'No node that was read lacks a Pod network.');
  const more = without.length > 1 ? `, and ${without.length - 1} more` : '';
  return evidence('failing', `${first}${more} has no Pod network: its CNI plugin is not ready.`, without);
}

async function setSeen(read: Reader): Promise<{ evidence: Evidence; product: string }> {
  const answer = await read('daemonSets');
  if (answer.kind === 'failed') return { evidence: failed('daemonSets', answer), product: '' };
  const list = daemonSetsIn(answer);
  if (!list) return { evidence: unfit('daemonSets', answer), product: '' };
  for (const [name, product] of plugins) {
    const set = list.items.find(({ metadata }) => name.test(metadata.name));
    if (!set) continue;
    const ready = set.status.numberReady ?? 0;
    const desired = set.status.desiredNumberScheduled ?? 0;
    const text = `${product}: ${ready} of ${desired} Pods are ready.`;
    const raw = { name: set.metadata.name, ...set.status };
    return { evidence: seen('daemonSets', answer, ready >= desired ? 'ok' : 'failing', text, raw), product };
  }
  const text = 'No CNI plugin that Etcdeck knows runs as a DaemonSet in kube-system; it may live in another namespace.';
  return { evidence: seen('daemonSets', answer, 'not-visible', text), product: '' };
}
