/**
 * The live-cluster panel: off until a person switches it on for a context, and silent whenever its screen is not on. Everything that is
 * secret stays in here.
 */
import { basename } from 'node:path';
import type { CheckId, ClusterCheck, ClusterView } from '../../../shared/cluster.js';
import { FailureError } from '../../../shared/result.js';
import type { ClusterFacts } from '../../domain/facts/card-facts.js';
import type { ClusterChoiceStore } from '../../store/tables/cluster-choices.js';
import { type Connection, type ConnectionView, openConnection, type Timing, troubleOf } from './connection.js';
import { describePlugin, type Plugin } from './exec-plugin.js';
import { configPaths, type Kubeconfig, loadKubeconfig, type ResolvedContext, watchKubeconfig } from './kubeconfig.js';

export interface ClusterServiceParts {
  choices: ClusterChoiceStore;
  env: NodeJS.ProcessEnv;
  home: string;
  timing: Timing;
  /** Tells the window. */
  emit(view: ClusterView): void;
  /** Gets what nobody foresaw. */
  log(error: unknown): void;
}

export interface ClusterService {
  open(): ClusterView;
  leave(): void;
  connect(contextName: string): ClusterView;
  allow(contextName: string): ClusterView;
  check(contextName: string): ClusterView;
  checkOne(contextName: string, checkId: CheckId): ClusterView;
  cancel(contextName: string): ClusterView;
  off(): ClusterView;
  /** Uses another kubeconfig from now on. */
  chooseFile(path: string): ClusterView;
  /** What the context the panel is on showed last, also when its screen was left; null when the panel is off or showed nothing yet. */
  facts(): ClusterFacts | null;
}

/** A context the panel is on, from the moment it is looked at until it is left. */
interface Visit {
  contextName: string;
  /** The context as it was, to see whether a change of the file concerns it. */
  text: string;
  plugin: Plugin | null;
  connection: Connection | null;
  /** What stands in the way before there is a connection. */
  before: Pick<ConnectionView, 'state' | 'trouble'>;
}

const silent: ConnectionView = {
  state: 'off',
  connection: null,
  trouble: null,
  checking: false,
  checkingIds: [],
  checkedAt: null,
  tookMs: null,
  checks: [],
};

