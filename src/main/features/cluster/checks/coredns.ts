import { type Check, failed, finding, seen, unfit } from './check.js';
import { deploymentsIn } from './objects.js';

/** Whether the cluster's DNS runs, found by the label it kept from kube-dns. */
export const coredns: Check = {
  id: 'coredns',
  async run(read) {
    const answer = await read('dnsDeployments');
    if (answer.kind === 'failed') return finding('the DNS', [failed('dnsDeployments', answer)]);
    const list = deploymentsIn(answer);
    if (!list) return finding('the DNS', [unfit('dnsDeployments', answer)]);
    const [first] = list.items;
    if (!first) {
      const text = 'No Deployment is labelled k8s-app=kube-dns: the DNS has other labels, or runs elsewhere.';
      return finding('the DNS', [seen('dnsDeployments', answer, 'not-visible', text)]);
    }
    const wanted = list.items.reduce((sum, { spec }) => sum + (spec.replicas ?? 0), 0);
    const ready = list.items.reduce((sum, { status }) => sum + (status.readyReplicas ?? 0), 0);
    const text = `${ready} of ${wanted} replicas of ${first.metadata.name} are ready.`;
    // One replica that is down leaves the others to answer.
    const outcome = ready > 0 || wanted === 0 ? 'ok' : 'failing';
    const raw = list.items.map(({ metadata, spec, status }) => ({
      name: metadata.name,
      replicas: spec.replicas,
      ready: status.readyReplicas ?? 0,
    }));
    const words = { summary: `${ready} of ${wanted} replicas ready`, detail: text };
    return finding('the DNS', [seen('dnsDeployments', answer, outcome, text, raw)], { ok: words, failing: words });
  },
};
