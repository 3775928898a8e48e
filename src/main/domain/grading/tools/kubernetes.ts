/**
 * Flags of the programs of a Kubernetes cluster. Names and kinds are those of the tools' own `--help`
 * (kubectl 1.31 to 1.34, etcdctl and etcdutl 3.5 and 3.6, kubeadm 1.31, crictl 1.31, helm 3).
 */
import { tool } from './tool.js';
import type { Tool } from './tool.js';

const kubectl = tool({
  words: `annotate api-resources api-versions apply approve attach auth autoscale can-i certificate cluster-info clusterip clusterrole
    clusterrolebinding config configmap cordon cp create cronjob current-context debug delete delete-cluster delete-context delete-user deny
    deployment describe diff docker-registry drain dump edit edit-last-applied env events exec explain expose externalname generic get get-clusters
    get-contexts get-users history image ingress job kuberc kustomize label loadbalancer logs namespace node nodeport options patch
    pause plugin pod poddisruptionbudget port-forward priorityclass proxy quota reconcile rename-context replace resources restart resume role
    rolebinding rollout run scale secret selector service serviceaccount set set-cluster set-context set-credentials set-last-applied status
    subject taint tls token top uncordon undo unset use use-context version view view-last-applied wait whoami`,
  flags: `
    n|namespace= A|all-namespaces context= cluster= user= kubeconfig= s|server= token= as= as-group+ as-uid= cache-dir= certificate-authority=
    client-certificate= client-key= insecure-skip-tls-verify tls-server-name= request-timeout= username= password= v= vmodule= warnings-as-errors
    match-server-version log-flush-frequency= disable-compression h|help profile=
    f|filename, k|kustomize= R|recursive l|selector, o|output= w|watch watch-only L|label-columns, show-labels show-kind show-managed-fields
    no-headers sort-by= field-selector, raw= subresource= ignore-not-found chunk-size= server-print output-watch-events template= use-openapi-print-columns
    all force grace-period= now wait timeout= cascade? dry-run? field-manager= save-config validate? server-side force-conflicts prune record overwrite
    allow-missing-template-keys edit windows-line-endings list local resource-version= types, for=
    image= port= ports= replicas= current-replicas= env+ labels, annotations+ restart= rm i|stdin t|tty q|quiet leave-stdin-open expose command
    privileged image-pull-policy= attach pod-running-timeout= overrides= override-type= service-account|serviceaccount= requests, limits,
    c|container= containers, all-containers all-pods prefix since= since-time= tail= timestamps limit-bytes= max-log-requests= previous follow
    insecure-skip-tls-verify-backend ignore-errors
    target-port= target= protocol= type= name= external-ip= cluster-ip= load-balancer-ip= session-affinity= external-name= node-port= tcp+
    min= max= cpu-percent= cpu= memory= hard, scopes, value= global-default preemption-policy= description= min-available= max-unavailable=
    from-literal+ from-file+ from-env-file+ from= append-hash keys, resolve cert= key= docker-server= docker-username= docker-password= docker-email=
    schedule= class= rule+ default-backend= annotation+ verb, resource, resource-name, non-resource-url, aggregation-rule= role= clusterrole=
    serviceaccount+ group+ audience, duration= bound-object-kind= bound-object-name=
    ignore-daemonsets delete-emptydir-data|delete-local-data disable-eviction pod-selector, skip-wait-for-delete-timeout=
    to-revision= revision= address, copy-to= share-processes same-node set-image, replace custom= api-group= namespaced? verbs, cached categories, api-version=
    current minify flatten merge embed-certs client auth-provider= exec-command= exec-arg+ exec-env+ exec-api-version=
    no-preserve retries= strategy= patch= patch-file= type= containers heading expiry= sum`,
  commands: {
    logs: 'f|follow p|previous prefix since= tail= c|container=',
    attach: 'i|stdin t|tty',
    patch: 'p|patch= patch-file= type=',
    run: 'serviceaccount= l|labels, e|env+',
    exec: 'i|stdin t|tty q|quiet c|container= f|filename=',
    debug: 'c|container= env+ custom=',
    wait: 'for= all',
    events: 'for= types, w|watch',
    create: 'f|filename, r|replicas= serviceaccount+ group+ user+',
    'set env': 'e|env+ prefix= keys, from= c|containers= list resolve overwrite',
    'set image': 'all local',
    'set resources': 'c|containers= requests, limits,',
    'set subject': 'serviceaccount+ group+ user+',
    top: 'containers sum sort-by= no-headers',
    expose: 'l|labels, port= target-port= name= type=',
    autoscale: 'min= max= cpu= cpu-percent= memory= name=',
    'config set-cluster': 'server= certificate-authority= embed-certs insecure-skip-tls-verify',
    'config view': 'minify flatten raw merge o|output=',
    'config get-contexts': 'no-headers o|output=',
    cp: 'c|container= no-preserve retries=',
    apply: 'f|filename, k|kustomize= prune l|selector,',
    'api-resources': 'api-group= namespaced? verbs, sort-by= o|output= no-headers cached categories,',
    proxy: 'p|port= w|www= P|www-prefix= address= api-prefix= u|unix-socket= accept-hosts= accept-paths=',
    'port-forward': 'address, pod-running-timeout=',
    drain: 'f|force l|selector, timeout= grace-period=',
    'auth can-i': 'list q|quiet subresource= no-headers',
    'certificate approve|certificate deny': 'f|filename, force',
    'rollout status': 'w|watch? revision= timeout=',
    version: 'client o|output=',
    diff: 'f|filename, l|selector,',
    kustomize: 'o|output= e|env+',
  },
  environment: (name) => (name === 'KUBECONFIG' ? '--kubeconfig' : null),
});

