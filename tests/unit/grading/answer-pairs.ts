/**
 * Answers in words as people type them: what the card has on its back (Markdown), what somebody types. Each line is a pair.
 * `⏎` is a line's end, `¦` a backtick.
 */

const read = (table: string): [back: string, typed: string][] =>
  table
    .split('\n')
    .filter((line) => line.includes(' <=> ') && !line.trimStart().startsWith('//'))
    .map((line) => {
      const [back = '', typed = ''] = line
        .trim()
        .split(' <=> ')
        .map((side) => side.replaceAll('⏎', '\n').replaceAll('¦', '`'));
      return [back, typed];
    });

/** Pairs that say the same. They are the same both ways round, but for marks that only Markdown reads. */
export const same = read(String.raw`
  // case, blanks, articles, stops
  The kube-scheduler assigns Pods to nodes. <=> the kube-scheduler assigns pods to nodes
  etcd <=> ETCD
  etcd <=>    etcd   
  A quorum of members <=> quorum of members
  Yes. <=> yes
  static Pods <=> the static pods!
  (optional) <=> optional
  "quoted" <=> quoted
  IPv4 <=> ipv4
  in a ConfigMap <=> ConfigMap
  RESTARTS <=> restarts
  pod(s) <=> pods
  main() <=> main
  Which Pods may run <=> which  pods⏎may run
  // plurals
  Pod <=> pods
  policies <=> policy
  ingress <=> ingresses
  process <=> processes
  // one thing in one word or several
  ReplicaSet <=> replica set
  kube-apiserver <=> kube apiserver
  kube-apiserver <=> kubeapiserver
  control-plane node <=> control plane node
  load balancer <=> LoadBalancer
  data base <=> database
  side-car container <=> sidecar container
  ¦ReadWriteOnce¦ <=> read write once
  ¦OnFailure¦ <=> on failure
  ClusterIP <=> Cluster IPs
  ¦NoSchedule¦ <=> no schedule
  ¦IfNotPresent¦ <=> if not present
  ¦allow-not-found¦ <=> allow not found
  // what is told one after the other, in another order
  TCP, UDP and SCTP <=> UDP, TCP, SCTP
  TCP, UDP and SCTP <=> SCTP and TCP and UDP
  CPU and memory <=> memory and CPU
  CPU and memory <=> cpu, memory
  CPU and memory <=> cpu & memory
  2379 and 2380 <=> 2380 and 2379
  2379 and 2380 <=> 2379,2380
  CPU und Speicher <=> Speicher und CPU
  处理器和内存 <=> 内存和处理器
  client certificate, bearer token <=> bearer token and client certificate
  It limits the CPU and memory of a container. <=> it limits the memory and CPU of a container
  Users read and write it. <=> users write and read it
  10.244.0.0/16,fd00:10:244::/56 <=> 10.244.0.0/16, fd00:10:244::/56
  // negations in their forms
  The API server does not store state. <=> the API server doesn't store state
  The API server doesn’t store state. <=> the API server does not store state
  It can't be changed. <=> it cannot be changed
  It cannot be changed. <=> it can not be changed
  The node didn't answer. <=> the node did not answer
  The node did not answer. <=> the node didnt answer
  Pods won't start. <=> pods will not start
  It hasn't been bound. <=> it has not been bound
  It shouldn't be used. <=> it should not be used
  encrypted? No, it isn't. <=> encrypted? no, it is not
  unencrypted <=> not encrypted
  The key is not encrypted. <=> the key is unencrypted
  immutable <=> not mutable
  It is unreachable. <=> it isn't reachable
  der Schlüssel ist nicht verschlüsselt <=> der Schlüssel ist unverschlüsselt
  kein Knoten <=> nicht Knoten
  // dashes
  30000–32767 <=> 30000-32767
  30000-32767 <=> 30000—32767
  30000 – 32767 <=> 30000-32767
  30000-32767 <=> 30000 to 32767
  from 30000 to 32767 <=> 30000–32767
  between 30000 and 32767 <=> 30000-32767
  30000 bis 32767 <=> 30000-32767
  0−100 <=> 0-100
  kube‑proxy <=> kube-proxy
  kube‐proxy <=> kube-proxy
  ¦-n¦ <=> –n
  ¦-n¦ <=> —n
  ¦-n¦ <=> −n
  –n <=> -n
  ¦--namespace¦ <=> —namespace
  ¦--namespace¦ <=> –namespace
  ¦-it¦ <=> –it
  etcd – the store <=> etcd - the store
  etcd — the store <=> etcd, the store
  a store—consistent and watched <=> a store - consistent and watched
  ¦-¦ <=> –
  −5 <=> -5
  // quotes
  It’s a “static” Pod. <=> it's a "static" pod
  «static» <=> "static"
  ¦"¦ <=> “
  ¦'¦ <=> ’
  // as it is shown: entities, tags, marks
  100&nbsp;m <=> 100 m
  kube&#8209;proxy <=> kube-proxy
  a &lt; b <=> a < b
  ¦a < b¦ <=> a < b
  &lt;none&gt; <=> <none>
  R&amp;D <=> R&D
  &copy; <=> ©
  &euro;5 <=> €5
  first<br>second <=> first second
  first<br/>second <=> first⏎second
  H<sub>2</sub>O <=> H2O
  H₂O <=> H2O
  10<sup>2</sup> <=> 10^2
  10² <=> 10^2
  10<sup>2</sup> <=> 10²
  the 2<sup>nd</sup> member <=> the 2nd member
  <kbd>Ctrl</kbd> <=> ctrl
  a <mark>quorum</mark> <=> a quorum
  the <b>leader</b> <=> the leader
  **the** *leader* <=> the leader
  the leader <=> the **leader**
  the leader <=> ¦the leader¦
  ¦etcdctl¦ <=> etcdctl
  ¦¦ echo ¦date¦ ¦¦ <=> echo ¦date¦
  ¦&lt;¦ <=> &lt;
  ¦**¦ <=> **
  ¦<br>¦ <=> <br>
  ¦$HOME¦ <=> $HOME
  ¦\n¦ <=> \n
  a quorum[^1] <=> a quorum
  a quorum.[^note] <=> a quorum
  [the docs](https://a.example/b_c "t") <=> the docs
  [[Pods|the Pod]] <=> the Pod
  [[notes/Pod#Phase]] <=> phase
  \*.example.com <=> *.example.com
  ~~old~~ <=> old
  ==quorum== <=> quorum
  > quoted line <=> quoted line
  # Heading <=> heading
  - [x] drained <=> drained
  ¦¦¦yaml⏎kind: Pod⏎¦¦¦ <=> kind: Pod
  ¦a_b_c¦ <=> a_b_c
  snake_case_name <=> snake_case_name
  // formulas
  $n/2+1$ <=> n/2+1
  $n/2+1$ <=> n/2 + 1
  $n/2 + 1$ <=> $n/2+1$
  $\frac{n}{2}+1$ <=> n/2+1
  $\frac{a}{a_{1}+b_{2}}$ <=> a/(a1+b2)
  $\frac{a}{a_{1}+b_{2}}$ <=> a / (a_1 + b_2)
  $\frac{a}{a_{1}+b_{2}}$ <=> \frac{a}{a_{1}+b_{2}}
  $O(n \log n)$ <=> O(n log n)
  $O(n \log n)$ <=> o(nlogn)
  $x^2$ <=> x²
  $x^{2}$ <=> x^2
  $a \le b$ <=> a <= b
  $a \le b$ <=> a ≤ b
  $a \neq b$ <=> a != b
  $\alpha$ <=> α
  $\alpha$ <=> alpha
  $2 \times 3$ <=> 2 × 3
  $2 \cdot 3$ <=> 2*3
  $\sqrt{2}$ <=> √2
  $\sqrt{2}$ <=> sqrt(2)
  $\lfloor n/2 \rfloor + 1$ <=> ⌊n/2⌋ + 1
  $90^\circ$ <=> 90°
  Ca<sup>2+</sup> <=> Ca2+
  Ca²⁺ <=> Ca2+
  10<sup>−3</sup> <=> 10^-3
  10⁻³ <=> 10^-3
  $\neg p$ <=> ¬p
  $p \land q$ <=> p ∧ q
  $P(A \mid B)$ <=> P(A|B)
  $-1$ <=> −1
  $\text{CPU} > 80\,\%$ <=> CPU > 80 %
  $$E = mc^2$$ <=> E = mc^2
  // signs
  ¦|¦ <=> |
  ¦>¦ <=> >
  ¦>=¦ <=> ≥
  ¦!=¦ <=> ≠
  ¦->¦ <=> →
  ¦&&¦ <=> &&
  ¦*¦ <=> *
  ¦\¦ <=> \
  ¦/¦ <=> /
  ¦.¦ <=> .
  ¦,¦ <=> ,
  ¦:¦ <=> :
  ¦#¦ <=> #
  ¦$?¦ <=> $?
  ¦{}¦ <=> {}
  ¦~¦ <=> ~
  ¦^¦ <=> ^
  ¦()¦ <=> ()
  ¦@¦ <=> @
  a → b <=> a -> b
  C++ <=> c++
  ✅ <=> ✅
  // numbers and units
  After 40 seconds. <=> after 40 s
  40 seconds <=> 40s
  40 s <=> 40 sec
  5 minutes <=> 5m
  5 minutes <=> 5 min
  5 minutes <=> 300 seconds
  1h30m <=> 90 minutes
  24 hours <=> one day
  50 % <=> 50%
  50% <=> 50 percent
  1 GiB <=> 1024 MiB
  1Gi <=> 1 GiB
  1 GB <=> 1000 MB
  100m <=> 0.1
  500 ms <=> 0.5 s
  three members <=> 3 members
  0.1 CPU <=> 100m
  100m <=> 100 millicores
  1.5 GB <=> 1,5 GB
  v1.34 <=> 1.34
  ¦.spec.replicas¦ <=> spec.replicas
  drei Knoten <=> 3 Knoten
  30,000 <=> 30000
  30 000 <=> 30000
  ¦10250¦ <=> 10250
  port 6443 <=> Port 6443
  ½ <=> 1/2
  // paths and flags
  ¦/etc/kubernetes/manifests¦ <=> /etc/kubernetes/manifests
  ¦/etc/cni/net.d/¦ <=> /etc/cni/net.d
  ¦--dry-run=client¦ <=> --dry-run=client
  ¦disk-¦ <=> disk-
  ¦.dockerignore¦ <=> .dockerignore
  // German
  die Steuerebene <=> Steuerebene
  Der Scheduler weist den Pods einen Knoten zu. <=> Scheduler weist Pods Knoten zu
  Schlüssel <=> Schluessel
  Schlüssel <=> schlüssel
  Größe <=> Groesse
  Straße <=> strasse
  40 Sekunden <=> 40 s
  5 Minuten <=> 5 min
  drei Tage <=> 72 Stunden
  ein Pod ohne Namen <=> Pod ohne Namen
  für jeden Knoten <=> fuer jeden Knoten
  // Chinese
  不可调度 <=> 不可调度
  控制平面 <=> 控制平面。
  控制平面的节点 <=> 控制平面节点
  端口 6443 <=> 端口6443
  端口：6443 <=> 端口:6443
  30 秒 <=> 30秒
  30秒 <=> 30 s
  5 分钟 <=> 300 秒
  三个副本 <=> 3个副本
  （可选） <=> 可选
  ５０００ <=> 5000
  调度器把 Pod 分配给节点 <=> 调度器把pod分配给节点
  “静态” Pod <=> "静态" pod
  // other letters
  Café <=> cafe
  naïve <=> naive
  под <=> Под
  ポッド <=> ポッド
`);

