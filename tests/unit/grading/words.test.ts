import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '../../../src/main/domain/grading/distance.js';
import { gradeTyped } from '../../../src/main/domain/grading/index.js';
import { isSlip } from '../../../src/main/domain/grading/words/slips.js';
import type { CardKind } from '../../../src/shared/contract.js';

const grade = (kind: CardKind, back: string, typed: string | string[], front = 'Question?') =>
  gradeTyped({ kind, front, back }, typeof typed === 'string' ? [typed] : typed);

describe('Typing slips', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kubelet', 'kubelet', 0],
    ['kubelet', 'kublet', 1],
    ['kubelet', 'kubelte', 1],
    ['kitten', 'sitting', 3],
  ])('between "%s" and "%s" are %i', (one, other, slips) => {
    expect(distance(one, other)).toBe(slips);
    expect(distance(other, one)).toBe(slips);
  });

  it('are forgiven by the length of the word', () => {
    expect(isSlip('pod', 'pof')).toBe(false);
    expect(isSlip('node', 'nod')).toBe(true);
    expect(isSlip('scheduler', 'schedular')).toBe(true);
    expect(isSlip('etcd', 'kubelet')).toBe(false);
  });
});

describe('An answer in words', () => {
  const back = 'The **kube-scheduler** assigns Pods to nodes.';
  it.each([
    ['word by word', 'The kube-scheduler assigns Pods to nodes.'],
    ['in lower case', 'the kube-scheduler assigns pods to nodes'],
    ['without articles and stops', 'kube-scheduler assigns pods nodes'],
    ['with slips', 'kube-schedular asigns pods to nodes'],
    ['in the singular', 'kube-scheduler assigns pod to node'],
  ])('is the same %s', (_, typed) => {
    expect(grade('definition', back, typed)).toMatchObject({ how: 'text', verdict: 'same', suggested: 'good', differ: 0 });
  });

  it('is close when a part is missing, and says which', () => {
    const found = grade('definition', back, 'kube-scheduler assigns pods');
    expect(found).toMatchObject({ verdict: 'close', suggested: 'hard', differ: 1, of: 4 });
    expect(found.expected.filter(({ state }) => state === 'missing').map(({ text }) => text)).toEqual(['nodes.']);
  });

  it('pairs words that changed places around an "and" each with itself', () => {
    const found = grade('definition', 'It limits CPU and memory of a container.', 'it limits memory and CPU of a container');
    expect(found.verdict).toBe('same');
    expect(found.typed.map(({ text, pair }) => [text, found.expected[pair ?? -1]?.text])).toContainEqual(['memory', 'memory']);
    for (const [i, token] of found.typed.entries()) expect(token.pair === null || found.expected[token.pair]?.pair === i).toBe(true);
  });

  it('of many hundred words is compared word by word where it differs, however far in', () => {
    const words = Array.from(
      { length: 350 },
      (_, i) => `${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10) % 10]}word${'uvwxyz'[i % 6]}`,
    );
    const typed = [...words.slice(0, 170), ...words.slice(172)];
    expect(grade('concept', words.join(' '), typed.join(' '))).toMatchObject({ verdict: 'same', differ: 2 });
    const denied = [...words.slice(0, 170), 'not', ...words.slice(170)];
    expect(grade('concept', words.join(' '), denied.join(' '))).toMatchObject({ verdict: 'different', differ: 1 });
  });

  it('shows a wrong word beside the right one', () => {
    const found = grade('definition', back, 'kubelet assigns pods to nodes');
    const wrong = found.typed.find(({ state }) => state === 'wrong');
    expect(wrong?.text).toBe('kubelet');
    expect(found.expected[wrong?.pair ?? -1]?.text).toBe('kube-scheduler');
  });

  it.each([
    ['turned around', 'The API server does not store state.', 'The API server does store state.'],
    ['with another number', 'After 40 seconds.', 'After 50 seconds.'],
    ['with another port', 'It listens on `10250`.', 'It listens on 10255'],
    ['with another path', '`/etc/kubernetes/manifests`', '/etc/kubernetes/manifest'],
    ['with another short name', 'Pod', 'Pot'],
    ['of light words only', 'all of them', 'of'],
    ['that is empty', 'etcd', ''],
    ['that is something else', 'etcd', 'kubelet'],
  ])('is not the same %s', (_, expected, typed) => {
    expect(grade('concept', expected, typed).verdict).not.toBe('same');
    expect(grade('concept', expected, typed).differ).toBeGreaterThan(0);
  });

  it('is the same without Markdown marks', () => {
    expect(grade('basic', 'See [the **docs**](https://a.example) for `etcd`', 'see the docs for etcd').verdict).toBe('same');
  });

  it('is graded without an error, whatever is typed', () => {
    const kinds: CardKind[] = ['definition', 'list', 'sequence', 'cloze', 'command'];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
        (kind, text, typed) => {
          const found = grade(kind, text, typed, text);
          expect(found.differ).toBeLessThanOrEqual(found.of);
          expect(found.verdict === 'same').toBe(found.differ === 0);
        },
      ),
      { numRuns: 1000 },
    );
    for (const kind of kinds) expect(grade(kind, 'a, b '.repeat(50_000), 'x, y\n'.repeat(50_000)).verdict).toBe('different');
  });

  it('is always the same as itself', () => {
    const word = fc.stringMatching(/^[A-Za-z][a-z]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        expect(grade('concept', words.join(' '), words.join('  ').toUpperCase()).verdict).toBe('same');
      }),
    );
  });
});

