import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, offsetMinutes, startOfDay, weekday } from '../../../src/main/domain/review/day.js';

const at = (iso: string): number => Date.parse(iso);
const hourMs = 3_600_000;

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Atlantic/Azores',
];

describe('the local day', () => {
  test('rolls over at its hour, not at midnight', () => {
    const rule = { zone: 'Europe/Berlin', startsAtHour: 4 };
    expect(dayOf(at('2026-11-22T02:59:59.999Z'), rule)).toBe('2026-11-21');
    expect(dayOf(at('2026-11-22T03:00:00Z'), rule)).toBe('2026-11-22');
    expect(startOfDay('2026-11-22', rule)).toBe(at('2026-11-22T03:00:00Z'));
  });

  test('has 23 hours when the clocks go forward and 25 when they go back', () => {
    const rule = { zone: 'Europe/Berlin', startsAtHour: 0 };
    expect(startOfDay('2026-03-30', rule) - startOfDay('2026-03-29', rule)).toBe(23 * hourMs);
    expect(startOfDay('2026-10-26', rule) - startOfDay('2026-10-25', rule)).toBe(25 * hourMs);
  });

  test('begins right after the gap when its hour does not exist', () => {
    // 02:00 to 03:00 is skipped on this day.
    expect(startOfDay('2026-03-29', { zone: 'Europe/Berlin', startsAtHour: 2 })).toBe(at('2026-03-29T01:00:00Z'));
  });

  test('begins at the first showing when its hour comes twice', () => {
    expect(startOfDay('2026-10-25', { zone: 'Europe/Berlin', startsAtHour: 2 })).toBe(at('2026-10-25T00:00:00Z'));
  });

  test('survives half-hour changes of Lord Howe', () => {
    const rule = { zone: 'Australia/Lord_Howe', startsAtHour: 4 };
    expect(startOfDay('2026-04-06', rule) - startOfDay('2026-04-04', rule)).toBe(48 * hourMs + hourMs / 2);
  });

  test('keeps its order where Apia skipped 30 December 2011', () => {
    const rule = { zone: 'Pacific/Apia', startsAtHour: 4 };
    const jump = at('2011-12-30T10:00:00Z');
    expect(dayOf(jump - 1, rule)).toBe('2011-12-29');
    expect(startOfDay('2011-12-30', rule)).toBe(jump);
    expect(dayOf(jump, rule)).toBe('2011-12-30');
    expect(dayOf(startOfDay('2011-12-31', rule), rule)).toBe('2011-12-31');
  });

  test('does not fall back when the clock shows the day before again', () => {
    // In St John's the clock went from 00:01 back to 23:01 of the day before.
    const rule = { zone: 'America/St_Johns', startsAtHour: 0 };
    const midnight = at('2010-11-07T02:30:00Z');
    expect(startOfDay('2010-11-07', rule)).toBe(midnight);
    expect(dayOf(midnight + 30 * 60_000, rule)).toBe('2010-11-07');
  });

  test('knows the offset in force', () => {
    expect(offsetMinutes(at('2026-01-01T00:00:00Z'), 'Asia/Kathmandu')).toBe(345);
    expect(offsetMinutes(at('2026-07-01T00:00:00Z'), 'America/New_York')).toBe(-240);
    expect(() => offsetMinutes(0, 'Mars/Olympus')).toThrow('Unknown time zone: Mars/Olympus');
  });

  test('counts and adds calendar days', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(weekday('2026-11-23')).toBe(0);
    expect(weekday('2026-11-22')).toBe(6);
  });
});

const instants = fc.integer({ min: at('2005-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });
const rules = fc.record({ zone: fc.constantFrom(...zones), startsAtHour: fc.integer({ min: 0, max: 23 }) });

describe('in every zone, at every instant', () => {
  test('a day contains the instants from its start to the next start', () => {
    fc.assert(
      fc.property(instants, rules, (instant, rule) => {
        const day = dayOf(instant, rule);
        expect(startOfDay(day, rule)).toBeLessThanOrEqual(instant);
        expect(startOfDay(addDays(day, 1), rule)).toBeGreaterThan(instant);
      }),
      { numRuns: 2000 },
    );
  });

  test('the start of a day is its first instant', () => {
    fc.assert(
      fc.property(instants, rules, (instant, rule) => {
        const start = startOfDay(dayOf(instant, rule), rule);
        expect(dayOf(start, rule)).toBe(dayOf(instant, rule));
        expect(dayOf(start - 1, rule) < dayOf(start, rule)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('days never go backwards as time goes on', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 50 * hourMs }), rules, (instant, later, rule) => {
        expect(dayOf(instant, rule) <= dayOf(instant + later, rule)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
