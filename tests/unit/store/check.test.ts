import { expect, onTestFinished, test, vi } from 'vitest';
import { readDatabase } from '../../../src/main/store/open/database.js';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { studying } from '../review/studying.js';
import type { Studying } from '../review/studying.js';
import { addCards, cardIds } from '../sample-cards.js';
import { daily } from '../../../src/shared/study.js';

function answered(): Studying {
  const study = studying();
  addCards(study.db, cardIds(3));
  study.sessions.start(daily(null));
  for (const cardId of ['card-0', 'card-1']) study.sessions.rate({ cardId, rating: 'good', durationMs: 1000 });
  return study;
}

test('a sound database has no findings', () => {
  expect(checkDatabase(answered().db)).toEqual({ cards: 3, reviews: 2, findings: [] });
});

test.each([
  [
    'a changed memory',
    "UPDATE memories SET stability = stability * 1.001 WHERE cardId = 'card-0'",
    /Card card-0: stability is .* by the log/,
  ],
  ['a lost memory', "DELETE FROM memories WHERE cardId = 'card-0'", /card-0 has answers in the log but no memory/],
  ['a memory from nowhere', "UPDATE memories SET cardId = 'card-2' WHERE cardId = 'card-0'", /card-2 has a memory but no answer/],
  ['a wrong mark', "UPDATE cards SET isNew = 1 WHERE cardId = 'card-0'", /card-0 is marked as new although/],
  ['a wrong count of a day', 'UPDATE studyDays SET answers = 9', /2026-11-23 counts 9 answers, but by the log it has 2/],
  ['a lost day', 'DELETE FROM studyDays', /2026-11-23 counts 0 answers, but by the log it has 2/],
  [
    'a wrong count of what comes back',
    "INSERT INTO dueDays VALUES ('2030-01-01', 3)",
    /2030-01-01 counts 3 cards that come back, but there are 0/,
  ],
  ['unreadable parameters', 'UPDATE parameters SET text = \'{"weights":[]}\'', /cannot be read/],
  [
    'a lost note',
    'PRAGMA foreign_keys = OFF; DELETE FROM notes; PRAGMA foreign_keys = ON',
    /rows of cards belong to notes that are not there/,
  ],
])('%s is found', (_name, sql, finding) => {
  const { db } = answered();
  db.exec(sql);
  expect(checkDatabase(db).findings.join('\n')).toMatch(finding);
});

test('the log cannot be changed or shortened', () => {
  const { db } = answered();
  expect(() => db.exec('UPDATE reviews SET rating = 4')).toThrow('the review log is append-only');
  expect(() => db.exec('DELETE FROM reviews')).toThrow('the review log is append-only');
});

test('a check beside a window sees one moment, however many answers come meanwhile', () => {
  const study = studying();
  addCards(study.db, cardIds(40));
  study.sessions.start(daily(null));
  const answer = (): void => {
    const { card } = study.sessions.current();
    if (card) study.sessions.rate({ cardId: card.cardId, rating: 'again', durationMs: 1000 });
  };
  answer();
  const reader = readDatabase(study.folder);
  if (!reader) throw new Error('Nothing is stored');
  onTestFinished(() => void reader.close());
  const prepare = reader.prepare.bind(reader);
  vi.spyOn(reader, 'prepare').mockImplementation(((sql: string) => {
    answer();
    return prepare(sql);
  }) as typeof reader.prepare);
  const { reviews, findings } = checkDatabase(reader);
  expect(findings).toEqual([]);
  expect(reviews).toBeLessThan(study.db.prepare<[], number>('SELECT count(*) FROM reviews').pluck().get() ?? 0);
});
