/** What a command of a note may become: one of these reads, each a GET of a path that is put together here and nowhere else. */
import type { ApiRequest } from '../api.js';
import { reads, type Right } from '../reads.js';
import { type ResourceName, resources } from './resources.js';

/** How the answer is shown. */
export type Form = 'table' | 'wide' | 'name' | 'yaml' | 'json';

/** Paths of health and version that `kubectl get --raw` may read. */
export type HealthPath = `/${'livez' | 'readyz' | 'healthz'}${'' | '/etcd'}` | '/version';

export type TypedRead =
  | {
      kind: 'objects';
      resource: ResourceName;
      /** null for the namespace of the context, '' for all. */
      namespace: string | null;
      /** null for all of them. */
      name: string | null;
      labels: string;
      fields: string;
      form: Form;
    }
  | { kind: 'logs'; namespace: string | null; pod: string; container: string | null; lines: number; previous: boolean }
  | { kind: 'health'; path: HealthPath; verbose: boolean }
  | { kind: 'api-versions' }
  | { kind: 'etcd-health' }
  | { kind: 'etcd-members' };

/** What kubectl asks for when it prints a table. */
const table = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
/** More lines of a log than anybody reads on a card. */
export const maxLogLines = 200;

/** @param ownNamespace that of the context */
export function requestOf(read: TypedRead, ownNamespace: string): ApiRequest {
  switch (read.kind) {
    case 'objects': {
      const { group, version, namespaced } = resources[read.resource];
      const base = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
      const namespace = read.namespace ?? ownNamespace;
      const place = namespaced && namespace !== '' ? `${base}/namespaces/${encodeURIComponent(namespace)}` : base;
      const isTable = read.form !== 'yaml' && read.form !== 'json';
      const query = new URLSearchParams({
        ...(read.labels && { labelSelector: read.labels }),
        ...(read.fields && { fieldSelector: read.fields }),
        ...(read.name === null && { limit: '500' }),
      });
      const path = `${place}/${read.resource}${read.name === null ? '' : `/${encodeURIComponent(read.name)}`}`;
      return { path: query.size > 0 ? `${path}?${query.toString()}` : path, as: 'json', ...(isTable && { accept: table }) };
    }
    case 'logs': {
      const query = new URLSearchParams({
        ...(read.container !== null && { container: read.container }),
        limitBytes: '65536',
        ...(read.previous && { previous: 'true' }),
        tailLines: String(Math.min(read.lines, maxLogLines)),
      });
      const namespace = encodeURIComponent(read.namespace ?? ownNamespace);
      return { path: `/api/v1/namespaces/${namespace}/pods/${encodeURIComponent(read.pod)}/log?${query.toString()}`, as: 'text' };
    }
    case 'health':
      return { path: `${read.path}${read.verbose ? '?verbose' : ''}`, as: read.path === '/version' ? 'json' : 'text' };
    case 'api-versions':
      return { path: '/apis', as: 'json' };
    case 'etcd-health':
      return reads.readyzEtcd;
    case 'etcd-members':
      return { ...reads.etcdPods, accept: table };
  }
}

/** The right a read needs, for the role to ask for. */
export function rightOf(read: TypedRead, ownNamespace: string): Right {
  if (read.kind === 'etcd-members') return reads.etcdPods.right;
  if (read.kind === 'logs') return { verb: 'get', group: '', resource: 'pods/log', namespace: read.namespace ?? ownNamespace };
  if (read.kind !== 'objects') return reads.readyz.right;
  const { group, namespaced } = resources[read.resource];
  const namespace = namespaced ? (read.namespace ?? ownNamespace) || null : null;
  return { verb: read.name === null ? 'list' : 'get', group, resource: read.resource, namespace };
}
