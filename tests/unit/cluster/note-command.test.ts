import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteCommand, noteCommandOf } from '../../../src/main/features/cluster/commands/note-command.js';
import { argvOf, execPath } from '../../../src/main/features/cluster/commands/etcdctl.js';
import { furtherOf } from '../../../src/main/features/cluster/commands/further.js';
import { requestOf } from '../../../src/main/features/cluster/commands/typed-read.js';

/** The path a command becomes, or why it does not run. */
function fate(text: string): string {
  const command = noteCommand(text);
  if ('exec' in command) return argvOf(command.exec, pod).slice(5).join(' ');
  return 'read' in command ? requestOf(command.read, 'own').path : command.reason;
}

/** The certificates of kubeadm. */
const pod = {
  name: 'etcd-control-plane',
  node: 'control-plane',
  endpoint: 'https://127.0.0.1:2379',
  ca: '/etc/kubernetes/pki/etcd/ca.crt',
  certificate: '/etc/kubernetes/pki/etcd/server.crt',
  key: '/etc/kubernetes/pki/etcd/server.key',
};

describe('a command that only reads becomes one GET', () => {
  it.each([
    ['kubectl get nodes', '/api/v1/nodes?limit=500'],
    ['kubectl get no -o wide', '/api/v1/nodes?limit=500'],
    ['kubectl get pods', '/api/v1/namespaces/own/pods?limit=500'],
    ['kubectl get po -A', '/api/v1/pods?limit=500'],
    ['kubectl get pods --all-namespaces', '/api/v1/pods?limit=500'],
    ['kubectl get pods -n kube-system -l component=etcd', '/api/v1/namespaces/kube-system/pods?labelSelector=component%3Detcd&limit=500'],
    ['kubectl -n kube-system get pods', '/api/v1/namespaces/kube-system/pods?limit=500'],
    ['kubectl get deploy web -oyaml', '/apis/apps/v1/namespaces/own/deployments/web'],
    ['kubectl describe node worker-1', '/api/v1/nodes/worker-1'],
    ['kubectl describe pod/web --namespace=shop', '/api/v1/namespaces/shop/pods/web'],
    ['kubectl get svc -n default', '/api/v1/namespaces/default/services?limit=500'],
    ['kubectl get clusterrole system:node', '/apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Anode'],
    ['kubectl get events --field-selector type=Warning', '/api/v1/namespaces/own/events?fieldSelector=type%3DWarning&limit=500'],
    ['kubectl get lease -n kube-node-lease', '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases?limit=500'],
    ["kubectl get --raw '/readyz?verbose'", '/readyz?verbose'],
    ['kubectl get --raw=/livez', '/livez'],
    ['kubectl version', '/version'],
    ['kubectl api-versions', '/apis'],
    ['kubectl get pods -o jsonpath={.items[*].metadata.name}', '/api/v1/namespaces/own/pods?limit=500'],
    [`kubectl get pod web -o jsonpath='{.spec.containers[?(@.name=="c")].image}'`, '/api/v1/namespaces/own/pods/web'],
    ['kubectl get nodes -o custom-columns=NAME:.metadata.name,CPU:.status.capacity.cpu', '/api/v1/nodes?limit=500'],
    ['kubectl get pods --sort-by=.metadata.creationTimestamp', '/api/v1/namespaces/own/pods?includeObject=Object&limit=500'],
    ["kubectl get pods -A --sort-by '{.spec.nodeName}' -o wide", '/api/v1/pods?includeObject=Object&limit=500'],
    ['kubectl get pods --show-labels', '/api/v1/namespaces/own/pods?limit=500'],
    ['kubectl get pods --no-headers', '/api/v1/namespaces/own/pods?limit=500'],
    ['kubectl get pod web --ignore-not-found', '/api/v1/namespaces/own/pods/web'],
    ['kubectl api-resources', '/apis'],
    ['kubectl logs -l app=web', '/api/v1/namespaces/own/pods?labelSelector=app%3Dweb&limit=5'],
    ['kubectl -n shop logs --selector=app=web -c c --tail=3', '/api/v1/namespaces/shop/pods?labelSelector=app%3Dweb&limit=5'],
    ['kubectl logs web', '/api/v1/namespaces/own/pods/web/log?limitBytes=65536&tailLines=200'],
    [
      'kubectl logs -n kube-system etcd-control-plane -c etcd --tail=5000 --previous',
      '/api/v1/namespaces/kube-system/pods/etcd-control-plane/log?container=etcd&limitBytes=65536&previous=true&tailLines=200',
    ],
  ])('%s', (text, path) => {
    expect(fate(text)).toBe(path);
  });
});

