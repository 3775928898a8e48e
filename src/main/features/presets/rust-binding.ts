/**
 * The Rust implementation of FSRS, where it is published: version 0.5 for Linux on x64 with glibc only. Its native package is named
 * directly, for the package around it names platforms that are not published, and `npm ci` refuses a lockfile without those.
 */
import { createRequire } from 'node:module';

interface Review {
  readonly rating: number;
  readonly deltaT: number;
}
interface Item {
  readonly reviews: Review[];
}
export interface RustStrength {
  readonly stability: number;
  readonly difficulty: number;
}
type NextStates = Record<'again' | 'hard' | 'good' | 'easy', { readonly memory: RustStrength }>;

/** The part of it that is used here. */
export interface RustBinding {
  FSRSBinding: new (weights?: number[]) => {
    nextStates(from: RustStrength | null, desiredRetention: number, elapsedDays: number): NextStates;
    evaluate(items: Item[]): { logLoss: number };
  };
  /** `rating` 1 to 4; `elapsedDays` since the review before, 0 for the first. */
  FSRSBindingReview: new (rating: number, elapsedDays: number) => Review;
  FSRSBindingItem: new (reviews: Review[]) => Item;
  BindingMemoryState: new (stability: number, difficulty: number) => RustStrength;
  /** `timeout`: milliseconds between two looks at the training, at which it tells its progress or that it is done. */
  computeParameters(
    items: Item[],
    options: { enableShortTerm: boolean; timeout: number; progress: (done: number, total: number) => boolean },
  ): Promise<number[]>;
}

/** Loads it; null where there is none for the system. */
export function loadRustBinding(): RustBinding | null {
  try {
    return createRequire(import.meta.url)('@open-spaced-repetition/binding-linux-x64-gnu') as RustBinding;
  } catch {
    return null;
  }
}
