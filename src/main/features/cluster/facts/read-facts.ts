/**
 * What of a cluster can be held beside a card: single values out of what the checks read anyway, and of two ConfigMaps and a Service
 * more. A value that its kind of fact may not have is dropped here, so that nothing secret ever leaves as a fact.
 */
import { type ClusterFacts, type Fact, factOf } from '../../../domain/facts/card-facts.js';
import { type Component, flagId, flags } from '../../../domain/facts/kinds/flags.js';
import type { Answer } from '../api.js';
import type { Answered, Reader } from '../checks/check.js';
import { configMapIn, flagOf, nodesIn, type Pod, podsIn, serviceIn, versionIn } from '../checks/objects.js';
import { minorOf } from '../checks/version-skew.js';
import { distributionOf } from '../distribution.js';
import type { ReadName } from '../reads.js';
import { settingIn, treeOf } from './settings.js';

/** What a component's Pod is called by its label, and the read that finds it. */
const podReads: readonly [Component, ReadName][] = [
  ['etcd', 'etcdPods'],
  ['kube-apiserver', 'apiserverPods'],
  ['kube-controller-manager', 'controllerManagerPods'],
  ['kube-scheduler', 'schedulerPods'],
];

const kubeletSettings = [
  ...['failSwapOn', 'rotateCertificates', 'serverTLSBootstrap', 'failCgroupV1', 'healthzPort', 'readOnlyPort'],
  ...['containerLogMaxFiles', 'imageGCHighThresholdPercent', 'imageGCLowThresholdPercent'],
];

/** The service node ports of an API server that was told no others. */
const usualNodePorts = '30000-32767';

/** Reads all facts there are; what may not be read, or is not there, gives none. Never rejects. */
export async function readFacts(read: Reader, contextName: string): Promise<ClusterFacts> {
  const answered = async (name: ReadName): Promise<Answered | null> => {
    const answer = await read(name);
    return answer.kind === 'answered' && answer.status === 200 ? answer : null;
  };
  const fileIn = async (name: ReadName, ...keys: string[]): Promise<unknown> => {
    const answer = await answered(name);
    const data = (answer && configMapIn(answer)?.data) ?? {};
    return treeOf(keys.map((key) => data[key]).find((text) => text !== undefined));
  };
  const podOf = async (name: ReadName): Promise<Pod | null> => {
    const answer = await answered(name);
    return (answer && podsIn(answer)?.items[0]) ?? null;
  };
  const [version, nodes, dns, proxy, kubeadm, kubelet, ...pods] = await Promise.all([
    read('version'),
    read('nodes'),
    answered('dnsService'),
    fileIn('proxyConfig', 'config.conf', 'config'),
    fileIn('kubeadmConfig', 'ClusterConfiguration'),
    fileIn('kubeletConfig', 'kubelet'),
    ...podReads.map(([, name]) => podOf(name)),
  ]);
  const [etcd = null, apiserver = null, controllers = null, scheduler = null] = pods;
  const flag = (pod: Pod | null, name: string): string | null => pod && flagOf(pod, name);

  const certificate = flag(etcd, 'cert-file');
  const gitVersion = version.kind === 'answered' ? (versionIn(version)?.gitVersion.replace(/^v/, '') ?? null) : null;
  const found: (Fact | null)[] = [
    ...podReads.flatMap(([component], index) =>
      flags[component].map(({ name }) => factOf(flagId(component, name), flag(pods[index] ?? null, name))),
    ),
    factOf('etcd-certificate-directory', certificate?.slice(0, certificate.lastIndexOf('/'))),
    factOf('etcd-data-directory', flag(etcd, 'data-dir')),
    factOf('etcd-version', tagOf(etcd)),
    factOf('version', gitVersion),
    factOf('proxy-mode', proxy === null ? null : settingIn(proxy, 'mode') || 'iptables'),
    factOf('controllers', flag(controllers, 'controllers')),
    factOf('scheduler-profile', scheduler && flag(scheduler, 'config') === null ? 'default-scheduler' : null),
    factOf('service-range', flag(apiserver, 'service-cluster-ip-range') ?? settingIn(kubeadm, 'networking.serviceSubnet')),
    factOf('pod-range', flag(controllers, 'cluster-cidr') ?? settingIn(kubeadm, 'networking.podSubnet') ?? settingIn(proxy, 'clusterCIDR')),
    factOf('node-port-range', apiserver && (flag(apiserver, 'service-node-port-range') ?? usualNodePorts)),
    factOf('cluster-domain', settingIn(kubelet, 'clusterDomain') ?? settingIn(kubeadm, 'networking.dnsDomain')),
    factOf('cluster-dns', settingIn(kubelet, 'clusterDNS.0') ?? (dns && serviceIn(dns)?.spec.clusterIP)),
    factOf('certificates-directory', settingIn(kubeadm, 'certificatesDir')),
    factOf('static-pod-directory', settingIn(kubelet, 'staticPodPath')),
    factOf('cgroup-driver', settingIn(kubelet, 'cgroupDriver')),
    factOf('runtime-socket', settingIn(kubelet, 'containerRuntimeEndpoint')),
    ...kubeletSettings.map((name) => factOf(`kubelet ${name}`, settingIn(kubelet, name))),
    ...nodeFacts(nodes),
  ];
  return {
    contextName,
    distribution: distributionOf(version, nodes),
    minor: minorOf(gitVersion),
    facts: found.filter((fact) => fact !== null),
  };
}

/** The version an image is tagged with, without the number of its build. */
function tagOf(pod: Pod | null): string | null {
  const image = pod?.spec.containers[0]?.image ?? '';
  return /:v?(\d+\.\d+\.\d+)(?:-\d+)?$/.exec(image)?.[1] ?? null;
}

function nodeFacts(nodes: Answer): (Fact | null)[] {
  const items = (nodes.kind === 'answered' && nodesIn(nodes)?.items) || [];
  const each = (valueOf: (item: (typeof items)[number]) => string | null | undefined): string =>
    [...new Set(items.map((item) => valueOf(item) ?? '').filter(Boolean))].sort().join(', ');
  return [
    factOf(
      'kubelet-versions',
      each(({ status }) => status.nodeInfo.kubeletVersion?.replace(/^v/, '')),
    ),
    factOf(
      'container-runtime',
      each(({ status }) => status.nodeInfo.containerRuntimeVersion?.replace('://', ' ')),
    ),
    factOf(
      'max-pods',
      each(({ status }) => status.capacity.pods),
    ),
  ];
}