describe('of etcdctl, a few commands become words of their own', () => {
  it.each([
    ['ETCDCTL_API=3 etcdctl endpoint health --cacert=/etc/kubernetes/pki/etcd/ca.crt', 'endpoint health -w table'],
    ['etcdctl --endpoints 10.0.0.1:2379 member list -w json', 'member list -w table'],
    ['etcdctl endpoint status --write-out=table', 'endpoint status -w table'],
    ['etcdctl get / --prefix --keys-only --limit=10', 'get / --prefix --keys-only --limit=10'],
    ['etcdctl --limit 3 get --keys-only=true / --prefix --key /x', 'get / --prefix --keys-only --limit=3'],
    ['kubectl exec etcd-controlplane -n kube-system -- etcdctl endpoint health --cacert=/x/ca.crt', 'endpoint health -w table'],
    ['kubectl -n kube-system exec -it pod/etcd-node -c etcd -- etcdctl member list', 'member list -w table'],
    [
      'kubectl exec etcd-node -n kube-system -- sh -c "ETCDCTL_API=3 etcdctl get / --prefix --keys-only --limit=10 --cert=/x/s.crt"',
      'get / --prefix --keys-only --limit=10',
    ],
  ])('%s', (text, words) => {
    expect(fate(text)).toBe(words);
  });

  it('and only what the API server knows too can be asked of it', () => {
    expect(noteCommand('etcdctl endpoint health')).toMatchObject({ instead: { read: { kind: 'etcd-health' } } });
    expect(noteCommand('etcdctl member list')).toMatchObject({ instead: { read: { kind: 'etcd-members' } } });
    expect(noteCommand('etcdctl endpoint status')).toMatchObject({ instead: null });
    expect(noteCommand('etcdctl get / --prefix --keys-only --limit=1')).toMatchObject({ instead: null });
  });
});

