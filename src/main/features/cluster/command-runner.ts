/**
 * Runs the command of a card, as a read or as etcdctl in the Pod of etcd: what would run is shown first, then it is asked once. Nothing of
 * the answer is kept.
 */
import type { CommandOutput, CommandPlan, FoundPod } from '../../../shared/cluster-run.js';
import { FailureError } from '../../../shared/result.js';
import type { ClusterChoiceStore } from '../../store/tables/cluster-choices.js';
import { type Access, AccessError, accessOf } from './access.js';
import { type Answer, createApi } from './api.js';
import type { Answered } from './checks/check.js';
import { argvOf, type EtcdCommand, type EtcdPod } from './commands/etcdctl.js';
import { furtherInWords, furtherOf } from './commands/further.js';
import { noteCommandOf } from './commands/note-command.js';
import { shownOf } from './commands/output.js';
import { hadOtherVersion, requestOf, rightOf, type TypedRead } from './commands/typed-read.js';
import { failureOf, findEtcdPod, planOf, runInPod } from './etcd-exec.js';
import { describePlugin } from './exec-plugin.js';
import { configPaths, loadKubeconfig, type ResolvedContext } from './kubeconfig.js';
import { quoted } from './redact.js';
import { statusIn } from './refusal.js';
import { troubleOf } from './session.js';

export interface CommandRunnerParts {
  choices: ClusterChoiceStore;
  env: NodeJS.ProcessEnv;
  home: string;
  now(): number;
  /** The longest the read may take. */
  limitMs: number;
  /** A card as it is shown; null when it is gone. */
  card(cardId: string): { kind: string; back: string } | null;
}

export interface CommandRunner {
  /** Says what would run; reads the card and the kubeconfig, contacts nothing. Throws a FailureError. */
  plan(cardId: string, contextName: string): CommandPlan;
  /** Runs what `plan` showed last. Throws a FailureError when that was something else, or when it cannot be asked. */
  run(cardId: string, contextName: string): Promise<CommandOutput>;
  /** Looks for the Pod of etcd and says what would run in it. Throws a FailureError. */
  findPod(cardId: string, contextName: string): Promise<FoundPod>;
  /** Runs what `findPod` found last, once. Throws a FailureError when that was something else, or was run before. */
  exec(cardId: string, contextName: string): Promise<CommandOutput>;
  /** Stops what runs. */
  stop(): void;
}

interface Planned {
  /** What is read: the command itself, or what stands in for it; null when nothing can. */
  read: TypedRead | null;
  /** What would run in the Pod of etcd. */
  exec: EtcdCommand | null;
  context: ResolvedContext;
  plan: Exclude<CommandPlan, { kind: 'copy' }>;
  /** What the person saw, to be held against what would run. */
  text: string;
}

const conflict = (message: string, hint: string): FailureError => new FailureError({ code: 'conflict', message, hint });

