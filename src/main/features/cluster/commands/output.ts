/** What of an answer is shown: as kubectl would show it, without secrets, and no more than a person reads. */
import * as v from 'valibot';
import { stringify } from 'yaml';
import type { Answer } from '../api.js';
import type { Answered } from '../checks/check.js';
import { columnsOf, rowOf } from './custom-columns.js';
import type { EtcdCommand } from './etcdctl.js';
import { fill } from './jsonpath/evaluate.js';
import { parseTemplate } from './jsonpath/parse.js';
import { namesOf, rowsOf, unreadIn } from './printed.js';
import { singularOf } from './resources.js';
import { aligned, asRows, asText, type Shown } from './shown.js';
import { maxLogLines, maxLogPods, type TypedRead } from './typed-read.js';
import { withoutSecrets } from './without-secrets.js';

/** What a further request was about, and what it answered. */
export interface FurtherAnswer {
  label: string;
  answer: Answer;
}

type Objects = Extract<TypedRead, { kind: 'objects' }>;

/** What is said beside an answer. */
const notes = {
  described: 'The object as YAML, and its events below. kubectl describe words the object, and sums up what it uses.',
  describedAlone: 'The objects as YAML, without the events that kubectl describe adds.',
  noEvents: (why: string) => `The object as YAML. Its events were not read: ${why}`,
  logEnd: `The last ${maxLogLines} lines; the log may have more.`,
  logPods: `The logs of the first ${maxLogPods} Pods; there are more.`,
  unreadLogs: (names: string) => `Not read: ${names}.`,
  unreadVersions: (names: string) => `Without ${names}, which did not answer.`,
  sorted: 'Only what was read is in order; there is more.',
};

/**
 * @param first what the first request answered
 * @param further what was asked after it
 * @param secrets what the connection must not show
 * @returns null when the answer is not what was asked for
 */
export function shownOf(read: TypedRead, first: Answered, further: readonly FurtherAnswer[], secrets: readonly string[]): Shown | null {
  const { body } = first;
  if (read.kind === 'logs') return read.pod === null ? asLogs(body, further, secrets) : asLog(read.lines, body, secrets);
  if (typeof body === 'string') return asText(body, '', secrets);
  if (read.kind === 'api-versions') return asVersions(body, secrets);
  if (read.kind === 'api-resources') return asResources(further, secrets);
  if (read.kind === 'health') return asText(stringify(body), 'yaml', secrets);
  if (read.kind !== 'objects') return rowsShown(null, body, secrets);
  if (read.describes) return described(read, body, further, secrets);
  return read.form === 'table' || read.form === 'wide' ? rowsShown(read, body, secrets) : asObjects(read, body, secrets);
}

function rowsShown(read: Objects | null, body: unknown, secrets: readonly string[]): Shown | null {
  const rows = rowsOf(read, body);
  if (!rows) return null;
  const shown = read && !read.hasHeadings ? asText(aligned(rows.rows), '', secrets, rows.unread === 0) : asRows(rows, secrets);
  return read?.sortBy && rows.unread !== 0 ? { ...shown, note: notes.sorted } : shown;
}

function asObjects(read: Objects, body: unknown, secrets: readonly string[]): Shown | null {
  const unread = unreadIn(body);
  const text = (content: string, language: Shown['language'] = ''): Shown => asText(content, language, secrets, unread === 0);
  const clean = withoutSecrets(body);
  if (read.form === 'json') return text(JSON.stringify(clean, null, 2), 'json');
  if (read.form === 'yaml') return text(stringify(clean, { lineWidth: 0 }), 'yaml');
  if (read.form === 'name') {
    const names = namesOf(read, body);
    return names && text(names.join('\n'));
  }
  if (read.form === 'template') {
    const template = parseTemplate(read.pattern);
    return template && text(fill(template, clean));
  }
  const columns = columnsOf(read.pattern);
  const items = v.safeParse(v.object({ items: v.array(v.unknown()) }), clean);
  if (!columns) return null;
  const rows = (items.success ? items.output.items : [clean]).map((item) => rowOf(columns, item));
  if (!read.hasHeadings) return text(aligned(rows));
  return asRows({ columns: columns.map(({ heading }) => heading), rows, unread }, secrets);
}

