/** What the Exam screen asks for, worked out in the study thread as the app does it, with the cards of years. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { systemClock } from '../../src/main/clock.js';
import { addDays, dayOf } from '../../src/main/domain/review/day.js';
import { createExamCards } from '../../src/main/store/tables/exam-cards.js';
import { createExamSettings } from '../../src/main/store/tables/exam-settings.js';
import { openDatabase } from '../../src/main/store/open/database.js';
import { createStudyThread } from '../../src/main/study-thread/study-thread.js';
import { fillDatabase } from './fill.js';
import { serve } from './serve.js';
import { longestStall } from './stall.js';

const rule = { zone: systemClock.zone(), startsAtHour: 4 };
const today = (): string => dayOf(systemClock.now(), rule);
const fileIn = (folder: string): string => join(folder, 'curriculum.yaml');

/** A curriculum whose topics are the decks that `fill` makes, so that every card has one. */
const curriculum = (topics: number): string =>
  JSON.stringify({
    ...{ exam: 'Bench', short: 'B', version: '1', asOf: '2026-01', source: 'https://example.org/' },
    format: { minutes: 120, tasks: '16', passPercent: 66, partialCredit: true },
    domains: [
      {
        ...{ id: 'all', title: 'All', weightPercent: 100 },
        topics: Array.from({ length: topics }, (_, n) => ({ id: `topic/${n + 1}`, title: `Topic ${n + 1}`, words: [`topic ${n + 1}`] })),
      },
    ],
  });

serve({
  fill({ folder, cards, reviews }: { folder: string; cards: number; reviews: number }) {
    const filled = fillDatabase(folder, { cards, reviews, seed: 7, now: systemClock.now(), rule });
    writeFileSync(fileIn(folder), curriculum(cards / 500));
    const db = openDatabase(folder);
    const examOn = addDays(today(), 60);
    createExamSettings(db).set({ plan: { examOn, hoursPerWeek: 7, restDays: [], daysOff: [], leftOut: [], startedOn: today() } });
    db.close();
    return filled;
  },

  /** Milliseconds until the answer is there, the longest stall meanwhile, and the bare reading of what it needs. */
  async view({ folder, cards }: { folder: string; cards: number }) {
    const db = openDatabase(folder);
    try {
      const thread = createStudyThread({ dataFolder: folder });
      const from = performance.now();
      let mapped = 0;
      const stallMs = await longestStall(async () => {
        const view = await thread.run('exam', { curriculumFile: fileIn(folder), today: today() });
        mapped = view.domains.reduce((sum, domain) => sum + domain.cards, 0);
      });
      const ms = performance.now() - from;
      if (mapped !== cards) throw new Error(`${mapped} of ${cards} cards have a topic.`);
      const readAt = performance.now();
      const store = createExamCards(db);
      store.all(today());
      store.knownAnswers(10_000);
      return { ms, stallMs, readMs: performance.now() - readAt };
    } finally {
      db.close();
    }
  },

  quit: () => process.disconnect(),
});
