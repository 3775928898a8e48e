import type { Counts } from '../../shared/contract.js';

/** Cards waiting in a deck or in all. */
export const sum = (counts: Counts): number => counts.new + counts.learning + counts.due;
