import { describe, expect, it } from 'vitest';
import { isDownloadDue, RETRY_AFTER_MS } from '../../../scripts/runtime/official.mjs';

const now = Date.UTC(2026, 10, 22);
const untried = { isReady: false, failedAt: null, now, hasFallback: true, retry: false };
const failed = (agoMs: number) => ({ ...untried, failedAt: now - agoMs });

describe('the download of the official Electron', () => {
  it.each([
    ['due when none was tried', untried, true],
    ['due when the last failure is old', failed(RETRY_AFTER_MS), true],
    ['due when the failure lies in the future, because the clock was set back', failed(-1), true],
    ['due when the person asks for it', { ...failed(1), retry: true }, true],
    ['due where the fallback does not run', { ...failed(1), hasFallback: false }, true],
    ['not due when it failed lately: the fallback is used', failed(RETRY_AFTER_MS - 1), false],
    ['not due when its binary is there', { ...untried, isReady: true }, false],
    ['not due when its binary is there, even when a download failed lately', { ...failed(1), isReady: true }, false],
  ])('is %s', (_title, situation, expected) => {
    expect(isDownloadDue(situation)).toBe(expected);
  });
});
