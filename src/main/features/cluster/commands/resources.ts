/** The kinds of objects that commands of notes may read: a closed table. Secrets are not in it. */

export interface Resource {
  /** '' for the core group. */
  group: string;
  version: string;
  namespaced: boolean;
  /** The version before this one, which clusters before 1.21 to 1.23 have alone. */
  before?: string;
}

const core = (namespaced: boolean): Resource => ({ group: '', version: 'v1', namespaced });
const v1 = (group: string, namespaced: boolean, before?: string): Resource => ({
  group,
  version: 'v1',
  namespaced,
  ...(before && { before }),
});

/** By plural, as `kubectl api-resources` names them. */
export const resources = {
  pods: core(true),
  services: core(true),
  endpoints: core(true),
  configmaps: core(true),
  events: core(true),
  serviceaccounts: core(true),
  persistentvolumeclaims: core(true),
  limitranges: core(true),
  resourcequotas: core(true),
  replicationcontrollers: core(true),
  nodes: core(false),
  namespaces: core(false),
  persistentvolumes: core(false),
  deployments: v1('apps', true),
  replicasets: v1('apps', true),
  statefulsets: v1('apps', true),
  daemonsets: v1('apps', true),
  controllerrevisions: v1('apps', true),
  jobs: v1('batch', true),
  cronjobs: v1('batch', true, 'v1beta1'),
  leases: v1('coordination.k8s.io', true),
  endpointslices: v1('discovery.k8s.io', true, 'v1beta1'),
  ingresses: v1('networking.k8s.io', true),
  networkpolicies: v1('networking.k8s.io', true),
  ingressclasses: v1('networking.k8s.io', false),
  roles: v1('rbac.authorization.k8s.io', true),
  rolebindings: v1('rbac.authorization.k8s.io', true),
  clusterroles: v1('rbac.authorization.k8s.io', false),
  clusterrolebindings: v1('rbac.authorization.k8s.io', false),
  poddisruptionbudgets: v1('policy', true, 'v1beta1'),
  priorityclasses: v1('scheduling.k8s.io', false),
  storageclasses: v1('storage.k8s.io', false),
  csidrivers: v1('storage.k8s.io', false),
  csinodes: v1('storage.k8s.io', false),
  customresourcedefinitions: v1('apiextensions.k8s.io', false),
  apiservices: v1('apiregistration.k8s.io', false),
  horizontalpodautoscalers: { group: 'autoscaling', version: 'v2', namespaced: true, before: 'v1' },
} as const satisfies Record<string, Resource>;

export type ResourceName = keyof typeof resources;

/** The singular, as kubectl prints names: `ingressclass`, `networkpolicy`, `lease`. */
export function singularOf(resource: ResourceName): string {
  if (resource === 'endpoints') return resource;
  return resource.replace(/(?<=class|ingress)es$|(?<=polic)ies$|s$/, '').replace(/polic$/, 'policy');
}

export const isReadable = (name: string): name is ResourceName => Object.hasOwn(resources, name);
