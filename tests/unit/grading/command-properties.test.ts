import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeCommand } from '../../../src/main/domain/grading/command.js';
import { different, same } from './command-pairs.js';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,11}[a-z0-9]$/);
const value = fc.stringMatching(/^[a-z0-9][a-z0-9./:-]{0,15}[a-z0-9]$/);

/** A flag in one of its spellings; `spell` chooses which. */
interface Choice {
  spellings: (value: string) => string[];
  value: string;
}

const flag = (names: [short: string | null, long: string], from: fc.Arbitrary<string>): fc.Arbitrary<Choice> =>
  from.map((chosen) => ({
    value: chosen,
    spellings: (given) => [
      `--${names[1]} ${given}`,
      `--${names[1]}=${given}`,
      `--${names[1]}='${given}'`,
      `--${names[1]} "${given}"`,
      ...(names[0] === null ? [] : [`-${names[0]} ${given}`, `-${names[0]}${given}`, `-${names[0]}=${given}`]),
    ],
  }));

const kubectlFlags = fc.tuple(
  flag(['n', 'namespace'], name),
  flag(['o', 'output'], fc.constantFrom('yaml', 'json', 'wide', 'name')),
  flag(
    ['l', 'selector'],
    fc.tuple(name, name).map(([key, set]) => `${key}=${set}`),
  ),
  flag([null, 'context'], name),
  flag([null, 'kubeconfig'], value),
  flag(
    [null, 'sort-by'],
    name.map((field) => `.metadata.${field}`),
  ),
);
const etcdFlags = fc.tuple(
  flag([null, 'cacert'], value),
  flag([null, 'cert'], value),
  flag([null, 'key'], value),
  flag([null, 'endpoints'], value),
  flag(['w', 'write-out'], fc.constantFrom('table', 'json', 'simple')),
  flag([null, 'limit'], fc.integer({ min: 1, max: 500 }).map(String)),
);
const command = fc.oneof(
  fc.record({ head: name.map((pod) => `kubectl get pods ${pod}`), flags: kubectlFlags }),
  fc.record({ head: value.map((key) => `etcdctl get ${key}`), flags: etcdFlags }),
);

/** The flags as spelled, in an order and with spellings drawn from the numbers. */
function spelled(flags: readonly Choice[], numbers: readonly number[]): string[] {
  return flags
    .map((one, i) => {
      const spellings = one.spellings(one.value);
      const number = numbers[i] ?? 0;
      return { text: spellings[number % spellings.length] ?? '', order: (number * 7919) % 101 };
    })
    .sort((one, other) => one.order - other.order)
    .map(({ text }) => text);
}

const numbers = fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 });

describe('Any command', () => {
  it('is the same in any order and spelling of its flags', () => {
    fc.assert(
      fc.property(command, numbers, numbers, fc.nat(6), ({ head, flags }, one, other, cut) => {
        const [program = '', ...words] = head.split(' ');
        const all = spelled(flags, other);
        const typed = [program, ...all.slice(0, cut), ...words, ...all.slice(cut)].join(' ');
        const grade = gradeCommand([`${head} ${spelled(flags, one).join(' ')}`], typed);
        expect(grade, typed).toMatchObject({ verdict: 'same', suggested: 'good' });
      }),
      { numRuns: 500 },
    );
  });

  it('is another when any value of a flag changes, and says which', () => {
    fc.assert(
      fc.property(command, numbers, fc.nat(5), ({ head, flags }, order, which) => {
        const changed = flags.map((one, i) => (i === which ? { ...one, value: `${one.value}x` } : one));
        const grade = gradeCommand([`${head} ${spelled(flags, order).join(' ')}`], `${head} ${spelled(changed, order).join(' ')}`);
        expect(grade.verdict).not.toBe('same');
        expect(grade.differ).toBe(1);
        expect(grade.typed.filter(({ state }) => state === 'wrong')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('is another when a flag is left out or put in, and says which', () => {
    fc.assert(
      fc.property(command, numbers, fc.nat(5), ({ head, flags }, order, which) => {
        const all = `${head} ${spelled(flags, order).join(' ')}`;
        const fewer = `${head} ${spelled(
          flags.filter((_, i) => i !== which),
          order,
        ).join(' ')}`;
        expect(gradeCommand([all], fewer).expected.filter(({ state }) => state === 'missing')).toHaveLength(1);
        expect(gradeCommand([fewer], all).typed.filter(({ state }) => state === 'extra')).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same with its words quoted in any style', () => {
    const quote = [
      (word: string) => word,
      (word: string) => `'${word}'`,
      (word: string) => `"${word}"`,
      (word: string) => word.replace(/[^\w/:,.=-]/g, '\\$&'),
      (word: string) => `${word.slice(0, 1)}'${word.slice(1)}'`,
    ];
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }), (words, styles) => {
        const typed = words.map((word, i) => quote[styles[i] ?? 0]?.(word) ?? word).join(' ');
        expect(gradeCommand([`printf ${words.join(' ')}`], `printf ${typed}`).verdict).toBe('same');
      }),
    );
  });

  it('is the same as itself and its parts pair up, whatever it is', () => {
    const pieces = fc.array(fc.constantFrom(...[...same, ...different].flat()), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(pieces, (commands) => {
        const text = commands.join('\n');
        const grade = gradeCommand([text], text);
        expect(grade.verdict, text).toBe('same');
        for (const [i, token] of grade.typed.entries()) expect(token.pair === null || grade.expected[token.pair]?.pair === i).toBe(true);
      }),
    );
  });

  it('is graded without an error or a hang, whatever is typed', () => {
    const shellish = fc.stringMatching(/^[-\w <>|&;"'`$(){}\\\n#=,./]{0,120}$/);
    fc.assert(
      fc.property(fc.oneof(shellish, fc.string({ unit: 'binary', maxLength: 200 })), fc.oneof(shellish, fc.string()), (expected, typed) => {
        const grade = gradeCommand([expected], typed);
        expect(['same', 'close', 'different']).toContain(grade.verdict);
        expect(grade.differ).toBeLessThanOrEqual(grade.of);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['words', 'a '],
    ['flags', '-a --b=c '],
    ['open quotes', `"'`],
    ['open brackets', '$(('],
    ['pipes', 'a | '],
    ['lines', 'kubectl get pods\n'],
    ['redirections', '> a '],
    ['here documents', 'cat <<E\nE\n'],
    ['places', '<a>'],
    ['backslashes', '\\'],
    ['digits', '1'],
    ['values by comma', ',a'],
    ['blanks', ' '],
    ['shells in shells', 'sh -c "sh -c \'sh -c '],
  ])('is graded without hanging when it is a hundred thousand %s', (_, piece) => {
    const huge = `kubectl get ${piece.repeat(100_000)}`;
    const start = performance.now();
    for (const expected of ['kubectl get pods -n a', huge]) gradeCommand([expected], huge);
    // Now a few milliseconds; with work that grows as the square it would be minutes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