/** An object as YAML and then its events, as the server prints them. */
function described(read: Objects, body: unknown, further: readonly FurtherAnswer[], secrets: readonly string[]): Shown {
  const yaml = stringify(withoutSecrets(body), { lineWidth: 0 }).trimEnd();
  const [events] = further;
  if (!events) return { ...asText(yaml, 'yaml', secrets, unreadIn(body) === 0), note: notes.describedAlone };
  const { answer } = events;
  const rows = answer.kind === 'answered' ? rowsOf(null, answer.body) : null;
  if (!rows) {
    const why = answer.kind === 'failed' ? answer.failure.message : `the cluster answered ${answer.status}.`;
    return { ...asText(yaml, 'yaml', secrets), note: notes.noEvents(why) };
  }
  // Objects of other kinds may have the same name.
  const at = rows.columns.indexOf('Object');
  const own = rows.rows.filter((row) => at < 0 || row[at]?.startsWith(`${singularOf(read.resource)}/`));
  const lines = own.length === 0 ? ['none'] : aligned([rows.columns, ...own]).split('\n');
  const text = [yaml, '', '# Events', ...lines.map((line) => `# ${line}`)].join('\n');
  return { ...asText(text, 'yaml', secrets, rows.unread === 0), note: notes.described };
}

/** @param lines so many were asked for */
function asLog(lines: number, body: unknown, secrets: readonly string[]): Shown | null {
  if (typeof body !== 'string') return null;
  const shown = asText(body, '', secrets);
  const isCut = lines === maxLogLines && body.trimEnd().split('\n').length >= maxLogLines;
  return isCut ? { ...shown, note: notes.logEnd } : shown;
}

function asLogs(body: unknown, further: readonly FurtherAnswer[], secrets: readonly string[]): Shown {
  const read = further.map(({ label, answer }) => ({
    label,
    text: answer.kind === 'answered' && answer.status === 200 && typeof answer.body === 'string' ? answer.body.trimEnd() : null,
  }));
  const missing = read.filter(({ text }) => text === null).map(({ label }) => label);
  const note = [unreadIn(body) === 0 ? '' : notes.logPods, missing.length > 0 ? notes.unreadLogs(missing.join(', ')) : ''];
  const text = read.flatMap((each) => each.text || []).join('\n');
  return { ...asText(text, '', secrets), note: note.filter(Boolean).join(' ') };
}

function asVersions(body: unknown, secrets: readonly string[]): Shown | null {
  const groups = v.object({ groups: v.array(v.object({ versions: v.array(v.object({ groupVersion: v.string() })) })) });
  const found = v.safeParse(groups, body);
  if (!found.success) return null;
  const versions = found.output.groups.flatMap((group) => group.versions.map(({ groupVersion }) => groupVersion));
  return asText([...versions, 'v1'].sort().join('\n'), '', secrets);
}

const resourceList = v.object({
  groupVersion: v.string(),
  resources: v.array(
    v.object({ name: v.string(), kind: v.string(), namespaced: v.boolean(), shortNames: v.nullish(v.array(v.string()), []) }),
  ),
});

/** Every kind of object there is, without the parts of one: `pods`, not `pods/log`. */
function asResources(further: readonly FurtherAnswer[], secrets: readonly string[]): Shown {
  const lists = further.map(({ label, answer }) => ({
    label,
    list: answer.kind === 'answered' && answer.status === 200 ? v.safeParse(resourceList, answer.body) : null,
  }));
  // A kind that several versions of its group have is told of in the first, which is the preferred one.
  const kinds = new Map<string, string[]>();
  for (const { list } of lists) {
    if (!list?.success) continue;
    const { groupVersion, resources } = list.output;
    // The core group has no name, and comes first.
    const group = /^(.+)\//.exec(groupVersion)?.[1] ?? '';
    for (const { name, kind, namespaced, shortNames } of resources) {
      const key = `${group} ${name}`;
      if (!name.includes('/') && !kinds.has(key))
        kinds.set(key, [name, (shortNames ?? []).join(','), groupVersion, String(namespaced), kind]);
    }
  }
  const rows = [...kinds].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, row]) => row);
  const missing = lists.filter(({ list }) => !list?.success).map(({ label }) => label);
  const columns = ['Name', 'Shortnames', 'Apiversion', 'Namespaced', 'Kind'];
  return { ...asRows({ columns, rows, unread: 0 }, secrets), note: missing.length > 0 ? notes.unreadVersions(missing.join(', ')) : '' };
}

/** What etcdctl printed: a table that it drew, a list of keys, or else its text. */
export function shownOfEtcdctl({ kind }: EtcdCommand, output: string, secrets: readonly string[]): Shown {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (kind === 'keys') return asRows({ columns: ['Key'], rows: lines.map((line) => [line]), unread: 0 }, secrets);
  const [columns, ...rows] = lines
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((at) => at.trim()),
    );
  const isTable = columns !== undefined && rows.length > 0 && rows.every((row) => row.length === columns.length);
  return isTable ? asRows({ columns: columns.map(inWords), rows, unread: 0 }, secrets) : asText(output, '', secrets);
}

/** etcdctl shouts its headings. */
const inWords = (heading: string): string => (heading === 'ID' ? heading : heading.charAt(0) + heading.slice(1).toLowerCase());