describe('A typed list', () => {
  const back = '- kube-apiserver\n- etcd: stores the state\n- kube-scheduler\n- kube-controller-manager';

  it.each([
    ['in another order', 'etcd\nkube-scheduler\nkube-controller-manager\nkube-apiserver'],
    ['in one line', 'kube-apiserver, kube-controller-manager, etcd and kube-scheduler'],
    ['with bullets', '- etcd\n- kube-scheduler\n- kube-controller-manager\n- kube-apiserver'],
    ['with the explanations', 'kube-scheduler; etcd: stores the state; kube-controller-manager; kube-apiserver'],
    ['with slips', 'kube-apiserver, kube-controler-manager, etcd, kube-schedular'],
  ])('is the same %s', (_, typed) => {
    expect(grade('list', back, typed)).toMatchObject({ how: 'list', verdict: 'same', differ: 0, of: 4 });
  });

  it('says what is missing and what is extra', () => {
    const found = grade('list', back, 'etcd, kubelet, kube-scheduler, kube-apiserver');
    expect(found).toMatchObject({ verdict: 'different', differ: 2, of: 5 });
    expect(found.expected.find(({ state }) => state === 'missing')?.text).toBe('kube-controller-manager');
    expect(found.typed.find(({ state }) => state === 'extra')?.text).toBe('kubelet');
  });

  it('keeps its order when it is a sequence', () => {
    const steps = '1. Drain the node\n2. Upgrade kubeadm\n3. Restart the kubelet';
    expect(grade('sequence', steps, 'drain node\nupgrade kubeadm\nrestart kubelet')).toMatchObject({ how: 'sequence', verdict: 'same' });
    expect(grade('sequence', steps, 'upgrade kubeadm\ndrain node\nrestart kubelet').verdict).not.toBe('same');
  });
});

describe('A cloze', () => {
  it.each([
    ['Client certificate', 'client certificate'],
    ['Client certificate', 'a client certificat'],
    ['`127.0.0.1:2379`', '127.0.0.1:2379'],
    ['cluster', 'clusters'],
    ['`|`', '|'],
    ['10.244.0.0/16,fd00:10:244::/56', '10.244.0.0/16, fd00:10:244::/56'],
  ])('takes for %s what was typed as %s', (back, typed) => {
    expect(grade('cloze', back, typed, 'It is a […].')).toMatchObject({ how: 'cloze', verdict: 'same', of: 1 });
  });

  it.each([
    ['`127.0.0.1:2379`', '127.0.0.1:2380'],
    ['Client certificate', 'certificate client'],
    ['Client certificate', 'server certificate'],
    ['Version 2', 'version 3'],
    ['cluster', ''],
    ['`|`', '>'],
    ['`|`', ''],
    ['unschedulable', 'schedulable'],
  ])('does not take for %s what was typed as %s', (back, typed) => {
    expect(grade('cloze', back, typed, 'It is a […].').verdict).not.toBe('same');
  });

  it('grades each gap on its own', () => {
    const found = grade('cloze', 'etcd, kubelet', ['etcd', 'kube-proxy'], 'State is in […], Pods are run by […].');
    expect(found).toMatchObject({ verdict: 'close', suggested: 'hard', differ: 1, of: 2 });
    expect(found.expected.map(({ state }) => state)).toEqual(['ok', 'wrong']);
  });

  it('is different, not close, when one of its gaps says the contrary', () => {
    const front = 'The node is […], its key […].';
    expect(grade('cloze', 'unschedulable, valid', ['schedulable', 'valid'], front)).toMatchObject({
      verdict: 'different',
      suggested: 'again',
    });
  });

  it('shows its answers as the card does', () => {
    const found = grade('cloze', '$O(n \\log n)$, a&nbsp;&lt;&nbsp;b', ['x', 'a < b'], 'Time […], order […].');
    expect(found.expected.map(({ text, state }) => [text.replace(/\u00a0/g, ' '), state])).toEqual([
      ['O(n log n)', 'wrong'],
      ['a < b', 'ok'],
    ]);
  });
});

