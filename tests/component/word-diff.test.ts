import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordDiff } from '../../src/renderer/features/import/word-diff.js';

it('marks the words that came', () => {
  expect(wordDiff('written in YAML.', 'written in YAML or JSON.')).toEqual([
    { text: 'written in YAML', change: 'same' },
    { text: ' or JSON', change: 'in' },
    { text: '.', change: 'same' },
  ]);
});

it('marks words that went and came in their place', () => {
  expect(wordDiff('port 2379', 'port 2380')).toEqual([
    { text: 'port ', change: 'same' },
    { text: '2379', change: 'out' },
    { text: '2380', change: 'in' },
  ]);
});

it('holds both wordings whole, whatever they are', () => {
  const words = fc
    .array(fc.constantFrom('etcd', 'the', 'node', ' ', '.', '\n', '`--x`', 'ü', '值'), { maxLength: 60 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = wordDiff(before, after);
      const join = (without: string) =>
        parts
          .filter(({ change }) => change !== without)
          .map(({ text }) => text)
          .join('');
      expect(join('in')).toBe(before);
      expect(join('out')).toBe(after);
    }),
  );
});

it('shows two long texts without a common word whole, without long thought', () => {
  const before = Array.from({ length: 4_000 }, (_, i) => `a${i}`).join(' ');
  const after = Array.from({ length: 4_000 }, (_, i) => `b${i}`).join(' ');
  const started = performance.now();
  expect(wordDiff(before, after).map(({ change }) => change)).toEqual(['out', 'in']);
  expect(performance.now() - started).toBeLessThan(1_000);
});
