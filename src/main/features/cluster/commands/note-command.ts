/**
 * Whether the command on a card can be run, decided from its text alone. Pure: nothing is asked and nothing is run. There is no
 * shell: what needs one is only to be copied.
 */
import { answersOf } from '../../../domain/grading/answers.js';
import { placeEnd, placeStart, type Word } from '../../../domain/grading/shell/lexer.js';
import { readScript } from '../../../domain/grading/shell/script.js';
import { programName } from '../../../domain/grading/tools/index.js';
import { type EtcdCommand, etcdCommandOf, etcdContainer, etcdNamespace } from './etcdctl.js';
import { kubectlRead, reasons } from './kubectl.js';
import type { TypedRead } from './typed-read.js';
import { type Flags, takeApart } from './words.js';

/** A read that answers nearly the same, and what it is, in sentences. */
export interface Instead {
  read: TypedRead;
  text: string;
}

export type NoteCommand =
  | {
      command: string;
      read: TypedRead;
    }
  | { command: string; exec: EtcdCommand; /** null when only etcdctl knows. */ instead: Instead | null }
  | { command: string; reason: string };

/** Nobody types a longer one, and nothing longer is looked at. */
const longest = 2_000;

/** @returns the first command of a card's back that can be run, else why its first cannot; null when it has none */
export function noteCommandOf(back: string): NoteCommand | null {
  const commands = answersOf(back.slice(0, 20_000)).map((text) => noteCommand(text));
  return commands.find((command) => !('reason' in command)) ?? commands[0] ?? null;
}

export function noteCommand(text: string): NoteCommand {
  const command = text.trim();
  const only = (reason: string): NoteCommand => ({ command, reason });
  if (command.length > longest) return only('It is longer than any command Etcdeck runs.');
  const [step, ...more] = readScript(command);
  const [program, ...words] = step?.words ?? [];
  if (!step || !program) return only('There is no command in it.');
  const place = [...command.matchAll(/<[A-Za-z][^<>\n]{0,60}>/g)][0]?.[0];
  if (place !== undefined || step.words.some(({ value }) => value.includes(placeStart) || value.includes(placeEnd)))
    return only(reasons.place(place ?? 'what stands in angle brackets'));
  if (more.length > 0 || step.redirections.length > 0 || step.joint !== null) return only('It needs a shell, and Etcdeck starts none.');
  if (step.words.some(({ value }) => /[$`\n\uE000-\uE003]/.test(value)))
    return only('A shell would have to fill it in, and Etcdeck starts none.');
  const called = programName(program.value);
  if (called === 'etcdctl')
    return program.value === called
      ? etcdctl(
          command,
          words,
          step.environment.map(({ name }) => name),
        )
      : only('It runs on a machine of the cluster, where Etcdeck does not go.');
  if (called !== 'kubectl' || program.value !== called) return only('It runs on a machine of the cluster, where Etcdeck does not go.');
  if (step.environment.length > 0) return only('It sets variables of a shell, and Etcdeck starts none.');
  const inside = etcdctlInside(words);
  if (inside) return { ...inside, command };
  const reading = kubectlRead(words);
  return 'read' in reading ? { command, read: reading.read } : only(reading.reason);
}

const execFlags: Flags = {
  '-n': 'namespace=',
  '--namespace': 'namespace=',
  '-c': 'container=',
  '--container': 'container=',
  '-i': 'terminal',
  '-t': 'terminal',
  '-it': 'terminal',
  '-ti': 'terminal',
  '--stdin': 'terminal',
  '--tty': 'terminal',
};
const shells: readonly string[] = ['sh', 'bash', '/bin/sh', '/bin/bash'];

/**
 * `kubectl exec etcd-node -n kube-system -- etcdctl …`, also as `-- sh -c "etcdctl …"`, says by hand what running etcdctl does here: it
 * is held against the same closed table, and no shell takes part. null for any other command of kubectl.
 */
function etcdctlInside(words: readonly Word[]): NoteCommand | null {
  const dashes = words.findIndex(({ value }) => value === '--');
  if (dashes < 0) return null;
  const taken = takeApart(words.slice(0, dashes), execFlags);
  if ('unknown' in taken) return null;
  const { flags } = taken;
  const isInEtcd = /^exec (?:pods?\/)?etcd-\S+$/.test(taken.words.join(' ')) && flags.get('namespace') === etcdNamespace;
  if (!isInEtcd || (flags.get('container') ?? etcdContainer) !== etcdContainer) return null;
  const [program, ...given] = words.slice(dashes + 1);
  if (program?.value === 'etcdctl') return etcdctl('', given, []);
  const [flag, script, ...more] = given;
  if (!program || !shells.includes(program.value) || flag?.value !== '-c' || !script || more.length > 0) return null;
  const inside = noteCommand(script.value);
  return 'exec' in inside || ('reason' in inside && /^\s*(?:ETCDCTL_API=\S+\s+)?etcdctl\s/.test(script.value)) ? inside : null;
}

/**
 * etcdctl runs in the Pod of etcd, where its certificates are; only the closed table of `etcdctl.ts`, and only after a yes. Where that
 * cannot be, the API server can answer for some of it.
 */
function etcdctl(command: string, words: readonly Word[], environment: readonly string[]): NoteCommand {
  if (environment.some((name) => name !== 'ETCDCTL_API'))
    return { command, reason: 'It sets variables of a shell, and Etcdeck starts none.' };
  const exec = etcdCommandOf(words);
  return 'reason' in exec ? { command, reason: exec.reason } : { command, exec, instead: instead[exec.kind] };
}

const instead: Record<EtcdCommand['kind'], Instead | null> = {
  'endpoint-health': {
    read: { kind: 'etcd-health' },
    text: 'The API server is asked whether it reaches etcd: its own check of etcd. etcdctl itself does not run.',
  },
  'member-list': {
    read: { kind: 'etcd-members' },
    text: 'The API server is asked for the Pods of etcd, one for each member. etcdctl itself does not run.',
  },
  'endpoint-status': null,
  keys: null,
};
