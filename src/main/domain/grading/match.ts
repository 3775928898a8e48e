/** Compares the parts of two commands: what is there, what is missing, wrong or extra. */
import { accepts } from './accepts.js';
import { align } from './align.js';
import type { Part } from './parts.js';
import { isSlip } from './words/slips.js';

/** What became of a pair of parts; null on the side that has nothing. */
export interface Match {
  expected: Part | null;
  typed: Part | null;
  /** `slip`: wrong, but only by a typing mistake in a name everybody knows. */
  state: 'ok' | 'wrong' | 'slip' | 'missing' | 'extra';
}

/** Every part of both commands, once. */
export function matchParts(expected: readonly Part[], typed: readonly Part[]): Match[] {
  const free = matchFree(
    expected.filter((one) => !one.ordered),
    typed.filter((one) => !one.ordered),
  );
  const ordered = matchOrdered(
    expected.filter((one) => one.ordered),
    typed.filter((one) => one.ordered),
  );
  return joinSlips([...free, ...ordered]).map(forgiving);
}

function matchOrdered(expected: readonly Part[], typed: readonly Part[]): Match[] {
  const cost = (one: Part, other: Part): number =>
    accepts(one, other) ? 0 : one.slot === other.slot ? (isSlip(one.value, other.value) ? 0.5 : 1) : 2;
  return align(expected, typed, cost).map(([i, j]) =>
    matchOf(i === null ? null : (expected[i] ?? null), j === null ? null : (typed[j] ?? null)),
  );
}

/** Parts whose order does not count: slot by slot, equal ones first. */
function matchFree(expected: readonly Part[], typed: readonly Part[]): Match[] {
  const left = new Map<string, Part[]>();
  for (const one of typed) {
    const same = left.get(one.slot);
    if (same) same.push(one);
    else left.set(one.slot, [one]);
  }
  const take = (one: Part, fits: (other: Part) => boolean): Part | null => {
    const same = left.get(one.slot);
    const at = same?.findIndex(fits) ?? -1;
    return at === -1 ? null : (same?.splice(at, 1)[0] ?? null);
  };
  const found = new Map<Part, Part>();
  for (const fits of [(one: Part, other: Part) => one.value === other.value, accepts, () => true]) {
    for (const one of expected) {
      const other = found.has(one) ? null : take(one, (candidate) => fits(one, candidate));
      if (other) found.set(one, other);
    }
  }
  const extras = [...left.values()].flat();
  return [...expected.map((one) => matchOf(one, found.get(one) ?? null)), ...extras.map((one) => matchOf(null, one))];
}

function matchOf(expected: Part | null, typed: Part | null): Match {
  if (!expected) return { expected, typed, state: 'extra' };
  if (!typed) return { expected, typed, state: 'missing' };
  if (accepts(expected, typed)) return { expected, typed, state: 'ok' };
  const isSlipped = expected.known && !typed.known && !/^(?:in )*flag /.test(expected.slot) && isSlip(expected.value, typed.value);
  return { expected, typed, state: isSlipped ? 'slip' : 'wrong' };
}

/** The long name of a flag, without its dashes; null for any other part. */
const flagName = ({ slot }: Part): string | null => /^flag --(.+)$/.exec(slot)?.[1] ?? null;

/** A flag that is missing here and misspelt there (`--namespce x`) is one slip, not two faults. Flags that exist are never misspelt. */
function joinSlips(matches: readonly Match[]): Match[] {
  const missing = matches.filter(({ state, expected }) => state === 'missing' && expected?.known === true && flagName(expected));
  const extras = matches.filter(({ state, typed }) => state === 'extra' && typed?.known === false && flagName(typed));
  if (missing.length > 20 || extras.length > 20) return [...matches];
  const taken = new Map<Match, Match>();
  for (const one of missing) {
    const other = extras.find((extra) => !taken.has(extra) && isSlippedFlag(one.expected, extra.typed));
    if (other) taken.set(other, one);
  }
  const joined = new Set(taken.values());
  return matches.flatMap((one) => {
    const partner = taken.get(one);
    if (partner) {
      const same = partner.expected?.value === one.typed?.value;
      return [{ expected: partner.expected, typed: one.typed, state: same ? ('slip' as const) : ('wrong' as const) }];
    }
    return joined.has(one) ? [] : [one];
  });
}

const isSlippedFlag = (expected: Part | null, typed: Part | null): boolean =>
  expected !== null && typed !== null && isSlip(flagName(expected) ?? '', flagName(typed) ?? '');

/** What may be left out or added is no difference. */
const forgiving = (match: Match): Match =>
  (match.state === 'missing' && match.expected?.optional === true) || (match.state === 'extra' && match.typed?.optional === true)
    ? { ...match, state: 'ok' }
    : match;
