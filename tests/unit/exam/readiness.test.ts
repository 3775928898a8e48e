import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assumedLearner, scenarios, study } from '../../../scripts/bench/simulated-learner.js';
import { calibrationChart, fitStabilityFactor } from '../../../src/main/domain/exam/calibration.js';
import type { Observation } from '../../../src/main/domain/exam/calibration.js';
import { readCurriculum } from '../../../src/main/domain/exam/curriculum.js';
import { valueOfTopics } from '../../../src/main/domain/exam/topic-value.js';
import { randomFrom } from '../../../src/main/domain/review/random.js';
import { recallAfter, recallOnExamDay } from '../../../src/main/domain/exam/expected-recall.js';
import type { ExamCard } from '../../../src/main/domain/exam/expected-recall.js';
import { answersForReadiness, standing } from '../../../src/main/domain/exam/readiness.js';

const { curriculum } = readCurriculum(readFileSync('decks/cka/curriculum.yaml', 'utf8'));
if (!curriculum) throw new Error('The shipped curriculum cannot be read');
const exact = { best: 1, low: 1, high: 1 };

let made = 0;
const card = (topicId: string | null, stability: number | null, elapsedDays = 3): ExamCard => ({
  cardId: `${++made}`,
  item: `${made}`,
  topicId,
  strength: stability === null ? null : { stability, difficulty: 5 },
  elapsedDays: stability === null ? 0 : elapsedDays,
});

/** Answers of somebody who remembers `factor` times as long as the parameters say. */
function answersOf(factor: number, count: number, seed: number): Observation[] {
  const luck = randomFrom(`answers ${seed}`);
  return Array.from({ length: count }, (_, n) => {
    const strength = { stability: 2 + (n % 40), difficulty: 5 };
    const elapsedDays = 1 + (n % 30);
    return {
      strength,
      elapsedDays,
      remembered: luck() < recallAfter(strength, elapsedDays, { ...assumedLearner, stabilityFactor: factor }),
    };
  });
}

describe('the memory of a person', () => {
  it.each([0.4, 1, 2.5])('is found from their answers when it lasts %f times as long', (factor) => {
    const found = fitStabilityFactor(answersOf(factor, 3000, 5), assumedLearner);
    expect(found.low).toBeLessThanOrEqual(factor * 1.05);
    expect(found.high).toBeGreaterThanOrEqual(factor * 0.95);
    expect(found.high / found.low).toBeLessThan(2.5);
  });

  it('is taken as average, in a wide range, without answers', () => {
    const { best, low, high } = fitStabilityFactor([], assumedLearner);
    expect(best).toBeCloseTo(1);
    expect(high / low).toBeGreaterThan(5);
  });

  it('shows in the chart of what was predicted and what happened', () => {
    const answers = answersOf(1, 5000, 2);
    const chart = calibrationChart(answers, assumedLearner);
    expect(chart.reduce((sum, tenth) => sum + tenth.answers, 0)).toBe(5000);
    for (const { predicted, remembered } of chart.filter((tenth) => tenth.answers > 300))
      expect(Math.abs(predicted - remembered)).toBeLessThan(0.06);
  });
});

