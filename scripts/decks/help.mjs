/**
 * Reads what a command-line program says of itself: the commands and flags in its `--help`.
 * Knows the four shapes met so far: kubectl (`-f, --filename=[]:`), etcdctl (`--hex[=false]`), cobra (`--set strings   …`) and
 * urfave/cli (`--all, -a   …`).
 */

/**
 * @typedef {object} CommandHelp
 * @property {string} flags as `n|namespace=`: its names, and a sign for its kind (`=` takes a value, nothing for a switch)
 * @property {string[]} commands the commands listed below it, by their full path where the program writes it
 * @property {string[]} aliases other names of the command itself
 */

const spelling = /^--?([A-Za-z0-9][\w-]*)(?:(?:=|\[=| )(.*))?$/;
const isSwitch = /^(?:true|false)\]?:?$/;

/** What a part of the help is about, by its heading. */
const parts = /** @type {const} */ ([
  ['commands', /\bcommands(?: \(.*\))?:$|^subcommands provided by/i],
  ['flags', /\b(?:options|flags)\b.*:$/i],
  ['aliases', /^aliases:$/i],
]);

/**
 * @param {string} line
 * @returns {string | null} a flag in the notation above; null for another line
 */
function flagOf(line) {
  if (!/^\s+-/.test(line)) return null;
  // The help stands further off than the name of a value does.
  const [head = ''] = line.trim().split(/\t|\s{2,}/);
  const spellings = head.split(/, ?/).flatMap((part) => {
    const found = spelling.exec(part);
    return found ? [{ name: found[1] ?? '', value: found[2] }] : [];
  });
  const takesValue = spellings.some(({ value }) => value !== undefined && !isSwitch.test(value));
  const names = spellings.map(({ name }) => name).sort((one, other) => one.length - other.length);
  return `${names.join('|')}${takesValue ? '=' : ''}`;
}

/**
 * @param {string} text what `PROGRAM COMMAND --help` prints
 * @returns {CommandHelp}
 */
export function readHelp(text) {
  const flags = new Set();
  /** @type {Set<string>} */
  const aliases = new Set();
  const commands = [];
  let part = '';
  for (const line of text.split('\n')) {
    if (/^\S.*:$/.test(line)) {
      part = parts.find(([, heading]) => heading.test(line.trim()))?.[0] ?? '';
    } else if (part === 'flags') {
      const flag = flagOf(line);
      if (flag !== null) flags.add(flag);
    } else if (part === 'commands') {
      commands.push(...namesOn(line));
    } else if (part === 'aliases') {
      for (const name of namesOn(line)) aliases.add(name);
    }
  }
  return { flags: [...flags].join(' '), commands, aliases: [...aliases] };
}

/**
 * @param {string} line
 * @returns {string[]} the names before the help, e.g. of `  images, image   List images`
 */
function namesOn(line) {
  const [names = ''] = line.trim().split(/\t|\s{2,}/);
  return names.split(', ').filter((name) => /^[a-z][a-z0-9 -]*$/.test(name));
}