/** The same with a typing slip: it counts as the same, and the window shows the slip. */
export const slips = read(String.raw`
  kube-scheduler <=> kube-schedular
  The kube-scheduler assigns Pods to nodes. <=> kube-schedular asigns pods to nodes
  Client certificate <=> client certificat
  kubelet <=> kublet
  kubelet <=> kubelte
  namespace <=> namspace
  readiness probe <=> readyness probe
  etcd <=> ectd
  quorum <=> quorrum
  node <=> nod
  container runtime <=> conatiner runtime
  unschedulable <=> unschedulabel
  does not store state <=> does not stoer state
  control plane <=> controll plane
  Verschlüsselung <=> Verschlüselung
  Zertifikat <=> Zertifkat
  eviction <=> evction
  authentication <=> authentification
`);

/** Most of it is there: Hard. */
export const close = read(String.raw`
  The kube-scheduler assigns Pods to nodes. <=> kube-scheduler assigns pods
  The kubelet starts the containers of a Pod. <=> kubelet starts containers
  30 seconds <=> 30
  100 MiB <=> 100
  50 % <=> 50
  the API server and etcd <=> the API server or etcd
  all containers are ready <=> any containers are ready
  It never restarts the container. <=> it does not restart the container
  The leader writes the log to a majority of the members. <=> the leader writes the log to the members
  ¦a < b¦ <=> < b
  ¦a + b¦ <=> + b
  ¦x = a¦ <=> x =
  控制平面节点运行调度器 <=> 控制平面运行调度器
  Der Scheduler weist neuen Pods einen Knoten zu. <=> Scheduler weist Pods Knoten
  The kubelet is watched by the scheduler. <=> the kubelet watched the scheduler
`);

