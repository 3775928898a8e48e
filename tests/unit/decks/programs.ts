/** Says of a command line whether the program has that command and those flags, by what the program's help says. */
import { readFileSync } from 'node:fs';
import { readFlags, finder } from '../../../src/main/domain/grading/read-flags.js';
import type { Word } from '../../../src/main/domain/grading/shell/lexer.js';
import { readScript } from '../../../src/main/domain/grading/shell/script.js';
import { programName } from '../../../src/main/domain/grading/tools/index.js';
import { flagTable } from '../../../src/main/domain/grading/tools/tool.js';

/** What a program takes; flags are written as in `flagTable`. */
export interface ProgramTable {
  version: string;
  /** Flags of every command. */
  everywhere: string;
  /** Flags by command; null for a group of commands, which does nothing by itself. */
  commands: Readonly<Record<string, string | null>>;
}

export const recordedPrograms = ['kubectl', 'etcdctl', 'etcdutl', 'kubeadm', 'crictl', 'helm'] as const;

export const recordedTable = (program: (typeof recordedPrograms)[number]): ProgramTable =>
  JSON.parse(readFileSync(new URL(`tables/${program}.json`, import.meta.url), 'utf8')) as ProgramTable;

export interface Command {
  program: string;
  /** The command's path, e.g. `rollout status`; '' when the program has none like it. */
  path: string;
  /** What is wrong with it, in words. */
  faults: { path: string; flag: string | null; message: string }[];
}

type Tables = ReadonlyMap<string, ProgramTable>;

const shells: ReadonlySet<string> = new Set(['sh', 'bash']);

/** The commands of known programs in a script, also those run inside a container or a shell. */
export function commandsIn(script: string, tables: Tables): Command[] {
  return readScript(script).flatMap(({ words }) => fromWords(words, tables));
}

function fromWords(all: readonly Word[], tables: Tables): Command[] {
  const words = all[0]?.value === 'sudo' ? all.slice(1) : all;
  const [first, ...rest] = words;
  if (!first) return [];
  const program = programName(first.value);
  const script = shells.has(program) && rest[0]?.value === '-c' ? rest[1]?.value : undefined;
  if (script !== undefined) return commandsIn(script, tables);
  const table = tables.get(program);
  if (!table || rest.length === 0) return [];
  const end = rest.findIndex(({ value }) => value === '--');
  const own = end === -1 ? rest : rest.slice(0, end);
  const inside = end === -1 ? [] : fromWords(rest.slice(end + 1), tables);
  return [check(program, own, table), ...inside];
}

function check(program: string, words: readonly Word[], table: ProgramTable): Command {
  const reading = { singleDash: false, commandAfter: null, bound: new Set<string>() };
  // Which words are a flag's value depends on the command, so the path is looked for with the flags of all commands at hand.
  const anywhere = [table.everywhere, ...Object.values(table.commands)].map((flags) => flagTable(flags ?? ''));
  const plain = readFlags(words, { ...reading, find: finder(...anywhere) }).flatMap((item) =>
    item.type === 'word' ? [item.word.value] : [],
  );
  // Three dots stand for whatever one likes.
  if (plain[0] === '…' || plain[0] === '...') return { program, path: '', faults: [] };
  const paths = plain.map((_, i) => plain.slice(0, i + 1).join(' '));
  const path = paths.filter((each) => each in table.commands).at(-1) ?? '';
  const fault = (flag: string | null, message: string) => ({ path, flag, message: `${message} (${program} ${table.version})` });
  const flags = table.commands[path];
  if (path === '' || flags === undefined) {
    // `kubectl --help`, or a group that is only listed by its commands (`etcdctl member`).
    const isGroup = paths.some((each) => Object.keys(table.commands).some((name) => name.startsWith(`${each} `)));
    return { program, path, faults: plain.length === 0 || (isGroup && plain.length === 1) ? [] : [fault(null, `no command ${plain[0]}`)] };
  }
  const more = plain.slice(path.split(' ').length);
  if (flags === null) return { program, path, faults: more.length === 0 ? [] : [fault(null, `no command ${path} ${more[0]}`)] };
  const items = readFlags(words, { ...reading, find: finder(flagTable(flags), flagTable(table.everywhere)) });
  const unknown = items.flatMap((item) => (item.type === 'flag' && !item.known ? [item.flag.name] : []));
  return { program, path, faults: unknown.map((flag) => fault(flag, `${path} has no flag ${flag}`)) };
}
