import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeTyped } from '../../../src/main/domain/grading/index.js';
import { areOpposite } from '../../../src/main/domain/grading/words/opposites.js';
import { shapeOf } from '../../../src/main/domain/grading/words/shape.js';
import { isSlip } from '../../../src/main/domain/grading/words/slips.js';
import type { CardKind, TypedGrade } from '../../../src/shared/contract.js';
import { close, different, same, slips } from './answer-pairs.js';

const grade = (kind: CardKind, back: string, typed: string): TypedGrade => gradeTyped({ kind, front: 'It is […].', back }, [typed]);
const wordsAndGaps = fc.constantFrom<CardKind>('definition', 'concept', 'cloze');

/** Words of our own, none of them light, negating or another's slip. */
const vocabulary =
  'kubelet scheduler etcd quorum namespace probe volume taint toleration endpoint selector replica container image registry certificate token audit webhook ingress'.split(
    ' ',
  );
const phrase = fc.uniqueArray(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 14 });

const english = "not no never cannot without neither doesn't isn't didn't won't can't shouldn't hasn't couldn't wasn't doesnt isnt".split(
  ' ',
);
const german = 'nicht kein keine nie niemals ohne weder'.split(' ');
const negations = fc.constantFrom(...english, ...german);

const inserted = (words: readonly string[], at: number, word: string): string => {
  const place = at % (words.length + 1);
  return [...words.slice(0, place), word, ...words.slice(place)].join(' ');
};