/** They say something else, or the contrary: Again. */
export const different = read(String.raw`
  // signs
  ¦|¦ <=> >
  ¦>¦ <=> |
  ¦|¦ <=> ||
  ¦&&¦ <=> ||
  ¦>¦ <=> >>
  ¦>¦ <=> <
  ¦>=¦ <=> <=
  ¦==¦ <=> !=
  ¦==¦ <=> =
  ¦≠¦ <=> =
  ¦∈¦ <=> ∉
  ¦->¦ <=> <-
  ¦=>¦ <=> ->
  ¦+¦ <=> -
  ¦.¦ <=> ,
  ¦.¦ <=> :
  ¦'¦ <=> "
  ¦'¦ <=> ¦
  ¦(¦ <=> [
  ¦{}¦ <=> []
  ¦*¦ <=> ?
  ¦/¦ <=> \
  ¦\*¦ <=> *
  ¦$?¦ <=> $!
  ¦#¦ <=> $
  ¦@¦ <=> &
  ¦^¦ <=> ~
  ¦-¦ <=> --
  ✅ <=> ❌
  C++ <=> C
  C# <=> C
  ¦!ready¦ <=> ready
  ¦app=web¦ <=> app!=web
  ¦a|b¦ <=> a&b
  ¦*.example.com¦ <=> example.com
  ¦disk-¦ <=> disk
  ¦{{¦ <=> {
  x > y <=> x < y
  anti-affinity <=> not affinity
  misconfigured <=> not configured
  decompressed <=> not compressed
  ¦&lt;¦ <=> <
  &lt; <=> &gt;
  ¦date¦ <=> $(date)
  ¦¦ ¦date¦ ¦¦ <=> date
  // nothing
  ¦|¦ <=> 
  etcd <=> 
  ¦.¦ <=>  
  etcd <=> .
  etcd <=> **
  etcd <=> - 
  不可调度 <=> 。
  // opposites
  unschedulable <=> schedulable
  schedulable <=> unschedulable
  encrypted <=> unencrypted
  unencrypted <=> encrypted
  mutable <=> immutable
  immutable <=> mutable
  valid <=> invalid
  inactive <=> active
  nonexistent <=> existent
  non-root <=> root
  asynchronous <=> synchronous
  disallowed <=> allowed
  disconnected <=> connected
  anti-affinity <=> affinity
  antiaffinity <=> affinity
  uninstall <=> install
  irregular <=> regular
  illegal <=> legal
  misconfigured <=> configured
  deactivated <=> activated
  encrypted <=> decrypted
  encoding <=> decoding
  internal <=> external
  includes <=> excludes
  ingress <=> egress
  increases <=> decreases
  increment <=> decrement
  ascending <=> descending
  attached <=> detached
  enabled <=> disabled
  implicit <=> explicit
  maximum <=> minimum
  upstream <=> downstream
  frontend <=> backend
  stateful <=> stateless
  overcommitted <=> undercommitted
  prefix <=> suffix
  mount <=> umount
  before <=> after
  true <=> false
  always <=> never
  allow <=> deny
  at least three <=> at most three
  more than 3 <=> less than 3
  read-only <=> write-only
  hypertension <=> hypotension
  afferent <=> efferent
  employer <=> employee
  lessor <=> lessee
  The node is marked unschedulable. <=> the node is marked schedulable
  Secrets are stored unencrypted in etcd by default. <=> secrets are stored encrypted in etcd by default
  It decreases the number of replicas of the Deployment. <=> it increases the number of replicas of the deployment
  The hook runs before the container starts. <=> the hook runs after the container starts
  Traffic to the Pod <=> traffic from the Pod
  It copies from the node to the Pod. <=> it copies to the node from the Pod
  with a selector <=> without a selector
  a Service with a cluster IP <=> a Service without a cluster IP
  It restarts only if the probe fails. <=> it restarts only unless the probe fails
  // negations
  The API server does not store state. <=> the API server does store state
  The node didn't answer in time. <=> the node answered in time
  The Pod isn't restarted. <=> the Pod is restarted
  Pods won't be evicted. <=> pods will be evicted
  The kubelet hasn't reported its status. <=> the kubelet has reported its status
  A Secret shouldn't be kept in Git. <=> a Secret should be kept in Git
  The volume mustn't be shared. <=> the volume must be shared
  It couldn’t be scheduled on that node. <=> it could be scheduled on that node
  The scheduler never moves a running Pod. <=> the scheduler moves a running Pod
  No container is restarted. <=> container is restarted
  Nothing is written to the log. <=> it is written to the log
  Nobody may read it. <=> may read it
  It cannot be changed later. <=> it can be changed later
  The kubelet starts static Pods. <=> the kubelet does not start static Pods
  The kubelet starts static Pods. <=> the kubelet doesnt start static Pods
  The kubelet starts static Pods. <=> the kubelet never starts static Pods
  Reads are served by the leader, not by a learner. <=> reads are served by the leader, by a learner
  neither root nor privileged <=> root or privileged
  Der Knoten ist nicht bereit. <=> der Knoten ist bereit
  Der Knoten hat keinen Platz. <=> der Knoten hat Platz
  ein Pod ohne Namen <=> ein Pod mit Namen
  Der Container wird nie neu gestartet. <=> der Container wird neu gestartet
  unverschlüsselt <=> verschlüsselt
  verschlüsseln <=> entschlüsseln
  anmelden <=> abmelden
  aufbauen <=> abbauen
  Eingang <=> Ausgang
  inaktiv <=> aktiv
  vorher <=> nachher
  maximal <=> minimal
  zustandslos <=> zustandsbehaftet
  不可调度 <=> 可调度
  可调度 <=> 不可调度
  节点没有准备好 <=> 节点准备好
  节点未就绪 <=> 节点就绪
  数据未加密 <=> 数据加密
  无状态 <=> 有状态
  增加副本的数量 <=> 减少副本的数量
  最多三个 <=> 最少三个
  之前 <=> 之后
  允许访问该端口 <=> 禁止访问该端口
  加密 <=> 解密
  同步 <=> 异步
  内部 <=> 外部
  控制平面不存储任何状态 <=> 控制平面存储任何状态
  // numbers, units, names
  After 40 seconds. <=> After 50 seconds.
  It listens on ¦10250¦. <=> It listens on 10255
  40 seconds <=> 40 minutes
  40 s <=> 40 ms
  5m <=> 5h
  100m <=> 100M
  1Gi <=> 1G
  1 GiB <=> 1 MiB
  50 % <=> 5 %
  1.30 <=> 1.3
  10² <=> 102
  10<sup>2</sup> <=> 102
  $x^2$ <=> x2
  $\frac{a}{b}$ <=> b/a
  $a \le b$ <=> a >= b
  $n/2+1$ <=> n/2-1
  three members <=> five members
  drei Knoten <=> vier Knoten
  三个副本 <=> 五个副本
  -5 <=> 5
  30000–32767 <=> 30000–32768
  ¦-A¦ <=> -a
  ¦-n¦ <=> -N
  ¦--all¦ <=> --al
  ¦/etc/kubernetes/manifests¦ <=> /etc/kubernetes/manifest
  ¦/etc/kubernetes¦ <=> /etc/Kubernetes
  ¦$HOME¦ <=> $home
  ¦.dockerignore¦ <=> dockerignore
  ¦NoSchedule¦ <=> Schedule
  ¦NoSchedule¦ <=> ¦PreferNoSchedule¦
  ¦IfNotPresent¦ <=> if present
  ¦IfNotPresent¦ <=> IfPresent
  ¦ReadWriteOnce¦ <=> ReadWriteMany
  notable <=> not able
  8 GiB <=> 8 GB
  ¦max_open¦ <=> max-open
  Version 2 <=> version 3
  role <=> rule
  node <=> mode
  port <=> part
  sulfate <=> sulfite
  schedule <=> reschedule
  start <=> restart
  upload <=> download
  Pod <=> Pot
  Client certificate <=> server certificate
  etcd <=> kubelet
  all of them <=> of
  // who does what to whom
  The scheduler watches the API server. <=> the API server watches the scheduler
  It checks the client certificate, not the server certificate. <=> it checks the server certificate, not the client certificate
  The kubelet asks the runtime to start containers. <=> the runtime asks the kubelet to start containers
  first start it and then stop it <=> first stop it and then start it
  $\neg p$ <=> p
  $p \land q$ <=> p ∨ q
  $P(A \mid B)$ <=> P(B|A)
  $x \in A$ <=> x ∉ A
  Na⁺ <=> Na-
  10⁻³ <=> 10^3
  Nur der Leader schreibt. <=> nur der Leader liest
  anabolic <=> catabolic
  hyperkalemia <=> hypokalemia
  ¦runAsNonRoot¦ <=> runAsRoot
  ¦allowPrivilegeEscalation: false¦ <=> allowPrivilegeEscalation: true
  authentication <=> authorization
  drain, then upgrade <=> upgrade, then drain
  kubelet → API server <=> API server → kubelet
`);
