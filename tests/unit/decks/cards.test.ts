/** What the notes that ship give reads well as cards, measured by plain rules that know nothing of how the cards were made. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

interface Face {
  front: string;
  back: string;
  kind: string;
}

const folder = 'decks';
const notes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);
const contentOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9_./-]{3,}/g) ?? []).map((word) => word.replace(/(?:ing|ed|es|s|\.)$/, ''));
const lists = new Set(['list', 'sequence', 'table']);

/** Rules by what a person would say of a card that breaks one. */
const rules: Record<string, (card: Face) => boolean> = {
  'has no answer': ({ back }) => back.trim() === '',
  'asks too long': ({ front }) => wordsOf(front).length > 25,
  'answers too long': ({ back, kind }) => !lists.has(kind) && kind !== 'command' && wordsOf(back).length > 20,
  'asks for more than seven things': ({ back }) => (back.match(/^\s*(?:[-*]|\d+[.)])\s/gm) ?? []).length > 7,
  'can be answered by yes or no': ({ front }) => /^(?:is|are|do|does|can|has|should|must|will)\b/i.test(front),
  'asks about something it does not name': ({ front }) => /^(?:it|they|this|these|that)\b/i.test(front),
  'points at the page': ({ front }) => /\b(?:above|below|the previous|the following|this section|these notes)\b/i.test(front),
  'gives its answer away': ({ front, back }) => {
    const asked = new Set(contentOf(front));
    const answered = [...new Set(contentOf(back))];
    return answered.length > 1 && answered.filter((word) => asked.has(word)).length / answered.length >= 0.7;
  },
};

const faultsOf = (card: Face): string[] => Object.keys(rules).filter((name) => rules[name]?.(card));

describe('the cards of the notes that ship', () => {
  const cards = notes.flatMap((name) =>
    parseNote({ path: name, text: readFileSync(join(folder, name), 'utf8') })
      .cards.filter(({ reasons }) => reasons.length === 0)
      .map((card) => ({ ...card, name })),
  );

  it('are flagged by at most 3 in 100', () => {
    const flagged = cards.flatMap((card) => faultsOf(card).map((fault) => `${card.name}: "${card.front}" ${fault}`));
    expect(cards.length).toBeGreaterThanOrEqual(600);
    expect(flagged.length / cards.length, flagged.join('\n')).toBeLessThanOrEqual(0.03);
  });

  it('ask each question once in a note', () => {
    const asked = cards.map(({ name, front }) => `${name}: ${front.toLowerCase().replace(/\W+/g, ' ').trim()}`);
    expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);
  });

  it.each([
    [{ front: 'What does it do?', back: '', kind: 'concept' }, 'has no answer'],
    [{ front: 'Is etcd a database?', back: 'Yes', kind: 'concept' }, 'can be answered by yes or no'],
    [{ front: 'Which port does the kubelet listen on 10250', back: 'port 10250 the kubelet', kind: 'concept' }, 'gives its answer away'],
  ])('would be flagged: %j', (card, fault) => {
    expect(faultsOf(card)).toContain(fault);
  });
});
