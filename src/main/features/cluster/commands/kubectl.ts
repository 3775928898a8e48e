/** kubectl's commands as typed reads. What is not in the table here is not read, and says why. */
import { resourceName } from '../../../domain/grading/kubectl-names.js';
import type { Word } from '../../../domain/grading/shell/lexer.js';
import { columnsOf } from './custom-columns.js';
import { parsePath, parseTemplate } from './jsonpath/parse.js';
import { isReadable, type ResourceName } from './resources.js';
import { type Form, type HealthPath, type LogSource, maxLogLines, type TypedRead } from './typed-read.js';
import { takeApart } from './words.js';

export type Reading = { read: TypedRead } | { reason: string };

const no = (reason: string): Reading => ({ reason });

export const reasons = {
  place: (what: string) => `Put a value of your own in place of ${what} first.`,
  changes: (verb: string) => `kubectl ${verb} changes the cluster. Etcdeck only reads.`,
  inside: (verb: string) => `kubectl ${verb} starts something in the cluster or a connection into it. Etcdeck only reads.`,
  notListed: (what: string) => `Etcdeck runs only reads from a closed list, and ${what} is not in it.`,
  secret: 'Secrets are never read.',
  posts: 'kubectl asks this with a POST. Etcdeck sends GET only.',
  componentStatuses: 'componentstatuses is deprecated and does not tell the truth. The Cluster screen checks each component.',
  several: 'It asks for several things at once. Etcdeck runs one read at a time.',
  follows: 'It follows the cluster without an end. Etcdeck reads once.',
  pattern: (what: string) => `Etcdeck does not understand what stands behind ${what}.`,
  rollout: (verb: string) => `kubectl rollout ${verb} only reads, but Etcdeck does not work it out.`,
  local: 'It is about files of this computer, not about the cluster.',
  addresses: 'It shows addresses of the server, which Etcdeck keeps out of the window.',
} as const;

const changing =
  /^(create|apply|delete|edit|replace|patch|set|label|annotate|scale|autoscale|expose|taint|cordon|uncordon|drain|certificate|rollout|run)$/;
const reaching = /^(exec|attach|port-forward|proxy|cp|debug)$/;
const local = /^(config|completion|plugin|kustomize|options|help|explain)$/;

const name = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
/** RBAC names may hold a colon: `system:node`. */
const freeName = /^[A-Za-z0-9]([-A-Za-z0-9.:_]{0,251}[A-Za-z0-9])?$/;
const namespace = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const labels = /^[\w./=!,() -]{1,200}$/;
const fields = /^[\w./=!,-]{1,200}$/;
const forms: Readonly<Record<string, Form>> = {
  ...{ wide: 'wide', yaml: 'yaml', json: 'json', name: 'name' },
  ...{ jsonpath: 'template', 'custom-columns': 'columns' },
};

const getFlags = {
  '-n': 'namespace=',
  '--namespace': 'namespace=',
  '-A': 'all',
  '--all-namespaces': 'all',
  '-l': 'labels=',
  '--selector': 'labels=',
  '--field-selector': 'fields=',
  '-o': 'form=',
  '--output': 'form=',
  '--raw': 'raw=',
  '-w': 'watch',
  '--watch': 'watch',
  '--no-headers': 'headers',
  '--ignore-not-found': 'ignore',
  '--sort-by': 'sort=',
  '--show-labels': 'show-labels',
} as const;
const logFlags = {
  '-l': 'labels=',
  '--selector': 'labels=',
  '-n': 'namespace=',
  '--namespace': 'namespace=',
  '-c': 'container=',
  '--container': 'container=',
  '--tail': 'lines=',
  '-p': 'previous',
  '--previous': 'previous',
  '-f': 'watch',
  '--follow': 'watch',
} as const;

/** @param words what stands behind `kubectl`, without anything a shell would have to work on */
export function kubectlRead(words: readonly Word[]): Reading {
  // `kubectl -n kube-system get pods`: a namespace may stand before the verb.
  const at = words.findIndex((word, index) => !word.value.startsWith('-') && !/^(-n|--namespace)$/.test(words[index - 1]?.value ?? ''));
  const verb = words[at]?.value ?? '';
  const rest = [...words.slice(0, Math.max(at, 0)), ...words.slice(at + 1)];
  if (verb === '') return no(reasons.notListed('kubectl by itself'));
  if (verb === 'auth') return no(reasons.posts);
  if (verb === 'cluster-info') return no(reasons.addresses);
  const [second = ''] = rest.map(({ value }) => value);
  if (verb === 'rollout' && /^(status|history)$/.test(second)) return no(reasons.rollout(second));
  if (changing.test(verb)) return no(reasons.changes(verb));
  if (reaching.test(verb)) return no(reasons.inside(verb));
  if (local.test(verb)) return no(reasons.local);
  if (verb === 'get' || verb === 'describe') return objects(verb, rest);
  if (verb === 'events') return objects('get', [{ type: 'word', value: 'events', raw: 'events', at: 0 }, ...rest]);
  if (verb === 'logs') return logs(rest);
  if (verb === 'api-resources' && rest.length === 0) return { read: { kind: 'api-resources' } };
  if (rest.length > 0) return no(reasons.notListed(`kubectl ${verb} with more words`));
  if (verb === 'version') return { read: { kind: 'health', path: '/version', verbose: false } };
  if (verb === 'api-versions') return { read: { kind: 'api-versions' } };
  return no(reasons.notListed(`kubectl ${verb}`));
}