const etcd = tool({
  words: `add alarm auth check compaction datascale defrag del delete disable disarm elect enable endpoint get grant grant-permission grant-role
    hashkv health keep-alive lease list lock make-mirror member move-leader passwd perf promote put remove restore revoke revoke-permission
    revoke-role role save snapshot status timetolive txn update user version watch`,
  flags: `
    endpoints, cacert= cert= key= insecure-skip-tls-verify insecure-transport insecure-discovery w|write-out= user= password= command-timeout= dial-timeout=
    keepalive-time= keepalive-timeout= debug discovery-srv|d= hex h|help
    prefix from-key keys-only count-only print-value-only limit= rev= order= sort-by= consistency= lease= prev-kv ignore-value ignore-lease
    range i|interactive progress-notify cluster peer-urls= learner ttl= physical rev=
    data-dir= wal-dir= name= initial-cluster, initial-cluster-token= initial-advertise-peer-urls, skip-hash-check bump-revision= mark-compacted
    exclude-from-prefix load= auto-compact auto-defrag no-password new-user-password= keys`,
  environment: (name) =>
    /^ETCDCTL_(?!API$)[A-Z_]+$/.test(name) ? `--${name.slice('ETCDCTL_'.length).toLowerCase().replaceAll('_', '-')}` : null,
});

const kubeadm = tool({
  words: `all apply certificate-key certs check-expiration config create delete diff generate generate-csr images init init-defaults join join-defaults
    kubeconfig list migrate node phase plan preflight print pull renew reset token upgrade upload-certs user validate version`,
  flags: `
    config= kubeconfig= v= dry-run rootfs= h|help f|force y|yes
    apiserver-advertise-address= apiserver-bind-port= apiserver-cert-extra-sans, pod-network-cidr= service-cidr= service-dns-domain=
    control-plane-endpoint= kubernetes-version= image-repository= node-name= cri-socket= cert-dir= certificate-key= feature-gates, patches=
    skip-phases, ignore-preflight-errors, skip-token-print skip-certificate-key-print token= token-ttl= upload-certs
    control-plane discovery-token= discovery-token-ca-cert-hash, discovery-file= discovery-token-unsafe-skip-ca-verification tls-bootstrap-token=
    ttl= description= usages, groups, print-join-command csr-dir= csr-only use-api o|output=
    allow-experimental-upgrades allow-release-candidate-upgrades certificate-renewal? etcd-upgrade? print-config cleanup-tmp-dir
    client-name= org, validity-period= old-config= new-config=`,
});