describe('everything else is only to be copied, and says why', () => {
  it.each([
    ['kubectl delete pod web', 'changes the cluster'],
    ['kubectl apply -f web.yaml', 'changes the cluster'],
    ['kubectl -n default scale deploy web --replicas=3', 'changes the cluster'],
    ['kubectl exec -it web -- sh', 'starts something'],
    ['kubectl exec web -- etcdctl endpoint health', 'starts something'],
    ['kubectl exec etcd-node -- etcdctl endpoint health', 'starts something'],
    ['kubectl exec etcd-node -n kube-system -c other -- etcdctl endpoint health', 'starts something'],
    ['kubectl exec etcd-node -n kube-system -- cat /etc/kubernetes/pki/etcd/server.key', 'starts something'],
    ['kubectl exec etcd-node -n kube-system -- sh -c "cat /x"', 'starts something'],
    ['kubectl exec etcd-node -n kube-system -- sh -c "etcdctl endpoint health; cat /x"', 'needs a shell'],
    ['kubectl exec etcd-node -n kube-system -- etcdctl get /registry/secrets --prefix', 'may be Secrets'],
    ['kubectl port-forward web 8080:80', 'starts something'],
    ['kubectl get secrets', 'Secrets are never read'],
    ['kubectl get secret/db -o yaml', 'Secrets are never read'],
    ['kubectl get pods,secrets', 'several things'],
    ['kubectl get all', 'several things'],
    ['kubectl get componentstatuses', 'deprecated'],
    ['kubectl get pods -w', 'without an end'],
    ['kubectl logs -f web', 'without an end'],
    ['kubectl logs deploy/web', 'closed list'],
    ['kubectl get pods -o jsonpath={.items', 'jsonpath'],
    ['kubectl get pods -o jsonpath', 'jsonpath'],
    ['kubectl get pods -o custom-columns=NAME', 'custom-columns'],
    ['kubectl get pods -o wide=x', 'wide'],
    ['kubectl get pods -o go-template={{.x}}', 'go-template'],
    ['kubectl get pods --sort-by={', '--sort-by'],
    ['kubectl get pods --sort-by=.metadata.name -o yaml', '--sort-by'],
    ['kubectl get secrets -o jsonpath={.items}', 'Secrets are never read'],
    ['kubectl logs web -l app=web', 'several things'],
    ['kubectl logs -l $(x)', 'A shell would have to'],
    ['kubectl api-resources -o wide', 'api-resources'],
    ['kubectl rollout status deploy/web', 'only reads'],
    ['kubectl rollout undo deploy/web', 'changes the cluster'],
    ['kubectl get pods --context other', '--context'],
    ['kubectl get pods --kubeconfig=/etc/kubernetes/admin.conf', '--kubeconfig'],
    ['kubectl get pods --as system:admin', '--as'],
    ['kubectl get --raw /api/v1/secrets', 'the path /api/v1/secrets'],
    ['kubectl get --raw /readyz/../api/v1/secrets', 'the path'],
    ['kubectl get widgets', 'widgets'],
    ['kubectl auth can-i create pods', 'POST'],
    ['kubectl cluster-info', 'addresses'],
    ['kubectl config view', 'this computer'],
    ['kubectl describe pod <pod>', 'in place of <pod>'],
    ['kubectl logs POD_NAME', 'in place of POD_NAME'],
    ['kubectl get pods | grep web', 'needs a shell'],
    ['kubectl get pods > pods.txt', 'needs a shell'],
    ['kubectl get pods; rm -rf /', 'needs a shell'],
    ['kubectl get pods && kubectl get nodes', 'needs a shell'],
    ['kubectl get pod $POD', 'A shell would have to'],
    ['kubectl get pod $(cat name)', 'A shell would have to'],
    ['kubectl get pod `cat name`', 'A shell would have to'],
    ['KUBECONFIG=/x kubectl get nodes', 'sets variables'],
    ['/tmp/kubectl get nodes', 'on a machine'],
    ['sudo systemctl restart kubelet', 'on a machine'],
    ['sudo kubectl get nodes', 'on a machine'],
    ['etcdctl snapshot save /var/backups/etcd.db', 'Of etcdctl only'],
    ['etcdctl put greeting hello', 'Of etcdctl only'],
    ['etcdctl endpoint health --cluster', 'without --cluster'],
    ['etcdctl endpoint health --limit=1', 'Of etcdctl only'],
    ['etcdctl get / --prefix', 'may be Secrets'],
    ['etcdctl get / --prefix --limit=10', 'may be Secrets'],
    ['etcdctl get / --prefix --keys-only', 'may be Secrets'],
    ['etcdctl get / --prefix --keys-only --limit=0', 'may be Secrets'],
    ['etcdctl get / --prefix --keys-only --limit=11', 'may be Secrets'],
    ['etcdctl get / --prefix --keys-only=false --limit=1', '--keys-only'],
    ['etcdctl get /registry/secrets --prefix --keys-only --limit=10', 'may be Secrets'],
    ['etcdctl get / --prefix --keys-only --limit=1 --print-value-only', '--print-value-only'],
    ['/tmp/etcdctl endpoint health', 'on a machine'],
    ['sudo etcdctl endpoint health', 'on a machine'],
    ['ETCDCTL_API=3 X=y etcdctl endpoint health', 'sets variables'],
    ['etcdctl endpoint health; etcdctl del x', 'needs a shell'],
  ])('%s', (text, reason) => {
    expect(fate(text)).toContain(reason);
  });

  it('of two commands that would do, the one that can run does', () => {
    expect(noteCommandOf('`kubectl get pods -o go-template={{.items}}` or `kubectl get pods`')).toMatchObject({
      command: 'kubectl get pods',
    });
    expect(noteCommandOf('')).toBeNull();
  });
});

