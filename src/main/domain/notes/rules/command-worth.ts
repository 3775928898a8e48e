/** Whether a command is one to know by heart: short, of some weight, and no more particular than its question. */
import { countWords } from '../text.js';
import { isShellCommand, programOf } from './shell.js';

/** What is looked up or pasted rather than typed from memory. */
const limits = { words: 12, characters: 90, listed: 8 } as const;

/** Programs whose command says no more than its purpose, with a name of the author's choice. */
const plain = new Set('alias cd code echo emacs gedit micro mkdir nano notepad nvim subl reboot touch vi vim'.split(' '));

/** Scripts of one project. */
const scripts = /^(?:sudo\s+)?(?:npm (?:run|start|test)|yarn (?:run )?[\w:-]+$|make \w|go run|python3? \S+\.py|java |\.\/\w)/;

/** Each distribution has its own: the question must say which. */
const packages =
  /^(?:sudo\s+)?(apt|aptitude|apk|brew|choco|dnf|npm|pacman|pip|scoop|snap|winget|yay|yum|zypper)(?:-get|3)?\s+(?:-\S+\s+)*(?:install|add|i|remove|purge|erase|autoremove|upgrade|update|-S\w*|-R\w*)\b/;

/** Programs whose plain words are names rather than verbs, and what may precede the name. */
const takesNames =
  /^(?:sudo\s+)?(?:cat|chage|chgrp|chmod|chown|cp|file|find|gpasswd|grep|groupadd|groupdel|groupmod|id|kill|killall|less|ls|man|mv|passwd|pgrep|pidof|ping|pkill|rm|su|tail|useradd|userdel|usermod|(?:systemctl|service|docker|podman) (?:-\S+ )*(?:start|stop|restart|reload|status|enable|disable|mask|unmask|kill|rm|rmi|push|pull|exec|logs|inspect)|journalctl|(?:kubectl|k|oc) (?:(?:-n|--namespace)\s\S+ )?(?:logs|exec|port-forward|drain|cordon|uncordon|(?:get|describe|delete|edit|expose|scale|label|annotate|patch|autoscale|rollout \w+) \w+))(?=\s)/;

/** Angles, brackets and capitals that a note writes for what is filled in. */
const filledIn = /<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}/g;

/**
 * Whether somebody could type the command from its question alone.
 * @param question What asks for it: names that stand there may stand in the command.
 */
export function isWorthKnowing(command: string, question: string): boolean {
  const program = programOf(command);
  if (plain.has(program) || scripts.test(command.trim()) || isAlias(program, command) || /\s(?:--help|--version)$|\s---|[→←]/.test(command))
    return false;
  const manager = packages.exec(command.trim())?.[1];
  if (manager !== undefined && (!question.toLowerCase().includes(manager) || isShoppingList(command, question))) return false;
  if (
    /--dry-run/.test(command) &&
    !/dry|yaml|json|manifest|file|template|generate|preview|test|without|would|check|validate|diff/i.test(question)
  )
    return false;
  return !isLong(command) && isGeneral(command, question) && !isContrary(command, question);
}

/** "Install packages: `apt install git curl`": which ones somebody wanted one day. */
function isShoppingList(command: string, question: string): boolean {
  const wanted = (/\s(?:install|add)\s(.*)$/.exec(command)?.[1] ?? '').split(/\s+/).filter((word) => /^[a-z]/.test(word));
  const asked = question.toLowerCase();
  return wanted.length > 1 && !wanted.some((word) => asked.includes(word));
}

/** "kc" and "kgpo" are short for kubectl on one machine. */
const isAlias = (program: string, command: string): boolean => /^k[a-z]{1,3}$/.test(program) && !isShellCommand(command);

/** Whether nobody types it but by copying it. */
export function isLong(command: string): boolean {
  const filled = command.replace(filledIn, '<>');
  return countWords(filled) > limits.words || filled.length > limits.characters;
}

const reading = 'show list view get display check verify see inspect find print monitor watch confirm'.split(' ');
const changing =
  'create delete remove install set add change modify scale start stop enable disable restart rename clean expand extend grow shrink resize edit'.split(
    ' ',
  );
