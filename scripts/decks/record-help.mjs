/**
 * Records the commands and flags of a program for the checks of the notes that ship:
 *
 *     node scripts/decks/record-help.mjs kubectl [PATH_OF_PROGRAM [VERSION]]
 *
 * asks the program for the help of each of its commands and writes tests/unit/decks/tables/PROGRAM.json.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectFolder } from '../runtime/folders.mjs';
import { readHelp } from './help.mjs';

const [program = '', path = program, versionSaid] = process.argv.slice(2);

/** What says of each program which it is, and what it takes with every command. */
const about = {
  kubectl: { version: ['version', '--client'], everywhere: ['options'] },
  etcdctl: { version: ['version'], everywhere: ['--help'] },
  crictl: { version: ['--version'], everywhere: ['--help'] },
}[program];

/** Commands with others below them that can be run by themselves, too; the help does not tell them from mere groups. */
const runsItself = new Set(['create', 'apply', 'cluster-info', 'pull', 'run', 'runp']);
/** Not worth a look: they ask nothing of a cluster. */
const skipped = new Set(['help', 'h', 'completion', 'options', 'plugin']);

const say = (/** @type {string[]} */ args) => execFileSync(path, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env.PATH, HOME: '/nonexistent' } });

/**
 * @param {string[]} words
 * @param {Record<string, string | null>} found
 */
function record(words, found) {
  const { flags, commands, aliases } = readHelp(say([...words, '--help']));
  const below = commands.filter((name) => !skipped.has(name.split(' ').at(0) ?? '') && name !== words.at(-1));
  for (const name of words.length > 0 ? new Set([words.at(-1), ...aliases]) : []) {
    found[[...words.slice(0, -1), name].join(' ')] = below.length > 0 && !runsItself.has(words.at(-1) ?? '') ? null : flags;
  }
  for (const name of below) {
    // etcdctl lists the full paths of what is below its groups, and then nothing below those.
    const path = [...words, ...name.split(' ')];
    if (!(path.join(' ') in found)) record(path, found);
  }
}

if (!about) {
  process.stderr.write('Usage: node scripts/decks/record-help.mjs kubectl|etcdctl|crictl [PATH_OF_PROGRAM [VERSION]]\n');
  process.exit(2);
}
const version = versionSaid ?? /v?\d+\.\d+\.\d+/.exec(say(about.version))?.[0] ?? 'unknown';
/** @type {Record<string, string | null>} */
const commands = {};
record([], commands);
const everywhere = readHelp(say(about.everywhere)).flags;
const shared = new Set(everywhere.split(' '));
const own = Object.entries(commands).map(([name, flags]) => [name, flags?.split(' ').filter((flag) => !shared.has(flag)).join(' ') ?? null]);
const table = { program, version, source: `what ${program} ${version} prints for --help`, everywhere, commands: Object.fromEntries(own) };
const file = join(projectFolder, 'tests/unit/decks/tables', `${program}.json`);
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, await format(JSON.stringify(table), { ...(await resolveConfig(file)), filepath: file }));
process.stdout.write(`${file}: ${own.length} commands of ${program} ${version}\n`);
