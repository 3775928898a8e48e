import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MockStep, MockView } from '../../../src/shared/contract.js';
import { mockTable } from './mock-table.js';
import type { MockTable } from './mock-table.js';

type Doing = { step: (view: MockView) => MockStep } | 'wait' | 'leave' | 'restart' | 'kill';

const text = fc.string({ maxLength: 12 });
const step: fc.Arbitrary<Doing> = fc.oneof(
  fc.tuple(fc.nat(30), text).map(([n, typed]): Doing => ({
    step(view) {
      const parts = view.tasks.flatMap((task) => task.parts);
      const part = parts[n % parts.length];
      return { type: 'typed', cardId: part?.cardId ?? '', texts: (part?.typed ?? []).map(() => typed) };
    },
  })),
  fc.nat(20).map((to): Doing => ({ step: () => ({ type: 'went', to }) })),
  fc.tuple(fc.nat(8), fc.boolean()).map(([task, flagged]): Doing => ({ step: () => ({ type: 'flagged', task, flagged }) })),
  fc.nat(8).map((task): Doing => ({ step: () => ({ type: 'skipped', task }) })),
);
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 6, arbitrary: step },
  { weight: 2, arbitrary: fc.constantFrom<Doing[]>('wait', 'leave', 'restart', 'kill') },
);

/** Does everything; with `calm`, never leaves, closes or is killed. */
async function live(doings: readonly Doing[], calm: boolean): Promise<{ view: MockView | null; table: MockTable }> {
  let table = mockTable();
  // The same clock makes the same seed, and so the same tasks.
  let view: MockView | null = await table.service.start(30);
  const { mockId } = view;
  for (const one of doings) {
    if (!view) break;
    if (typeof one === 'object') view = table.service.act(mockId, [one.step(view)]);
    else if (one === 'wait') await table.wait(4_321);
    else if (!calm) {
      if (one === 'leave') table.service.leave(mockId);
      else table = table.restarted(one === 'kill' ? 'killed' : 'closed');
      view = table.service.resume(mockId);
    }
  }
  return { view: table.service.resume(mockId), table };
}

it('any mix of actions, leaving, closing and being killed ends in the state of the actions alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { maxLength: 25 }), async (doings) => {
      const { view, table } = await live(doings, false);
      const { view: calm } = await live(doings, true);
      expect(view?.tasks).toEqual(calm?.tasks);
      expect(view?.at).toBe(calm?.at);
      // Each time it is killed, it may get the time since the last beat back, and no more.
      const back = (view?.leftMs ?? 0) - (calm?.leftMs ?? 0);
      expect(back).toBeGreaterThanOrEqual(0);
      expect(back).toBeLessThanOrEqual(2_000 * doings.filter((one) => one === 'kill').length);
      const again = table.restarted('killed');
      expect(again.service.resume(view?.mockId ?? '')?.tasks).toEqual(view?.tasks);
    }),
    { numRuns: 25 },
  );
}, 120_000);