export function createCommandRunner({ choices, env, home, now, limitMs, card }: CommandRunnerParts): CommandRunner {
  let shown: string | null = null;
  let found: { text: string; pod: EtcdPod } | null = null;
  let running: AbortController | null = null;

  function prepare(cardId: string, contextName: string): Planned | Extract<CommandPlan, { kind: 'copy' }> {
    const chosen = choices.get();
    if (!chosen.on || chosen.contextName !== contextName) {
      throw conflict('This context is not switched on.', 'Connect to it on the Cluster screen first.');
    }
    const asked = card(cardId);
    if (!asked) throw new FailureError({ code: 'not-found', message: 'This card is no longer there.' });
    const command = asked.kind === 'command' ? noteCommandOf(asked.back) : null;
    if (!command) throw new FailureError({ code: 'not-found', message: 'This card has no command.' });
    if ('reason' in command) return { kind: 'copy', command: command.command, reason: command.reason };
    const config = loadKubeconfig(configPaths(env, home, chosen.file));
    const context = config.resolve(contextName);
    if (!context) {
      const { message, hint, where } = config.whyNot(contextName);
      throw new FailureError({ code: 'not-found', message: where ? `${message} (${where})` : message, hint });
    }
    const base = { command: command.command, host: hostOf(context), user: context.user.name };
    const requestFor = (read: TypedRead): string => requestInWords(read, context.namespace);
    if ('read' in command) {
      return planned({ read: command.read, exec: null, context, plan: { kind: 'run', ...base, request: requestFor(command.read) } });
    }
    const instead = command.instead && { request: requestFor(command.instead.read), text: command.instead.text };
    return planned({ read: command.instead?.read ?? null, exec: command.exec, context, plan: { kind: 'exec', ...base, instead } });

    function planned(parts: Omit<Planned, 'text'>): Planned {
      // The whole address counts, though only its host is shown.
      return { ...parts, text: JSON.stringify([cardId, contextName, parts.context.cluster.value.server, parts.plan]) };
    }
  }

  async function signIn(context: ResolvedContext, signal: AbortSignal): Promise<Access> {
    const plugin = await describePlugin(context, env, home);
    if (plugin && !choices.get().allowed.includes(plugin.fingerprint)) {
      throw conflict('This context signs in with a program that you have not allowed.', 'Look at it on the Cluster screen.');
    }
    return accessOf(context, (await plugin?.run(signal))?.credential ?? null, env);
  }

  async function ask(read: TypedRead, { context, plan }: Planned, signal: AbortSignal): Promise<CommandOutput> {
    const access = await signIn(context, signal);
    const api = createApi(access, { limitMs });
    try {
      const today = await api.ask(requestOf(read, context.namespace), signal);
      const isOlder = hadOtherVersion(read) && isUnknownKind(today);
      const answer = isOlder ? await api.ask(requestOf(read, context.namespace, true), signal) : today;
      const base = { ...nothing, command: plan.command, request: requestInWords(read, context.namespace, isOlder), at: now() };
      const answered = { ...base, status: answer.status, tookMs: answer.tookMs };
      if (answer.kind === 'failed') return { ...answered, ...failureOf(answer, rightOf(read, context.namespace)) };
      const refused = refusalIn(answer, read);
      if (answer.status === 404 && read.kind === 'objects' && read.mayBeMissing) return answered;
      if (refused !== null) return { ...answered, failure: { message: quoted(refused, access.secrets), hint: '' } };
      const asked = furtherOf(read, context.namespace, answer.body);
      const further = await Promise.all(asked.map(async ({ label, request }) => ({ label, answer: await api.ask(request, signal) })));
      const output = shownOf(read, answer, further, access.secrets);
      const garbled = { message: 'The answer is not what was asked for.', hint: 'Try the command in a terminal.' };
      return output ? { ...answered, ...output } : { ...answered, failure: garbled };
    } finally {
      api.close();
    }
  }

  async function look(etcd: EtcdCommand, { context, plan, text }: Planned, signal: AbortSignal): Promise<FoundPod> {
    const pod = await findEtcdPod(await signIn(context, signal), limitMs, signal);
    if ('failure' in pod) {
      found = null;
      return { kind: 'none', output: { ...nothing, command: plan.command, at: now(), ...pod } };
    }
    found = { text, pod };
    return planOf(plan, pod, argvOf(etcd, pod));
  }

  /** One at a time: what runs is stopped by what comes after it. */
  async function alone<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    try {
      return await task(mine.signal);
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      const { message, hint, where } = troubleOf(error);
      throw conflict(where ? `${message} (${where})` : message, hint);
    } finally {
      if (running === mine) running = null;
    }
  }

  /** Throws when nothing was shown that could run, or something else. */
  function agreed(cardId: string, contextName: string, text: string | undefined | null): Planned {
    const planned = prepare(cardId, contextName);
    if (!('plan' in planned) || planned.text !== text)
      throw conflict('What would run has changed since it was shown.', 'Look at it again.');
    return planned;
  }

  return {
    plan(cardId, contextName) {
      const planned = prepare(cardId, contextName);
      if (!('plan' in planned)) return planned;
      shown = planned.text;
      return planned.plan;
    },
    async run(cardId, contextName) {
      const planned = agreed(cardId, contextName, shown);
      const { read } = planned;
      if (!read) throw conflict('Only etcdctl can answer this.', 'Run it in the Pod of etcd.');
      return alone((signal) => ask(read, planned, signal));
    },
    async findPod(cardId, contextName) {
      const planned = agreed(cardId, contextName, shown);
      const { exec } = planned;
      if (!exec) throw conflict('This command does not run in a Pod.', 'Look at it again.');
      return alone((signal) => look(exec, planned, signal));
    },
    async exec(cardId, contextName) {
      const once = found;
      found = null;
      const { exec, context, plan } = agreed(cardId, contextName, once?.text);
      if (!exec || !once) throw conflict('What would run was not shown.', 'Look at it again.');
      return alone(async (signal) => {
        const output = await runInPod(await signIn(context, signal), exec, once.pod, limitMs, signal);
        return { ...nothing, command: plan.command, at: now(), ...output };
      });
    },
    stop: () => running?.abort(),
  };
}

const nothing = { columns: [], rows: [], text: '', language: '' as const, more: 0, isAtLeast: false, note: '', role: '', failure: null };

/** Everything a read asks. */
function requestInWords(read: TypedRead, namespace: string, isOlder = false): string {
  const further = furtherInWords(read, namespace);
  return `GET ${requestOf(read, namespace, isOlder).path}${further && `, then ${further}`}`;
}

/** The host of the server and nothing else of its address; '' when it has none. */
function hostOf({ cluster }: ResolvedContext): string {
  try {
    return new URL(cluster.value.server).hostname;
  } catch {
    return '';
  }
}

/** Whether the cluster has no such kind in this version of the API; an object that is not there is something else. */
const isUnknownKind = (answer: Answer): boolean =>
  answer.kind === 'answered' && answer.status === 404 && !/" not found/.test(statusIn(String(answer.body))?.message ?? '');

/** What the API server says when it has not got what was asked for; null for an answer, which a failing health report is too. */
function refusalIn({ status, body }: Answered, read: TypedRead): string | null {
  if (status < 400 || read.kind === 'health' || read.kind === 'etcd-health') return null;
  const said = typeof body === 'string' ? statusIn(body)?.message : undefined;
  return said || `The cluster answered ${status}.`;
}
