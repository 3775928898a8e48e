/** What is asked of a cluster, and what comes back. */
import type { ReadFailure } from './failure.js';

/** A path to GET, made from the closed tables of `reads.ts` and `commands/`, and what its answer is. */
export interface ApiRequest {
  path: string;
  as: 'json' | 'text';
  /** Another form of the answer than the usual one. */
  accept?: string;
}

export type Answer =
  | {
      kind: 'answered';
      status: number;
      /** JSON as parsed, or the text; unknown until a check has looked at it. */
      body: unknown;
      /** The clock of the server, which leases are judged by; null when it did not say. */
      serverNowAt: number | null;
      tookMs: number;
    }
  | { kind: 'failed'; failure: ReadFailure; status: number | null; tookMs: number };