/** Everything that may ever be asked, written down a second time. */
const kinds =
  'pods|services|endpoints|configmaps|events|serviceaccounts|persistentvolumeclaims|limitranges|resourcequotas|replicationcontrollers|nodes|namespaces|persistentvolumes|deployments|replicasets|statefulsets|daemonsets|controllerrevisions|jobs|cronjobs|leases|endpointslices|ingresses|networkpolicies|ingressclasses|roles|rolebindings|clusterroles|clusterrolebindings|poddisruptionbudgets|priorityclasses|storageclasses|csidrivers|csinodes|customresourcedefinitions|apiservices|horizontalpodautoscalers';
const name = '[A-Za-z0-9](?:[\\w.-]|%3A){0,760}';
const objects = new RegExp(
  `^(?:/api/v1|/apis/[a-z0-9.]+/v[12])(?:/namespaces/[a-z0-9-]{1,63})?/(?:${kinds})(?:/${name})?(?:\\?(?:(?:labelSelector|fieldSelector)=[\\w.%+*-]+&?)*(?:includeObject=Object&)?(?:limit=(?:500|100|5))?)?$`,
);
const logs = new RegExp(
  `^/api/v1/namespaces/[a-z0-9-]{1,63}/pods/${name}/log\\?(?:container=[a-z0-9-]{1,63}&)?limitBytes=65536&(?:previous=true&)?tailLines=(?:1?\\d?\\d|200)$`,
);
/** Everything that may be asked after a first answer, whatever that was. */
const further =
  /^\/api\/v1(?:\/namespaces\/[a-z0-9-]{1,63})?\/events\?fieldSelector=involvedObject\.name%3D[\w.%+*-]+&limit=500$|^\/apis\/[a-z0-9.-]+\/v\d+(?:(?:alpha|beta)\d+)?$|^\/api\/v1$/;
const fixed = /^(?:\/version|\/apis|\/(?:livez|readyz|healthz)(?:\/etcd)?(?:\?verbose)?)$/;

/** All that ever runs in a Pod, whatever the card says: the whole path. */
const signIn = [
  ...['etcdctl', '--endpoints=https://127.0.0.1:2379', '--cacert=/etc/kubernetes/pki/etcd/ca.crt'],
  ...['--cert=/etc/kubernetes/pki/etcd/server.crt', '--key=/etc/kubernetes/pki/etcd/server.key'],
];
const inPod = new Set(
  [
    ...['endpoint health -w table', 'endpoint status -w table', 'member list -w table'],
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((limit) => `get / --prefix --keys-only --limit=${limit}`),
  ].map((words) => {
    const command = [...signIn, ...words.split(' ')].map((word) => `command=${encodeURIComponent(word)}`).join('&');
    return `/api/v1/namespaces/kube-system/pods/etcd-control-plane/exec?${command}&container=etcd&stderr=true&stdin=false&stdout=true&tty=false`;
  }),
);

/** First answers of a server that would have something else asked than what is meant. */
const hostile: unknown[] = [
  null,
  { items: ['../secrets', 'a/../../secrets', 'a?watch=true', '', 'A', 'web-0'].map((name) => ({ metadata: { name } })) },
  { items: [{ metadata: { name: 'web-0' } }, { metadata: { name: 'web-1' } }] },
  { groups: ['apps/v1', 'batch/v1beta1'].map((groupVersion) => ({ preferredVersion: { groupVersion } })) },
  ...['../api/v1/secrets', 'apps/v1/secrets', 'apps/v1?x', '/v1', 'a b/v1'].map((groupVersion) => ({
    groups: [{ preferredVersion: { groupVersion } }],
  })),
];

