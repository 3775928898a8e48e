import { type Check, type Evidence, failed, finding, type Reader, seen, unfit } from './check.js';
import { healthReport } from './health-lines.js';
import { versionIn } from './objects.js';
import { podsOf } from './static-pods.js';

/** Whether the API server answers, and what it says about itself. */
export const kubeApiserver: Check = {
  id: 'kube-apiserver',
  async run(read) {
    const [version, ready, live, { evidence: pods }] = await Promise.all([
      versionSeen(read),
      healthReport(read, 'readyz', 'ready to serve'),
      healthReport(read, 'livez', 'alive'),
      podsOf(read, 'apiserverPods', 'kube-apiserver'),
    ]);
    const evidence = [ready.evidence, live.evidence, version.evidence, pods];
    const answered = version.gitVersion && `Version ${version.gitVersion}, answered in ${version.evidence.tookMs ?? 0} ms`;
    const broken = [ready, live].flatMap(({ lines }) => lines.filter(({ ok }) => !ok).map(({ name }) => name));
    return finding('the API server', evidence, {
      ...(answered && { ok: { summary: answered, detail: 'The API server answers, and says that it is alive and ready.' } }),
      failing: {
        summary: broken.length > 0 ? `${[...new Set(broken)].join(', ')} failed` : 'Not ready',
        detail: evidence
          .filter(({ outcome }) => outcome === 'failing')
          .map(({ text }) => text)
          .join(' '),
      },
    });
  },
};

async function versionSeen(read: Reader): Promise<{ evidence: Evidence; gitVersion: string }> {
  const answer = await read('version');
  if (answer.kind === 'failed') return { evidence: failed('version', answer), gitVersion: '' };
  const version = versionIn(answer);
  if (!version) return { evidence: unfit('version', answer), gitVersion: '' };
  const gitVersion = version.gitVersion.replace(/^v/, '');
  return { evidence: seen('version', answer, 'ok', `It runs Kubernetes ${gitVersion}.`, { gitVersion: version.gitVersion }), gitVersion };
}
