import { describe, expect, it } from 'vitest';
import { answersOf } from '../../../src/main/domain/grading/answers.js';

describe('The commands of a card', () => {
  it.each([
    ['inline code', '`kubectl get pods`', ['kubectl get pods']],
    ['inline code with a backtick in it', '`` echo `date` ``', ['echo `date`']],
    ['a fence', '```sh\nkubectl get pods -A\n```', ['kubectl get pods -A']],
    ['a fence of tildes that never ends', '~~~\nls', ['ls']],
    ['a fence of several steps', '```sh\ncd /tmp\nls\n```', ['cd /tmp\nls']],
    ['no code at all', 'kubectl get pods', ['kubectl get pods']],
    [
      'two ways with or',
      '`kubectl get pods -A` or `kubectl get pods --all-namespaces`',
      ['kubectl get pods -A', 'kubectl get pods --all-namespaces'],
    ],
    ['two ways on lines', '`ss -tlnp`\n\nor\n\n`netstat -tlnp`', ['ss -tlnp', 'netstat -tlnp']],
    ['two ways in German', '`kubectl get po` oder `kubectl get pods`', ['kubectl get po', 'kubectl get pods']],
    ['two ways in one fence', '```sh\nss -tlnp\n# or\nnetstat -tlnp\n```', ['ss -tlnp', 'netstat -tlnp']],
    [
      'two steps',
      'Run `systemctl daemon-reload`, then `systemctl restart kubelet`.',
      ['systemctl daemon-reload\nsystemctl restart kubelet'],
    ],
    ['prose around a command', 'Use `kubectl drain node01` with care: `--force` deletes bare Pods.', ['kubectl drain node01']],
    ['a value', '`/etc/kubernetes/pki/etcd/ca.crt`', ['/etc/kubernetes/pki/etcd/ca.crt']],
    ['a quote without its partner', '`"0 2 * * *`', ['0 2 * * *']],
    ['a prompt and its output', '```console\n$ kubectl get ns\nNAME   STATUS\n```', ['$ kubectl get ns']],
    ['nothing', '  ', []],
  ])('are found in %s', (_, back, answers) => {
    expect(answersOf(back).map((answer) => answer.trim())).toEqual(answers);
  });
});
