/**
 * Whether the command on a card can be run as a read, decided from its text alone. Pure: nothing is asked and nothing is run. There is no
 * shell: what needs one is only to be copied.
 */
import { answersOf } from '../../grading/answers.js';
import { placeEnd, placeStart } from '../../grading/shell/lexer.js';
import { readScript } from '../../grading/shell/script.js';
import { programName } from '../../grading/tools/index.js';
import { kubectlRead, type Reading, reasons } from './kubectl.js';

export type NoteCommand =
  | {
      command: string;
      read: Extract<Reading, { read: unknown }>['read'];
      /** What runs instead; '' when it is the command itself. */ instead: string;
    }
  | { command: string; reason: string };

/** Nobody types a longer one, and nothing longer is looked at. */
const longest = 2_000;

/** @returns the first command of a card's back that can be run, else why its first cannot; null when it has none */
export function noteCommandOf(back: string): NoteCommand | null {
  const commands = answersOf(back.slice(0, 20_000)).map((text) => noteCommand(text));
  return commands.find((command) => 'read' in command) ?? commands[0] ?? null;
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
    return etcdctl(
      command,
      words.map(({ value }) => value),
      step.environment.map(({ name }) => name),
      only,
    );
  if (called !== 'kubectl' || program.value !== called) return only('It runs on a machine of the cluster, where Etcdeck does not go.');
  if (step.environment.length > 0) return only('It sets variables of a shell, and Etcdeck starts none.');
  const reading = kubectlRead(words);
  return 'read' in reading ? { command, read: reading.read, instead: '' } : only(reading.reason);
}

/**
 * etcdctl needs the client certificate of etcd, which lies on the control plane and which Etcdeck does not touch; and an exec into the Pod
 * of etcd would be no read. So what the API server can answer in its place is asked there, after the person saw that.
 */
function etcdctl(
  command: string,
  words: readonly string[],
  environment: readonly string[],
  only: (reason: string) => NoteCommand,
): NoteCommand {
  const verbs = words.filter(
    (word, index) => !word.startsWith('-') && !/^(--?(endpoints|cacert|cert|key|w|write-out))$/.test(words[index - 1] ?? ''),
  );
  if (environment.every((name) => name === 'ETCDCTL_API')) {
    const said = verbs.join(' ');
    if (said === 'endpoint health') {
      return {
        command,
        read: { kind: 'etcd-health' },
        instead: 'The API server is asked whether it reaches etcd: its own check of etcd. etcdctl itself does not run.',
      };
    }
    if (said === 'member list') {
      return {
        command,
        read: { kind: 'etcd-members' },
        instead: 'The API server is asked for the Pods of etcd, one for each member. etcdctl itself does not run.',
      };
    }
  }
  return only('etcdctl needs the client certificate of etcd, which lies on the control plane. Run it there.');
}