describe('readiness', () => {
  it('is withheld until there are answers enough, and says how many are missing', () => {
    expect(standing(curriculum, [card('storage/volume-types', 20)], 10, assumedLearner, exact, 63)).toMatchObject({
      readiness: null,
      withheldFor: 37,
    });
    expect(standing(curriculum, [], 10, assumedLearner, exact, answersForReadiness).readiness?.mean).toBe(0);
  });

  it('counts what is covered: one domain known by heart gives at most its weight', () => {
    const { topics } = curriculum.domains[4] ?? { topics: [] };
    const cards = topics.map(({ id }) => card(id, 5000));
    const { domains, readiness, covered } = standing(curriculum, cards, 5, assumedLearner, exact, 500);
    expect(covered).toBe(3);
    expect(domains.map(({ recall }) => recall === null)).toEqual([true, true, true, true, false]);
    expect(readiness?.mean).toBeGreaterThan(0.098);
    expect(readiness?.mean).toBeLessThanOrEqual(0.1);
  });

  it('counts new cards as not known and shows topics without cards', () => {
    const cards = [card('storage/volume-types', 5000), card('storage/volume-types', null)];
    const storage = standing(curriculum, cards, 5, assumedLearner, exact, 500).domains[4];
    expect(storage).toMatchObject({ cards: 2, seen: 1, covered: 1 });
    expect(storage?.recall?.mean).toBeCloseTo(0.5, 1);
    expect(storage?.topics.map((topic) => topic.cards)).toEqual([0, 2, 0]);
  });

  it('has a range that narrows with what is known of the person', () => {
    const cards = Array.from({ length: 200 }, () => card('storage/volume-types', 15));
    const width = (factor: typeof exact) => {
      const range = standing(curriculum, cards, 20, assumedLearner, factor, 500).domains[4]?.recall;
      return (range?.high ?? 0) - (range?.low ?? 0);
    };
    expect(width({ best: 1, low: 0.4, high: 2.5 })).toBeGreaterThan(2 * width({ best: 1, low: 0.9, high: 1.1 }));
  });

  it('says where an hour of study adds most', () => {
    const cards = [
      ...Array.from({ length: 100 }, () => card('troubleshooting/clusters-and-nodes', null)),
      ...Array.from({ length: 100 }, () => card('storage/volume-types', 200, 2)),
    ];
    const [troubleshooting, , , , storage] = standing(curriculum, cards, 20, assumedLearner, exact, 500).domains;
    expect(troubleshooting?.gainPerHour ?? 0).toBeGreaterThan(storage?.gainPerHour ?? 0);
  });

  it('says the same of topics: one that is not known adds more an hour than one that is, and one without cards nothing', () => {
    const cards = [
      ...Array.from({ length: 100 }, () => card('storage/storage-classes', null)),
      ...Array.from({ length: 100 }, () => card('storage/volume-types', 200, 2)),
    ];
    const { domains } = standing(curriculum, cards, 20, assumedLearner, exact, 500);
    const [unknown, known, empty] = domains[4]?.topics ?? [];
    expect(unknown?.gainPerHour ?? 0).toBeGreaterThan(known?.gainPerHour ?? 0);
    expect(unknown?.gainPerHour).toBeCloseTo(domains[4]?.gainPerHour ?? 0);
    expect(empty?.gainPerHour).toBeNull();
  });

  it('is true within four points in each tenth for people whose memory differs from what the app assumes', { timeout: 240_000 }, () => {
    const tenths = Array.from({ length: 10 }, () => ({ predicted: 0, realised: 0, cards: 0 }));
    for (const round of [1, 2, 3]) {
      for (const scenario of scenarios(200)) {
        const { observations, atExam } = study({ ...scenario, seed: scenario.seed + round * 1000 }, scenario.minutesPerDay * 60 * 0.1);
        const stabilityFactor = fitStabilityFactor(observations, assumedLearner).best;
        for (const { card: one, truth } of atExam) {
          const predicted = recallOnExamDay(one, 0, { ...assumedLearner, stabilityFactor });
          const tenth = tenths[Math.min(9, Math.floor(predicted * 10))];
          if (tenth)
            Object.assign(tenth, { predicted: tenth.predicted + predicted, realised: tenth.realised + truth, cards: tenth.cards + 1 });
        }
      }
    }
    const judged = tenths.filter(({ cards }) => cards >= 500);
    expect(judged.length).toBeGreaterThanOrEqual(3);
    for (const { predicted, realised, cards } of judged) expect(Math.abs(predicted - realised) / cards).toBeLessThan(0.04);
  });
});

describe('what to leave out when time is short', () => {
  it('begins with the topic that brings least for its time', () => {
    const cards = [
      ...Array.from({ length: 10 }, () => card('troubleshooting/resource-usage', null)),
      ...Array.from({ length: 80 }, () => card('storage/volume-types', null)),
      ...Array.from({ length: 10 }, () => card('networking/ingress', 3000)),
    ];
    const order = valueOfTopics(curriculum, cards, 10, assumedLearner).map(({ topicId }) => topicId);
    expect(order).toEqual(['networking/ingress', 'storage/volume-types', 'troubleshooting/resource-usage']);
  });
});
