/** API versions that are no longer served. Source of all: the guide to deprecated APIs, release by release. */
import { type OutdatedRule, sources } from './rule.js';

/**
 * @param gone the version as a manifest writes it
 * @param kinds which of its kinds are meant; a group may use a version's name again for other kinds
 */
function served(since: number, gone: string, kinds: string, now: string): OutdatedRule {
  const group = gone.replaceAll('.', '\\.');
  return {
    id: `api-${gone}-${since}`,
    since,
    says: [new RegExp(`(?<![\\w./-])${group}(?!\\w)`), new RegExp(`\\b(${kinds})s?\\b`, 'i')],
    now: `${gone} is no longer served since 1.${since}: write ${now}.`,
    source: sources.apis,
  };
}

const workload = 'Deployment|DaemonSet|ReplicaSet|StatefulSet';

export const apiVersionRules: readonly OutdatedRule[] = [
  served(16, 'extensions/v1beta1', `${workload}`, 'apps/v1'),
  served(16, 'extensions/v1beta1', 'NetworkPolicy|NetworkPolicie', 'networking.k8s.io/v1'),
  served(22, 'extensions/v1beta1', 'Ingress|Ingresse', 'networking.k8s.io/v1, which asks for a pathType'),
  served(16, 'apps/v1beta1', workload, 'apps/v1'),
  served(16, 'apps/v1beta2', workload, 'apps/v1'),
  served(22, 'networking.k8s.io/v1beta1', 'Ingress|Ingresse|IngressClass|IngressClasse', 'networking.k8s.io/v1'),
  served(22, 'rbac.authorization.k8s.io/v1beta1', 'Role|ClusterRole|RoleBinding|ClusterRoleBinding', 'rbac.authorization.k8s.io/v1'),
  served(22, 'apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition|CRD', 'apiextensions.k8s.io/v1'),
  served(22, 'admissionregistration.k8s.io/v1beta1', '(Mutating|Validating)WebhookConfiguration', 'admissionregistration.k8s.io/v1'),
  served(22, 'certificates.k8s.io/v1beta1', 'CertificateSigningRequest|CSR', 'certificates.k8s.io/v1, which asks for a signerName'),
  served(22, 'scheduling.k8s.io/v1beta1', 'PriorityClass|PriorityClasse', 'scheduling.k8s.io/v1'),
  served(22, 'storage.k8s.io/v1beta1', 'StorageClass|StorageClasse|CSIDriver|CSINode|VolumeAttachment', 'storage.k8s.io/v1'),
  served(22, 'coordination.k8s.io/v1beta1', 'Lease', 'coordination.k8s.io/v1'),
  served(25, 'batch/v1beta1', 'CronJob', 'batch/v1'),
  served(25, 'policy/v1beta1', 'PodDisruptionBudget|PDB', 'policy/v1'),
  served(25, 'discovery.k8s.io/v1beta1', 'EndpointSlice', 'discovery.k8s.io/v1'),
  served(25, 'node.k8s.io/v1beta1', 'RuntimeClass|RuntimeClasse', 'node.k8s.io/v1'),
  served(25, 'autoscaling/v2beta1', 'HorizontalPodAutoscaler|HPA|autoscaler', 'autoscaling/v2'),
  served(26, 'autoscaling/v2beta2', 'HorizontalPodAutoscaler|HPA|autoscaler', 'autoscaling/v2'),
  served(27, 'storage.k8s.io/v1beta1', 'CSIStorageCapacity|CSIStorageCapacitie', 'storage.k8s.io/v1'),
];
