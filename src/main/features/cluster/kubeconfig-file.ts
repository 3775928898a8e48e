/**
 * Reads one kubeconfig file. It is hostile input: a limit on size and on structure keeps parsing short, aliases cannot grow it, and
 * every wrong type is a problem with its line. An entry that is wrong is left out; the others stay.
 */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml';

/** A finding about a kubeconfig: where, what, and how to mend it. Holds no value of the file. */
export interface ConfigProblem {
  path: string;
  /** From 1. */
  line: number;
  message: string;
  hint: string;
  /** The part of the file that is left out because of it: all of it, or an entry of a section. */
  leavesOut: 'file' | keyof typeof sections;
}

const text = v.nullish(v.string(), '');
const flag = v.nullish(v.boolean(), false);

const clusterFields = v.object({
  server: v.pipe(v.string(), v.minLength(1)),
  'certificate-authority': text,
  'certificate-authority-data': text,
  'insecure-skip-tls-verify': flag,
  'tls-server-name': text,
  'proxy-url': text,
});

const execFields = v.object({
  apiVersion: text,
  command: v.pipe(v.string(), v.minLength(1)),
  args: v.nullish(v.array(v.string()), []),
  env: v.nullish(v.array(v.object({ name: v.pipe(v.string(), v.minLength(1)), value: v.string() })), []),
  installHint: text,
  provideClusterInfo: flag,
});

const userFields = v.object({
  token: text,
  tokenFile: text,
  username: text,
  password: text,
  'client-certificate': text,
  'client-certificate-data': text,
  'client-key': text,
  'client-key-data': text,
  as: text,
  'as-uid': text,
  'as-groups': v.nullish(v.array(v.string()), []),
  exec: v.nullish(execFields, null),
  'auth-provider': v.nullish(v.object({ name: text }), null),
});

const contextFields = v.object({ cluster: text, user: text, namespace: text });

const sections = {
  clusters: v.object({ name: v.string(), cluster: clusterFields }),
  users: v.object({ name: v.string(), user: v.nullish(userFields, {}) }),
  contexts: v.object({ name: v.pipe(v.string(), v.minLength(1)), context: contextFields }),
} as const;

const whole = v.pipe(
  v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'a block of settings'),
  v.object({
    kind: v.nullish(v.literal('Config'), 'Config'),
    'current-context': text,
    clusters: v.nullish(v.array(v.unknown()), []),
    users: v.nullish(v.array(v.unknown()), []),
    contexts: v.nullish(v.array(v.unknown()), []),
  }),
);

export type ClusterFields = v.InferOutput<typeof clusterFields>;
export type UserFields = v.InferOutput<typeof userFields>;
export type ExecFields = v.InferOutput<typeof execFields>;

/** A named part of a file; `folder` is what relative paths in it start from. */
export interface Entry<T> {
  name: string;
  value: T;
  path: string;
  folder: string;
  line: number;
}

export interface ConfigFile {
  /** '' when the file names none. */
  currentContext: string;
  clusters: Entry<ClusterFields>[];
  users: Entry<UserFields>[];
  contexts: Entry<v.InferOutput<typeof contextFields>>[];
  problems: ConfigProblem[];
}

/** A kubeconfig with hundreds of contexts stays below both. */
const maxBytes = 1024 * 1024;
/**
 * Five hundred contexts with a sign-in program each have 34,000 of them. Line ends, commas, colons and brackets: what makes YAML nodes, and so the time to parse it. Certificates
 * have none of them.
 */
const maxMarks = 40_000;

const nothing = (problem: ConfigProblem): ConfigFile => ({
  currentContext: '',
  clusters: [],
  users: [],
  contexts: [],
  problems: [problem],
});

/**
 * @param path absolute
 * @returns null when there is no such file; never throws
 */
