/** On which day a card comes back, among days that are as good as each other for memory. */
import type { EasyDay } from '../../../shared/contract.js';
import { addDays, weekday } from './day.js';

/** The days a card may come back on: so many after `on`, both ends included. */
export interface DayRange {
  on: string;
  minDays: number;
  maxDays: number;
}

/** Picks a day of a range, as days after `on`. `draw`, from 0 up to 1, decides between equals: the same card always draws the same. */
export type Place = (range: DayRange, draw: number) => number;

/** Cards that come back on each day from the first to the last; a day without one may be left out. */
export type Loads = (firstOn: string, lastOn: string) => ReadonlyMap<string, number>;

/** Any day of the range. */
export const anyDay: Place = ({ minDays, maxDays }, draw) => minDays + Math.floor(draw * (maxDays - minDays + 1));

/** What a weekday takes, beside a normal one. */
const shares: Record<EasyDay, number> = { normal: 1, fewer: 0.5, none: 0 };

/**
 * The day with the fewest cards for what it takes; a day that takes none only when the range has no other.
 * @param easyDays what each weekday takes, Monday first
 */
export const leastLoaded =
  (loads: Loads, easyDays: readonly EasyDay[]): Place =>
  ({ on, minDays, maxDays }, draw) => {
    if (minDays >= maxDays) return minDays;
    const cards = loads(addDays(on, minDays), addDays(on, maxDays));
    const days = Array.from({ length: maxDays - minDays + 1 }, (_, index) => {
      const day = addDays(on, minDays + index);
      return { days: minDays + index, cards: cards.get(day) ?? 0, share: shares[easyDays[weekday(day)] ?? 'normal'] };
    });
    const open = days.filter(({ share }) => share > 0);
    const candidates = open.length > 0 ? open : days.map((day) => ({ ...day, share: 1 }));
    const fullness = candidates.map(({ cards, share }) => (cards + 1) / share);
    const least = Math.min(...fullness);
    const best = candidates.filter((_, index) => fullness[index] === least);
    return best[Math.floor(draw * best.length)]?.days ?? minDays;
  };
