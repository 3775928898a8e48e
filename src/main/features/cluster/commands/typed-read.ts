/** What a command of a note may become: one of these reads, each a GET of a path that is put together here and nowhere else. */
import type { ApiRequest } from '../api.js';
import { reads, type Right } from '../reads.js';
import { type Resource, type ResourceName, resources } from './resources.js';

/** How the answer is shown. `template` is a JSONPath, `columns` are custom ones. */
export type Form = 'table' | 'wide' | 'name' | 'yaml' | 'json' | 'template' | 'columns';

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
      /** Of the form: a JSONPath, or custom columns; '' for other forms. */
      pattern: string;
      /** A path into an object; '' for the order of the server. */
      sortBy: string;
      showsLabels: boolean;
      hasHeadings: boolean;
      /** Whether what is not there is nothing rather than a failure. */
      mayBeMissing: boolean;
      /** Whether the events of the object are read too, as `kubectl describe` does. */
      describes: boolean;
    }
  | ({ kind: 'logs'; namespace: string | null; container: string | null; lines: number; previous: boolean } & LogSource)
  | { kind: 'health'; path: HealthPath; verbose: boolean }
  | { kind: 'api-versions' }
  | { kind: 'api-resources' }
  | { kind: 'etcd-health' }
  | { kind: 'etcd-members' };

/** One Pod by its name, or a few by their labels. */
export type LogSource = { pod: string; labels: null } | { pod: null; labels: string };

/** Whether the server prints the objects: it does so for what is shown as a table. */
const isPrinted = (form: Form): boolean => form === 'table' || form === 'wide' || form === 'name';

/** What kubectl asks for when it prints a table. */
export const table = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
/** More lines of a log than anybody reads on a card. */
export const maxLogLines = 200;
/** More Pods than anybody reads the logs of at once; kubectl too has five. */
export const maxLogPods = 5;

/**
 * @param ownNamespace that of the context
 * @param isOld asks for the version of the API before the one of today, where there was one
 */
export function requestOf(read: TypedRead, ownNamespace: string, isOld = false): ApiRequest {
  switch (read.kind) {
    case 'objects': {
      const { group, version: today, namespaced, before }: Resource = resources[read.resource];
      const version = isOld && before ? before : today;
      const base = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
      const namespace = read.namespace ?? ownNamespace;
      const place = namespaced && namespace !== '' ? `${base}/namespaces/${encodeURIComponent(namespace)}` : base;
      const query = new URLSearchParams({
        ...(read.labels && { labelSelector: read.labels }),
        ...(read.fields && { fieldSelector: read.fields }),
        ...(isPrinted(read.form) && read.sortBy && { includeObject: 'Object' }),
        ...(read.name === null && { limit: '500' }),
      });
      const path = `${place}/${read.resource}${read.name === null ? '' : `/${encodeURIComponent(read.name)}`}`;
      return { path: query.size > 0 ? `${path}?${query.toString()}` : path, as: 'json', ...(isPrinted(read.form) && { accept: table }) };
    }
    case 'logs': {
      const namespace = encodeURIComponent(read.namespace ?? ownNamespace);
      if (read.pod === null) {
        const query = new URLSearchParams({ labelSelector: read.labels, limit: String(maxLogPods) });
        return { path: `/api/v1/namespaces/${namespace}/pods?${query.toString()}`, as: 'json' };
      }
      const query = new URLSearchParams({
        ...(read.container !== null && { container: read.container }),
        limitBytes: '65536',
        ...(read.previous && { previous: 'true' }),
        tailLines: String(Math.min(read.lines, maxLogLines)),
      });
      return { path: `/api/v1/namespaces/${namespace}/pods/${encodeURIComponent(read.pod)}/log?${query.toString()}`, as: 'text' };
    }
    case 'health':
      return { path: `${read.path}${read.verbose ? '?verbose' : ''}`, as: read.path === '/version' ? 'json' : 'text' };
    case 'api-versions':
    case 'api-resources':
      return { path: '/apis', as: 'json' };
    case 'etcd-health':
      return reads.readyzEtcd;
    case 'etcd-members':
      return { ...reads.etcdPods, accept: table };
  }
}

/** Whether a kind of objects was in another version of the API before, which older clusters have. */
export const hadOtherVersion = (read: TypedRead): boolean =>
  read.kind === 'objects' && (resources[read.resource] as Resource).before !== undefined;

/** The right a read needs, for the role to ask for. */
export function rightOf(read: TypedRead, ownNamespace: string): Right {
  if (read.kind === 'etcd-members') return reads.etcdPods.right;
  if (read.kind === 'logs' && read.pod === null)
    return { verb: 'list', group: '', resource: 'pods', namespace: read.namespace ?? ownNamespace };
  if (read.kind === 'logs')
    return { verb: 'get', group: '', resource: 'pods/log', namespace: read.namespace ?? ownNamespace, name: read.pod };
  if (read.kind !== 'objects') return reads.readyz.right;
  const { group, namespaced } = resources[read.resource];
  const namespace = namespaced ? (read.namespace ?? ownNamespace) || null : null;
  const { resource, name } = read;
  return name === null ? { verb: 'list', group, resource, namespace } : { verb: 'get', group, resource, namespace, name };
}
