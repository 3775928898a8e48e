/** The notes that ship for the CKA cover its curriculum, weighted as the exam is. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCurriculum } from '../../../src/main/domain/exam/curriculum.js';
import { noChoices, topicFinder } from '../../../src/main/domain/exam/topics.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const folder = 'decks/cka';
const { curriculum } = readCurriculum(readFileSync(join(folder, 'curriculum.yaml'), 'utf8'));
if (!curriculum) throw new Error('The shipped curriculum cannot be read');
const topicOf = topicFinder(curriculum, noChoices);
const notes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
const cards = notes.flatMap((name) =>
  parseNote({ path: name, text: readFileSync(join(folder, name), 'utf8') }).cards.map((card) => ({
    held: card.reasons.length > 0,
    topic: topicOf({ cardId: '', noteId: name, tags: card.tags, noteName: name, deck: card.deck, headings: card.headings }),
  })),
);
const kept = cards.filter(({ held }) => !held);

describe('the notes that ship for the CKA', () => {
  it('give at least 600 cards, of which the gates hold back at most 3 %', () => {
    expect(kept.length).toBeGreaterThanOrEqual(600);
    expect(1 - kept.length / cards.length).toBeLessThanOrEqual(0.03);
  });

  it('put every card in a topic by its tag, and leave none of the 27 topics without cards', () => {
    expect(kept.filter(({ topic }) => topic.by !== 'tag')).toEqual([]);
    expect(new Set(kept.map(({ topic }) => topic.topicId)).size).toBe(27);
  });

  it.each(curriculum.domains)('have as large a share of $title as the exam, give or take 3 points', ({ topics, weightPercent }) => {
    const ids = new Set<string | undefined>(topics.map(({ id }) => id));
    const share = (100 * kept.filter(({ topic }) => topic.topicId !== null && ids.has(topic.topicId)).length) / kept.length;
    expect(Math.abs(share - weightPercent)).toBeLessThanOrEqual(3);
  });
});
