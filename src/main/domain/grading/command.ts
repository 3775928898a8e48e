/** Is the command a person typed the one that was asked for? Compared by what commands mean; nothing is ever run. */
import { longestTyped } from '../../../shared/grading.js';
import type { GradedToken, Rating, TypedGrade } from '../../../shared/contract.js';
import { align } from './align.js';
import { matchParts } from './match.js';
import type { Match } from './match.js';
import type { Part } from './parts.js';
import { readCommand } from './read-command.js';
import { boundFlags } from './read-flags.js';
import { readScript } from './shell/script.js';
import type { Step } from './shell/script.js';

/** Longer texts are no commands somebody types; what is beyond is not looked at, and the answer is never "same". */
const longest = longestTyped;
/** Steps of a script up to which every pair is compared to find which belong together. */
const fewSteps = 12;

/**
 * Grades a typed command against several that would be right; the nearest one counts.
 * `same`: it does the same. `close`: most of it is right. The suggested rating is Good for the same command, Hard for typing slips and harmless
 * additions, Again for whatever would not do what was asked. Never throws.
 */
export function gradeCommand(answers: readonly string[], typed: string): TypedGrade {
  const grades = answers.slice(0, 20).map((answer) => gradeOne(answer, typed));
  const best = grades.reduce<TypedGrade | null>((nearest, one) => (nearest === null || share(one) < share(nearest) ? one : nearest), null);
  return best ?? gradeOne('', typed);
}

const share = ({ differ, of }: TypedGrade): number => (of === 0 ? 0 : differ / of);

function gradeOne(answer: string, typed: string): TypedGrade {
  const matches = pairSteps(readScript(answer.slice(0, longest)), readScript(typed.slice(0, longest)));
  const expected = side(matches, 'expected');
  const given = side(matches, 'typed');
  const wrong = matches.filter(({ state }) => state !== 'ok').length;
  const differ = wrong + (typed.length > longest && answer !== typed ? 1 : 0);
  const of = Math.max(expected.length, matches.length);
  const isClose = expected.length > 0 && (differ * 3 <= of || (differ === 1 && matches.some(({ state }) => state === 'slip')));
  const verdict = differ === 0 && expected.length > 0 ? 'same' : isClose ? 'close' : 'different';
  return { how: 'command', verdict, ...tokens(matches, expected, given), differ, of, suggested: rating(matches, verdict) };
}

function rating(matches: readonly Match[], verdict: TypedGrade['verdict']): Rating {
  if (verdict === 'same') return 'good';
  const slips = matches.filter(({ state }) => state === 'slip').length;
  const extras = matches.filter(({ state }) => state === 'extra').length;
  const harmful = matches.some(
    ({ state, typed }) => state === 'missing' || state === 'wrong' || (state === 'extra' && typed && isInverting(typed)),
  );
  return verdict === 'close' && !harmful && slips + extras <= 1 ? 'hard' : 'again';
}

/** Does a part say the contrary of the command without it: `grep -v`, `test ! -e`? */
const isInverting = ({ slot, value }: Part): boolean =>
  value === '!' || /^(?:in )*flag --(?:invert|not|exclude|except|without|disable)\b/.test(slot);

/** Which step of one script belongs to which of the other, and how their parts compare. */
function pairSteps(expected: readonly Step[], typed: readonly Step[]): Match[] {
  if (expected.length === 1 && typed.length === 1) return compare(expected[0] ?? null, typed[0] ?? null);
  const few = expected.length <= fewSteps && typed.length <= fewSteps;
  const known = new Map<Step, Map<Step, Match[]>>();
  const matchesOf = (one: Step, other: Step): Match[] => {
    const row = known.get(one) ?? new Map<Step, Match[]>();
    const matches = row.get(other) ?? compare(one, other);
    known.set(one, row.set(other, matches));
    return matches;
  };
  const cost = (one: Step, other: Step): number => {
    const matches = matchesOf(one, other);
    return matches.filter(({ state }) => state !== 'ok').length / Math.max(matches.length, 1);
  };
  const pairs = few
    ? align(expected, typed, cost)
    : Array.from({ length: Math.max(expected.length, typed.length) }, (_, i) => [i, i] as const);
  return pairs.flatMap(([i, j]) => {
    const one = i === null ? null : (expected[i] ?? null);
    const other = j === null ? null : (typed[j] ?? null);
    return one && other ? matchesOf(one, other) : compare(one, other);
  });
}

function compare(expected: Step | null, typed: Step | null): Match[] {
  const bound = boundFlags(expected?.words ?? [], typed?.words ?? []);
  const wanted = expected ? readCommand(expected, bound) : [];
  const meant = wanted.find(({ slot, known }) => slot === 'program' && known)?.value ?? null;
  return matchParts(wanted, typed ? readCommand(typed, bound, meant) : []);
}

/** The parts of one side as they were written. */
const side = (matches: readonly Match[], which: 'expected' | 'typed'): Part[] =>
  matches.flatMap((match) => match[which] ?? []).sort((one, other) => one.at - other.at);

function tokens(matches: readonly Match[], expected: readonly Part[], typed: readonly Part[]): Pick<TypedGrade, 'expected' | 'typed'> {
  const places = { expected: placesOf(expected), typed: placesOf(typed) };
  const states = new Map<Part, { state: GradedToken['state']; pair: number | null }>();
  for (const match of matches) {
    const state = match.state === 'slip' ? 'wrong' : match.state;
    const pairOf = (other: Part | null, where: 'expected' | 'typed'): number | null => (other ? (places[where].get(other) ?? null) : null);
    if (match.expected) states.set(match.expected, { state, pair: pairOf(match.typed, 'typed') });
    if (match.typed) states.set(match.typed, { state, pair: pairOf(match.expected, 'expected') });
  }
  const token = (one: Part): GradedToken => ({ text: one.text, ...(states.get(one) ?? { state: 'ok', pair: null }) });
  return { expected: expected.map(token), typed: typed.map(token) };
}

const placesOf = (parts: readonly Part[]): Map<Part, number> => new Map(parts.map((one, i) => [one, i]));
