/** Which kind of cluster it is, from what is read anyway. */
import type { Answer } from './api.js';
import { nodesIn, versionIn } from './checks/objects.js';

const byVersion: readonly [RegExp, string][] = [
  [/-gke\./, 'GKE'],
  [/-eks-/, 'EKS'],
  [/\+k3s/, 'k3s'],
  [/\+rke2/, 'RKE2'],
  [/\+k0s/, 'k0s'],
];

const byLabel: readonly [label: string, name: string][] = [
  ['minikube.k8s.io/name', 'minikube'],
  ['cloud.google.com/gke-nodepool', 'GKE'],
  ['eks.amazonaws.com/nodegroup', 'EKS'],
  ['kubernetes.azure.com/cluster', 'AKS'],
];

/** @returns '' when it cannot be told */
export function distributionOf(version: Answer, nodes: Answer): string {
  const gitVersion = (version.kind === 'answered' && versionIn(version)?.gitVersion) || '';
  const named = byVersion.find(([mark]) => mark.test(gitVersion))?.[1];
  if (named) return named;
  const [first] = (nodes.kind === 'answered' && nodesIn(nodes)?.items) || [];
  if (!first) return '';
  if (first.spec.providerID?.startsWith('kind://')) return 'kind';
  if (first.metadata.name === 'docker-desktop') return 'Docker Desktop';
  return byLabel.find(([label]) => Object.hasOwn(first.metadata.labels ?? {}, label))?.[1] ?? '';
}
