/** What a read asks after its first answer: each a GET of a path that is put together here, with names that are held against their shape. */
import * as v from 'valibot';
import type { ApiRequest } from '../api.js';
import { resources } from './resources.js';
import { maxLogPods, requestOf, table, type TypedRead } from './typed-read.js';

export interface Further {
  /** What it is about: the name of a Pod, a version of the API; '' for the one there is. */
  label: string;
  request: ApiRequest;
}

/** A group with its version, e.g. `apps/v1`. */
const groupVersion = v.pipe(v.string(), v.regex(/^[a-z0-9]([a-z0-9.-]{0,200}[a-z0-9])?\/v\d{1,3}((alpha|beta)\d{1,3})?$/));
const version = v.object({ groupVersion });
const groups = v.object({ groups: v.array(v.object({ preferredVersion: version, versions: v.nullish(v.array(version), []) })) });
const pods = v.object({
  items: v.array(v.object({ metadata: v.object({ name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,251}$/)) }) })),
});

/** No cluster has more groups and versions of them. */
const maxVersions = 200;

/** @param first what the first request answered; @param ownNamespace that of the context */
export function furtherOf(read: TypedRead, ownNamespace: string, first: unknown): Further[] {
  if (read.kind === 'objects') return read.describes && read.name !== null ? [{ label: '', request: eventsOf(read, ownNamespace) }] : [];
  if (read.kind === 'logs' && read.pod === null) {
    const found = v.safeParse(pods, first);
    const names = found.success ? found.output.items.map(({ metadata }) => metadata.name) : [];
    return names.slice(0, maxLogPods).map((pod) => ({ label: pod, request: requestOf({ ...read, pod, labels: null }, ownNamespace) }));
  }
  if (read.kind !== 'api-resources') return [];
  const found = v.safeParse(groups, first);
  // Some kinds are in an older version of their group alone.
  const versions = (found.success ? found.output.groups : []).flatMap((group) => [
    ...new Set([group.preferredVersion, ...(group.versions ?? [])].map((each) => each.groupVersion)),
  ]);
  return [
    { label: 'v1', request: { path: '/api/v1', as: 'json' } },
    ...versions.slice(0, maxVersions).map((label): Further => ({ label, request: { path: `/apis/${label}`, as: 'json' } })),
  ];
}

/** What is asked after the first request, as far as it is known before; '' for nothing. */
export function furtherInWords(read: TypedRead, ownNamespace: string): string {
  if (read.kind === 'objects')
    return furtherOf(read, ownNamespace, null)
      .map(({ request }) => `GET ${request.path}`)
      .join('');
  if (read.kind === 'logs' && read.pod === null) {
    const { path } = requestOf({ ...read, pod: 'NAME', labels: null }, ownNamespace);
    return `GET ${path.replace('/NAME/', '/…/')} of each`;
  }
  return read.kind === 'api-resources' ? 'GET /api/v1 and /apis/… of each' : '';
}

/** The events of one object, as the server prints them. */
function eventsOf({ resource, namespace, name }: Extract<TypedRead, { kind: 'objects' }>, ownNamespace: string): ApiRequest {
  // Events of what is in no namespace lie in any.
  const place = resources[resource].namespaced ? `/namespaces/${encodeURIComponent(namespace ?? ownNamespace)}` : '';
  const query = new URLSearchParams({ fieldSelector: `involvedObject.name=${name ?? ''}`, limit: '500' });
  return { path: `/api/v1${place}/events?${query.toString()}`, as: 'json', accept: table };
}
