/** Objects as real clusters send them, with more in them than any check reads. */

export interface PodOptions {
  node?: string;
  ready?: boolean;
  waiting?: string;
  command?: string[];
  image?: string;
}

/** Found in every object of the double, and nowhere in what the app shows. */
export const objectCanary = 'canary-in-an-object-5d1f';

export function pod(component: string, { node = 'control-plane', ready = true, waiting, command = [component], image }: PodOptions = {}) {
  return {
    metadata: {
      name: `${component}-${node}`,
      namespace: 'kube-system',
      labels: { component, tier: 'control-plane' },
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': `{"password":"${objectCanary}"}` },
    },
    spec: {
      nodeName: node,
      hostNetwork: true,
      containers: [
        {
          name: component,
          image: image ?? `registry.example/${component}:v1.33.4`,
          command,
          env: [{ name: 'ADMIN_PASSWORD', value: objectCanary }],
        },
      ],
    },
    status: {
      phase: 'Running',
      hostIP: '172.18.0.2',
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False', reason: ready ? undefined : 'ContainersNotReady' }],
      containerStatuses: [
        { name: component, ready, restartCount: ready ? 0 : 7, state: waiting ? { waiting: { reason: waiting } } : { running: {} } },
      ],
    },
  };
}

/** What the clock of the double shows, always: leases are judged by it, however long a test takes. */
export const serverNowAt = Date.UTC(2026, 0, 15, 12);

/** @param renewedAgoMs how long before the now of the server it was renewed */
export const lease = (name: string, namespace: string, holder: string, renewedAgoMs: number, durationSeconds: number) => ({
  metadata: { name, namespace, uid: objectCanary },
  spec: {
    holderIdentity: holder,
    leaseDurationSeconds: durationSeconds,
    renewTime: new Date(serverNowAt - renewedAgoMs).toISOString().replace('Z', '000Z'),
    leaseTransitions: 1,
  },
});

export interface NodeOptions {
  ready?: 'True' | 'False' | 'Unknown';
  message?: string;
  version?: string;
  labels?: Record<string, string>;
  providerID?: string;
}

export const node = (
  name: string,
  { ready = 'True', message = '', version = 'v1.33.4', labels = {}, providerID = '' }: NodeOptions = {},
) => ({
  metadata: { name, labels: { 'kubernetes.io/hostname': name, ...labels } },
  spec: { providerID },
  status: {
    capacity: { cpu: '8', pods: '110' },
    addresses: [{ type: 'InternalIP', address: '172.18.0.3' }],
    conditions: [
      { type: 'MemoryPressure', status: 'False', reason: 'KubeletHasSufficientMemory' },
      {
        type: 'Ready',
        status: ready,
        reason: { True: 'KubeletReady', False: 'KubeletNotReady', Unknown: 'NodeStatusUnknown' }[ready],
        message,
      },
    ],
    nodeInfo: {
      kubeletVersion: version,
      kubeProxyVersion: version,
      containerRuntimeVersion: 'containerd://2.1.3',
      machineID: objectCanary,
    },
  },
});

export const daemonSet = (name: string, desired: number, ready = desired) => ({
  metadata: { name, namespace: 'kube-system', labels: { 'k8s-app': name } },
  status: { desiredNumberScheduled: desired, currentNumberScheduled: desired, numberReady: ready, numberMisscheduled: 0 },
});

export const deployment = (name: string, replicas: number, ready = replicas) => ({
  metadata: { name, namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  spec: { replicas },
  status: { replicas, readyReplicas: ready },
});

export const proxyConfig = (mode: string) => ({
  metadata: { name: 'kube-proxy', namespace: 'kube-system' },
  data: {
    'config.conf': `apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nmode: "${mode}"\nclusterCIDR: 10.244.0.0/16\n`,
    'kubeconfig.conf': `apiVersion: v1\nkind: Config\nusers:\n- name: default\n  user: {token: ${objectCanary}}\n`,
  },
});

const configMap = (name: string, data: Record<string, string>) => ({ metadata: { name, namespace: 'kube-system' }, data });

/** What `kubeadm init` keeps; more of it than any fact is read from. */
export const kubeadmConfig = (certificates = '/etc/kubernetes/pki') =>
  configMap('kubeadm-config', {
    ClusterConfiguration: [
      'apiVersion: kubeadm.k8s.io/v1beta4',
      'kind: ClusterConfiguration',
      `certificatesDir: ${certificates}`,
      `clusterName: ${objectCanary}`,
      'controlPlaneEndpoint: 172.18.0.2:6443',
      'apiServer: {extraArgs: [{name: token-auth-file, value: /canary-in-a-flag-77aa}]}',
      'networking: {dnsDomain: cluster.local, podSubnet: 10.244.0.0/16, serviceSubnet: 10.96.0.0/12}',
      '',
    ].join('\n'),
  });

export const kubeletConfig = (domain = 'cluster.local') =>
  configMap('kubelet-config', {
    kubelet: [
      'apiVersion: kubelet.config.k8s.io/v1beta1',
      'kind: KubeletConfiguration',
      'cgroupDriver: systemd',
      'clusterDNS: [10.96.0.10]',
      `clusterDomain: ${domain}`,
      'containerRuntimeEndpoint: unix:///run/containerd/containerd.sock',
      'healthzPort: 10248',
      'rotateCertificates: true',
      'staticPodPath: /etc/kubernetes/manifests',
      `providerID: ${objectCanary}`,
      '',
    ].join('\n'),
  });

export const dnsService = (clusterIP = '10.96.0.10') => ({
  metadata: { name: 'kube-dns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  spec: { clusterIP, clusterIPs: [clusterIP], ports: [{ name: 'dns', port: 53, protocol: 'UDP' }] },
});
