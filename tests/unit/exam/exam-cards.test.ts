import { describe, expect, it } from 'vitest';
import { createExamCards } from '../../../src/main/store/tables/exam-cards.js';
import { daily } from '../../../src/shared/study.js';
import type { Rating } from '../../../src/shared/contract.js';
import { studying } from '../review/studying.js';
import type { Studying } from '../review/studying.js';
import { addCards } from '../sample-cards.js';

const dayMs = 86_400_000;

/** Answers the card on show. */
function rate({ sessions }: Studying, rating: Rating): void {
  const { card } = sessions.current();
  if (!card) throw new Error('No card is shown');
  sessions.rate({ cardId: card.cardId, rating, durationMs: 7_000 });
}

describe('answers to cards known before', () => {
  it('are the first of each later day, beside the memory that the last of the day before left', () => {
    const study = studying();
    addCards(study.db, [{ cardId: 'one' }]);
    study.sessions.start(daily(null));
    rate(study, 'again');
    study.clock.at += 60_000;
    rate(study, 'good');
    const first = study.memories.get('one');
    study.clock.at += 3 * dayMs;
    study.sessions.start(daily(null));
    rate(study, 'again');
    study.clock.at += 600_000;
    rate(study, 'good');
    const second = study.memories.get('one');
    study.clock.at += 9 * dayMs;
    study.sessions.start(daily(null));
    rate(study, 'good');
    const strength = (memory: typeof first) => ({ stability: memory?.stability, difficulty: memory?.difficulty });
    const known = [
      { cardId: 'one', strength: strength(first), elapsedDays: 3, remembered: false },
      { cardId: 'one', strength: strength(second), elapsedDays: 9, remembered: true },
    ];
    expect(createExamCards(study.db).knownAnswers(10)).toEqual(known);
    expect(createExamCards(study.db).knownAnswers(1)).toEqual(known.slice(1));
    study.sessions.undo();
    expect(createExamCards(study.db).knownAnswers(10)).toEqual(known.slice(0, 1));
  });
});

describe('the cards of the exam', () => {
  it('come in the order of decks and notes as people count, without those out of use', () => {
    const study = studying();
    addCards(study.db, [
      { cardId: 'b', note: 'note 10.md' },
      { cardId: 'a2', note: 'note 2.md', position: 2 },
      { cardId: 'a1', note: 'note 2.md', position: 1 },
      { cardId: 'gone', note: 'note 2.md' },
      { cardId: 'c', note: 'a.md', deck: 'Zoo' },
    ]);
    study.db.prepare("UPDATE cards SET suspendedAt = 1 WHERE cardId = 'gone'").run();
    const today = study.study.moment().on;
    expect(
      createExamCards(study.db)
        .all(today)
        .map(({ cardId }) => cardId),
    ).toEqual(['a1', 'a2', 'b', 'c']);
  });

  it('say what was done with them today', () => {
    const study = studying();
    addCards(study.db, [{ cardId: 'one' }]);
    study.sessions.start(daily(null));
    rate(study, 'again');
    const today = study.study.moment().on;
    const store = createExamCards(study.db);
    expect(store.on(today)).toEqual([{ cardId: 'one', spentMs: 7_000, asNew: true }]);
    expect(store.all(today)[0]).toMatchObject({ learningToday: true, elapsedDays: 0, buriedToday: false });
    study.sessions.undo();
    expect(store.on(today)).toEqual([]);
    expect(store.all(today)[0]).toMatchObject({ strength: null, learningToday: false });
  });
});
