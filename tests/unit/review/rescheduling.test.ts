import { daily } from '../../../src/shared/study.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultParameters, strengthen } from '../../../src/main/domain/review/scheduler.js';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { createRescheduleStore } from '../../../src/main/store/tables/reschedules.js';
import { previewRescheduling, reschedule } from '../../../src/main/features/presets/reschedule.js';
import type { RescheduleParts } from '../../../src/main/features/presets/reschedule.js';
import type { PresetOptions, Rating } from '../../../src/shared/contract.js';
import { addCards, cardIds } from '../sample-cards.js';
import { handClock, setDefault, studying } from './studying.js';
import type { Studying } from './studying.js';

const dayMs = 86_400_000;
const otherWeights = defaultParameters.weights.map((weight, index) => (index === 20 ? 0.3 : weight * (index % 2 ? 1.1 : 0.95)));

const partsOf = (study: Studying): RescheduleParts => ({
  ...study,
  reschedules: createRescheduleStore(study.db, study.settings.deviceId),
});
const inputOf = (study: Studying) => ({ presetId: 'default', today: study.study.moment().on, at: study.clock.now() });
const quiet = (): void => undefined;
const rescheduleNow = (study: Studying) => reschedule(partsOf(study), inputOf(study), quiet);
const memories = (study: Studying): unknown => study.db.prepare('SELECT * FROM memories ORDER BY cardId').all();
const dueOn = (study: Studying, cardId: string): string => study.memories.get(cardId)?.dueOn ?? '';

function setWeights({ presets }: Studying, weights: readonly number[]): void {
  const fit = { weights: [...weights], fittedAt: 0, reviews: 400, logLossBefore: 1, logLossAfter: 0.5 };
  presets.put({ ...presets.default(), fit });
}

/** Cards that were learned long enough ago to have weeks to go. */
function learned(cards = 20): Studying {
  const study = studying(undefined, handClock());
  addCards(study.db, cardIds(cards));
  setDefault(study, { newPerDay: 100 });
  for (const days of [0, 9, 30]) {
    study.clock.at += days * dayMs;
    let view = study.sessions.start(daily(null));
    while (view.card) view = study.sessions.rate({ cardId: view.card.cardId, rating: 'easy', durationMs: 900 });
  }
  return study;
}

describe('rescheduling', () => {
  test('changes nothing while the parameters are the same', () => {
    const study = learned();
    expect(rescheduleNow(study)).toEqual({ cards: 0, dueToday: 0, rescheduleId: null });
  });

  test('brings cards back sooner for a higher retention, as its preview says, and is taken back', () => {
    const study = learned();
    study.clock.at += 5 * dayMs;
    const before = memories(study);
    const dueBefore = cardIds(20).map(({ cardId }) => dueOn(study, cardId));
    setDefault(study, { desiredRetention: 0.97 });
    const promised = previewRescheduling(partsOf(study), inputOf(study), quiet);
    expect(memories(study)).toEqual(before);
    const { rescheduleId, ...done } = rescheduleNow(study);
    expect(done).toEqual(promised);
    expect(done.cards).toBe(20);
    cardIds(20).forEach(({ cardId }, index) => expect(dueOn(study, cardId) < (dueBefore[index] ?? '')).toBe(true));
    expect(checkDatabase(study.db).findings).toEqual([]);
    expect(rescheduleNow(study).cards).toBe(0);

    expect(createRescheduleStore(study.db, () => 'x').undo(rescheduleId ?? '', study.clock.now())).toBe(20);
    expect(memories(study)).toEqual(before);
    expect(checkDatabase(study.db).findings).toEqual([]);
  });

  test('says how many cards become due today', () => {
    const study = learned();
    study.clock.at += 40 * dayMs;
    setDefault(study, { desiredRetention: 0.97 });
    const waiting = (): number => study.today().counts.due;
    setDefault(study, { reviewsPerDay: 9999, desiredRetention: 0.97 });
    const before = waiting();
    const { dueToday } = rescheduleNow(study);
    expect(dueToday).toBeGreaterThan(0);
    expect(waiting()).toBe(before + dueToday);
  });

  test('with other weights gives each card the strength its answers have under them', () => {
    const study = learned(1);
    setWeights(study, otherWeights);
    rescheduleNow(study);
    const parameters = study.study.parameters('CKA');
    const first = strengthen(null, 'easy', 0, parameters);
    // Nine days later it was due; thirty more later it was not.
    const strength = strengthen(first, 'easy', 9, parameters);
    expect(study.memories.get('card-0')?.reps).toBe(2);
    expect(study.memories.get('card-0')).toMatchObject(strength);
  });

  test('keeps cards answered since where they are when it is taken back', () => {
    const study = learned(3);
    setDefault(study, { desiredRetention: 0.97 });
    const { rescheduleId } = rescheduleNow(study);
    study.clock.at += 300 * dayMs;
    study.sessions.start(daily(null));
    const { card } = study.sessions.current();
    study.sessions.rate({ cardId: card?.cardId ?? '', rating: 'good', durationMs: 900 });
    const answered = study.memories.get(card?.cardId ?? '');
    expect(createRescheduleStore(study.db, () => 'x').undo(rescheduleId ?? '', study.clock.now())).toBe(2);
    expect(study.memories.get(card?.cardId ?? '')).toEqual(answered);
    expect(checkDatabase(study.db).findings).toEqual([]);
  });
});

type Step =
  | { do: 'rate'; rating: Rating }
  | { do: 'wait'; days: number }
  | { do: 'preset'; options: Partial<PresetOptions> }
  | { do: 'weights'; weights: readonly number[] }
  | { do: 'undo' | 'redo' | 'reschedule' | 'unreschedule' | 'restart' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('rate' as const), rating: fc.constantFrom<Rating>('again', 'hard', 'good', 'easy') }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(0, 1, 3, 30, 200, -2) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo', 'reschedule', 'unreschedule', 'restart') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('preset' as const),
        options: fc.record({
          desiredRetention: fc.constantFrom(0.8, 0.9, 0.97),
          maximumIntervalDays: fc.constantFrom(10, 36_500),
          learningStepsMinutes: fc.constantFrom<number[]>([], [1, 10], [5]),
          relearningStepsMinutes: fc.constantFrom<number[]>([], [10]),
        }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('weights' as const), weights: fc.constantFrom(otherWeights, defaultParameters.weights) }),
    },
  ),
  { minLength: 5, maxLength: 60 },
);

test('whatever presets, reschedulings, answers and undos come between, every memory is what the log says', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      let study = studying(undefined, handClock());
      addCards(study.db, cardIds(6));
      const made: string[] = [];
      for (const step of sequence) {
        const view = study.sessions.start(daily(null));
        if (step.do === 'rate' && view.card) study.sessions.rate({ cardId: view.card.cardId, rating: step.rating, durationMs: 900 });
        else if (step.do === 'wait') study.clock.at += step.days * dayMs;
        else if (step.do === 'preset') setDefault(study, step.options);
        else if (step.do === 'weights') setWeights(study, step.weights);
        else if (step.do === 'undo') study.sessions.undo();
        else if (step.do === 'redo') study.sessions.redo();
        else if (step.do === 'restart') study = study.restarted();
        else if (step.do === 'reschedule') made.push(...[rescheduleNow(study).rescheduleId].filter((id) => id !== null));
        else if (step.do === 'unreschedule') createRescheduleStore(study.db, () => 'x').undo(made.at(-1) ?? '', study.clock.now());
      }
      expect(checkDatabase(study.db).findings).toEqual([]);
      study.close();
    }),
    { numRuns: 80 },
  );
});
