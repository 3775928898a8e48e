import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work in the thread of the window goes on this long before what else is waiting has its turn. */
const sliceMs = 12;

/** For long work in pieces: what is answered is awaited after each piece, and gives way when it is time. */
export function givingWay(): () => Promise<void> {
  let sliceEnd = performance.now() + sliceMs;
  return async () => {
    if (performance.now() < sliceEnd) return;
    await nextTurn();
    sliceEnd = performance.now() + sliceMs;
  };
}
