/** Lists as people type them. Each line is a pair: the items of the card, parted by ` ; `, and what somebody types (`⏎` is a line's end). */

const read = (table: string): [items: string[], typed: string][] =>
  table
    .split('\n')
    .filter((line) => line.includes(' <=> ') && !line.trimStart().startsWith('//'))
    .map((line) => {
      const [items = '', typed = ''] = line.trim().split(' <=> ');
      return [items.split(' ; '), typed.replaceAll('⏎', '\n')];
    });

/** The same list, in any order. */
export const sameLists = read(String.raw`
  etcd ; kubelet ; kube-proxy <=> kube-proxy⏎etcd⏎kubelet
  etcd ; kubelet ; kube-proxy <=> etcd, kubelet and kube-proxy
  etcd ; kubelet ; kube-proxy <=> etcd, kubelet, and kube-proxy
  etcd ; kubelet ; kube-proxy <=> etcd; kubelet; kube-proxy
  etcd ; kubelet ; kube-proxy <=> etcd / kubelet / kube-proxy
  etcd ; kubelet ; kube-proxy <=> etcd & kubelet & kube proxy
  etcd ; kubelet ; kube-proxy <=> – etcd⏎– kubelet⏎– kube‑proxy
  etcd ; kubelet ; kube-proxy <=> • etcd⏎• kubelet⏎• kube-proxy
  etcd ; kubelet ; kube-proxy <=> 1. etcd⏎2. kublet⏎3. kube-proxy
  etcd ; kubelet ; kube-proxy <=> etcd、kubelet、kube-proxy
  etcd ; kubelet ; kube-proxy <=> etcd，kubelet，kube-proxy
  etcd: the store ; kubelet (on each node) <=> kubelet, etcd
  etcd – the store ; kubelet – on each node <=> etcd⏎kubelet
  requests and limits ; quotas <=> quotas, requests and limits
  requests and limits ; quotas ; ranges <=> ranges⏎quotas⏎requests and limits
  read, then write ; delete <=> delete; read, then write
  30000–32767 ; 6443 <=> 6443, 30000-32767
  80 ; 443 <=> 443 and 80
  40 seconds ; 5 minutes <=> 5m, 40s
  &lt;none&gt; ; ready <=> ready, <none>
  $n/2+1$ ; $n^2$ <=> n², n/2+1
  a<sub>1</sub> ; a<sub>2</sub> <=> a1, a2
  ReadWriteOnce ; ReadOnlyMany <=> read only many, read write once
  The API server doesn't store state ; etcd does <=> etcd does⏎the API server does not store state
  安全 ; 存储 <=> 存储和安全
  控制平面 ; 工作节点 <=> 工作节点、控制平面
  Knoten ; Schlüssel <=> Schluessel und Knoten
  the leader writes ; the followers read <=> followers read, leader writes
`);

/** Not the same list. */
export const differentLists = read(String.raw`
  etcd ; kubelet ; kube-proxy <=> etcd, kubelet
  etcd ; kubelet ; kube-proxy <=> etcd, kubelet, kube-proxy, kubeadm
  etcd ; kubelet ; kube-proxy <=> etcd, kubelet, kubectl
  etcd ; kubelet <=> 
  etcd ; kubelet <=> etcd, etcd
  Upgrade kubeadm on the node ; Drain the node <=> upgrade kubelet on the node, drain the node
  Drain the node ; Upgrade the node <=> cordon the node, upgrade the node
  encrypted ; signed <=> unencrypted, signed
  allow ingress from Pods ; allow egress to Pods <=> allow ingress to Pods, allow egress from Pods
  does not restart ; keeps its name <=> restarts, keeps its name
  the Pod isn't ready ; the node is <=> the Pod is ready, the node is
  port 6443 ; port 2379 <=> port 6443, port 2380
  internal ; external <=> internal, internal
  > ; < <=> <, <
  | ; || <=> |, |
  可调度 ; 就绪 <=> 不可调度, 就绪
  40 seconds ; 5 minutes <=> 40 minutes, 5 seconds
  a<sup>2</sup> ; b <=> a2, b
  listens on 10250 for requests ; serves the API <=> listens on 10255 for requests, serves the API
  one and two ; three <=> one; two; three
`);

/** Steps, in their order. */
export const sameSteps = read(String.raw`
  Drain the node ; Upgrade kubeadm ; Restart the kubelet <=> drain node⏎upgrade kubeadm⏎restart kubelet
  Drain the node ; Upgrade kubeadm ; Restart the kubelet <=> drain node -> upgrade kubeadm -> restart kubelet
  Drain the node ; Upgrade kubeadm ; Restart the kubelet <=> drain node → upgrade kubeadm → restart kubelet
  Drain the node ; Upgrade kubeadm ; Restart the kubelet <=> 1) drain node⏎2) upgrade kubeadm⏎3) restart kubelet
  Stop etcd ; Restore the snapshot <=> stop etcd, restore the snapshot
`);

export const differentSteps = read(String.raw`
  Drain the node ; Upgrade kubeadm ; Restart the kubelet <=> upgrade kubeadm⏎drain node⏎restart kubelet
  Drain the node ; Upgrade kubeadm ; Restart the kubelet <=> drain node⏎restart kubelet
  Stop etcd ; Restore the snapshot <=> restore the snapshot, stop etcd
  Stop etcd ; Restore the snapshot <=> start etcd, restore the snapshot
  Cordon the node ; Drain the node <=> uncordon the node, drain the node
`);
