/** For each rule: cards that say what was true once, and cards beside it that are right today. Question, answer, headings. */

type Pair = [front: string, back: string, headings?: string];

export interface Pairs {
  outdated: Pair[];
  right: Pair[];
}

export const pairs: Record<string, Pairs> = {
  'proxy-userspace': {
    outdated: [
      ['What three modes can `kube-proxy` run in?', '- User space mode\n- Iptables mode\n- IPVS mode'],
      ['Kube-proxy: what does user space mode provide?', 'A reference implementation'],
      ['Which `--proxy-mode` values does kube-proxy know?', 'userspace, iptables, ipvs'],
    ],
    right: [
      ['Which mode of kube-proxy was removed in 1.26?', 'User space mode'],
      ['kube-proxy: userspace: state in 1.35?', 'Removed in 1.26'],
      ['What separates user space from kernel space?', 'The privilege level of the processor'],
      ['Where does eBPF run?', 'In the kernel, not in user space'],
    ],
  },
  'proxy-ipvs': {
    outdated: [
      ['Which mode of kube-proxy is recommended for large clusters?', 'IPVS'],
      ['IPVS mode: what does it provide?', 'More sophisticated load balancing features'],
      ['Which flag switches kube-proxy to IPVS?', '`--proxy-mode=ipvs`'],
    ],
    right: [
      ['kube-proxy: what is IPVS mode built on?', 'The Netfilter framework'],
      ['Since when is IPVS mode deprecated?', '1.35'],
      ['Name the six IPVS algorithms', '`rr`, `lc`, `sh`, `dh`, `sed`, `nq`'],
    ],
  },
  'proxy-two-modes': {
    outdated: [['Name the two proxy modes', '- iptables mode\n- IPVS mode']],
    right: [
      ['Name the four modes of kube-proxy', '- iptables\n- nftables\n- IPVS\n- kernelspace'],
      ['Which two tools show the rules on a node?', '`iptables-save` and `ipvsadm`'],
    ],
  },
  dockershim: {
    outdated: [
      ['What connects the kubelet to Docker?', 'dockershim'],
      ['Which part of a node runs containers?', 'The container runtime (e.g. Docker)'],
    ],
    right: [
      ['When was dockershim removed?', 'In 1.24'],
      ['What is the container runtime?', 'The program that runs containers, such as containerd'],
      ['What connects Docker Engine to CRI?', 'cri-dockerd'],
      ['Name the container runtime of this image', 'A container runtime like Docker Engine through an adapter'],
    ],
  },
  'container-runtime-flag': {
    outdated: [['Which flag makes the kubelet use containerd?', '`--container-runtime=remote`']],
    right: [
      ['Which kubelet flag names the socket of the runtime?', '`--container-runtime-endpoint`'],
      ['Start minikube with containerd', '`minikube start --container-runtime=containerd`'],
    ],
  },
  'kubelet-cni-flags': {
    outdated: [
      ['Which kubelet flag turns CNI on?', '`--network-plugin=cni`'],
      ['Where is the CNI configuration set?', '`--cni-conf-dir=/etc/cni/net.d`'],
    ],
    right: [
      ['Which directory holds the CNI configuration?', '`/etc/cni/net.d`'],
      ['Start minikube with CNI', '`minikube start --network-plugin=cni`'],
    ],
  },
  'pause-image-flag': {
    outdated: [['Which kubelet flag sets the pause image?', '`--pod-infra-container-image`']],
    right: [['What does the pause container hold?', 'The network namespace of the Pod']],
  },
  'dynamic-kubelet-config': {
    outdated: [['Which flag turns on dynamic kubelet configuration?', '`--dynamic-config-dir`']],
    right: [['Where is the configuration of the kubelet?', '`/var/lib/kubelet/config.yaml`']],
  },
  'insecure-port': {
    outdated: [['Which flag opens port 8080 of kube-apiserver?', '`--insecure-port=8080`']],
    right: [
      ['Which flag sets the TLS port of kube-apiserver?', '`--secure-port`'],
      ['Which flag was removed from kube-apiserver in 1.24?', '`--insecure-port`'],
    ],
  },
  'basic-auth-file': {
    outdated: [['Which flag gives kube-apiserver a file of passwords?', '`--basic-auth-file=users.csv`']],
    right: [['Which type of Secret holds a user name and a password?', '`kubernetes.io/basic-auth`']],
  },
  'scheduler-policy': {
    outdated: [['How is a policy given to kube-scheduler?', '`--policy-config-file=policy.json`']],
    right: [
      ['How is a configuration given to kube-scheduler?', '`--config`'],
      ['Which flag gives kube-apiserver its audit policy?', '`--audit-policy-file`'],
    ],
  },
  'pod-eviction-timeout': {
    outdated: [['Which flag sets how long Pods stay on a lost node?', '`--pod-eviction-timeout=5m0s`']],
    right: [['What sets how long a Pod stays on a lost node?', '`tolerationSeconds`, 300 by default']],
  },
  'in-tree-cloud-providers': {
    outdated: [['Which flag links the kubelet to AWS?', '`--cloud-provider=aws`']],
    right: [['Which flag leaves the cloud to its own controller manager?', '`--cloud-provider=external`']],
  },
  'etcdctl-default-api': {
    outdated: [
      ['ETCD: what happens when API version is not set?', 'It is assumed to be set to version 2'],
      ['Which API does etcdctl use by default?', 'API v2'],
    ],
    right: [
      ['Which API does `etcdctl` assume when `ETCDCTL_API` is not set?', 'Version 3'],
      ['Which command makes an old etcdctl use version 3?', '`export ETCDCTL_API=3`'],
    ],
  },
  'etcdctl-restore': {
    outdated: [['Restore a snapshot', '`ETCDCTL_API=3 etcdctl snapshot restore backup.db --data-dir /var/lib/etcd2`']],
    right: [
      ['Restore a snapshot', '`etcdutl snapshot restore backup.db --data-dir /var/lib/etcd2`'],
      ['Save a snapshot', '`etcdctl snapshot save backup.db`'],
    ],
  },
  'pod-security-policy': {
    outdated: [['Which object limits what Pods may do?', 'PodSecurityPolicy']],
    right: [
      ['What replaced PodSecurityPolicy?', 'Pod Security admission'],
      ['When was PodSecurityPolicy removed?', '1.25'],
    ],
  },
  'security-context-deny': {
    outdated: [['Which admission plugin refuses Pods with a security context?', 'SecurityContextDeny']],
    right: [['Where is a security context set?', 'In the Pod or in a container']],
  },
  'pod-preset': {
    outdated: [['Which object adds environment variables to Pods?', 'PodPreset']],
    right: [['What changes Pods as they are created?', 'A mutating admission webhook']],
  },
  endpoints: {
    outdated: [
      ['What does the Endpoints controller populate?', 'The Endpoints object'],
      ['Which command lists the Pods behind a Service?', '`kubectl get endpoints web`'],
    ],
    right: [
      ['What took the place of Endpoints?', 'EndpointSlices'],
      ['Endpoints: what do they do on a network?', 'They enable users to interact with the network'],
      ['Service: name its endpoints of kube-apiserver', '`--etcd-servers`'],
      ['Which path lists the endpoints of the metrics API?', '`/apis/metrics.k8s.io`'],
    ],
  },
  'token-secrets': {
    outdated: [
      ['What do the Service Account & Token Controllers create?', 'Default accounts and API access tokens for new namespaces'],
      ['What is created with a ServiceAccount automatically?', 'A Secret that holds its token'],
    ],
    right: [
      ['Which command makes a token for a ServiceAccount?', '`kubectl create token NAME`'],
      ['What does the ServiceAccount controller create in each namespace?', 'The ServiceAccount `default`'],
      ['How long does the token of a ServiceAccount live in a Pod?', 'About an hour, then the kubelet renews it'],
    ],
  },
  'master-node-role': {
    outdated: [['Which taint keeps Pods off the control plane?', '`node-role.kubernetes.io/master:NoSchedule`']],
    right: [['Which taint keeps Pods off the control plane?', '`node-role.kubernetes.io/control-plane:NoSchedule`']],
  },
  'master-word': {
    outdated: [
      ['What manages the cluster?', 'The master node'],
      ['What does the kubelet report to the master?', 'The resource usage of the Pods'],
    ],
    right: [
      ['What is Master?', 'The old word for a control plane node'],
      ['Which group bypasses authorization?', '`system:masters`'],
      ['Which Pod of a Redis StatefulSet takes writes?', 'The redis master node'],
      ['OSPF: what does the master router do?', 'Begins the exchange'],
    ],
  },
  'zone-labels': {
    outdated: [['Which label names the zone of a node?', '`failure-domain.beta.kubernetes.io/zone`']],
    right: [['Which label names the zone of a node?', '`topology.kubernetes.io/zone`']],
  },
  'os-labels': {
    outdated: [['Select Linux nodes', '`nodeSelector: {beta.kubernetes.io/os: linux}`']],
    right: [['Select Linux nodes', '`nodeSelector: {kubernetes.io/os: linux}`']],
  },
  'ingress-class-annotation': {
    outdated: [['How does an Ingress choose its controller?', '`kubernetes.io/ingress.class: nginx`']],
    right: [['How does an Ingress choose its controller?', '`spec.ingressClassName`']],
  },
  'seccomp-annotations': {
    outdated: [['How is a seccomp profile set?', '`seccomp.security.alpha.kubernetes.io/pod: runtime/default`']],
    right: [['How is a seccomp profile set?', '`securityContext.seccompProfile.type: RuntimeDefault`']],
  },
  'apparmor-annotations': {
    outdated: [['How is an AppArmor profile set?', '`container.apparmor.security.beta.kubernetes.io/web: localhost/x`']],
    right: [['How is an AppArmor profile set?', '`securityContext.appArmorProfile`']],
  },
  'git-repo-volume': {
    outdated: [['Which volume clones a repository?', '`gitRepo`']],
    right: [['Which command clones a repository?', '`git clone`']],
  },
  'in-tree-volumes': {
    outdated: [['Name three volume types', 'hostPath, glusterfs, nfs']],
    right: [['What does the CephFS CSI driver bring?', 'A volume type that many Pods write to']],
  },
  'old-image-registry': {
    outdated: [['Where does kubeadm get its images?', '`k8s.gcr.io`']],
    right: [['Where does kubeadm get its images?', '`registry.k8s.io`']],
  },
  'old-package-repositories': {
    outdated: [['Add the repository of kubeadm', '`deb https://apt.kubernetes.io/ kubernetes-xenial main`']],
    right: [['Add the repository of kubeadm', '`deb https://pkgs.k8s.io/core:/stable:/v1.35/deb/ /`']],
  },
  'run-generator': {
    outdated: [['Start a Pod', '`kubectl run web --image=nginx --generator=run-pod/v1`']],
    right: [['Start a Pod', '`kubectl run web --image=nginx`']],
  },
  'run-deployment': {
    outdated: [['Start three Pods', '`kubectl run web --image=nginx --replicas=3`']],
    right: [
      ['Start three Pods', '`kubectl create deployment web --image=nginx --replicas=3`'],
      ['Start a Pod that stays', '`kubectl run web --image=nginx --restart=Always`'],
    ],
  },
  'record-flag': {
    outdated: [['Change the image', '```sh\nkubectl set image deployment/web web=nginx:1.29 --record\n```']],
    right: [['Note why', '`kubectl annotate deployment/web kubernetes.io/change-cause="new image"`']],
  },
  'export-flag': {
    outdated: [['Save a Pod as a manifest', '`kubectl get pod web -o yaml --export > web.yaml`']],
    right: [['Save a Pod as a manifest', '`kubectl get pod web -o yaml > web.yaml`']],
  },
  'rolling-update': {
    outdated: [['Update the Pods one after the other', '`kubectl rolling-update web --image=nginx:1.29`']],
    right: [['What is the default strategy of a Deployment?', '`RollingUpdate`']],
  },
  'dry-run-bare': {
    outdated: [['Write a Pod to a file', '`kubectl run web --image=nginx --dry-run -o yaml > web.yaml`']],
    right: [['Write a Pod to a file', '`kubectl run web --image=nginx --dry-run=client -o yaml > web.yaml`']],
  },
  'delete-local-data': {
    outdated: [['Empty a node', '`kubectl drain n1 --ignore-daemonsets --delete-local-data`']],
    right: [['Empty a node', '`kubectl drain n1 --ignore-daemonsets --delete-emptydir-data`']],
  },
  'component-statuses': {
    outdated: [['Which command shows the health of the control plane?', '`kubectl get componentstatuses`']],
    right: [
      ['Which command shows the health of kube-apiserver?', "`kubectl get --raw '/readyz?verbose'`"],
      ['Why must `kubectl get componentstatuses` not be trusted?', 'It may call healthy components unhealthy'],
    ],
  },
  'kubeadm-alpha': {
    outdated: [['When do the certificates end?', '`kubeadm alpha certs check-expiration`']],
    right: [['When do the certificates end?', '`kubeadm certs check-expiration`']],
  },
  heapster: {
    outdated: [['What does `kubectl top` need?', 'Heapster']],
    right: [
      ['What does `kubectl top` need?', 'metrics-server'],
      ['What was Heapster?', 'The initial project for monitoring Kubernetes'],
    ],
  },
  'api-extensions/v1beta1-16': {
    outdated: [['Which `apiVersion` has a Deployment?', '`extensions/v1beta1`']],
    right: [['Which `apiVersion` has a Deployment?', '`apps/v1`']],
  },
  'api-extensions/v1beta1-22': {
    outdated: [['Which `apiVersion` has an Ingress?', '`extensions/v1beta1`']],
    right: [['Which `apiVersion` has an Ingress?', '`networking.k8s.io/v1`']],
  },
  'api-apps/v1beta1-16': {
    outdated: [['Which `apiVersion` has a StatefulSet?', '`apps/v1beta1`']],
    right: [['Which API version of Deployment was removed in 1.16?', '`apps/v1beta1`']],
  },
  'api-apps/v1beta2-16': {
    outdated: [['Which `apiVersion` has a DaemonSet?', '`apps/v1beta2`']],
    right: [['Which `apiVersion` has a DaemonSet?', '`apps/v1`']],
  },
  'api-networking.k8s.io/v1beta1-22': {
    outdated: [['Which `apiVersion` has an Ingress?', '`networking.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` has a ServiceCIDR in 1.31?', '`networking.k8s.io/v1beta1`']],
  },
  'api-rbac.authorization.k8s.io/v1beta1-22': {
    outdated: [['Which `apiVersion` has a Role?', '`rbac.authorization.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` has a Role?', '`rbac.authorization.k8s.io/v1`']],
  },
  'api-apiextensions.k8s.io/v1beta1-22': {
    outdated: [['Which `apiVersion` has a CRD?', '`apiextensions.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` has a CRD?', '`apiextensions.k8s.io/v1`']],
  },
  'api-admissionregistration.k8s.io/v1beta1-22': {
    outdated: [['Which `apiVersion` has a ValidatingWebhookConfiguration?', '`admissionregistration.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` had a ValidatingAdmissionPolicy in 1.28?', '`admissionregistration.k8s.io/v1beta1`']],
  },
  'api-certificates.k8s.io/v1beta1-22': {
    outdated: [['Which `apiVersion` has a CertificateSigningRequest?', '`certificates.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` has a ClusterTrustBundle?', '`certificates.k8s.io/v1beta1`']],
  },
  'api-scheduling.k8s.io/v1beta1-22': {
    outdated: [['Which `apiVersion` has a PriorityClass?', '`scheduling.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` has a PriorityClass?', '`scheduling.k8s.io/v1`']],
  },
  'api-storage.k8s.io/v1beta1-22': {
    outdated: [['Which `apiVersion` has a StorageClass?', '`storage.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` has a VolumeAttributesClass?', '`storage.k8s.io/v1beta1`']],
  },
  'api-coordination.k8s.io/v1beta1-22': {
    outdated: [['Which `apiVersion` has a Lease?', '`coordination.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` has a LeaseCandidate?', '`coordination.k8s.io/v1beta1`']],
  },
  'api-batch/v1beta1-25': {
    outdated: [['Which `apiVersion` has a CronJob?', '`batch/v1beta1`']],
    right: [['Which `apiVersion` has a CronJob?', '`batch/v1`']],
  },
  'api-policy/v1beta1-25': {
    outdated: [['Which `apiVersion` has a PodDisruptionBudget?', '`policy/v1beta1`']],
    right: [['Which `apiVersion` has a PodDisruptionBudget?', '`policy/v1`']],
  },
  'api-discovery.k8s.io/v1beta1-25': {
    outdated: [['Which `apiVersion` has an EndpointSlice?', '`discovery.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` has an EndpointSlice?', '`discovery.k8s.io/v1`']],
  },
  'api-node.k8s.io/v1beta1-25': {
    outdated: [['Which `apiVersion` has a RuntimeClass?', '`node.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` has a RuntimeClass?', '`node.k8s.io/v1`']],
  },
  'api-autoscaling/v2beta1-25': {
    outdated: [['Which `apiVersion` has an HPA on memory?', '`autoscaling/v2beta1`']],
    right: [['Which `apiVersion` has an HPA on memory?', '`autoscaling/v2`']],
  },
  'api-autoscaling/v2beta2-26': {
    outdated: [['Which `apiVersion` has an HPA on memory?', '`autoscaling/v2beta2`']],
    right: [['Which `apiVersion` has an HPA on memory?', '`autoscaling/v2`']],
  },
  'api-storage.k8s.io/v1beta1-27': {
    outdated: [['Which `apiVersion` has CSIStorageCapacity?', '`storage.k8s.io/v1beta1`']],
    right: [['Which `apiVersion` has CSIStorageCapacity?', '`storage.k8s.io/v1`']],
  },
};