const reads =
  /^(?:sudo\s+)?(?:\S+ (?:\w+ )?(?:get|describe|list|ls|show|status|logs|ps|images|--show|--status|--list)|cat|less|ls|more|tail|ps|df|du|dig|nslookup|lsblk|stat)\b/;
const changes =
  /^(?:sudo\s+)?(?:\S+ (?:create|delete|label|annotate|taint|set|scale|start|stop|enable|disable|remove|rm|add|restart|patch|cordon|drain|cp)|rm|mv|cp|useradd|userdel|chmod|chown|kill)\b/;

/** What has anything to do with bringing something onto a machine. */
const installing = /install|add|apply|create|get|pull|dpkg|rpm|-[SUi]\b|curl|sh\b|setup|init|enable|pip|npm|make|update|upgrade|copy|cp\b/;

/** Whether the command changes what its question only wants to see, or shows what it wants changed. */
function isContrary(command: string, question: string): boolean {
  const verb = /do you run to (\w+)/i.exec(question)?.[1]?.toLowerCase() ?? '';
  if (/[|;>]|&&|--(?:dry-run|watch)/.test(command.replace(filledIn, ''))) return false;
  if (verb === 'install' && !installing.test(command)) return true;
  if (verb === 'edit' && !/edit|vi|nano|sed|tee|patch|code|emacs|set|echo|cron/.test(command)) return true;
  return (reading.includes(verb) && changes.test(command)) || (changing.includes(verb) && reads.test(command));
}

/** Whether all that is particular in the command stands in the question. */
export function isGeneral(command: string, question: string): boolean {
  const asked = question.toLowerCase();
  return (
    partsOf(command).every((part) => isCommon(part) || isAsked(part, asked)) &&
    operandsOf(command, asked).every((name) => isCommon(name) || isAsked(name, asked))
  );
}

