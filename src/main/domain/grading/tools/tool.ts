/** What is known of a program: its flags, by which names, and which take a value. */

/**
 * `none`: on or off. `value`: takes a value. `optional`: takes one only with `=` (or glued to its letter).
 * `list`: values by comma, in any order, also over several uses. `each`: may be used several times, each use counts.
 */
export type FlagKind = 'none' | 'value' | 'optional' | 'list' | 'each';

export interface Flag {
  /** The name all its spellings share, with its dashes. */
  name: string;
  kind: FlagKind;
}

/** Flags by every spelling, dashes included. */
export type Flags = ReadonlyMap<string, Flag>;

export interface Tool {
  flags: Flags;
  /** The words its commands are made of: another one in their place is another command, no slip. */
  words: ReadonlySet<string>;
  /** Flags that mean something else, or exist only, under a subcommand: the first one or two words (`config view`). */
  commands: ReadonlyMap<string, Flags>;
  /** Other names of subcommands. */
  subcommands: ReadonlyMap<string, string>;
  /**
   * After so many words, the rest is a command of its own (`docker exec NAME COMMAND`), by subcommand; `''` for the tool itself.
   */
  commandAfter: ReadonlyMap<string, number>;
  /** Flags are long with one dash (`-noout`): letters are never taken apart. */
  singleDash: boolean;
  /** Words and values are file paths: `/etc/cni/` is `/etc/cni`. */
  paths: boolean;
  /** Words name systemd units: `kubelet.service` is `kubelet`. */
  units: boolean;
  /** Environment variables that stand for a flag. */
  environment: (name: string) => string | null;
}

interface Description {
  flags?: string;
  words?: string;
  commands?: Readonly<Record<string, string>>;
  subcommands?: Readonly<Record<string, string>>;
  commandAfter?: Readonly<Record<string, number>>;
  singleDash?: boolean;
  paths?: boolean;
  units?: boolean;
  environment?: (name: string) => string | null;
}

const kinds: Readonly<Record<string, FlagKind>> = { '': 'none', '=': 'value', '?': 'optional', ',': 'list', '+': 'each' };

/**
 * Reads a table of flags: `n|namespace=` is `-n` and `--namespace` with a value. The sign at the end is the kind:
 * none, `=` value, `?` optional, `,` list, `+` each. `dash` goes before names of several letters.
 */
export function flagTable(text: string, dash = '--'): Flags {
  const flags = new Map<string, Flag>();
  for (const entry of text.split(/\s+/).filter(Boolean)) {
    const sign = /[=?,+]$/.exec(entry)?.[0] ?? '';
    const names = entry.slice(0, entry.length - sign.length).split('|');
    const spelled = names.map((name) => (name.length === 1 ? `-${name}` : dash + name));
    const flag: Flag = { name: spelled.at(-1) ?? '', kind: kinds[sign] ?? 'none' };
    for (const name of spelled) flags.set(name, flag);
  }
  return flags;
}

/** A tool from its description. */
export function tool(description: Description): Tool {
  const dash = description.singleDash ? '-' : '--';
  const commands = Object.entries(description.commands ?? {}).flatMap(([names, flags]) => {
    const table = flagTable(flags, dash);
    return names.split('|').map((name): [string, Flags] => [name, table]);
  });
  return {
    flags: flagTable(description.flags ?? '', dash),
    words: new Set(description.words?.split(/\s+/)),
    commands: new Map(commands),
    subcommands: new Map(Object.entries(description.subcommands ?? {})),
    commandAfter: new Map(Object.entries(description.commandAfter ?? {})),
    singleDash: description.singleDash ?? false,
    paths: description.paths ?? false,
    units: description.units ?? false,
    environment: description.environment ?? (() => null),
  };
}
