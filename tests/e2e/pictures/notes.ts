/** Notes that the pictures show: one card of each kind, every sort of Markdown, and folders with something to import. */

export const raft = [
  '# Raft',
  '',
  '- **Leader**: The member that takes all writes of the cluster.',
  '- **Follower**: A member that repeats what the leader has written.',
  '- **Candidate**: A member that asks the others for their votes.',
];

/** One card of each kind, or more. */
export const kinds = [
  '# etcd',
  '',
  'etcd is a key-value store that holds the whole state of a Kubernetes cluster.',
  '',
  'etcd refuses all writes when quorum is lost.',
  '',
  'Which port do clients of etcd use? :: 2379',
  '',
  'The state of a cluster is kept in {{c1::etcd}}, a {{c2::key-value}} store.',
  '',
  '## Restore of etcd',
  '',
  'Follow these steps to restore a cluster:',
  '',
  '1. **Stop kube-apiserver**: move its manifest out of the folder.',
  '2. **Restore the snapshot**: write the data into a new folder.',
  '3. **Start kube-apiserver**: move its manifest back.',
  '',
  '## Ports',
  '',
  '| Port | Component |',
  '|---|---|',
  '| 2379 | etcd client |',
  '| 2380 | etcd peer |',
  '| 6443 | kube-apiserver |',
  '',
  '## Control plane',
  '',
  'The control plane has three components:',
  '',
  '- kube-apiserver',
  '- kube-scheduler',
  '- kube-controller-manager',
  '',
  'To list the members of the cluster, run:',
  '',
  '```sh',
  'etcdctl member list --write-out=table',
  '```',
];

/** 60 x 40, one blue. */
export const image = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAADwAAAAoCAIAAAAt2Q6oAAAAO0lEQVR42u3OQQkAAAgEsMtnGasayRQ+hMECLNXzTqSlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpS8tfp5lMzddnncAAAAASUVORK5CYII=',
  'base64',
);

/** Every sort of Markdown that a card or a note may hold. The image is `raft log.png`. */
export const markdown = [
  'The **leader** keeps the *log*, ~~not~~ see ![[raft log.png|240]] and ![the missing one](img/none.png), ![from the web](https://example.com/a.png).',
  '',
  'A cluster of $n$ members needs $\\lfloor n/2 \\rfloor + 1$ votes; read [[Quorum|the note on quorum]] and ==this==, `inline code` too.',
  '',
  '$$\\sum_{i=1}^{n} x_i = \\begin{cases} 0 & \\text{if } n = 0 \\\\ \\frac{a}{b} & \\text{else} \\end{cases}$$',
  '',
  '```yaml',
  'apiVersion: v1',
  'kind: Pod # the smallest thing',
  'metadata: { name: "web", labels: { tier: front } }',
  '```',
  '',
  '```bash',
  'ETCDCTL_API=3 etcdctl --endpoints=https://127.0.0.1:2379 --cacert=/etc/kubernetes/pki/etcd/ca.crt --cert=/etc/kubernetes/pki/etcd/server.crt endpoint health',
  '```',
  '',
  '> A quotation of two lines,',
  '> with **weight**.',
  '',
  '> [!tip] Learners',
  '> They do not vote. Press <kbd>Ctrl</kbd>, read [the docs](https://etcd.io/docs/v3.5/learning/design-learner/).',
  '',
  '> [!warning]- Folded',
  '> What is inside.',
  '',
  '<details><summary>More</summary>',
  '',
  'Hidden until it is opened.',
  '',
  '</details>',
  '',
  '- [ ] add a learner',
  '- [x] promote it',
  '  1. first',
  '  2. second',
  '',
  '---',
  '',
  `| Flag | ${Array.from({ length: 9 }, (_, i) => `column_${i}`).join(' | ')} |`,
  `|---|${'--:|'.repeat(9)}`,
  `| \`--cacert\` | ${Array.from({ length: 9 }, (_, i) => `value_number_${i}`).join(' | ')} |`,
  '',
  '```mermaid',
  'graph TD; A-->B',
  '```',
  '',
  'A footnote[^1] and H~2~O.',
  '',
  '[^1]: At the foot.',
];

/** What each command is for, and the command, in notes on one topic of each domain of the exam. */
const commands: Record<string, readonly (readonly [purpose: string, command: string])[]> = {
  'troubleshooting/container-output-streams': [
    ['read what the Pod web wrote before its restart', 'kubectl logs web --previous'],
    ['read the last 20 lines of the Pod web', 'kubectl logs web --tail=20'],
  ],
  'architecture/rbac': [
    ['ask whether the user eve may list Pods', 'kubectl auth can-i list pods --as=eve'],
    ['make a Role named reader for looking at Pods', 'kubectl create role reader --verb=get --resource=pods'],
  ],
  'networking/coredns': [
    ['show the ConfigMap coredns', 'kubectl get configmap coredns --namespace=kube-system'],
    ['restart the Deployment coredns', 'kubectl rollout restart deployment coredns --namespace=kube-system'],
  ],
  'workloads/deployments': [
    ['return to the version of web before the last change', 'kubectl rollout undo deployment web'],
    ['run 5 copies of web', 'kubectl scale deployment web --replicas=5'],
  ],
  'storage/storage-classes': [
    ['list the storage classes', 'kubectl get storageclass'],
    ['describe the storage class fast', 'kubectl describe storageclass fast'],
  ],
};

/** Notes to be asked about in a mock exam, by file name. */
export const mockNotes: Record<string, string> = Object.fromEntries(
  Object.entries(commands).map(([topic, all]) => {
    const lines = all.flatMap(([purpose, command]) => [`To ${purpose}, run:`, '', '```sh', command, '```', '']);
    return [`${topic.split('/')[1] ?? topic}.md`, ['---', `tags: [cka/${topic}]`, '---', `# ${topic}`, '', ...lines].join('\n')];
  }),
);
