/** The real kubectl as a second client of the double: what the app reads is what kubectl reads, so the double is no fiction. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { accessOf } from '../../src/main/features/cluster/access.js';
import { createApi } from '../../src/main/features/cluster/api.js';
import { noteCommand } from '../../src/main/features/cluster/commands/note-command.js';
import { furtherOf } from '../../src/main/features/cluster/commands/further.js';
import { shownOf } from '../../src/main/features/cluster/commands/output.js';
import { requestOf } from '../../src/main/features/cluster/commands/typed-read.js';
import { loadKubeconfig } from '../../src/main/features/cluster/kubeconfig.js';
import { kubectlFor, type ReadName, reads } from '../../src/main/features/cluster/reads.js';
import { redact } from '../../src/main/features/cluster/redact.js';
import { freshFolder } from '../unit/folder.js';
import { startDouble } from './doubles.js';
import { configText } from './config-text.js';
import { configFile, contextIn } from './kubeconfigs.js';
import { findProgram } from './programs.js';
import { kubeadm, managed } from './scenarios.js';

const kubectl = await findProgram('kubectl');

async function ask(config: string, args: readonly string[]): Promise<{ code: number; output: string; error: string }> {
  const env = { PATH: process.env['PATH'], HOME: freshFolder(), KUBECONFIG: config };
  try {
    const { stdout, stderr } = await promisify(execFile)(kubectl ?? '', ['--request-timeout=60s', ...args], { env, timeout: 90_000 });
    return { code: 0, output: stdout, error: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout, error: stderr };
  }
}

/** The arguments of a command to copy, as a shell would split it; none of them has a quote in it. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(1);

/** The arguments of the command on a card, as a shell would split it. */
const argsOf = (command: string): string[] =>
  [...command.matchAll(/(?:'[^']*'|[^\s'])+/g)].map(([word]) => word.replaceAll("'", '')).slice(1);

describe.skipIf(kubectl === null)('the real kubectl (skipped: neither the PATH nor Debian has one)', () => {
  it('runs every command that the app offers to copy, and hears what the app hears', { timeout: 300_000 }, async () => {
    const double = await startDouble(kubeadm());
    const config = configFile(configText(double));
    const api = createApi(accessOf(contextIn(config), null), { limitMs: 30_000 });
    for (const name of Object.keys(reads) as ReadName[]) {
      const words = wordsOf(kubectlFor(name, 'study'));
      const asJson = words.includes('--raw')
        ? words
        : [...words.filter((word, index) => word !== '-o' && words[index - 1] !== '-o'), '-o', 'json'];
      const said = await ask(config, asJson);
      expect(said, name).toMatchObject({ code: 0 });
      const answer = await api.read(name, new AbortController().signal);
      if (answer.kind !== 'answered') throw new Error(`${name}: ${answer.failure.message}`);
      if (typeof answer.body === 'string') expect(said.output.trim(), name).toBe(answer.body.trim());
      else expect(namesIn(JSON.parse(said.output)), name).toEqual(namesIn(answer.body));
    }
    api.close();
  });

  it.each([
    ...['kubectl get nodes', 'kubectl get nodes -o wide', 'kubectl get pods -A', 'kubectl get pods -n kube-system', 'kubectl logs web'],
    ...['kubectl get pods --show-labels', 'kubectl get nodes --sort-by=.metadata.name', 'kubectl get pods -A --sort-by {.status.phase}'],
    ...['kubectl get pods -o name', 'kubectl get nodes -o name', 'kubectl get pods -n kube-system --no-headers'],
    ...['kubectl get pods -o custom-columns=NAME:.metadata.name,IMAGES:.spec.containers[*].image', 'kubectl api-resources'],
    'kubectl get nodes -o jsonpath={.items[*].metadata.name}',
    `kubectl get pods -A -o jsonpath='{range .items[*]}{.metadata.name}{"\\t"}{.spec.nodeName}{"\\n"}{end}'`,
    `kubectl get nodes -o jsonpath='{.items[*].status.conditions[?(@.type=="Ready")].status}'`,
    'kubectl logs -l app=web',
  ])('prints for %s what the app shows on its card', { timeout: 120_000 }, async (command) => {
    const double = await startDouble(kubeadm());
    const config = configFile(configText(double));
    const api = createApi(accessOf(contextIn(config), null), { limitMs: 30_000 });
    onTestFinished(() => api.close());
    const made = noteCommand(command);
    if (!('read' in made)) throw new Error(`${command} is no read`);
    const answer = await api.ask(requestOf(made.read, 'default'), new AbortController().signal);
    if (answer.kind !== 'answered') throw new Error(answer.failure.message);
    const further = await Promise.all(
      furtherOf(made.read, 'default', answer.body).map(async ({ label, request }) => ({
        ...{ label, answer: await api.ask(request, new AbortController().signal) },
      })),
    );
    const shown = shownOf(made.read, answer, further, []);
    const said = await ask(config, argsOf(command));
    expect(said).toMatchObject({ code: 0 });
    const lines = said.output.trimEnd().split('\n');
    // Without headings kubectl keeps their room.
    const tight = (text: string): string => (command.includes('--no-headers') ? text.replace(/ {2,}/g, '  ') : text);
    if (shown?.text) return expect(tight(redact(lines.join('\n'), []))).toBe(tight(shown.text));
    const cells = lines.map((line) => line.split(/ {2,}/));
    expect(cells[0]).toEqual(shown?.columns.map((name) => name.toUpperCase()));
    expect(cells.slice(1)).toEqual(shown?.rows.map((row) => row.filter((cell) => cell !== '')));
  });

  it('is refused as the app is, with 401 and with 403', { timeout: 120_000 }, async () => {
    const double = await startDouble(kubeadm(), { faults: { '/api/v1/nodes': { kind: 'status', status: 403 } } });
    const config = configFile(configText(double));
    expect((await ask(config, ['get', 'nodes'])).error).toMatch(/Forbidden/);
    double.fault('*', { kind: 'status', status: 401 });
    double.fault('/api/v1/nodes', null);
    expect((await ask(config, ['get', '--raw', '/version'])).code).not.toBe(0);
  });

  it('sees no lease where the provider hides it', { timeout: 120_000 }, async () => {
    const double = await startDouble(managed());
    const said = await ask(configFile(configText(double)), ['get', 'lease', 'kube-scheduler', '-n', 'kube-system']);
    expect(said.code).not.toBe(0);
    // After a 404 newer ones look whether the namespace is there, which the app never does.
    const more = double.violations.splice(0).map((violation) => violation.replace(/\?.*/, ''));
    expect(['', 'unknown path /api/v1/namespaces/kube-system']).toContain(more.join());
  });

  it('finds the same contexts in a list of files', { timeout: 120_000 }, async () => {
    const double = await startDouble(kubeadm());
    const one = configFile(configText(double));
    const two = configFile(configText(double).replaceAll('study', 'other'));
    const list = `${one}:/nowhere/config:${two}`;
    const said = await ask(list, ['config', 'get-contexts', '-o', 'name']);
    expect(said.output.trim().split('\n').sort()).toEqual(
      loadKubeconfig(list.split(':'))
        .contexts.map(({ name }) => name)
        .sort(),
    );
  });
});

/** What tells two answers apart: the names in a list, or the thing itself. */
function namesIn(value: unknown): unknown {
  const { items, metadata, gitVersion } = value as {
    items?: { metadata: { name: string } }[];
    metadata?: { name: string };
    gitVersion?: string;
  };
  return items?.map((item) => item.metadata.name) ?? metadata?.name ?? gitVersion;
}
