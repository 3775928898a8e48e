/** The kubeconfig as kubectl sees it: found the same way, several files laid over each other, the first to name a thing wins. */
import { type Stats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, delimiter, isAbsolute, join, resolve } from 'node:path';
import { type ClusterFields, type ConfigFile, type ConfigProblem, type Entry, readConfigFile, type UserFields } from './kubeconfig-file.js';

/** A context by its names only: no address, no path, no credential. */
export interface ContextName {
  name: string;
  cluster: string;
  user: string;
  /** Why it cannot be used; null when it can. */
  problem: string | null;
}

/** What a context stands for. Stays in the main process. */
export interface ResolvedContext {
  name: string;
  /** What kubectl reads when no namespace is given. */
  namespace: string;
  cluster: Entry<ClusterFields>;
  user: Entry<UserFields>;
}

export interface Kubeconfig {
  /** Files that were looked for, also those that are not there. */
  paths: readonly string[];
  /** Whether any of them is there. */
  found: boolean;
  currentContext: string | null;
  contexts: readonly ContextName[];
  problems: readonly ConfigProblem[];
  /** What a context stands for; null when there is none of that name, or it cannot be used. */
  resolve(contextName: string): ResolvedContext | null;
  /** Why a context cannot be used: what is wrong in the file, where that is the reason. */
  whyNot(contextName: string): Obstacle;
}

/** What stands in the way of a context. */
export interface Obstacle {
  message: string;
  hint: string;
  /** The file and the line; '' when it is at no place in a file. */
  where: string;
}

/**
 * Where kubectl looks: the list in KUBECONFIG, else `.kube/config` in the home folder.
 * @param chosen a file the person chose instead; null for none
 */
export function configPaths(env: NodeJS.ProcessEnv, home: string, chosen: string | null): string[] {
  if (chosen !== null) return [chosen];
  const listed = (env['KUBECONFIG'] ?? '').split(delimiter).filter((path) => path !== '');
  if (listed.length === 0) return [join(home, '.kube', 'config')];
  return [...new Set(listed.map((path) => (isAbsolute(path) ? path : resolve(path))))];
}

/** Reads the files and lays them over each other. A file that is not there is passed over, as kubectl does. Never throws. */
export function loadKubeconfig(paths: readonly string[]): Kubeconfig {
  const files = paths.map(readConfigFile).filter((file): file is ConfigFile => file !== null);
  const clusters = firstOfEachName(files.flatMap((file) => file.clusters));
  const users = firstOfEachName(files.flatMap((file) => file.users));
  const contexts = firstOfEachName(files.flatMap((file) => file.contexts));
  const named = [...contexts.values()].map(({ name, value }): ContextName => {
    const problem = !clusters.has(value.cluster)
      ? `The kubeconfig has no cluster named ${value.cluster || 'in this context'}.`
      : value.user !== '' && !users.has(value.user)
        ? `The kubeconfig has no user named ${value.user}.`
        : null;
    return { name, cluster: value.cluster, user: value.user, problem };
  });
  return {
    paths,
    found: files.length > 0,
    currentContext: files.map((file) => file.currentContext).find((name) => name !== '') ?? null,
    contexts: named,
    problems: files.flatMap((file) => file.problems),
    whyNot(contextName) {
      const hint = 'Choose another context, or mend the kubeconfig.';
      if (files.length === 0) return { message: 'The kubeconfig is not there.', hint: 'Choose another one, or make it again.', where: '' };
      const known = named.find(({ name }) => name === contextName);
      // What was left out of the file is why a context, or what it names, is not there.
      const reasons: readonly ConfigProblem['leavesOut'][] = [
        'file',
        ...(known ? (['clusters', 'users'] as const) : (['contexts'] as const)),
      ];
      const problem = files.flatMap((file) => file.problems).find(({ leavesOut }) => reasons.includes(leavesOut));
      if (problem && known?.problem !== null) {
        return { message: problem.message, hint: problem.hint, where: `${basename(problem.path)}:${problem.line}` };
      }
      return { message: known?.problem ?? `The kubeconfig has no context named ${contextName}.`, hint, where: '' };
    },
    resolve(contextName) {
      const context = contexts.get(contextName);
      const cluster = context && clusters.get(context.value.cluster);
      if (!context || !cluster) return null;
      const user = context.value.user === '' ? anonymous(context) : users.get(context.value.user);
      return user
        ? {
            name: contextName,
            namespace: /^[a-z0-9-]{1,63}$/.test(context.value.namespace) ? context.value.namespace : 'default',
            cluster,
            user,
          }
        : null;
    },
  };
}

function firstOfEachName<T>(entries: readonly Entry<T>[]): Map<string, Entry<T>> {
  const map = new Map<string, Entry<T>>();
  for (const entry of entries) if (!map.has(entry.name)) map.set(entry.name, entry);
  return map;
}

/** A context without a user asks without credentials. */
const anonymous = ({ path, folder, line }: Entry<unknown>): Entry<UserFields> => ({
  name: '',
  path,
  folder,
  line,
  value: {
    token: '',
    tokenFile: '',
    username: '',
    password: '',
    'client-certificate': '',
    'client-certificate-data': '',
    'client-key': '',
    'client-key-data': '',
    as: '',
    'as-uid': '',
    'as-groups': [],
    exec: null,
    'auth-provider': null,
  },
});

/**
 * Tells when one of the files changes, appears or goes. Looks at them from time to time, so that files that are not there yet and
 * editors that replace a file are no special cases.
 * @returns stops looking
 */
export function watchKubeconfig(paths: readonly string[], onChange: () => void, everyMs = 2_000): () => void {
  let stopped = false;
  // Read at once: a change that comes a moment later is one.
  let seen = paths.map((path) => markOf(statOf(path)));
  const look = async (): Promise<void> => {
    const now = await Promise.all(paths.map(async (path) => markOf(await stat(path).catch(() => null))));
    const changed = now.some((mark, index) => mark !== seen[index]);
    seen = now;
    if (changed && !stopped) onChange();
    if (!stopped) again();
  };
  let timer: NodeJS.Timeout;
  const again = (): void => {
    timer = setTimeout(() => void look(), everyMs).unref();
  };
  again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Another one when a file changed or was replaced; '' when there is none. */
const markOf = (stats: Stats | null): string => (stats === null ? '' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`);

function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
