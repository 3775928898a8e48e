/** Fits weights to 20 000 reviews in the study thread, as Settings does, and the same training with nothing around it. */
import { performance } from 'node:perf_hooks';
import { systemClock } from '../../src/main/clock.js';
import { splitByTime, trainingItems } from '../../src/main/domain/review/optimizer.js';
import { dayOf } from '../../src/main/domain/review/day.js';
import { createAnswers } from '../../src/main/store/tables/training-answers.js';
import { openDatabase } from '../../src/main/store/open/database.js';
import { loadTrainer } from '../../src/main/features/presets/rust-trainer.js';
import { createStudyThread } from '../../src/main/study-thread/study-thread.js';
import { fillDatabase } from './fill.js';
import { serve } from './serve.js';
import { longestStall } from './stall.js';

const quiet = (): void => undefined;

serve({
  fill({ folder }: { folder: string }) {
    const rule = { zone: systemClock.zone(), startsAtHour: 4 };
    return fillDatabase(folder, { cards: 2_000, reviews: 20_000, seed: 7, now: systemClock.now(), rule });
  },

  /** Milliseconds of one fitting, its longest stall, and the bare training. */
  async fit({ folder }: { folder: string }) {
    const db = openDatabase(folder);
    try {
      const at = systemClock.now();
      const today = dayOf(at, { zone: systemClock.zone(), startsAtHour: 4 });
      const thread = createStudyThread({ dataFolder: folder });
      const startedAt = performance.now();
      const stallMs = await longestStall(() => thread.run('fit', { presetId: 'default', today, at }, quiet));
      const ms = performance.now() - startedAt;

      const trainer = await loadTrainer();
      if (!trainer) throw new Error('The Rust binding is not published for this system');
      const decks = db.prepare<[], number>('SELECT deckId FROM decks').pluck().all();
      const { older } = splitByTime([...createAnswers(db).byCard(decks)].flatMap(trainingItems));
      const trainingAt = performance.now();
      await trainer.train(older, quiet);
      return { ms, stallMs, trainingMs: performance.now() - trainingAt };
    } finally {
      db.close();
    }
  },

  quit: () => process.disconnect(),
});
