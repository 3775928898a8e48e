/** Turns one step of a script into its parts. */
import { kubectlWords } from './kubectl-words.js';
import { part } from './parts.js';
import type { Part } from './parts.js';
import { finder, readFlags } from './read-flags.js';
import type { Bound, Item, UsedFlag } from './read-flags.js';
import { literalMark } from './shell/lexer.js';
import type { Word } from './shell/lexer.js';
import { readScript } from './shell/script.js';
import type { Step } from './shell/script.js';
import { isKnownProgram, programName, toolOf } from './tools/index.js';
import { flagTable } from './tools/tool.js';
import type { Tool } from './tools/tool.js';
import { flagValue, list, path, unit } from './values.js';
import { isSlip } from './words/slips.js';

/** How deep commands inside commands are looked into (`ssh node -- sh -c "…"`). */
const deepest = 3;

const sudoFlags = flagTable('u|user= g|group= E|preserve-env? n|non-interactive i|login s|shell H|set-home b|background k S A');
const envFlags = flagTable('i|ignore-environment u|unset= S=');
const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'zsh', 'ash', 'dash']);
const shellFlags = flagTable('c= l|login e x i u');

/**
 * Parts of a step. `bound`: unknown flags that take the next word as their value. `meant`: the program that was asked for; a misspelt name is
 * read as that one.
 */
export function readCommand(step: Step, bound: Bound, meant: string | null = null): Part[] {
  const joint = step.joint
    ? [part('joint', step.joint.value, { raw: step.joint.raw === '\n' ? ';' : step.joint.raw, at: step.joint.at })]
    : [];
  const redirections = step.redirections.map((one) =>
    part(`redirect ${/^\S+/.exec(one.value)?.[0].replace('>>', '>') ?? ''}`, one.value.replace(/ \.\/(?=.)/, ' '), one),
  );
  return [...joint, ...environment(step), ...parts(step.words, bound, 0, meant), ...redirections];
}

/** A step as one text that every spelling of the same meaning shares. */
const signature = (text: string, depth: number): string =>
  readScript(text)
    .map((step) => {
      const all = [...environment(step), ...parts(step.words, new Set(), depth)];
      const ordered = all.filter((one) => one.ordered).map((one) => one.value);
      const free = all.filter((one) => !one.ordered && !one.optional).map((one) => `${one.slot} ${one.value}`);
      return [step.joint?.value ?? '', ...ordered, ...free.sort(), ...step.redirections.map((one) => one.value)].join('\n');
    })
    .join('\n\n');

function environment(step: Step): Part[] {
  const tool = toolOf(programName(step.words.find((word) => word.value !== 'sudo')?.value ?? ''));
  return step.environment.map((set) => {
    const flag = tool.environment(set.name);
    return flag === null ? part(`env ${set.name}`, set.value, set) : part(`flag ${flag}`, set.value, set);
  });
}

/** Parts of the words of a command; those of a command inside it have slots of their own. */
function parts(words: readonly Word[], bound: Bound, depth: number, meant: string | null = null): Part[] {
  const [first, ...rest] = words;
  if (!first) return [];
  if (rest.length > 0 && (first.value === 'sudo' || first.value === 'env')) return wrapped(first, rest, bound, depth, meant);
  const called = programName(first.value);
  const program = meant !== null && !isKnownProgram(called) && isSlip(meant, called) ? meant : called;
  const tool = toolOf(program);
  const found = [part('program', called, first, { known: isKnownProgram(called) })];
  const items = readItems(program, tool, rest, bound);
  const flags = items.filter((item): item is UsedFlag => item.type === 'flag');
  const plain = items.flatMap((item) => (item.type === 'word' ? [item.word] : []));
  const after = items.flatMap((item) => (item.type === 'rest' ? behind(item, program, plain, tool, bound, depth) : []));
  return [...found, ...plainParts(program, plain, tool), ...flagParts(flags, program, tool, depth), ...after];
}

/** `sudo` is a matter of who one is logged in as; whom it turns into is not. */
function wrapped(first: Word, rest: readonly Word[], bound: Bound, depth: number, meant: string | null): Part[] {
  const flags = first.value === 'sudo' ? sudoFlags : envFlags;
  const items = readFlags(rest, { find: finder(flags), singleDash: false, commandAfter: 0, bound });
  const own = items.flatMap((item) => (item.type === 'flag' ? [item] : []));
  const inner = items.flatMap((item) => (item.type === 'rest' ? item.words : item.type === 'word' ? [item.word] : []));
  if (inner.length === 0)
    return [part('program', first.value, first), ...own.map((item) => part(`flag ${item.flag.name}`, item.value ?? '', item))];
  const at = inner.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word.value));
  const set = inner.slice(0, at === -1 ? inner.length : at);
  return [
    part(first.value, '', first, { optional: true }),
    ...own.map((item) => part(`${first.value} ${item.flag.name}`, item.value ?? '', item, { optional: item.value === null })),
    ...set.map((word) => part(`env ${/^\w+/.exec(word.value)?.[0] ?? ''}`, word.value.replace(/^\w+=/, ''), word)),
    ...parts(inner.slice(set.length), bound, depth, meant),
  ];
}

