import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { DraftCard } from '../../../src/main/domain/notes/card.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

/** tests/corpus: nasty notes, each with what must come of it beside it. Case does not matter in the parts of a text. */
const Expectation = v.strictObject({
  title: v.optional(v.string()),
  deck: v.optional(v.string()),
  tags: v.optional(v.array(v.string())),
  dialects: v.optional(v.array(v.string())),
  /** All problems of the note, in order. */
  problems: v.array(v.strictObject({ line: v.number(), message: v.string() })),
  /** How many cards there are, where it is one certain number. */
  count: v.optional(v.number()),
  /** Part of the reason for having no cards. */
  emptyReason: v.optional(v.string()),
  /** Cards that must be there. */
  cards: v.optional(
    v.array(
      v.strictObject({
        /** Part of the front. */
        front: v.string(),
        /** Part of the back. */
        back: v.string(),
        line: v.number(),
        endLine: v.optional(v.number()),
        rule: v.optional(v.string()),
        deck: v.optional(v.string()),
        tags: v.optional(v.array(v.string())),
        userId: v.optional(v.string()),
        schedule: v.optional(v.strictObject({ dueOn: v.string(), intervalDays: v.number(), ease: v.number() })),
      }),
    ),
  ),
  /** Strings that stand on no card. */
  absent: v.optional(v.array(v.string())),
});
type ExpectedCard = NonNullable<v.InferOutput<typeof Expectation>['cards']>[number];

const corpus = join(import.meta.dirname, '../../corpus');
const names = readdirSync(corpus)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -3));

const has = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

function fits(card: DraftCard, expected: ExpectedCard): boolean {
  const { front, back, line, endLine = card.endLine, rule = card.rule, deck = card.deck } = expected;
  return (
    has(card.front, front) &&
    has(card.back, back) &&
    card.line === line &&
    card.endLine === endLine &&
    card.rule === rule &&
    card.deck === deck &&
    (expected.userId ?? card.evidence.userId) === card.evidence.userId &&
    JSON.stringify(expected.tags ?? card.tags) === JSON.stringify(card.tags) &&
    JSON.stringify(expected.schedule ?? card.schedule) === JSON.stringify(card.schedule)
  );
}

const said = (card: DraftCard): string => `${card.line}-${card.endLine} [${card.rule}] ${card.front} => ${card.back}`;

describe('the corpus of nasty notes', () => {
  it.each(names)('gives the expected cards and problems for %s', (name) => {
    const expected = v.parse(Expectation, JSON.parse(readFileSync(join(corpus, `${name}.json`), 'utf8')));
    const note = parseNote({ path: `${name}.md`, text: readFileSync(join(corpus, `${name}.md`), 'utf8') });
    const cards = note.cards.map(said);

    expect(note.problems.map((problem) => problem.line)).toEqual(expected.problems.map((problem) => problem.line));
    for (const [i, problem] of expected.problems.entries()) {
      expect(note.problems[i]?.message).toContain(problem.message);
      expect(note.problems[i]?.hint).not.toBe('');
    }
    for (const wanted of expected.cards ?? []) {
      expect(
        note.cards.some((card) => fits(card, wanted)),
        `no card ${JSON.stringify(wanted)} among\n${cards.join('\n')}`,
      ).toBe(true);
    }
    for (const part of expected.absent ?? []) expect(cards.filter((card) => has(card, part))).toEqual([]);
    if (expected.count !== undefined) expect(cards, cards.join('\n')).toHaveLength(expected.count);
    if (expected.emptyReason !== undefined) expect(note.emptyReason).toContain(expected.emptyReason);
    expect(note.emptyReason === null).toBe(note.cards.length > 0);
    if (expected.title !== undefined) expect(note.title).toBe(expected.title);
    if (expected.deck !== undefined) expect(note.deck).toBe(expected.deck);
    if (expected.tags !== undefined) expect(note.tags).toEqual(expected.tags);
    if (expected.dialects !== undefined) expect(note.dialects).toEqual(expected.dialects);
  });

  it('runs nothing that a note holds', () => {
    for (const name of names) parseNote({ path: `${name}.md`, text: readFileSync(join(corpus, `${name}.md`), 'utf8') });
    expect(globalThis).not.toHaveProperty('etcdeckCorpusRan');
  });

  it('has an expectation for each note and a note for each expectation', () => {
    const expectations = readdirSync(corpus)
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -5));
    expect(expectations).toEqual(names);
  });
});
