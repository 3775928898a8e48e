import { type Answered, type Check, type Evidence, failed, finding, type Reader, readOf, seen, unfit, unread } from './check.js';
import { inWords } from './leader.js';
import { lateByMs, leasesIn, type Node, nodesIn } from './objects.js';

/** The kubelet of each node: what it reports, and whether it still reports. */
export const kubelet: Check = {
  id: 'kubelet',
  async run(read) {
    const [nodes, leases] = await Promise.all([nodesSeen(read), leasesSeen(read)]);
    const count = nodes.count;
    const late = leases.late;
    return finding('the kubelets', [nodes.evidence, ...nodes.unread, leases.evidence, ...leases.unread], {
      ok: {
        summary: count > 0 ? `${count} of ${count} nodes ready` : `${leases.count} nodes report`,
        detail: [nodes.evidence, leases.evidence]
          .filter(({ outcome }) => outcome === 'ok')
          .map(({ text }) => text)
          .join(' '),
      },
      ...(nodes.evidence.outcome === 'ok' && {
        'not-checked': {
          summary: readOf(count, nodes.more, 'nodes'),
          detail: [nodes.evidence, ...nodes.unread].map(({ text }) => text).join(' '),
        },
      }),
      failing: { summary: nodes.evidence.text.replace(/ \(.*|\.$/g, ''), detail: nodes.evidence.text },
      stale: {
        summary: late
          ? `${leases.count - leases.lateCount} of ${leases.count} nodes fresh, ${late}`
          : nodes.evidence.text.replace(/\.$/, ''),
        detail: [nodes.evidence, leases.evidence]
          .filter(({ outcome }) => outcome === 'stale')
          .map(({ text }) => text)
          .join(' '),
      },
      forbidden: {
        summary: nodes.evidence.brief ?? 'May not read nodes',
        detail: `${nodes.evidence.outcome === 'forbidden' ? nodes.evidence.text : leases.evidence.text} This says nothing about the health of the kubelets.`,
      },
    });
  },
};

const readyOf = ({ status }: Node) => status.conditions.find(({ type }) => type === 'Ready');

interface NodesSeen {
  evidence: Evidence;
  /** That there are more nodes than were read. */
  unread: Evidence[];
  count: number;
  more: number | null;
}

async function nodesSeen(read: Reader): Promise<NodesSeen> {
  const none = (evidence: Evidence): NodesSeen => ({ evidence, unread: [], count: 0, more: 0 });
  const answer = await read('nodes');
  if (answer.kind === 'failed') return none(failed('nodes', answer));
  const list = nodesIn(answer);
  if (!list) return none(unfit('nodes', answer));
  const { items: nodes, more } = list;
  const count = nodes.length;
  const raw = nodes.map((node) => ({
    name: node.metadata.name,
    ready: readyOf(node)?.status,
    reason: readyOf(node)?.reason,
    ...node.status.nodeInfo,
  }));
  const rest = unread('nodes', answer, more, 'nodes');
  const evidence = (outcome: Evidence['outcome'], text: string): NodesSeen => ({
    ...{ unread: rest, count, more },
    evidence: seen('nodes', answer, outcome, text, raw),
  });
  if (count === 0) return evidence('not-visible', 'The cluster has no nodes to be seen.');
  const unready = nodes.filter((node) => readyOf(node)?.status === 'False');
  if (unready.length > 0) return evidence('failing', `${unready.length} of ${count} nodes are not ready (${names(unready)}).`);
  // The control plane writes Unknown when a kubelet no longer reports.
  const silent = nodes.filter((node) => readyOf(node)?.status !== 'True');
  if (silent.length > 0) return evidence('stale', `${silent.length} of ${count} nodes stopped reporting (${names(silent)}).`);
  const which = more === 0 ? `all ${count} nodes` : `the ${count} nodes that were read`;
  return evidence('ok', `The kubelets of ${which} report that they are ready.`);
}

function names(nodes: readonly Node[]): string {
  const [first, ...rest] = nodes;
  if (!first) return '';
  const reason = readyOf(first)?.reason;
  return `${first.metadata.name}${reason ? `: ${reason}` : ''}${rest.length > 0 ? `, and ${rest.length} more` : ''}`;
}

interface LeasesSeen {
  evidence: Evidence;
  unread: Evidence[];
  count: number;
  lateCount: number;
  /** The latest node, for a list; '' when none is late. */
  late: string;
}

async function leasesSeen(read: Reader): Promise<LeasesSeen> {
  const none = (evidence: Evidence): LeasesSeen => ({ evidence, unread: [], count: 0, lateCount: 0, late: '' });
  const answer = await read('nodeLeases');
  if (answer.kind === 'failed') return none(failed('nodeLeases', answer));
  const list = leasesIn(answer);
  if (!list) return none(unfit('nodeLeases', answer));
  if (list.items.length === 0) return none(seen('nodeLeases', answer, 'not-visible', 'There are no Leases of nodes.'));
  const leases = list.items.map((lease) => ({
    name: lease.metadata.name,
    lateMs: lateByMs(lease, answer.serverNowAt),
    renewTime: lease.spec.renewTime,
  }));
  const which = list.more === 0 ? `all ${leases.length} nodes` : `the ${leases.length} nodes that were read`;
  return { ...judge(answer, leases, which), unread: unread('nodeLeases', answer, list.more, 'Leases') };
}

function judge(
  answer: Answered,
  leases: { name: string; lateMs: number | null; renewTime: string | null }[],
  which: string,
): Omit<LeasesSeen, 'unread'> {
  const count = leases.length;
  const raw = leases.map(({ name, renewTime }) => ({ name, renewTime }));
  const late = leases.filter(({ lateMs }) => lateMs !== null && lateMs > 0).sort((a, b) => (b.lateMs ?? 0) - (a.lateMs ?? 0));
  const worst = late[0];
  if (!worst) {
    const text = count === 1 ? 'The Lease of the node is fresh.' : `The Leases of ${which} are fresh.`;
    return { evidence: seen('nodeLeases', answer, 'ok', text, raw), count, lateCount: 0, late: '' };
  }
  const by = inWords(worst.lateMs ?? 0);
  const text = `${late.length} of ${count} kubelets did not renew their Lease in time (${worst.name} is late by ${by}).`;
  return { evidence: seen('nodeLeases', answer, 'stale', text, raw), count, lateCount: late.length, late: `${worst.name} late by ${by}` };
}