export function readConfigFile(path: string): ConfigFile | null {
  const problem = (message: string, hint: string): ConfigFile => nothing({ path, line: 1, message, hint, leavesOut: 'file' });
  let yaml: string;
  try {
    const handle = openSync(path, 'r');
    try {
      const stat = fstatSync(handle);
      if (!stat.isFile()) return problem('This is not a file.', 'Choose the kubeconfig file itself.');
      if (stat.size > maxBytes) return problem('The file is larger than 1 MB.', 'A kubeconfig is a few kilobytes. Choose another file.');
      yaml = readFileSync(handle, 'utf8');
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return null;
    return problem('The file cannot be read.', 'Check that you may read it.');
  }
  return parseConfig(path, yaml);
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

/** Reads the text of a kubeconfig; `path` says where it is from. Never throws. */
export function parseConfig(path: string, yaml: string): ConfigFile {
  const at = (line: number, message: string, hint: string): ConfigProblem => ({
    ...{ path, line, message, hint },
    leavesOut: 'file',
  });
  if ((yaml.match(/[\n,:[\]{}]/g)?.length ?? 0) > maxMarks) {
    return nothing(at(1, 'The file has far more entries than a kubeconfig has.', 'Choose another file.'));
  }
  const lines = new LineCounter();
  // That no key is there twice is looked for by holding each against all others; kubectl takes the last.
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const broken: YAMLError | undefined = document.errors[0];
  if (broken) {
    return nothing(at(lines.linePos(broken.pos[0]).line || 1, 'This is not valid YAML.', 'Compare the file with `kubectl config view`.'));
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch {
    return nothing(
      at(1, 'The file is nested too deeply, or repeats parts of itself too often.', 'Write the entries out instead of using YAML aliases.'),
    );
  }
  const lineOf = (keys: readonly PropertyKey[]): number => lineIn(document, lines, keys);
  const checked = v.safeParse(whole, value, { abortEarly: true });
  if (!checked.success) return nothing({ ...wrongType(path, checked.issues[0], [], lineOf), leavesOut: 'file' });

  const problems: ConfigProblem[] = [];
  function entries<S extends keyof typeof sections>(section: S): { line: number; fields: v.InferOutput<(typeof sections)[S]> }[] {
    return (checked.success ? (checked.output[section] as unknown[]) : []).flatMap((entry, index) => {
      const result = v.safeParse(sections[section], entry, { abortEarly: true });
      if (result.success) return [{ line: lineOf([section, index]), fields: result.output as v.InferOutput<(typeof sections)[S]> }];
      problems.push({ ...wrongType(path, result.issues[0], [section, index], lineOf), leavesOut: section });
      return [];
    });
  }
  const place = { path, folder: dirname(path) };
  return {
    currentContext: checked.output['current-context'],
    clusters: entries('clusters').map(({ line, fields }) => ({ ...place, line, name: fields.name, value: fields.cluster })),
    users: entries('users').map(({ line, fields }) => ({ ...place, line, name: fields.name, value: v.parse(userFields, fields.user) })),
    contexts: entries('contexts').map(({ line, fields }) => ({ ...place, line, name: fields.name, value: fields.context })),
    problems,
  };
}

/** Says where and what kind of value was expected, never what is there: it may be a secret. */
function wrongType(
  path: string,
  issue: v.BaseIssue<unknown>,
  prefix: readonly PropertyKey[],
  lineOf: (keys: readonly PropertyKey[]) => number,
): Omit<ConfigProblem, 'leavesOut'> {
  const inner = (issue.path ?? []).map((item) => item.key as PropertyKey);
  const keys = [...prefix, ...inner];
  const name = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const what = {
    string: 'text',
    boolean: 'true or false',
    array: 'a list',
    object: 'a block of settings',
    min_length: 'text',
    custom: 'a block of settings',
  }[issue.type];
  return {
    path,
    line: lineOf(keys),
    message: `${name.replace(/^\./, '') || 'The file'} should be ${what ?? `${issue.expected ?? 'something else'}`}.`,
    hint: 'Mend this entry, or write it again with `kubectl config set-cluster`, `set-credentials` or `set-context`.',
  };
}

/** The line of the innermost part of `keys` that is there. */
function lineIn(document: Document, lines: LineCounter, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(keys.slice(0, length), true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? (node.range as [number, number, number] | null) : null;
    if (range) return lines.linePos(range[0]).line || 1;
  }
  return 1;
}
