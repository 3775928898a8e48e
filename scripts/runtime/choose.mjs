/** For this long a failed download of the official Electron is not tried again. */
export const RETRY_AFTER_MS = 12 * 3_600_000;

/**
 * What is known when the runtime is chosen.
 * @typedef {object} Situation
 * @property {boolean} officialReady the installed `electron` package has its binary
 * @property {number | null} failedAt when the download of this official version last failed (ms UTC)
 * @property {number} now ms UTC
 * @property {boolean} fallbackFits the fallback runs on this platform and processor
 * @property {boolean} retry the person asked for another try
 */

/**
 * @param {Situation} situation
 * @returns {'official' | 'download official' | 'fallback'}
 */
export function chooseRuntime({ officialReady, failedAt, now, fallbackFits, retry }) {
  if (officialReady) return 'official';
  // A clock that was set back must not forbid the download for longer.
  const failedLately = failedAt !== null && failedAt <= now && now - failedAt < RETRY_AFTER_MS;
  return fallbackFits && failedLately && !retry ? 'fallback' : 'download official';
}