describe('Any answer', () => {
  it('is the same as itself in small, in capitals, and with more blanks', () => {
    fc.assert(
      fc.property(wordsAndGaps, phrase, fc.constantFrom(' ', '  ', '\t', '\u00a0', '\n'), (kind, words, blank) => {
        const back = words.join(' ');
        for (const typed of [back, back.toUpperCase(), ` ${words.join(blank)} `]) {
          expect(grade(kind, back, typed)).toMatchObject({ verdict: 'same', differ: 0 });
        }
      }),
    );
  });

  it('of the table is the same as what is shown of it', () => {
    const pairs = [...same, ...slips, ...close, ...different];
    for (const [, typed] of pairs.filter(([, one]) => one.trim() !== '' && !/[`*_~=\\<&[$>#]|^\s*[-+\d]/.test(one))) {
      expect(grade('definition', typed, typed), typed).toMatchObject({ verdict: 'same', differ: 0 });
    }
  });

  it('in code is the same as itself, whatever signs it is made of', () => {
    fc.assert(
      fc.property(wordsAndGaps, fc.stringMatching(/^[!-_a-~]{1,12}$/), (kind, text) => {
        expect(grade(kind, `\`${text}\``, text).verdict, text).toBe('same');
      }),
      { numRuns: 2000 },
    );
  });

  it('of signs alone is no other sign', () => {
    const sign = fc.constantFrom(
      ...'|><=!&$#@%^~*+?/\\:;.,\'"(){}[]-',
      '->',
      '=>',
      '>=',
      '<=',
      '==',
      '!=',
      '&&',
      '||',
      '>>',
      '<<',
      '--',
      '..',
      '::',
      '{{',
      '}}',
      '$?',
      '$#',
    );
    fc.assert(
      fc.property(wordsAndGaps, sign, sign, (kind, one, other) => {
        expect(grade(kind, `\`${one}\``, other).verdict === 'same').toBe(one === other);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never the same as nothing', () => {
    const nothing = fc.constantFrom('', ' ', '\n', '\t', '\u00a0', '\u200b', '\ufeff', '\u00ad');
    const backs = fc.oneof(
      phrase.map((words) => words.join(' ')),
      fc.constantFrom(...[...same, ...different].map(([back]) => back)),
      fc.string(),
      nothing,
    );
    fc.assert(
      fc.property(fc.constantFrom<CardKind>('definition', 'cloze', 'list', 'sequence', 'command'), backs, nothing, (kind, back, typed) => {
        expect(grade(kind, back, typed).verdict).not.toBe('same');
        expect(grade(kind, back, typed).suggested).toBe('again');
      }),
      { numRuns: 1000 },
    );
  });

  it('is never the same with a negation put in or taken out, wherever it stands', () => {
    fc.assert(
      fc.property(wordsAndGaps, phrase, negations, fc.nat(), (kind, words, negation, at) => {
        const [plain, denied] = [words.join(' '), inserted(words, at, negation)];
        expect(grade(kind, plain, denied), denied).toMatchObject({ verdict: 'different', suggested: 'again' });
        expect(grade(kind, denied, plain), denied).toMatchObject({ verdict: 'different', suggested: 'again' });
      }),
      { numRuns: 1000 },
    );
  });

  it('in Chinese is never the same with a negation put in or taken out', () => {
    const text = fc.array(fc.constantFrom(...'节点调度器控制平面容器镜像副本端口证书卷存储'), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(wordsAndGaps, text, fc.constantFrom('不', '没有', '未', '无', '从不'), fc.nat(), (kind, signs, negation, at) => {
        const denied = inserted(signs, at, negation).replaceAll(' ', '');
        expect(grade(kind, signs.join(''), denied), denied).toMatchObject({ verdict: 'different', suggested: 'again' });
        expect(grade(kind, denied, signs.join('')), denied).toMatchObject({ verdict: 'different', suggested: 'again' });
      }),
      { numRuns: 500 },
    );
  });

  it('is never the same when a word of it says the contrary', () => {
    const contrary = fc.constantFrom(
      ...[
        'encrypted unencrypted',
        'schedulable unschedulable',
        'mutable immutable',
        'internal external',
        'enabled disabled',
        'before after',
        'allowed denied',
      ].flatMap((pair) => [pair.split(' '), pair.split(' ').reverse()]),
    );
    fc.assert(
      fc.property(wordsAndGaps, phrase, contrary, fc.nat(), (kind, words, [one = '', other = ''], at) => {
        expect(grade(kind, inserted(words, at, one), inserted(words, at, other))).toMatchObject({
          verdict: 'different',
          suggested: 'again',
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is never the same when a number, flag or path of it is another', () => {
    const exact = fc.oneof(
      fc.integer({ min: 2, max: 70_000 }).map(String),
      fc.stringMatching(/^--[a-z]{3,9}$/),
      fc.stringMatching(/^\/[a-z]{2,6}\/[a-z]{2,6}$/),
      fc.stringMatching(/^[a-z]{2,6}_[a-z]{2,6}$/),
    );
    fc.assert(
      fc.property(wordsAndGaps, phrase, exact, exact, fc.nat(), (kind, words, one, other, at) => {
        fc.pre(one !== other);
        expect(grade(kind, inserted(words, at, one), inserted(words, at, other)).verdict).not.toBe('same');
      }),
      { numRuns: 500 },
    );
  });

  it('is not the same when two words of it change places', () => {
    fc.assert(
      fc.property(wordsAndGaps, phrase, fc.nat(), fc.nat(), (kind, words, i, j) => {
        const [from, to] = [i % words.length, j % words.length];
        fc.pre(from !== to);
        const swapped = words.map((word, at) => (at === from ? words[to] : at === to ? words[from] : word));
        expect(grade(kind, words.join(' '), swapped.join(' ')).verdict).not.toBe('same');
        expect(grade(kind, swapped.join(' '), words.join(' ')).verdict).not.toBe('same');
      }),
      { numRuns: 500 },
    );
  });

  it('is compared alike both ways round', () => {
    const plain = [...same, ...slips, ...close, ...different].filter((pair) =>
      pair.every((one) => one.trim() !== '' && !/[`*_~=\\<&[$>#]|^\s*[-+\d]/.test(one)),
    );
    expect(plain.length).toBeGreaterThan(150);
    for (const [one, other] of plain) {
      const [there, back] = [grade('cloze', one, other), grade('cloze', other, one)];
      expect(there.verdict === 'same', `${one} <=> ${other}`).toBe(back.verdict === 'same');
    }
  });
});

describe('Two words', () => {
  const word = fc.oneof(
    fc.constantFrom(...vocabulary, 'node', 'mode', 'encrypted', 'unencrypted', 'internal', 'external'),
    fc.stringMatching(/^[a-z]{1,10}$/),
  );

  it('are slips or opposites of each other both ways round, and no word is its own', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(isSlip(one, other)).toBe(isSlip(other, one));
        const opposite = areOpposite(shapeOf(one), shapeOf(other));
        expect(opposite).toBe(areOpposite(shapeOf(other), shapeOf(one)));
        expect(isSlip(one, one) || areOpposite(shapeOf(one), shapeOf(one))).toBe(false);
        expect(isSlip(one, other) && opposite).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});