export function createClusterService({ choices, env, home, timing, emit, log }: ClusterServiceParts): ClusterService {
  let config: Kubeconfig | null = null;
  let unwatch: (() => void) | null = null;
  let visit: Visit | null = null;
  let revision = 0;
  /** The results of the context last visited, until the app ends. */
  let remembered: { contextName: string; checks: readonly ClusterCheck[] } = { contextName: '', checks: [] };

  let facts: ClusterFacts | null = null;

  /** Keeps what was learned; the same facts stay the same object, so that nobody looks through all cards for nothing. */
  function learn(known: ClusterFacts): void {
    if (JSON.stringify(known) !== JSON.stringify(facts)) facts = known;
  }

  function reload(): Kubeconfig {
    const paths = configPaths(env, home, choices.get().file);
    config = loadKubeconfig(paths);
    return config;
  }

  function view(): ClusterView {
    const { contexts, found, problems } = config ?? reload();
    const { contextName } = choices.get();
    const shown = visit?.connection?.view() ?? { ...silent, ...visit?.before };
    revision += 1;
    return {
      revision,
      ...shown,
      contextName,
      contexts: [...contexts],
      found,
      problems: problems.map(({ path, ...rest }) => ({ name: basename(path), ...rest })),
      plugin:
        shown.state === 'ask' && visit?.plugin
          ? { ...visit.plugin.view, args: [...visit.plugin.view.args], env: [...visit.plugin.view.env] }
          : null,
    };
  }

  const tell = (): void => emit(view());

  function stop(): void {
    const connection = visit?.connection;
    if (visit && connection) remembered = { contextName: visit.contextName, checks: connection.view().checks };
    connection?.close();
    visit = null;
  }

  function start(contextName: string): void {
    stop();
    const context = (config ?? reload()).resolve(contextName);
    const mine: Visit = {
      contextName,
      text: JSON.stringify(context),
      plugin: null,
      connection: null,
      before: { state: 'connecting', trouble: null },
    };
    visit = mine;
    if (!context) {
      const problem = config?.contexts.find(({ name }) => name === contextName)?.problem;
      const message = problem ?? `The kubeconfig has no context named ${contextName}.`;
      mine.before = {
        state: 'lost',
        trouble: { message, hint: 'Choose another context, or mend the kubeconfig.', where: '', retryAt: null },
      };
      return;
    }
    prepare(mine, context).catch((error: unknown) => {
      if (visit !== mine) return;
      mine.before = { state: 'lost', trouble: { ...troubleOf(error), retryAt: null } };
      tell();
    });
  }

  /** Looks at the plugin first: it runs only when it was allowed as it is now. */
  async function prepare(mine: Visit, context: ResolvedContext): Promise<void> {
    const plugin = await describePlugin(context.user, env, home);
    if (visit !== mine) return;
    mine.plugin = plugin;
    if (plugin && !choices.get().allowed.includes(plugin.fingerprint)) {
      mine.before = { state: 'ask', trouble: null };
      return tell();
    }
    const earlier = remembered.contextName === mine.contextName ? remembered.checks : [];
    mine.connection = openConnection({
      context,
      plugin,
      timing,
      earlier,
      changed: () => visit === mine && tell(),
      learned: learn,
      log,
    });
    tell();
  }

  function fileChanged(): void {
    const { resolve } = reload();
    if (visit && visit.text !== JSON.stringify(resolve(visit.contextName))) start(visit.contextName);
    tell();
  }

  function watch(): void {
    unwatch?.();
    unwatch = watchKubeconfig((config ?? reload()).paths, fileChanged);
  }

  /** The window speaks of the context it shows; another one was chosen meanwhile. */
  function requireChosen(contextName: string): void {
    if (choices.get().contextName !== contextName) {
      throw new FailureError({ code: 'conflict', message: 'Another context was chosen meanwhile.', hint: 'Look at the screen again.' });
    }
  }

  return {
    open() {
      reload();
      watch();
      const { on, contextName } = choices.get();
      if (on && contextName !== null && !visit) start(contextName);
      return view();
    },
    leave() {
      unwatch?.();
      unwatch = null;
      stop();
    },
    connect(contextName) {
      if (!reload().contexts.some(({ name }) => name === contextName)) {
        throw new FailureError({ code: 'not-found', message: `The kubeconfig has no context named ${contextName}.` });
      }
      choices.set({ on: true, contextName });
      start(contextName);
      return view();
    },
    allow(contextName) {
      requireChosen(contextName);
      const { plugin } = view();
      if (!plugin || !visit?.plugin) throw new FailureError({ code: 'conflict', message: 'There is no program to allow.' });
      const { allowed } = choices.get();
      choices.set({ allowed: [...allowed, visit.plugin.fingerprint].slice(-50) });
      start(contextName);
      return view();
    },
    check(contextName) {
      requireChosen(contextName);
      if (visit?.connection) visit.connection.check();
      else if (choices.get().on) start(contextName);
      return view();
    },
    checkOne(contextName, checkId) {
      requireChosen(contextName);
      if (visit?.connection) visit.connection.checkOne(checkId);
      else if (choices.get().on) start(contextName);
      return view();
    },
    cancel(contextName) {
      requireChosen(contextName);
      visit?.connection?.cancel();
      return view();
    },
    off() {
      choices.set({ on: false });
      stop();
      return view();
    },
    chooseFile(path) {
      choices.set({ on: false, contextName: null, file: path });
      stop();
      reload();
      watch();
      return view();
    },
    facts() {
      const { on, contextName } = choices.get();
      return on && facts?.contextName === contextName ? facts : null;
    },
  };
}
