/** A database with the services of review over it and a clock under the test's hand. */
import { onTestFinished } from 'vitest';
import { createReviewServices } from '../../../src/main/review-services.js';
import type { ReviewServices } from '../../../src/main/review-services.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import type { PresetOptions } from '../../../src/shared/contract.js';
import type { Database } from '../../../src/main/store/open/database.js';
import { freshFolder } from '../folder.js';
import { sessionsOf } from './sessions.js';

export interface HandClock {
  at: number;
  in: string;
  now(): number;
  zone(): string;
}

export const handClock = (iso = '2026-11-23T09:00:00Z', zone = 'UTC'): HandClock => ({
  at: Date.parse(iso),
  in: zone,
  now() {
    return this.at;
  },
  zone() {
    return this.in;
  },
});

export interface Studying extends ReviewServices {
  sessions: ReturnType<typeof sessionsOf>;
  db: Database;
  clock: HandClock;
  folder: string;
  /** Closes and opens everything again, as a restart does. */
  restarted(): Studying;
  close(): void;
}

export function studying(folder = freshFolder(), clock = handClock()): Studying {
  const db = openDatabase(folder);
  // A test loses nothing at a power cut, and waits for no disk.
  db.pragma('synchronous = OFF');
  const close = (): void => {
    if (db.open) db.close();
  };
  onTestFinished(close);
  const services = createReviewServices(db, clock);
  return {
    ...services,
    sessions: sessionsOf(services.session),
    db,
    clock,
    folder,
    close,
    restarted() {
      close();
      return studying(folder, clock);
    },
  };
}

/** Changes the preset that decks without one of their own follow. */
export function setDefault({ presets }: Pick<Studying, 'presets'>, change: Partial<PresetOptions>): void {
  const preset = presets.default();
  presets.put({ ...preset, options: { ...preset.options, ...change } });
}
