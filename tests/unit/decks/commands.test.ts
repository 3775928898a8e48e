/** Commands in the notes that ship exist: their verbs and flags are those of the programs. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readHelp } from '../../../scripts/decks/help.mjs';
import { findProgram } from '../../cluster/programs.js';
import { freshFolder } from '../folder.js';
import { shippedCode } from './notes.js';
import { commandsIn, recordedPrograms, recordedTable } from './programs.js';
import type { Command, ProgramTable } from './programs.js';

const recorded = new Map(recordedPrograms.map((program) => [program as string, recordedTable(program)]));

/** Not commands: YAML, and text that only shows what a file holds. */
const scripts = shippedCode.filter(({ language }) => !['yaml', 'yml', 'text'].includes(language));
const commands = scripts.flatMap(({ place, text }) => commandsIn(text, recorded).map((command) => ({ ...command, place })));

const said = (found: readonly (Command & { place: string })[]): string[] =>
  found.flatMap(({ place, faults }) => faults.map(({ message }) => `${place} ${message}`));

describe('the commands in the notes that ship', () => {
  it('exist with their flags, by the recorded tables', () => {
    expect(commands.length).toBeGreaterThan(200);
    expect(said(commands)).toEqual([]);
  });

  it.each([
    ['kubectl frobnicate pods', /no command frobnicate/],
    ['kubectl rollout repeat deployment/web', /no command rollout repeat/],
    ['kubectl get pods --namespaces dev', /get has no flag --namespaces/],
    ['kubectl -n dev logs web --lines=20', /logs has no flag --lines/],
    ['kubectl create deployment web --image=nginx --replica 3', /create deployment has no flag --replica/],
    ['kubectl exec etcd-0 -n kube-system -- etcdctl get / --only-keys', /get has no flag --only-keys/],
    ["kubectl run x --image=busybox -- sh -c 'kubectl get pods --every'", /get has no flag --every/],
    ['etcdctl member lists', /no command member/],
    ['etcdutl snapshot restore x.db --into /var/lib/etcd', /no flag --into/],
    ['sudo kubeadm upgrade applies v1.35.1', /no command upgrade applies/],
    ['kubeadm join k8s:6443 --tokens abc', /join has no flag --tokens/],
    ['crictl rmi --unused', /rmi has no flag --unused/],
    ['helm install web ./web --values-file v.yaml', /install has no flag --values-file/],
  ])('would be found out: %s', (text, fault) => {
    expect(
      commandsIn(text, recorded)
        .flatMap(({ faults }) => faults.map(({ message }) => message))
        .join('\n'),
    ).toMatch(fault);
  });

  it.each(['kubectl get po -A -o wide --sort-by=.metadata.name', 'kubectl exec -it web -c app -- sh', 'kubectl drain', 'kubectl top no', 'etcdctl member'])(
    'are not doubted when they exist: %s',
    (text) => {
      expect(commandsIn(text, recorded).flatMap(({ faults }) => faults)).toEqual([]);
    },
  );
});

/** Flags that came after the oldest version asked; an older program is not blamed for not having them. */
const newer = [
  // Not in the help of 1.33, in that of 1.35: https://github.com/kubernetes/kubernetes/pull/129373
  { program: 'kubectl', path: 'autoscale', flag: '--cpu', since: 34 },
];
/** Programs older than these minor versions are not asked: Debian's are from years before the notes. */
const oldest: Record<string, number> = { kubectl: 31, etcdctl: 4 };

describe.each(['kubectl', 'etcdctl'] as const)('the real %s', (program) => {
  it('has the commands and flags that the notes use', { timeout: 180_000 }, async (context) => {
    const path = await findProgram(program);
    if (path === null) return context.skip(`neither the PATH nor Debian has ${program}`);
    const run = async (args: readonly string[]): Promise<string> => {
      const env = { PATH: process.env['PATH'], HOME: freshFolder(), KUBECONFIG: '/dev/null' };
      return (await promisify(execFile)(path, [...args], { env, timeout: 60_000 })).stdout;
    };
    const version = /(\d+)\.(\d+)\.\d+/.exec(await run(program === 'kubectl' ? ['version', '--client'] : ['version']));
    const minor = Number(version?.[2]);
    if (minor < (oldest[program] ?? 0)) return context.skip(`this ${program} is ${version?.[0]}, too old for the notes`);

    const used = [...new Set(commands.filter((command) => command.program === program).map((command) => command.path))];
    const help = new Map<string, string>();
    for (const each of used) help.set(each, readHelp(await run([...each.split(' ').filter(Boolean), '--help'])).flags);
    const everywhere = readHelp(await run([program === 'kubectl' ? 'options' : '--help'])).flags;
    const real: ProgramTable = {
      version: `${version?.[0]}`,
      everywhere,
      commands: Object.fromEntries(used.filter(Boolean).map((each) => [each, help.get(each) ?? ''])),
    };
    const found = scripts.flatMap(({ place, text }) =>
      commandsIn(text, new Map([[program as string, real]])).map((command) => ({
        ...command,
        place,
        faults: command.faults.filter(
          ({ path: at, flag }) => !newer.some((one) => one.program === program && one.path === at && one.flag === flag && minor < one.since),
        ),
      })),
    );
    expect(found.length).toBeGreaterThan(5);
    expect(said(found)).toEqual([]);
  });
});
