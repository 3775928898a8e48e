import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lastLines } from '../runtime/run.mjs';

/** Past this the measured program hangs. Work that takes long by itself has the second limit, which allows for a busy machine. */
const ANSWER_LIMIT_MS = 60_000;
export const WORK_LIMIT_MS = 600_000;

const SIGHT_LIMIT_MS = 5_000;

const sight = `JSON.stringify({ visible: document.visibilityState, focused: document.hasFocus(), on: document.activeElement?.className,
  text: document.body.innerText.slice(0, 2000) })`;

/** @type {Set<Child>} */
const running = new Set();

/** Ends every measured program that still runs, and waits until they have. */
export async function endChildren() {
  for (const child of running) child.abandon();
  await Promise.all([...running].map((child) => child.ended));
}

/** A program that answers requests over the process channel: the app, the bare window, or a script in the runtime. */
export class Child {
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  #lastId = 0;
  #complaints = '';

  /**
   * @param {string} command
   * @param {string[]} args
   * @param {NodeJS.ProcessEnv} env
   */
  constructor(command, args, env, showsWindow = false) {
    this.showsWindow = showsWindow;
    this.startedAt = Date.now();
    this.process = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.ended = new Promise((resolve) => this.process.once('close', resolve));
    running.add(this);
    void this.ended.then(() => running.delete(this));
    this.process.stderr?.on('data', (chunk) => (this.#complaints = lastLines(this.#complaints + chunk, 40)));
    this.process.on('message', (/** @type {{ id: number, value?: any, error?: string }} */ { id, value, error }) => {
      const request = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) request?.resolve(value);
      else request?.reject(new Error(error));
    });
    this.process.once('error', (error) => this.#giveUp(error.message));
    this.process.once('exit', (code, signal) => this.#giveUp(`it ended (${signal ?? code})`));
  }

  /** @param {string} why */
  #giveUp(why) {
    for (const { reject } of this.#waiting.values()) reject(new Error(`The measured program gave no answer: ${why}\n${this.#complaints}`));
    this.#waiting.clear();
  }

  /**
   * @param {string} task
   * @param {object} [input]
   * @returns {Promise<any>} what it answers
   */
  async ask(task, input = {}, limitMs = ANSWER_LIMIT_MS) {
    const id = ++this.#lastId;
    const timer = setTimeout(async () => {
      this.#giveUp(`${task} took longer than ${limitMs / 1000} s${await this.#sight()}`);
      this.kill();
    }, limitMs);
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        this.process.send({ id, task, ...input }, (error) => error && this.#giveUp(error.message));
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** What its window shows meanwhile: it tells what was waited for in vain. Nothing for a program without one. */
  async #sight() {
    if (!this.showsWindow) return '';
    const told = new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      this.process.send({ id, task: 'evaluate', script: sight }, () => undefined);
    });
    const silent = new Promise((resolve) => setTimeout(resolve, SIGHT_LIMIT_MS, 'it does not answer'));
    return `; its window: ${await Promise.race([told, silent]).catch(String)}`;
  }

  /** Asks it to end, and waits until it has. */
  async quit() {
    await this.ask('quit').catch(() => undefined);
    await this.ended;
  }

  kill() {
    this.process.kill('SIGKILL');
  }

  /** Ends it when nobody waits for its answers any more. */
  abandon() {
    this.#waiting.clear();
    this.kill();
  }
}

const agent = fileURLToPath(new URL('agent.cjs', import.meta.url));

/**
 * Where the measured programs run.
 * @typedef {object} Place
 * @property {string} executable the runtime
 * @property {NodeJS.ProcessEnv} env with the display
 * @property {string[]} switches what Chromium needs on this machine
 * @property {string} project the built app
 * @property {string} folder for everything that is measured; gone afterwards
 */

/**
 * The app on a data folder, as `npm start` starts it.
 * @param {Place} place
 * @param {string} dataFolder
 */
export function startApp({ executable, env, switches, project }, dataFolder) {
  return new Child(executable, ['-r', agent, project, ...switches, '--data', dataFolder], env, true);
}

/**
 * The bare window, started in the same way.
 * @param {Place} place
 * @param {string} userData
 */
export function startBare({ executable, env, switches }, userData) {
  const main = fileURLToPath(new URL('bare/main.mjs', import.meta.url));
  return new Child(executable, ['-r', agent, main, ...switches, userData], env, true);
}

/**
 * A bundled script in the runtime, without a window.
 * @param {Place} place
 * @param {string} script
 */
export function startScript({ executable, env, project }, script) {
  return new Child(executable, [`${project}/out/bench/${script}.js`], { ...env, ELECTRON_RUN_AS_NODE: '1' });
}
