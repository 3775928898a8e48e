import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumedLearner } from '../../../scripts/bench/simulated-learner.js';
import type { Curriculum } from '../../../src/main/domain/exam/curriculum.js';
import { hoursToSeeAll } from '../../../src/main/domain/exam/needed-time.js';
import { topicsToDrop } from '../../../src/main/domain/exam/topics-to-drop.js';
import { addDays } from '../../../src/main/domain/review/day.js';
import type { ExamDesk, PlacedCard } from '../../../src/main/features/exam/exam-inputs.js';
import { forecastOf } from '../../../src/main/features/exam/exam-views.js';
import { mostHoursPerWeek } from '../../../src/shared/exam.js';
import type { ExamForecast, ExamPlan } from '../../../src/shared/exam.js';

const todayOn = '2026-11-23';
const topicIds = ['a', 'b', 'c'];
const topic = (id: string) => ({ id, title: id, tags: [], paths: [], words: [] });
const curriculum: Curriculum = {
  ...{ exam: 'Some Exam', short: 'SE', version: '1', asOf: '2026-11', source: 'https://example.org/' },
  format: { minutes: 120, tasks: '15', passPercent: 66, partialCredit: true },
  domains: [
    { id: 'x', title: 'X', weightPercent: 70, topics: [topic('a'), topic('b')] },
    { id: 'y', title: 'Y', weightPercent: 30, topics: [topic('c')] },
  ],
};

interface Situation {
  days: number;
  hoursPerWeek: number;
  restDays: number[];
  fresh: number;
  /** Cards of one item, which are never seen on one day. */
  siblings: number;
  known: number;
  spentSeconds: number;
}

function card(n: number, item: string, isNew: boolean): PlacedCard {
  const topicId = topicIds[n % topicIds.length] ?? 'a';
  return {
    ...{
      cardId: `card-${n}`,
      noteId: topicId,
      noteName: topicId,
      deck: topicId,
      headings: [],
      tags: [],
      item,
      topicId,
      by: 'tag',
      because: '',
    },
    ...{ strength: isNew ? null : { stability: 1 + (n % 40), difficulty: 5 }, elapsedDays: isNew ? 0 : 1 + (n % 9) },
    ...{ learningToday: false, buriedToday: false },
  };
}

function deskOf({ days, hoursPerWeek, restDays, fresh, siblings, known, spentSeconds }: Situation): ExamDesk & { plan: ExamPlan } {
  const cards = Array.from({ length: fresh + known }, (_, n) =>
    card(n, n < fresh ? `item-${Math.floor(n / siblings)}` : `known-${n}`, n < fresh),
  );
  return {
    ...{ today: todayOn, curriculum, cards, daysLeft: days, learner: assumedLearner, observations: [], answeredItems: [] },
    factor: { best: 1, low: 0.8, high: 1.2 },
    plan: { examOn: addDays(todayOn, days), hoursPerWeek, restDays, daysOff: [], leftOut: [], startedOn: todayOn },
    ...{ spentSeconds, freshDone: 0 },
  };
}

function play(desk: ExamDesk): ExamForecast {
  const played = forecastOf(desk, () => undefined);
  if (!played) throw new Error('There is a plan');
  return played;
}

const situations: fc.Arbitrary<Situation> = fc.record({
  days: fc.constantFrom(1, 2, 3, 7, 14, 30),
  hoursPerWeek: fc.constantFrom(0.5, 2, 5, 20, 40, 79.5, 80),
  restDays: fc.constantFrom([], [6], [0, 1, 2, 3, 5, 6]),
  fresh: fc.constantFrom(1, 9, 60, 477),
  siblings: fc.constantFrom(1, 1, 3, 12),
  known: fc.constantFrom(0, 20, 150),
  spentSeconds: fc.constantFrom(0, 900),
});

describe('what is offered when the time does not suffice', () => {
  it('keeps what it says: the same forecast with the hours, or without the topics, leaves no card unseen', () => {
    const seen = { hours: 0, topics: 0, none: 0 };
    fc.assert(
      fc.property(situations, (situation) => {
        const desk = deskOf(situation);
        const { unseen, neededHoursPerWeek, drop } = play(desk);
        if (unseen === 0) {
          expect({ neededHoursPerWeek, drop }).toEqual({ neededHoursPerWeek: null, drop: [] });
          return;
        }
        if (neededHoursPerWeek !== null) {
          seen.hours += 1;
          expect(neededHoursPerWeek).toBeGreaterThan(situation.hoursPerWeek);
          expect(neededHoursPerWeek).toBeLessThanOrEqual(mostHoursPerWeek);
          expect(play({ ...desk, plan: { ...desk.plan, hoursPerWeek: neededHoursPerWeek } }).unseen).toBe(0);
        } else {
          seen.none += 1;
          expect(play({ ...desk, plan: { ...desk.plan, hoursPerWeek: mostHoursPerWeek } }).unseen).toBeGreaterThan(0);
        }
        if (drop.length > 0) {
          seen.topics += 1;
          expect(play({ ...desk, plan: { ...desk.plan, leftOut: drop.map(({ topicId }) => topicId) } }).unseen).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
    // Each kind of offer came up, else this would prove nothing.
    expect(Math.min(seen.hours, seen.topics, seen.none)).toBeGreaterThan(3);
  });

  it('is no number of hours where siblings have more days to wait for than there are', () => {
    const desk = deskOf({ days: 7, hoursPerWeek: 40, restDays: [], fresh: 24, siblings: 12, known: 0, spentSeconds: 0 });
    expect(play(desk)).toMatchObject({ neededHoursPerWeek: null });
    expect(play(desk).unseen).toBeGreaterThan(0);
  });
});

describe('the hours a week that show every card', () => {
  it('are the fewest half hours above those planned that do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 170 }), fc.integer({ min: 0, max: 160 }), (enough, planned) => {
        const found = hoursToSeeAll((hours) => (hours * 2 >= enough ? 0 : 1), { above: planned / 2, most: 80 });
        const fewest = Math.max(enough, planned + 1);
        expect(found).toBe(fewest <= 160 ? fewest / 2 : null);
      }),
    );
  });

  it('are asked for in few plays of the plan', () => {
    let plays = 0;
    hoursToSeeAll((hours) => ((plays += 1), hours >= 33 ? 0 : 1), { above: 5, most: 80 });
    expect(plays).toBeLessThanOrEqual(9);
  });
});

describe('topics to leave out', () => {
  const topics = [
    { topicId: 'least', fresh: 3 },
    { topicId: 'more', fresh: 5 },
    { topicId: 'most', fresh: 50 },
  ];

  it('are more when the plan without them still leaves cards unseen', () => {
    const unseenWithout = (ids: string[]): number => (ids.includes('more') ? 0 : 1);
    expect(topicsToDrop(topics, 2, unseenWithout).map(({ topicId }) => topicId)).toEqual(['least', 'more']);
    expect(topicsToDrop(topics, 2, () => 0).map(({ topicId }) => topicId)).toEqual(['least']);
  });

  it('are none when only leaving out everything would do', () => expect(topicsToDrop(topics, 10, () => 1)).toEqual([]));
});
