import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, daysBetween, duration, interval, longDay } from '../../src/renderer/words/format.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('interval', () => {
  it.each([
    [0, '1 minute'],
    [20_000, '1 minute'],
    [10 * minute, '10 minutes'],
    [59.6 * minute, '1 hour'],
    [6 * hour, '6 hours'],
    [23.6 * hour, '1 day'],
    [day, '1 day'],
    [4 * day, '4 days'],
    [30 * day, '30 days'],
    [36 * day, '1.2 months'],
    [61 * day, '2 months'],
    [363.9 * day, '1 year'],
    [500 * day, '1.4 years'],
    [36500 * day, '99.9 years'],
  ])('says %d ms as %s', (ms, words) => {
    expect(interval(ms)).toBe(words);
  });

  it('counts the start of the fourth day from now as 4 days, also when a clock change makes it an hour longer', () => {
    expect(interval(3 * day + 2 * hour)).toBe('4 days');
    expect(interval(4 * day + hour)).toBe('4 days');
  });

  it('always says a number above nothing with a unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e14, noNaN: true }), (ms) => {
        expect(interval(ms)).toMatch(/^(?!0 )[\d,.]+ (minute|hour|day|month|year)s?$/);
      }),
    );
  });
});

it('says one in the singular and all else in the plural', () => {
  expect([0, 1, 2, 3412].map((n) => counted(n, 'card'))).toEqual(['0 cards', '1 card', '2 cards', '3,412 cards']);
});

it('names a day without a year', () => {
  expect(longDay('2026-11-22')).toBe('Sunday 22 November');
});

it('counts days over a clock change and a leap day', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
});

it.each([
  [10_000, 'under a minute'],
  [12 * minute, '12 minutes'],
  [60 * minute, '1 hour'],
  [125 * minute, '2 hours 5 minutes'],
])('says a sitting of %d ms as %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});
