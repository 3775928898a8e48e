import type { RealAnswer } from './real-answers.js';

/** How a path misbehaves. */
export type Fault =
  | { kind: 'status'; status: 401 | 403 | 429 | 500 }
  /** Any answer at all, as real servers and what stands in front of them give one. */
  | ({ kind: 'answer' } & RealAnswer)
  | { kind: 'hang' }
  | { kind: 'stall' }
  | { kind: 'slow'; ms: number }
  | { kind: 'body'; text: string }
  /** Begins an exec, and cuts it off in the middle. */
  | { kind: 'cut' };