function objects(verb: 'get' | 'describe', given: readonly Word[]): Reading {
  const taken = takeApart(given, getFlags);
  if ('unknown' in taken) return no(reasons.notListed(taken.unknown));
  const { words, flags } = taken;
  if (flags.has('watch')) return no(reasons.follows);
  const raw = flags.get('raw');
  if (raw !== undefined) return words.length === 0 && flags.size === 1 && verb === 'get' ? health(raw) : no(reasons.several);

  const [first = '', ...names] = words;
  const [kind = '', slashed, ...deeper] = first.split('/');
  if (deeper.length > 0 || names.length > 1 || (slashed !== undefined && names.length > 0) || kind.includes(','))
    return no(reasons.several);
  const resource = resourceName(kind);
  const one = slashed ?? names[0] ?? null;
  const refused = refusalOf(kind, resource);
  if (refused !== null || !isReadable(resource)) return no(refused ?? reasons.notListed(kind));

  const given2 = flags.get('namespace');
  if (given2 !== undefined && !namespace.test(given2)) return no(reasons.place(given2));
  if (one !== null && !(isRole(resource) ? freeName : name).test(one)) return no(reasons.place(one));
  const label = flags.get('labels') ?? '';
  const field = flags.get('fields') ?? '';
  if (label !== '' && !labels.test(label)) return no(reasons.notListed(`the selector ${label}`));
  if (field !== '' && !fields.test(field)) return no(reasons.notListed(`the selector ${field}`));
  const [, asked = '', pattern = ''] = /^([^=]*)=?(.*)$/s.exec(flags.get('form') ?? '') ?? [];
  const form = verb === 'describe' ? 'yaml' : asked === '' ? 'table' : Object.hasOwn(forms, asked) ? forms[asked] : undefined;
  if (form === undefined) return no(reasons.notListed(`the output ${asked}`));
  if (!isPattern(form, pattern)) return no(reasons.pattern(asked));
  const sortBy = flags.get('sort') ?? '';
  if (sortBy !== '' && !parsePath(sortBy)) return no(reasons.pattern('--sort-by'));
  // Sorted is what the server prints; an order of YAML or of names is not read.
  if (sortBy !== '' && form !== 'table' && form !== 'wide') return no(reasons.notListed('--sort-by with this output'));
  const everywhere = flags.has('all');
  if (everywhere && one !== null) return no(reasons.several);
  return {
    read: {
      ...{ kind: 'objects', resource, namespace: everywhere ? '' : (given2 ?? null), name: one, labels: label, fields: field },
      ...{ form, pattern, sortBy, showsLabels: flags.has('show-labels'), hasHeadings: !flags.has('headers') },
      ...{ mayBeMissing: flags.has('ignore'), describes: verb === 'describe' },
    },
  };
}

/** Whether a form has what it needs, and no more. */
function isPattern(form: Form, pattern: string): boolean {
  if (form === 'template') return pattern !== '' && parseTemplate(pattern) !== null;
  return form === 'columns' ? columnsOf(pattern) !== null : pattern === '';
}

const isRole = (resource: ResourceName): boolean => /role/.test(resource);

function refusalOf(kind: string, resource: string): string | null {
  if (kind === '') return reasons.notListed('kubectl get by itself');
  if (/^secrets?\b/i.test(kind) || resource === 'secrets') return reasons.secret;
  if (resource === 'componentstatuses') return reasons.componentStatuses;
  return resource === 'all' ? reasons.several : null;
}

function health(path: string): Reading {
  const [, place = '', query = ''] = /^((?:\/(?:livez|readyz|healthz)(?:\/etcd)?)|\/version)(\?verbose)?$/.exec(path) ?? [];
  if (place === '' || (place === '/version' && query !== '')) return no(reasons.notListed(`the path ${path}`));
  return { read: { kind: 'health', path: place as HealthPath, verbose: query !== '' } };
}

function logs(given: readonly Word[]): Reading {
  const taken = takeApart(given, logFlags);
  if ('unknown' in taken) return no(reasons.notListed(taken.unknown));
  const { words, flags } = taken;
  if (flags.has('watch')) return no(reasons.follows);
  const [first = '', second, ...more] = words;
  const pod = first.replace(/^pods?\//, '');
  if (more.length > 0 || (second !== undefined && flags.has('container'))) return no(reasons.several);
  const container = flags.get('container') ?? second ?? null;
  const inNamespace = flags.get('namespace') ?? null;
  const wrong = [inNamespace, container].find((value) => value !== null && !namespace.test(value));
  const selector = flags.get('labels');
  if (selector !== undefined && !labels.test(selector)) return no(reasons.notListed(`the selector ${selector}`));
  if (selector !== undefined && pod !== '') return no(reasons.several);
  if (selector === undefined && !name.test(pod))
    return no(pod === '' ? reasons.notListed('kubectl logs by itself') : pod.includes('/') ? reasons.notListed(pod) : reasons.place(pod));
  if (wrong) return no(reasons.place(wrong));
  // Of several Pods kubectl prints the last ten lines each.
  const lines = flags.get('lines') ?? String(selector === undefined ? maxLogLines : 10);
  if (!/^-?\d{1,6}$/.test(lines)) return no(reasons.place(lines));
  const count = Number(lines) < 0 ? maxLogLines : Math.min(Number(lines), maxLogLines);
  const source: LogSource = selector === undefined ? { pod, labels: null } : { pod: null, labels: selector };
  return { read: { kind: 'logs', namespace: inNamespace, container, lines: count, previous: flags.has('previous'), ...source } };
}