/** Plain words that name a user, a unit, a container, or the namespace of one cluster. */
function operandsOf(command: string, asked: string): string[] {
  const line =
    command
      .replace(/(["'])[^"']*\1/g, ' ')
      .replace(filledIn, 'X')
      .split(/\s*(?:\||&&|;|>)\s*/)[0] ?? '';
  const named = [...line.matchAll(/\s(-n|--namespace|--name|-g|-u|-U)[=\s]([a-z]\w*)\b(?![-./:])/g)]
    .filter(([, flag = '']) => !(/^(?:-n|--namespace)$/.test(flag) && /namespace/.test(asked)))
    .map(([, , value = '']) => value);
  // "label nodes node01 disk=ssd": key and value are of somebody's choice.
  if (/^(?:sudo\s+)?(?:kubectl|k|oc) (?:label|annotate|taint)\s/.test(line))
    named.push(
      ...[...line.matchAll(/\s([a-z][\w.-]*)=([\w.-]*)/g)].flatMap(([, key = '', value = '']) => [key, value].filter((one) => one !== '')),
    );
  const lead = takesNames.exec(line)?.[0];
  if (lead === undefined) return named;
  return [
    ...named,
    ...line
      .slice(lead.length)
      .trim()
      .split(/\s+/)
      .filter((word, i, words) => /^[a-zA-Z]\w+$|^(?:my|your)-\S+$/.test(word) && !(words[i - 1] ?? '').startsWith('-')),
  ];
}

/** Whether each of some commands is short enough to be one member of a list. */
export const isListable = (command: string): boolean => countWords(command) <= limits.listed;

/**
 * The parts that could be names: paths, addresses, versions, values. Programs, flags, verbs and kinds are words of letters alone, or stand
 * right behind the program ("set-context", "list-units").
 */
function partsOf(command: string): string[] {
  const expressions = /(["'])(?:\{|s\/|\/|\$|\^|\.|%|\()[^"']*\1|\$\([^()]*\)/g;
  const found: string[] = [];
  for (const piece of command.replace(expressions, ' ').split(/\s*(?:\||&&|;|\s-{2}\s)\s*/)) {
    const words = piece.replace(filledIn, 'X').split(/[\s"'`,]+/);
    const start = Math.max(
      0,
      words.findIndex((word) => !/^(?:sudo|\w+=\S*|)$/.test(word)),
    );
    for (const [i, word] of words.entries()) {
      if (i === start || (i <= start + 2 && /^[a-z]+(?:-[a-z]+)*$/.test(word)) || /^-{1,2}[\w-]+$/.test(word)) continue;
      const value = /^-{0,2}[\w.-]+=(.+)$/.exec(word)?.[1] ?? word;
      found.push(...value.split(/[=:](?!\/\/)/).filter((part) => /[\d./_@-]/.test(part)));
    }
  }
  return found;
}

/** Paths that every machine has, hosts of the machine itself, and small counts. */
const everywhere =
  /^(?:\/(?:etc|proc|sys|dev|usr|boot|bin|sbin|lib|run|var\/(?:log|run|lib|cache|spool))(?:\/\S*)?|~?\/?\.\w[\w./-]*|\.{1,2}\/?|\/|-|~\/?|[*?./-]+)$/;
const hosts = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0(?:\/0)?|(?:\w+\.)?example\.(?:com|org|net)(?:\/\S*)?)$/;
const count = /^[+-]?(?:\d{1,3}[a-zA-Z%]{0,2}|\d\.\d|0[0-7]{3})$/;

/** Names that stand for any other: "my-app", "file1.txt", "node01". */
const standIn = new RegExp(
  `^(?:\\./)?(?:(?:my(?!sql)|your|some|new|old)[-_.]?\\w*(?:[-_](?:app|pod|deployment|replicaset|rs|service|svc|network|container|cluster|volume|secret|config|db|image|server|ns|namespace))?|(?:${[
    'file|filename|dir|directory|folder|path|name|user|username|group|host|hostname|server|client|node|worker|master|pod|deployment|deploy|service',
    'svc|namespace|ns|container|image|package|pkg|example|sample|test|demo|foo|bar|baz|input|output|source|src|dest|destination|target|archive',
    'backup|snapshot|script|app|application|nginx|busybox|default|all|value|values|key|data|text|config|configmap|secret|role|cluster|context|release|chart|unit|job|ca|pid|jane|john|alice|bob',
  ].join('|')})s?[-_]?(?:name|file)?-?\\d{0,2})(?:\\.[a-z]{1,5}\\d?){0,2}/?$`,
);

const isCommon = (part: string): boolean =>
  everywhere.test(part) ||
  hosts.test(part) ||
  count.test(part) ||
  standIn.test(part.toLowerCase()) ||
  /^\/?[A-Z][A-Z_\d-]*[-+]?$|^[A-Z]\w+[-+]$/.test(part) ||
  /\$/.test(part) ||
  /^X|^[\w./-]*\bX\b[\w./-]*$/.test(part) ||
  /^-/.test(part) ||
  /^kube-(?:system|public|apiserver|scheduler|proxy|controller-manager|node-lease)$/.test(part);

/** Whether the question has the part, or all words it is made of. */
const isAsked = (part: string, asked: string): boolean => {
  const lower = part.toLowerCase().replace(/^\W+|\W+$/g, '');
  if (lower !== '' && asked.includes(lower)) return true;
  // The daemon of "ssh" is "sshd".
  if (/^\w{2,}d$/.test(lower) && new RegExp(`\\b${lower.slice(0, -1)}\\b`).test(asked)) return true;
  const words = lower.split(/[^a-z\d]+/).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => asked.includes(word.replace(/(?<=\w{3})s$/, '')));
};

/** Words of commands and questions long enough to tell one thing from another. */
const stems = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z\d]{3,}/g) ?? []).map((word) => word.slice(0, 5).replace(/(?<=...)s$/, ''));

/**
 * Whether anything in the question leads to the program or to what it works on: "show the status" alone leads nowhere, and a flag is not
 * found before its program is.
 */
export function leadsTo(command: string, question: string): boolean {
  const asked = new Set(stems(question.replace(/\bcommand do you run to \w+/, '')));
  return stems(command.replace(/\s-\S+/g, ' ')).some((stem) => asked.has(stem));
}
