/** Runs the command of a card as a read: what would run is shown first, then it is asked once. Nothing of the answer is kept. */
import type { CommandOutput, CommandPlan } from '../../shared/cluster-run.js';
import { FailureError } from '../../shared/result.js';
import type { ClusterChoiceStore } from '../store/cluster-choices.js';
import { type Access, AccessError, accessOf } from './access.js';
import { createApi } from './api.js';
import type { Answered, Failed } from './checks/check.js';
import { noteCommandOf } from './commands/note-command.js';
import { shownOf } from './commands/output.js';
import { requestOf, rightOf, type TypedRead } from './commands/typed-read.js';
import { troubleOf } from './connection.js';
import { describePlugin } from './exec-plugin.js';
import { configPaths, loadKubeconfig, type ResolvedContext } from './kubeconfig.js';
import { redact } from './redact.js';
import { type Right, rightInWords, roleFor } from './reads.js';

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
  /** Stops what runs. */
  stop(): void;
}

interface Planned {
  read: TypedRead;
  context: ResolvedContext;
  plan: Extract<CommandPlan, { kind: 'run' }>;
  /** What the person saw, to be held against what would run. */
  text: string;
}

export function createCommandRunner({ choices, env, home, now, limitMs, card }: CommandRunnerParts): CommandRunner {
  let shown: string | null = null;
  let running: AbortController | null = null;

  function prepare(cardId: string, contextName: string): Planned | Extract<CommandPlan, { kind: 'copy' }> {
    const chosen = choices.get();
    if (!chosen.on || chosen.contextName !== contextName) {
      throw new FailureError({
        code: 'conflict',
        message: 'This context is not switched on.',
        hint: 'Connect to it on the Cluster screen first.',
      });
    }
    const found = card(cardId);
    if (!found) throw new FailureError({ code: 'not-found', message: 'This card is no longer there.' });
    const command = found.kind === 'command' ? noteCommandOf(found.back) : null;
    if (!command) throw new FailureError({ code: 'not-found', message: 'This card has no command.' });
    if ('reason' in command) return { kind: 'copy', command: command.command, reason: command.reason };
    const context = loadKubeconfig(configPaths(env, home, chosen.file)).resolve(contextName);
    if (!context) throw new FailureError({ code: 'not-found', message: `The kubeconfig has no usable context named ${contextName}.` });
    const { path } = requestOf(command.read, context.namespace);
    const plan = {
      kind: 'run' as const,
      command: command.command,
      request: `GET ${path}`,
      host: hostOf(context),
      user: context.user.name,
      instead: command.instead,
    };
    return { read: command.read, context, plan, text: JSON.stringify([cardId, contextName, plan]) };
  }

  async function signIn(context: ResolvedContext, signal: AbortSignal): Promise<Access> {
    const plugin = await describePlugin(context.user, env, home);
    if (plugin && !choices.get().allowed.includes(plugin.fingerprint)) {
      throw new FailureError({
        code: 'conflict',
        message: 'This context signs in with a program that you have not allowed.',
        hint: 'Look at it on the Cluster screen.',
      });
    }
    return accessOf(context, (await plugin?.run(signal))?.credential ?? null);
  }

  async function ask({ read, context, plan }: Planned, signal: AbortSignal): Promise<CommandOutput> {
    const access = await signIn(context, signal);
    const api = createApi(access, { limitMs });
    try {
      const answer = await api.ask(requestOf(read, context.namespace), signal);
      const base = { command: plan.command, request: plan.request, at: now(), status: answer.status, tookMs: answer.tookMs };
      const nothing = { columns: [], rows: [], text: '', language: '' as const, more: 0, role: '' };
      if (answer.kind === 'failed') return { ...base, ...nothing, ...failureOf(answer, rightOf(read, context.namespace)) };
      const refused = refusalIn(answer, read);
      if (refused !== null) return { ...base, ...nothing, failure: { message: redact(refused, access.secrets).slice(0, 300), hint: '' } };
      const output = shownOf(read, answer, access.secrets);
      const garbled = { message: 'The answer is not what was asked for.', hint: 'Try the command in a terminal.' };
      return output ? { ...base, ...output, role: '', failure: null } : { ...base, ...nothing, failure: garbled };
    } finally {
      api.close();
    }
  }

  return {
    plan(cardId, contextName) {
      const planned = prepare(cardId, contextName);
      if (!('plan' in planned)) return planned;
      shown = planned.text;
      return planned.plan;
    },
    async run(cardId, contextName) {
      const planned = prepare(cardId, contextName);
      if (!('plan' in planned) || planned.text !== shown) {
        throw new FailureError({ code: 'conflict', message: 'What would run has changed since it was shown.', hint: 'Look at it again.' });
      }
      running?.abort();
      const mine = new AbortController();
      running = mine;
      try {
        return await ask(planned, mine.signal);
      } catch (error) {
        if (!(error instanceof AccessError)) throw error;
        const { message, hint, where } = troubleOf(error);
        throw new FailureError({ code: 'conflict', message: where ? `${message} (${where})` : message, hint });
      } finally {
        if (running === mine) running = null;
      }
    },
    stop: () => running?.abort(),
  };
}

/** The host of the server and nothing else of its address; '' when it has none. */
function hostOf({ cluster }: ResolvedContext): string {
  try {
    return new URL(cluster.value.server).hostname;
  } catch {
    return '';
  }
}

/** Why nothing was answered, with the role to ask for where a right is missing. */
function failureOf({ failure: { kind, message, hint } }: Failed, right: Right): Pick<CommandOutput, 'failure' | 'role'> {
  if (kind !== 'forbidden') return { failure: { message, hint }, role: '' };
  return { failure: { message: `Your user may not ${rightInWords(right)}.`, hint }, role: roleFor(right) };
}

/** What the API server says when it has not got what was asked for; null for an answer, which a failing health report is too. */
function refusalIn({ status, body }: Answered, read: TypedRead): string | null {
  if (status < 400 || read.kind === 'health' || read.kind === 'etcd-health') return null;
  try {
    const said: unknown = typeof body === 'string' ? JSON.parse(body) : body;
    if (typeof said === 'object' && said !== null && 'message' in said && typeof said.message === 'string') return said.message;
  } catch {
    // Said in fewer words, then.
  }
  return `The cluster answered ${status}.`;
}
