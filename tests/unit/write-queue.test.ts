import { expect, it } from 'vitest';
import { createWriteQueue } from '../../src/main/write-queue.js';
import type { Handlers } from '../../src/main/handlers.js';
import { type MethodName, methods } from '../../src/shared/contract.js';
import { method, nothing } from '../../src/shared/schemas.js';

/** Handlers that note when they are called, and a way to end those that import. */
function noting() {
  const called: string[] = [];
  let finish = (): void => undefined;
  const over = new Promise<void>((resolve) => (finish = resolve));
  const note = (name: string) => async () => {
    called.push(name);
    if (methods[name as MethodName].use === 'imports') await over;
    return {};
  };
  const handlers = Object.fromEntries(Object.keys(methods).map((name) => [name, note(name)])) as unknown as Handlers;
  return { called, handlers: createWriteQueue().inTurn(handlers), finish };
}

const namesThat = (use: 'reads' | 'writes' | 'imports'): string[] =>
  Object.entries(methods).flatMap(([name, one]) => (one.use === use ? [name] : []));

it('lets every method that writes wait for an import, and none that reads', async () => {
  const { called, handlers, finish } = noting();
  const names = ['import.commit', ...namesThat('writes'), ...namesThat('reads')];
  const answers = names.map((name) => (handlers[name as MethodName] as () => Promise<unknown>)());
  await new Promise((resolve) => setImmediate(resolve));
  expect(called).toEqual(['import.commit', ...namesThat('reads')]);
  finish();
  await Promise.all(answers);
  expect(called.slice(-namesThat('writes').length)).toEqual(namesThat('writes'));
});

it('takes what an import, a rescheduling and their undoing store for an import', () => {
  expect(namesThat('imports').sort()).toEqual(['import.commit', 'import.undo', 'presets.reschedule', 'presets.undoReschedule']);
});

it('has every method say what it does with the database', () => {
  // @ts-expect-error A method that does not say it does not compile.
  method(nothing, nothing);
  // @ts-expect-error Nor does one that says something else.
  method(nothing, nothing, 'deletes');
  expect(Object.values(methods).filter(({ use }) => !['reads', 'writes', 'imports'].includes(use))).toEqual([]);
});
