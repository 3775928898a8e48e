import { describe, expect, it } from 'vitest';
import { planSheet } from '../../../src/main/features/print/plan-sheet.js';
import type { ExamForecast, ExamPlan, ExamView } from '../../../src/shared/exam.js';

const plan: ExamPlan = { examOn: '2026-12-03', hoursPerWeek: 5, restDays: [], daysOff: [], leftOut: [], startedOn: '2026-11-28' };
const range = { mean: 0.8, low: 0.7, high: 0.9 };
const topic = { topicId: 'a', title: 'Storage classes', cards: 40, seen: 10, recall: range, gainPerHour: null };
const view: ExamView = {
  curriculum: {
    exam: 'Administrator',
    short: 'CKA',
    version: 'v1.35',
    asOf: '2026-03',
    source: '',
    minutes: 120,
    tasks: '15-20',
    passPercent: 66,
  },
  plan,
  daysLeft: 5,
  domains: [
    {
      ...{ domainId: 'storage', title: 'Storage', weightPercent: 10, cards: 40, seen: 10, covered: 1, recall: range, gainPerHour: null },
      topics: [topic, { ...topic, topicId: 'b', title: 'Volumes', cards: 0, seen: 0, recall: null }],
    },
  ],
  topics: 2,
  covered: 1,
  readiness: null,
  withheldFor: 0,
  calibration: [],
  today: null,
};
const day = (dayOn: string, reviews: number, fresh: number, lastPass = false) => ({
  ...{ dayOn, reviews, fresh, lastPass },
  reviewSeconds: reviews * 10,
  freshSeconds: fresh * 30,
});
const forecast: ExamForecast = {
  days: [day('2026-11-28', 30, 10), day('2026-11-29', 0, 0), day('2026-11-30', 60, 0, true)],
  unseen: 0,
  recall: 0.91,
  neededHoursPerWeek: null,
  drop: [],
};

describe('the sheet of a plan', () => {
  it('says each day by week, what is free, and the last pass', () => {
    const { title, lead, sections } = planSheet(view, plan, forecast);
    expect(title).toBe('Plan to the CKA, 3 December 2026');
    expect(lead).toBe('5 days left, 5 hours a week. Recall of your cards on exam day by this plan: 91\u00a0%. Not a pass prediction.');
    expect(sections[0]?.groups.map(({ heading, table }) => [heading, table?.rows])).toEqual([
      [
        'Week of Mon 23 Nov',
        [
          ['Sat 28 Nov', '30', '10', '10', ''],
          ['Sun 29 Nov', 'free', '', '', ''],
        ],
      ],
      ['Week of Mon 30 Nov', [['Mon 30 Nov', '60', '0', '10', 'last pass']]],
    ]);
  });

  it('names a topic without cards as such', () => {
    expect(planSheet(view, plan, forecast).sections[1]?.groups[0]).toMatchObject({
      heading: 'Storage, 10\u00a0% of the exam, recall 80\u00a0% (70\u00a0% to 90\u00a0%)',
      table: {
        rows: [
          ['Storage classes', '40', '10', '80\u00a0%'],
          ['Volumes', 'none', '', ''],
        ],
      },
    });
  });

  it('says that the time does not suffice, and what to leave out', () => {
    const short = { ...forecast, unseen: 25, neededHoursPerWeek: 6.25, drop: [{ topicId: 'a', title: 'Storage classes', cards: 40 }] };
    expect(planSheet(view, plan, forecast).sections).toHaveLength(2);
    expect(planSheet(view, plan, short).sections[2]).toMatchObject({
      title: 'The time does not suffice',
      groups: [
        {
          heading: '25 cards will not be seen by exam day. 6.3 hours a week would show them all.',
          table: { rows: [['Storage classes', '40']] },
        },
      ],
    });
  });
});
