/**
 * What the set-up tells the person. Everything goes to stderr: stdout belongs to the command that asked for the set-up.
 */

/** On a terminal a line takes the place of a progress line, which is redrawn below it. */
const redraw = process.stderr.isTTY ? '\r\x1b[K' : '';

/** One plain line. @param {string} line */
export function say(line) {
  process.stderr.write(`${redraw}${line}\n`);
}

/** A failure of the set-up that a person can mend: what happened, and what to do. */
export class SetupError extends Error {
  /** @param {string} message what happened @param {string} hint what to do about it */
  constructor(message, hint) {
    super(message);
    this.name = 'SetupError';
    this.hint = hint;
  }
}

/** The deepest reason of a failure: fetch wraps the useful one. @param {unknown} error @returns {string} */
export function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? reasonOf(error.cause) : error.message;
}

const REPORT_EVERY_MS = 5_000;
const REDRAW_EVERY_MS = 200;

/**
 * Tells how much of a step is done, and how much there is, when that is known.
 * @typedef {(bytes: number, ofBytes: number | null) => void} Reached
 */

/**
 * Runs a step and shows that it goes on: one line redrawn on a terminal, a line every five seconds elsewhere.
 * @template T
 * @param {string} label what is being done
 * @param {(reached: Reached) => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function withProgress(label, step) {
  const [everyMs, goOn] = redraw ? [REDRAW_EVERY_MS, ''] : [REPORT_EVERY_MS, '\n'];
  const startedAt = Date.now();
  let share = '';
  let outcome = 'failed';
  const tell = (/** @type {string} */ how, end = '\n') =>
    process.stderr.write(`${redraw}${label}: ${how}${((Date.now() - startedAt) / 1000).toFixed(1)} s${end}`);
  say(`${label} …`);
  const timer = setInterval(() => tell(share, goOn), everyMs);
  timer.unref();
  try {
    const result = await step((bytes, ofBytes) => {
      if (ofBytes) share = `${Math.floor((bytes / ofBytes) * 100)} % (${megabytes(bytes)} of ${megabytes(ofBytes)} MB), `;
    });
    outcome = 'done';
    return result;
  } finally {
    clearInterval(timer);
    tell(`${outcome} after `);
  }
}

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toFixed(0);

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
