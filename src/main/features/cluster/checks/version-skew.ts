import { type Check, failed, finding, readOf, seen, unfit, unread } from './check.js';
import { nodesIn, versionIn } from './objects.js';

/**
 * How far the kubelets are from the API server. The rule: never newer, at most three minor versions older (two before 1.28).
 * Source: https://kubernetes.io/releases/version-skew-policy/
 */
export const versionSkew: Check = {
  id: 'version-skew',
  async run(read) {
    const [version, nodes] = await Promise.all([read('version'), read('nodes')]);
    const failing = [
      ...(version.kind === 'failed' ? [failed('version', version)] : []),
      ...(nodes.kind === 'failed' ? [failed('nodes', nodes)] : []),
    ];
    if (version.kind === 'failed' || nodes.kind === 'failed') return finding('the versions', failing);
    const server = minorOf(versionIn(version)?.gitVersion);
    const list = nodesIn(nodes);
    if (server === null) return finding('the versions', [unfit('version', version)]);
    if (!list) return finding('the versions', [unfit('nodes', nodes)]);
    const oldest = server >= 28 ? 3 : 2;
    const kubelets = list.items.map(({ metadata, status }) => ({ name: metadata.name, version: status.nodeInfo.kubeletVersion ?? '' }));
    const wrong = kubelets.filter(({ version: text }) => {
      const minor = minorOf(text);
      return minor !== null && (minor > server || server - minor > oldest);
    });
    const spread = [...new Set(kubelets.map((each) => each.version.replace(/^v/, '')).filter(Boolean))].join(', ');
    const [first] = wrong;
    const text = first
      ? `${first.name} runs ${first.version.replace(/^v/, '')}, which the API server's minor version ${server} does not support.`
      : `The kubelets${list.more === 0 ? '' : ' that were read'} (${spread}) are within ${oldest} minor versions of the API server, and none is newer.`;
    const summary = first ? `${wrong.length} of ${kubelets.length} kubelets too far off` : `Kubelets ${spread}`;
    const evidence = [
      seen('nodes', nodes, first ? 'failing' : kubelets.length > 0 ? 'ok' : 'not-visible', text, kubelets),
      ...unread('nodes', nodes, list.more, 'nodes'),
    ];
    return finding('the versions', evidence, {
      ok: { summary, detail: text },
      failing: { summary, detail: text },
      ...(!first && { 'not-checked': { summary: readOf(kubelets.length, list.more, 'nodes'), detail: text } }),
    });
  },
};

/** The minor version in `v1.33.4-gke.100`; null when there is none. */
export function minorOf(gitVersion: string | null | undefined): number | null {
  const match = /^v?1\.(\d+)/.exec(gitVersion ?? '');
  return match ? Number(match[1]) : null;
}
