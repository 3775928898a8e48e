/** A command taken apart: what must be there for two commands to mean the same. */

/** One thing a command says. */
export interface Part {
  /** What it is about: `program`, `word`, `flag --namespace`, `env ETCDCTL_API` … Parts of the same slot can be compared. */
  slot: string;
  /** What it says, in the one spelling all others are brought to. */
  value: string;
  /** As written, and where: offset in the text. */
  text: string;
  at: number;
  /** Does its place among the other ordered parts count? */
  ordered: boolean;
  /** May be left out or added without changing the meaning. */
  optional: boolean;
  /** A name the tool knows by heart: a spelling of it that nobody knows can only be a slip. */
  known: boolean;
}

/** A piece of the text as written. */
export interface Written {
  raw: string;
  at: number;
}

type Facts = Partial<Pick<Part, 'ordered' | 'optional' | 'known'>>;

export const part = (slot: string, value: string, { raw, at }: Written, facts: Facts = {}): Part => ({
  slot,
  value,
  text: raw,
  at,
  ordered: false,
  optional: false,
  known: false,
  ...facts,
});
