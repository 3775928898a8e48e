import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestKnownMinor, outdatedIn, outdatedRules } from '../../../src/main/domain/facts/outdated.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';
import { pairs } from './outdated-pairs.js';

const card = (front: string, back: string, heading = 'Notes') => ({ front, back, headings: [heading], deck: 'CKA' });
const rulesOf = (front: string, back: string, heading?: string, minor = newestKnownMinor): string[] =>
  outdatedIn(card(front, back, heading), minor).map(({ ruleId }) => ruleId);

describe('each rule', () => {
  it('has cards it finds and cards it leaves alone', () => {
    expect(outdatedRules.length).toBeGreaterThanOrEqual(25);
    const ids = [...new Set(outdatedRules.map(({ id }) => id))];
    expect(Object.keys(pairs).sort()).toEqual(ids.sort());
  });

  it.each(outdatedRules.map((rule) => [rule.id, rule] as const))(
    '%s names a source, its version, and no later one than is known',
    (_, rule) => {
      expect(new URL(rule.source).protocol).toBe('https:');
      expect(['kubernetes.io', 'www.kubernetes.dev', 'github.com']).toContain(new URL(rule.source).host);
      expect(rule.since).toBeLessThanOrEqual(newestKnownMinor);
      expect(rule.now.length).toBeLessThan(170);
      expect(rule.now).toMatch(/[.]$/);
    },
  );

  for (const [id, { outdated, right }] of Object.entries(pairs)) {
    it.each(outdated)(`${id} finds: %s %s`, (front, back, heading) => expect(rulesOf(front, back, heading)).toContain(id));
    it.each(outdated)(`${id} says nothing before its version: %s %s`, (front, back, heading) => {
      const since = Math.min(...outdatedRules.filter((rule) => rule.id === id).map((rule) => rule.since));
      expect(rulesOf(front, back, heading, since - 1)).not.toContain(id);
    });
    it.each(right)(`${id} leaves alone: %s %s`, (front, back, heading) => expect(rulesOf(front, back, heading)).toEqual([]));
  }
});

describe('a card that knows its age', () => {
  it('by its own words is left alone', () => {
    for (const words of ['was removed in 1.26', 'is deprecated', 'is no longer there', 'was replaced by iptables mode']) {
      expect(rulesOf('kube-proxy: what of user space mode?', `User space mode ${words}`)).toEqual([]);
    }
  });

  it('by a heading above it is left alone', () => {
    expect(rulesOf('What does kube-proxy do in user space mode?', 'Forward the traffic itself', 'Outdated modes')).toEqual([]);
  });
});

it('no card of the notes that ship with the app is outdated', () => {
  const folder = 'decks/cka';
  const notes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const cards = notes.flatMap((name) => parseNote({ path: name, text: readFileSync(join(folder, name), 'utf8') }).cards);
  expect(cards.length).toBeGreaterThan(1_000);
  const found = cards.flatMap((one) => outdatedIn(one, newestKnownMinor).map(({ ruleId }) => `${ruleId}: ${one.front}`));
  expect(found).toEqual([]);
});

it('a newer cluster never makes fewer statements outdated', () => {
  const texts = fc.constantFrom(...Object.values(pairs).flatMap(({ outdated, right }) => [...outdated, ...right]));
  fc.assert(
    fc.property(texts, fc.integer({ min: 10, max: 60 }), fc.nat({ max: 20 }), ([front, back], minor, more) => {
      const newer = rulesOf(front, back, 'Notes', minor + more);
      return rulesOf(front, back, 'Notes', minor).every((id) => newer.includes(id));
    }),
  );
});

it('any text is looked through at once, also one made to be slow', () => {
  const hostile = [
    'kubectl '.repeat(500),
    'container runtime '.repeat(200),
    'etcdctl snapshot '.repeat(300),
    `kubectl run ${'-'.repeat(3_900)}`,
  ];
  const startedAt = performance.now();
  for (const text of hostile) outdatedIn(card(text, text), newestKnownMinor);
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (front, back) =>
      Array.isArray(outdatedIn(card(front, back), 35)),
    ),
  );
  // Backtracking that runs away takes minutes, not seconds.
  expect(performance.now() - startedAt).toBeLessThan(15_000);
});
