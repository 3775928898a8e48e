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
