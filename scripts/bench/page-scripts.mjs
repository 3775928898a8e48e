/** Scripts that run in a page. They are text: the page is another world than this process. */

/** Resolves when the page has painted what it shows now: the second frame to come begins after the first was painted. */
const painted = '(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))()';

/** @param {string} condition an expression; resolves when it holds */
const when = (condition) => `(() => new Promise((done) => {
  const look = () => {
    if (!(${condition})) return false;
    observer.disconnect();
    done();
    return true;
  };
  const observer = new MutationObserver(look);
  if (!look()) observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}))()`;

/**
 * Answers the instant (epoch ms) at which what the condition asks for is on the screen.
 * @param {string} condition
 */
export const paintedAt = (condition) => `${when(condition)}.then(() => ${painted}).then(() => Date.now())`;

/**
 * Resolves when the condition holds, painted or not.
 * @param {string} condition
 */
export const untilThere = (condition) => `${when(condition)}.then(() => true)`;

/** A bare window is usable when its button is there. */
export const buttonIsThere = "document.querySelector('button')?.checkVisibility()";

/** Today is usable when a review can be started and every deck shows its counts. */
export const todayIsUsable = `[...document.querySelectorAll('button')].some(
    (button) => button.textContent.includes('Start review') && !button.disabled && button.checkVisibility())
  && /\\d/.test(document.querySelector('[role=treegrid] tbody tr td:last-child')?.textContent ?? '')`;

export const questionIsThere = "document.querySelector('.question') && !document.querySelector('.answer')";
export const answerIsThere = "document.querySelector('.answer')";

/**
 * Gets ready to time the next press of this key until what it asks for is painted. A step of its own: keys and scripts reach a page by
 * ways that overtake each other.
 * @param {string} key
 * @param {string} shown an expression; another value than before the press means that it is there
 */
const timeKey = (key, shown) => `void (globalThis.benchKey = new Promise((done) => {
  const before = ${shown};
  addEventListener('keydown', function pressed(event) {
    if (event.key !== '${key}') return;
    removeEventListener('keydown', pressed, true);
    const changed = ${when(`(${shown} ?? before) !== before`)};
    changed.then(() => ${painted}).then(() => done(performance.now() - event.timeStamp));
  }, true);
}))`;

/** Answers how long it took (ms) from that press until what it asked for was painted. */
export const keyToPainted = 'globalThis.benchKey';

/** In a review: a rating until another question is there. */
export const timeNextQuestion = (/** @type {string} */ key) => timeKey(key, `document.querySelector('.question')`);

/** In the bare window: a key until its button shows another number. */
export const timeNextNumber = (/** @type {string} */ key) => timeKey(key, `document.querySelector('button').textContent`);

/** Has the bare window count keys on its button. */
export const countKeys = `addEventListener('keydown', () => {
  const button = document.querySelector('button');
  button.textContent = Number(button.textContent) + 1 || 1;
})`;
