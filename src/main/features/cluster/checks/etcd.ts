import { type Check, type Evidence, failed, finding, type Reader, seen, unfit, verdictOf } from './check.js';
import { healthReport } from './health-lines.js';
import { flagOf } from './objects.js';
import { podsOf } from './static-pods.js';

/** Whether the API server reaches its store, and how the Pods of etcd are. */
export const etcd: Check = {
  id: 'etcd',
  async run(read) {
    const [report, own, { evidence: podsSeen, pods }] = await Promise.all([
      lineSeen(read),
      subPathSeen(read),
      podsOf(read, 'etcdPods', 'etcd'),
    ]);
    const evidence = [...report, own, podsSeen];
    const [pod] = pods;
    const paths = pod && ['cert-file', 'key-file', 'trusted-ca-file'].map((flag) => [flag, flagOf(pod, flag)] as const);
    const certificates = paths?.filter(([, path]) => path !== null).map(([flag, path]) => `--${flag}=${path ?? ''}`) ?? [];
    if (certificates.length > 0) podsSeen.raw += `\n${certificates.join('\n')}`;

    const reached = report.some(({ outcome }) => outcome === 'ok');
    // That the API server reaches some store does not show etcd itself: with the Pods hidden, etcd is hidden.
    const hidden = podsSeen.outcome === 'not-visible' && verdictOf(evidence) === 'ok';
    const reach = reached ? ' The API server says that it reaches its store.' : '';
    return finding(
      'etcd',
      evidence,
      {
        ok: {
          summary: pods.length > 0 ? `${pods.length === 1 ? 'Its Pod is' : `${pods.length} Pods are`} ready` : 'The API server reaches it',
          detail: `${podsSeen.outcome === 'ok' ? podsSeen.text : ''}${reach}`.trim(),
        },
        failing: {
          summary: reached && podsSeen.outcome === 'failing' ? podsSeen.text.replace(/ \(.*|\.$/g, '') : 'The API server does not reach it',
          detail: evidence
            .filter(({ outcome }) => outcome === 'failing')
            .map(({ text }) => text)
            .join(' '),
        },
        'not-visible': { summary: 'Run by the provider, or outside Pods', detail: `${podsSeen.text}${reach}` },
      },
      hidden ? 'not-visible' : undefined,
    );
  },
};

/** The lines about etcd in the health report that everybody may read. */
async function lineSeen(read: Reader): Promise<Evidence[]> {
  const { evidence, lines } = await healthReport(read, 'readyz', 'ready to serve');
  const about = lines.filter(({ name }) => /^etcd(-readiness)?$/.test(name));
  if (about.length === 0) return evidence.outcome === 'ok' || evidence.outcome === 'failing' ? [] : [evidence];
  const ok = about.every((line) => line.ok);
  const text = ok ? 'The API server reaches its store.' : 'The API server says that it does not reach etcd.';
  const raw = about.map((line) => `[${line.ok ? '+' : '-'}]${line.name}`).join('\n');
  return [{ ...evidence, outcome: ok ? 'ok' : 'failing', text, raw }];
}

async function subPathSeen(read: Reader): Promise<Evidence> {
  const answer = await read('readyzEtcd');
  if (answer.kind === 'failed') return failed('readyzEtcd', answer);
  const raw = typeof answer.body === 'string' ? answer.body : '';
  if (answer.status === 200 && raw.trim() === 'ok') return seen('readyzEtcd', answer, 'ok', 'The check of etcd by itself succeeds.', raw);
  // Every other error is of whatever answers, not of etcd.
  if (answer.status >= 500 && raw.startsWith('internal server error: '))
    return seen('readyzEtcd', answer, 'failing', 'The check of etcd by itself fails.', raw);
  return unfit('readyzEtcd', answer);
}
