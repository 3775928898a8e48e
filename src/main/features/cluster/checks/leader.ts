/** What kube-scheduler and kube-controller-manager share: a lease that the leader renews, and Pods on the control plane. */
import type { CheckId } from '../../../../shared/cluster.js';
import type { ReadName } from '../reads.js';
import { type Check, type Evidence, failed, finding, type Reader, seen, unfit } from './check.js';
import { lateByMs, leaseIn } from './objects.js';
import { podsOf } from './static-pods.js';

/** A leader renews every few seconds; a round trip and a slow clock must not make it look late. */
const graceMs = 2_000;

interface Names {
  id: Extract<CheckId, 'kube-scheduler' | 'kube-controller-manager'>;
  subject: string;
  lease: ReadName;
  pods: ReadName;
}

export function leaderCheck({ id, subject, lease, pods }: Names): Check {
  return {
    id,
    async run(read) {
      const [leaseSeen, { evidence: podsSeen, pods: found }] = await Promise.all([readLease(read, lease, id), podsOf(read, pods, id)]);
      const evidence = [leaseSeen.evidence, podsSeen];
      // While another leads, a replica that is down does not stop the work.
      const spared = podsSeen.outcome === 'failing' && leaseSeen.evidence.outcome === 'ok' && !/^Its Pod/.test(podsSeen.text);
      const leads = leaseSeen.holder && ` ${leaseSeen.holder} leads.`;
      const ready = podsSeen.outcome === 'ok' || spared ? ` ${podsSeen.text}` : '';
      const people = found.length === 1 ? '1 Pod' : `${found.length} Pods`;
      return finding(
        subject,
        evidence,
        {
          ok: {
            summary: [leaseSeen.evidence.outcome === 'ok' ? 'Lease is fresh' : '', found.length > 0 ? people : '']
              .filter(Boolean)
              .join(', '),
            detail: `${leaseSeen.evidence.outcome === 'ok' ? leaseSeen.evidence.text : ''}${leads}${ready}`.trim(),
          },
          stale: { summary: leaseSeen.late, detail: `${leaseSeen.evidence.text}${ready}` },
          forbidden: {
            summary:
              leaseSeen.evidence.brief ?? (leaseSeen.evidence.outcome === 'forbidden' ? 'May not read its lease' : 'May not read its Pods'),
            detail: `${[...new Set([leaseSeen.evidence, podsSeen].filter(({ outcome }) => outcome === 'forbidden').map(({ text }) => text))].join(' ')} This says nothing about the health of ${subject}.`,
          },
          'not-visible': { summary: 'Run by the provider, or outside Pods', detail: podsSeen.text },
          ...(podsSeen.outcome === 'failing' && {
            failing: { summary: podsSeen.text.replace(/ \(.*|\.$/g, ''), detail: `${podsSeen.text} ${leaseSeen.evidence.text}` },
          }),
        },
        spared ? 'ok' : undefined,
      );
    },
  };
}

interface LeaseSeen {
  evidence: Evidence;
  holder: string;
  /** How late it is, for a list. */
  late: string;
}

async function readLease(read: Reader, name: ReadName, component: string): Promise<LeaseSeen> {
  const answer = await read(name);
  const none = (evidence: Evidence): LeaseSeen => ({ evidence, holder: '', late: '' });
  if (answer.kind === 'failed') return none(failed(name, answer));
  if (answer.status === 404) return none(seen(name, answer, 'not-visible', `There is no Lease kube-system/${component}.`));
  const lease = leaseIn(answer);
  if (!lease) return none(unfit(name, answer));
  const lateMs = lateByMs(lease, answer.serverNowAt);
  const { renewTime, leaseDurationSeconds, holderIdentity } = lease.spec;
  const raw = {
    holderIdentity,
    renewTime,
    leaseDurationSeconds,
    serverTime: answer.serverNowAt && new Date(answer.serverNowAt).toISOString(),
  };
  const holder = holderIdentity?.replace(/_[\da-f-]{36}$/, '') ?? '';
  if (lateMs === null) return none(seen(name, answer, 'not-checked', 'Its Lease does not say when it was renewed.', raw));
  if (lateMs <= graceMs) {
    return { evidence: seen(name, answer, 'ok', 'Its Lease is fresh: a leader is at work.', raw), holder, late: '' };
  }
  const late = inWords(lateMs);
  const text = `Its Lease ran out ${late} ago on the clock of the server: nobody has led since.`;
  return { evidence: seen(name, answer, 'stale', text, raw), holder, late: `Lease ran out ${late} ago` };
}

/** Seconds up to two minutes, then minutes, hours, days. */
export function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 2 * 3600) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 2 * 86_400 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`;
}