const crictl = tool({
  words: `attach checkpoint config create event events exec image imagefsinfo images img info inspect inspecti inspectp js jsonschema logs metricdescs metricsp pods
    port-forward ps pull rm rmi rmp run runp runtime-config start stats statsp stop stopp update update-runtime-config version`,
  flags: `
    r|runtime-endpoint= i|image-endpoint= c|config= D|debug t|timeout= h|help
    a|all q|quiet o|output= name= image= p|pod= s|state= id= l|latest n|last= label, no-trunc v|verbose namespace= template= digests f|force w|watch
    f|follow tail= since= timestamps previous`,
  commands: {
    exec: 'i|interactive t|tty s|sync timeout= e|env+',
    logs: 'f|follow t|timestamps p|previous n|tail= tail= since= r|limit-bytes=',
    ps: 'a|all q|quiet o|output= name= image= p|pod= s|state= id= l|latest n|last= label, no-trunc v|verbose r|resolve-image-path',
    pods: 'q|quiet o|output= name= namespace= s|state= id= l|latest n|last= label, no-trunc v|verbose',
    rm: 'a|all f|force',
    rmi: 'a|all q|prune',
    rmp: 'a|all f|force',
    stop: 't|timeout=',
    pull: 'creds= auth= pod-config= a|annotation+',
    images: 'q|quiet o|output= v|verbose digests no-trunc pinned filter+',
    'inspect|inspecti|inspectp': 'o|output= q|quiet template= name= id=',
    stats: 'a|all id= o|output= s|seconds= w|watch l|label,',
  },
  subcommands: { image: 'images', img: 'images', pod: 'pods' },
  commandAfter: { exec: 2 },
});

const helm = tool({
  words: `add all chart crds create dependency env fetch get history hooks hub index install lint list login logout manifest metadata notes package
    plugin pull push readme registry remove repo rollback search show status template test uninstall update upgrade values verify version`,
  flags: `
    n|namespace= kube-context= kubeconfig= debug A|all-namespaces a|all f|values+ set+ set-string+ set-file+ set-json+ version= repo= create-namespace
    wait wait-for-jobs atomic timeout= i|install g|generate-name dry-run? devel o|output= q|short reuse-values reset-values force cleanup-on-fail
    keep-history history-max= max= revision= l|versions username= password= ca-file= cert-file= key-file= verify skip-crds include-crds
    show-only|s+ api-versions+ output-dir= untar untardir= d|destination= no-hooks description= dependency-update r|regexp filter= h|help`,
  commands: {
    'search repo|search hub': 'l|versions r|regexp version= o|output= devel max-col-width=',
    'list|ls': 'a|all A|all-namespaces q|short o|output= f|filter= l|selector, d|date r|reverse m|max= failed deployed',
    template: 's|show-only+ f|values+ set+',
    'repo add': 'force-update username= password=',
  },
  subcommands: { ls: 'list', del: 'uninstall', delete: 'uninstall', un: 'uninstall', fetch: 'pull', inspect: 'show', hist: 'history' },
});

const kubelet = tool({
  flags: 'config= kubeconfig= bootstrap-kubeconfig= container-runtime-endpoint= node-ip= hostname-override= v= version',
});
const ctr = tool({
  words: 'containers delete export images import info list namespaces pull push rm run snapshots start tasks',
  flags: 'n|namespace= a|address= debug q|quiet rm t|tty',
  commandAfter: {},
});

/** By program. */
export const kubernetesTools: ReadonlyMap<string, Tool> = new Map([
  ['kubectl', kubectl],
  ['etcdctl', etcd],
  ['etcdutl', etcd],
  ['kubeadm', kubeadm],
  ['crictl', crictl],
  ['helm', helm],
  ['kubelet', kubelet],
  ['ctr', ctr],
]);
