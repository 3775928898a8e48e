import { describe, expect, it } from 'vitest';
import { chooseRuntime, RETRY_AFTER_MS } from '../../../scripts/runtime/choose.mjs';

const now = Date.UTC(2026, 10, 22);
const unknown = { officialReady: false, failedAt: null, now, fallbackFits: true, retry: false };
const failed = (agoMs: number) => ({ ...unknown, failedAt: now - agoMs });

describe('the choice of a runtime', () => {
  it.each([
    ['the official one when its binary is there', { ...unknown, officialReady: true }, 'official'],
    ['the official one even when a download failed lately', { ...failed(1), officialReady: true }, 'official'],
    ['a download when none was tried', unknown, 'download official'],
    ['the fallback when the download failed lately', failed(RETRY_AFTER_MS - 1), 'fallback'],
    ['a download when the last failure is old', failed(RETRY_AFTER_MS), 'download official'],
    ['a download when the failure lies in the future, because the clock was set back', failed(-1), 'download official'],
    ['a download when the person asks for it', { ...failed(1), retry: true }, 'download official'],
    ['a download where the fallback does not run', { ...failed(1), fallbackFits: false }, 'download official'],
  ])('is %s', (_title, situation, expected) => {
    expect(chooseRuntime(situation)).toBe(expected);
  });
});