describe('A command card', () => {
  const front = 'Etcdctl certificates: what value does the flag `--cacert` get?';
  const back = '`/etc/kubernetes/pki/etcd/ca.crt`';

  it.each(['/etc/kubernetes/pki/etcd/ca.crt', '--cacert=/etc/kubernetes/pki/etcd/ca.crt', '--cacert /etc/kubernetes/pki/etcd/ca.crt'])(
    'that asks for a value takes %s',
    (typed) => {
      expect(grade('command', back, typed, front).verdict).toBe('same');
    },
  );

  it.each(['/etc/kubernetes/pki/etcd/server.crt', '--cert=/etc/kubernetes/pki/etcd/ca.crt'])(
    'that asks for a value does not take %s',
    (typed) => {
      expect(grade('command', back, typed, front).verdict).not.toBe('same');
    },
  );

  it('takes the flag with a dash that a word processor made', () => {
    expect(grade('command', back, '–cacert=/etc/kubernetes/pki/etcd/ca.crt', front).verdict).toBe('same');
    expect(grade('command', back, '—cacert /etc/kubernetes/pki/etcd/ca.crt', front).verdict).toBe('same');
  });

  it.each([
    ['`30000–32767`', '30000-32767'],
    ['`30000-32767`', '30000–32767'],
    ['kubectl get pods &#45;A', 'kubectl get pods -A'],
    ['kubectl logs &lt;pod&gt; &nbsp; -f', 'kubectl logs web -f'],
    ['<code>kubectl get pods</code>', 'kubectl get pods'],
    ['`kubectl get pods`', '`kubectl get pods`'],
    ['`kubectl get pods`', '```sh\nkubectl get pods\n```'],
    ['`echo $(date)`', 'echo `date`'],
  ])('with the back %s takes %s', (expected, typed) => {
    expect(grade('command', expected, typed, 'How?').verdict).toBe('same');
  });

  it('keeps entities in code as they are shown', () => {
    expect(grade('command', '`echo &lt;`', 'echo "<"', 'How?').verdict).not.toBe('same');
  });

  it('takes a schedule with and without its quotes', () => {
    for (const typed of ['0 2 * * *', '"0 2 * * *"', "'0 2 * * *'"])
      expect(grade('command', '`"0 2 * * *`', typed, front).verdict).toBe('same');
    expect(grade('command', '`"0 2 * * *`', '0 3 * * *', front).verdict).not.toBe('same');
  });

  it('takes any of its answers and shows the nearest', () => {
    const either = '`ss -tlnp` or `netstat -tlnp`';
    expect(grade('command', either, 'netstat -plnt').verdict).toBe('same');
    expect(grade('command', either, 'netstat -pln').expected[0]?.text).toBe('netstat');
  });

  it('suggests Hard for a slip, Again for what would do something else', () => {
    expect(grade('command', '`kubectl get pods -n web`', 'kubeclt get pods -n web')).toMatchObject({ verdict: 'close', suggested: 'hard' });
    expect(grade('command', '`kubectl get pods -n web`', 'kubectl get pods --namspace=web')).toMatchObject({
      verdict: 'close',
      suggested: 'hard',
    });
    expect(grade('command', '`kubectl get pods -n web`', 'kubectl get pods -n api')).toMatchObject({
      verdict: 'close',
      suggested: 'again',
    });
    expect(grade('command', '`kubectl get pods -n web`', 'kubectl get pods')).toMatchObject({ verdict: 'close', suggested: 'again' });
    expect(grade('command', '`kubectl get pods -n web`', 'ls')).toMatchObject({ verdict: 'different', suggested: 'again' });
  });

  it('tells missing, wrong and extra parts as they were written', () => {
    const found = grade(
      'command',
      '`etcdctl get / --prefix --limit=10 --cacert=/c/ca.crt --cert=/c/s.crt`',
      'etcdctl get / --limit 10 --cacert /c/s.crt --cert=/c/s.crt -w json',
    );
    const of = (side: typeof found.typed, wanted: string) => side.filter(({ state }) => state === wanted).map(({ text }) => text);
    expect(of(found.expected, 'missing')).toEqual(['--prefix']);
    expect(of(found.expected, 'wrong')).toEqual(['--cacert=/c/ca.crt']);
    expect(of(found.typed, 'wrong')).toEqual(['--cacert /c/s.crt']);
    expect(of(found.typed, 'extra')).toEqual(['-w json']);
    expect(found).toMatchObject({ differ: 3, of: 8 });
    expect(found.typed.map(({ text }) => text)).toEqual([
      'etcdctl',
      'get',
      '/',
      '--limit 10',
      '--cacert /c/s.crt',
      '--cert=/c/s.crt',
      '-w json',
    ]);
  });
});
