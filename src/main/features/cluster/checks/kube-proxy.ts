import { parse } from 'yaml';
import { type Check, type Evidence, failed, finding, type Reader, seen, unfit } from './check.js';
import { configMapIn, daemonSetsIn } from './objects.js';
import { podsOf } from './static-pods.js';

/** DaemonSets that do the work of kube-proxy themselves. */
const replacements: readonly [name: RegExp, product: string][] = [[/^(cilium|anetd)$/, 'Cilium']];

/** Whether kube-proxy runs on every node, and in which mode. */
export const kubeProxy: Check = {
  id: 'kube-proxy',
  async run(read) {
    const [set, mode] = await Promise.all([setSeen(read), modeSeen(read)]);
    const evidence = set.evidence.outcome === 'not-visible' && !set.replacedBy ? [set.evidence, await staticSeen(read)] : [set.evidence];
    if (mode) evidence.push(mode.evidence);
    const inMode = mode?.name ? `, ${mode.name} mode` : '';
    const replaced = set.replacedBy && `Replaced by ${set.replacedBy}`;
    const main = evidence.find(({ outcome, read }) => outcome === 'ok' && read !== 'proxyConfig');
    return finding(
      'kube-proxy',
      evidence,
      {
        ok: {
          summary: `${set.ready || 'Its Pods are ready'}${inMode}`,
          detail: `${main?.text ?? ''}${mode?.name ? ` It works in ${mode.name} mode.` : ''}`.trim(),
        },
        failing: { summary: set.ready || 'Not ready', detail: evidence[0]?.text ?? '' },
        'not-visible': { summary: replaced || 'Not to be seen from here', detail: set.evidence.text },
      },
      // How it is configured says nothing of whether it runs.
      main || set.evidence.outcome !== 'not-visible' ? decidedWithoutMode(evidence) : 'not-visible',
    );
  },
};

const decidedWithoutMode = (evidence: readonly Evidence[]): Evidence['outcome'] | undefined => {
  const running = evidence.filter(({ read }) => read !== 'proxyConfig');
  const order = ['failing', 'unreachable', 'not-checked', 'ok', 'forbidden'] as const;
  return order.find((outcome) => running.some((each) => each.outcome === outcome));
};

interface SetSeen {
  evidence: Evidence;
  /** "3 of 3 ready"; '' without a DaemonSet. */
  ready: string;
  replacedBy: string;
}

async function setSeen(read: Reader): Promise<SetSeen> {
  const answer = await read('daemonSets');
  if (answer.kind === 'failed') return { evidence: failed('daemonSets', answer), ready: '', replacedBy: '' };
  const list = daemonSetsIn(answer);
  if (!list) return { evidence: unfit('daemonSets', answer), ready: '', replacedBy: '' };
  const set = list.items.find(({ metadata }) => metadata.name === 'kube-proxy');
  if (!set) {
    const replacedBy = replacements.find(([name]) => list.items.some(({ metadata }) => name.test(metadata.name)))?.[1] ?? '';
    const text = replacedBy
      ? `There is no DaemonSet kube-proxy: ${replacedBy} does its work.`
      : 'There is no DaemonSet kube-proxy: something else does its work, or it runs outside Pods.';
    return { evidence: seen('daemonSets', answer, 'not-visible', text), ready: '', replacedBy };
  }
  const { desiredNumberScheduled: desired, numberReady } = set.status;
  const ready = `${numberReady ?? 0} of ${desired ?? 0} ready`;
  const outcome = (numberReady ?? 0) >= (desired ?? 0) && (desired ?? 0) > 0 ? 'ok' : 'failing';
  const text =
    outcome === 'ok'
      ? `Its Pods are ready on all ${desired ?? 0} nodes it runs on.`
      : `Its Pods are ready on ${numberReady ?? 0} of ${desired ?? 0} nodes.`;
  return { evidence: seen('daemonSets', answer, outcome, text, { name: 'kube-proxy', ...set.status }), ready, replacedBy: '' };
}

const staticSeen = async (read: Reader): Promise<Evidence> => (await podsOf(read, 'proxyPods', 'kube-proxy')).evidence;

/** The mode in its ConfigMap; null when there is none. */
async function modeSeen(read: Reader): Promise<{ evidence: Evidence; name: string } | null> {
  const answer = await read('proxyConfig');
  if (answer.kind === 'failed') return { evidence: failed('proxyConfig', answer), name: '' };
  if (answer.status === 404) return null;
  const text = configMapIn(answer)?.data?.['config.conf'] ?? configMapIn(answer)?.data?.['config'];
  const mode = text === undefined ? null : modeIn(text);
  if (mode === null) return null;
  const name = mode || 'iptables';
  const said = mode ? `Its configuration sets ${name} mode.` : 'Its configuration sets no mode, which on Linux means iptables.';
  return { evidence: seen('proxyConfig', answer, 'ok', said, `mode: "${mode}"`), name };
}

/** The mode a configuration sets, '' for none; null when it cannot be read. */
function modeIn(text: string): string | null {
  if (text.length > 20_000) return null;
  try {
    const config: unknown = parse(text, { maxAliasCount: 0, logLevel: 'silent' });
    if (typeof config !== 'object' || config === null) return null;
    const mode = 'mode' in config ? config.mode : '';
    return typeof mode === 'string' && /^[a-z]*$/i.test(mode) ? mode : mode === null ? '' : null;
  } catch {
    return null;
  }
}
