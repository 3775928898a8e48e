import { setMaxListeners } from 'node:events';

/**
 * A time limit beside a stop. Not `AbortSignal.timeout` in `AbortSignal.any`: Node before 22 lets the garbage collector take a timeout
 * that only the combined signal knows of, and then it never comes.
 */
export interface TimeLimit {
  /** Aborts when stopped or when the time is over, whichever comes first. */
  signal: AbortSignal;
  /** Whether it was the time that ended it. */
  isOver(): boolean;
  /** Whatever it was for is done: nothing waits any longer. */
  end(): void;
}

export function timeLimit(stop: AbortSignal, ms: number): TimeLimit {
  const both = new AbortController();
  let over = false;
  const end = (): void => {
    clearTimeout(timer);
    stop.removeEventListener('abort', stopped);
  };
  const stopped = (): void => {
    end();
    both.abort();
  };
  const timer = setTimeout(() => {
    over = true;
    stopped();
  }, ms);
  // Everything a round asks listens to the one stop of the round.
  setMaxListeners(0, stop);
  if (stop.aborted) stopped();
  else stop.addEventListener('abort', stopped);
  return { signal: both.signal, isOver: () => over, end };
}