function readItems(program: string, tool: Tool, words: readonly Word[], bound: Bound): Item[] {
  const { singleDash } = tool;
  if (shells.has(program)) return readFlags(words, { find: finder(shellFlags), singleDash, commandAfter: null, bound });
  // `tar xzf` is `tar -xzf`.
  const [first] = words;
  const given =
    program === 'tar' && first && /^[A-Za-z]+$/.test(first.value) ? [{ ...first, value: `-${first.value}` }, ...words.slice(1)] : words;
  const plain = readFlags(given.slice(0, 40), { find: finder(tool.flags), singleDash, commandAfter: null, bound }).flatMap((item) =>
    item.type === 'word' ? [item.word.value] : [],
  );
  const command = tool.subcommands.get(plain[0] ?? '') ?? plain[0] ?? '';
  const find = finder(tool.commands.get(`${command} ${plain[1] ?? ''}`), tool.commands.get(command), tool.flags);
  const commandAfter = tool.commandAfter.get('') ?? tool.commandAfter.get(command) ?? null;
  const findBefore = finder(tool.flags, tool.commands.get(command));
  return readFlags(given, { find, findBefore, singleDash, commandAfter, bound });
}

/** kubectl's commands that run a command: what stands behind `--` is one. */
const runsCommand: ReadonlySet<string> = new Set(['exec', 'run', 'debug', 'create']);

function behind(
  item: Extract<Item, { type: 'rest' }>,
  program: string,
  plain: readonly Word[],
  tool: Tool,
  bound: Bound,
  depth: number,
): Part[] {
  const isCommand = item.mark === null || (program === 'kubectl' && runsCommand.has(plain[0]?.value ?? ''));
  if (!isCommand || depth >= deepest) {
    const mark = item.mark ? [part('mark', '--', item.mark, { optional: program !== 'kubectl' })] : [];
    return [...mark, ...item.words.map((word) => part('word', path(word.value, tool), word, { ordered: true }))];
  }
  const mark = item.mark ? [part('mark', '--', item.mark)] : [];
  // `watch "kubectl get pods"` takes its command as one word, too.
  const [only] = item.words;
  const single = item.words.length === 1 && only && /\s/.test(only.value) && item.mark === null ? only : null;
  const written = single?.value.replaceAll(literalMark, '') ?? '';
  const steps = single ? readScript(written) : [];
  const isOne = steps.length === 1 && steps[0]?.redirections.length === 0 && steps[0].environment.length === 0;
  if (single && !isOne) return [part('in command', signature(written, depth + 1), single)];
  const words = single ? (steps[0]?.words ?? []).map((word) => ({ ...word, at: single.at + word.at })) : item.words;
  return [...mark, ...parts(words, bound, depth + 1).map((one) => ({ ...one, slot: `in ${one.slot}` }))];
}

function plainParts(program: string, words: readonly Word[], tool: Tool): Part[] {
  if (program === 'kubectl') return kubectlWords(words, tool.words);
  if (program === 'ip') return ipWords(words);
  return words.map((word, i) => {
    const name = i === 0 ? (tool.subcommands.get(word.value) ?? word.value) : word.value;
    const value = tool.units && i > 0 ? unit(name) : path(name, tool);
    return part('word', value, word, { ordered: true, known: i < 2 && tool.words.has(value) });
  });
}

/** `ip a`, `ip addr` and `ip address show` are one; objects may be cut short (ip(8)). */
function ipWords(words: readonly Word[]): Part[] {
  const objects = ['address', 'link', 'route', 'rule', 'neighbour', 'netns'];
  const [object, ...rest] = words;
  if (!object) return [];
  const whole = objects.find((name) => name.startsWith(object.value)) ?? object.value;
  const [action] = rest;
  const shows = rest.length === 1 && action !== undefined && /^(?:s|sh|show|ls|list)$/.test(action.value);
  return [
    part('word', whole, object, { ordered: true, known: true }),
    ...rest.map((word) => part('word', word.value, word, { ordered: !shows, optional: shows })),
  ];
}

/** Parts of the flags used. Lists are put together over all their uses; the same flag said twice is said once. */
function flagParts(flags: readonly UsedFlag[], program: string, tool: Tool, depth: number): Part[] {
  const found: Part[] = [];
  const lists = new Map<string, UsedFlag[]>();
  const seen = new Set<string>();
  for (const used of flags) {
    const { name, kind } = used.flag;
    if (kind === 'list') {
      const uses = lists.get(name);
      if (uses) uses.push(used);
      else {
        lists.set(name, [used]);
        found.push(part(`flag ${name}`, '', used, { known: true }));
      }
      continue;
    }
    const isScript = used.value !== null && name === '-c' && shells.has(program) && depth < deepest;
    const value = isScript
      ? signature((used.value ?? '').replaceAll(literalMark, ''), depth + 1)
      : flagValue(used.value ?? '', name, program, tool);
    const said = `${name}\n${value}`;
    if (used.known && kind !== 'each' && seen.has(said)) continue;
    seen.add(said);
    found.push(part(slotOf(used, value), value, used, { known: used.known }));
  }
  return found.map((one) => {
    const uses = lists.get(one.slot.slice('flag '.length));
    if (!uses) return one;
    const value = list(
      uses.map((used) => used.value ?? ''),
      one.slot.slice('flag '.length),
    );
    return { ...one, value, text: uses.map((used) => used.raw).join(' ') };
  });
}

/** A flag used for several keys (`--from-literal=A=1`) is compared key by key. */
function slotOf(used: UsedFlag, value: string): string {
  const key = used.flag.kind === 'each' ? /^([^=:]+)[=:]/.exec(value)?.[1] : undefined;
  return `flag ${used.flag.name}${key === undefined ? '' : ` ${key}`}`;
}
