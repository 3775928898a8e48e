/**
 * What the set-up tells the person. Everything goes to stderr: stdout belongs to the command that asked for the set-up.
 */

/** One plain line. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A failure of the set-up that a person can mend: what happened, and what to do. */
export class SetupError extends Error {
  /**
   * @param {string} message what happened
   * @param {string} hint what to do about it
   */
  constructor(message, hint) {
    super(message);
    this.name = 'SetupError';
    this.hint = hint;
  }
}

const REPORT_EVERY_MS = 5_000;
const REDRAW_EVERY_MS = 200;

/**
 * Shows how far a step is: one line redrawn on a terminal, a line every five seconds elsewhere.
 * @param {string} label what is being done
 * @param {number} [totalBytes] without it only the time is shown
 */
export function startProgress(label, totalBytes) {
  const live = process.stderr.isTTY;
  const startedAt = Date.now();
  let doneBytes = 0;
  let total = totalBytes;
  const draw = () => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const line = `${label}: ${total ? `${share(doneBytes, total)}, ` : ''}${seconds} s`;
    process.stderr.write(live ? `\r\x1b[K${line}` : `${line}\n`);
  };
  say(`${label} …`);
  const timer = setInterval(draw, live ? REDRAW_EVERY_MS : REPORT_EVERY_MS);
  timer.unref();
  return {
    /**
     * @param {number} bytes how much is done by now
     * @param {number} [ofBytes] the total, when it became known
     */
    reached(bytes, ofBytes = total) {
      doneBytes = bytes;
      total = ofBytes;
    },
    /** @param {string} [outcome] */
    end(outcome = 'done') {
      clearInterval(timer);
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      process.stderr.write(`${live ? '\r\x1b[K' : ''}${label}: ${outcome} after ${seconds} s\n`);
    },
  };
}

/**
 * @param {number} doneBytes
 * @param {number} totalBytes
 */
function share(doneBytes, totalBytes) {
  const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(0);
  return `${Math.floor((doneBytes / totalBytes) * 100)} % (${megabytes(doneBytes)} of ${megabytes(totalBytes)} MB)`;
}

/**
 * Runs a step under a progress line.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function withProgress(label, step) {
  const progress = startProgress(label);
  try {
    const result = await step();
    progress.end();
    return result;
  } catch (error) {
    progress.end('failed');
    throw error;
  }
}

/**
 * Runs a script's main function; a failure is told in two sentences and becomes exit code 1.
 * @param {() => Promise<number | void>} main gives the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof SetupError) {
      say(`\n${error.message}\nWhat to do: ${error.hint}`);
    } else {
      say(String(error instanceof Error ? error.stack : error));
    }
    process.exitCode = 1;
  }
}