function expectInTable(text: string): boolean {
  const command = noteCommand(text);
  if ('exec' in command) {
    const path = execPath(pod, argvOf(command.exec, pod));
    expect(inPod.has(path), `${text} gave ${path}`).toBe(true);
    if (!command.instead) return true;
    expect(['/readyz/etcd', '/api/v1/namespaces/kube-system/pods?labelSelector=component%3Detcd&limit=100']).toContain(
      requestOf(command.instead.read, 'own').path,
    );
    return true;
  }
  if (!('read' in command)) {
    expect(command.reason.length).toBeGreaterThan(10);
    return false;
  }
  const { path } = requestOf(command.read, 'own');
  expect(
    [objects, logs, fixed].some((shape) => shape.test(path)),
    `${text} gave ${path}`,
  ).toBe(true);
  for (const asked of [path, ...hostile.flatMap((first) => furtherOf(command.read, 'own', first)).map(({ request }) => request.path)]) {
    expect(asked === path || [further, logs].some((shape) => shape.test(asked)), `${text} asks ${asked}`).toBe(true);
    const resolved = new URL(asked, 'https://host');
    expect(resolved.host + resolved.pathname + resolved.search, 'nothing in a path leads elsewhere').toBe(`host${asked}`);
  }
  return true;
}

describe('no text on a card, however hostile, leads to a request outside the table', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...['get', 'describe', 'logs', 'delete', 'exec', 'version', 'events', 'create', 'auth', 'api-versions', '--raw', '--raw=/readyz'],
      ...[
        'pods',
        'po',
        'secrets',
        'secret/x',
        'pods/web',
        'pods/../secrets',
        'nodes',
        'deploy',
        'svc',
        'pods.v1.',
        'web',
        '..',
        '.',
        '%2e%2e',
      ],
      ...[
        '-n',
        '-A',
        '-l',
        '-o',
        '-owide',
        '-ojsonpath={}',
        '-ojsonpath={.items[*]}',
        '--sort-by=.x',
        '--show-labels',
        '--no-headers',
        '-lapp=web',
        '--namespace=..',
        '-n/../x',
        '--context=x',
        '--as',
        '-f',
        '-w',
        '--',
        '-',
        '--tail=-1',
      ],
      ...[
        'endpoint',
        'health',
        'status',
        'member',
        'list',
        'put',
        'del',
        '/',
        '--prefix',
        '--keys-only',
        '--limit=10',
        '--limit=1e9',
        '--limit',
        '5',
      ],
      ...['--endpoints=evil:1', '--cacert=/x', '--key=/y', '--command-timeout=9h', '--hex', '--from-key', 'snapshot', 'save', '-w=json'],
      ...[
        'kube-system',
        'a/b',
        '../../api/v1/secrets',
        '?x=y',
        '#',
        'x?watch=true',
        '/readyz',
        '/api/v1/secrets',
        '\u0000',
        'é',
        'a'.repeat(300),
      ],
      ...[
        '|',
        ';',
        '&&',
        '>',
        '$(x)',
        '`x`',
        '$X',
        '<pod>',
        "'",
        '"',
        '\\',
        '\n',
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
      ],
    ),
    fc.string({ maxLength: 12 }),
  );
  it('made of words that commands are made of', () => {
    let ran = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(
          'kubectl',
          'kubectl get',
          'kubectl get pods',
          'kubectl describe',
          'kubectl describe pod',
          'kubectl logs -l app=web',
          'kubectl api-resources',
          'kubectl logs',
          'etcdctl',
          'etcdctl endpoint',
          'etcdctl get / --prefix',
        ),
        fc.array(word, { maxLength: 7 }),
        (program, words) => {
          ran += expectInTable([program, ...words].join(' ')) ? 1 : 0;
        },
      ),
      { numRuns: 3_000 },
    );
    expect(ran, 'some of them must run, or this shows nothing').toBeGreaterThan(10);
  });

  it('made of a command that reads, with anything put in somewhere', () => {
    const commands = [
      'kubectl get pods -n kube-system web',
      'kubectl logs web -c app --tail=5',
      'kubectl get --raw /readyz',
      'etcdctl endpoint health',
      'etcdctl get / --prefix --keys-only --limit=7',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...commands),
        fc.nat(60),
        fc.oneof(word, fc.string({ unit: 'binary', maxLength: 20 })),
        (command, at, text) => {
          expectInTable(`${command.slice(0, at)}${text}${command.slice(at)}`);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('made of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expectInTable(text);
        noteCommandOf(`\`\`\`\n${text}\n\`\`\``);
      }),
    );
  });
});
