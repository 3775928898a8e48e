/** The other end of backend-process.ts: starts it, asks it, kills it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { inject, onTestFinished } from 'vitest';
import type { Input, MethodName, Output } from '../../src/shared/contract.js';
import type { Result } from '../../src/shared/result.js';

export type ToBackend = { id: number; method: unknown; input: unknown } | { quit: true };
export type FromBackend = { isOpen: true } | { id: number; result: unknown } | { unforeseen: string };

/** Past this something hangs, also on a slow and busy machine. */
const limitMs = 120_000;

export class Backend {
  /** What nobody foresaw: each is a fault. */
  readonly unforeseen: string[] = [];
  readonly #process: ChildProcess;
  readonly #over: Promise<void>;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #lastId = 0;
  #complaints = '';
  #isOpen!: () => void;
  /** Resolves when calls are answered. */
  readonly open: Promise<void>;

  /** @param env for the shim, for example */
  constructor(dataFolder: string, env: NodeJS.ProcessEnv = {}) {
    this.#process = spawn(process.execPath, [inject('backendProcess'), dataFolder], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ETCDECK_CHECK_OUTPUT: '1', ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const isOpen = new Promise<void>((resolve) => (this.#isOpen = resolve));
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#complaints += text));
    this.#process.on('message', (message) => this.#take(message as FromBackend));
    // Not `exit`: what it said before its end may still be on its way.
    this.#over = new Promise((resolve) => this.#process.once('close', () => resolve()));
    this.open = this.#orOver(isOpen, 'start');
    this.open.catch(() => undefined);
  }

  /** Asks and waits for the answer; rejects when there is none. */
  async call<M extends MethodName>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    return (await this.ask(method, input)) as Result<Output<M>>;
  }

  /** As `call`, with anything at all. */
  ask(method: unknown, input: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    const answer = new Promise<unknown>((resolve) => this.#waiting.set(id, resolve));
    this.#process.send({ id, method, input }, () => undefined);
    return this.#orOver(answer, String(method));
  }

  /** The value of an answer that must be one. */
  async get<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await this.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)} ${this.unforeseen.join('\n')}`);
    return result.value;
  }

  /** Ends it without a word, and waits until it has ended and all it said is here. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#over;
  }

  /** Waits until it ended by itself. */
  over(): Promise<void> {
    return this.#inTime(this.#over, 'the end');
  }

  /** Ends it as closing the window does. */
  async quit(): Promise<void> {
    this.#process.send({ quit: true }, () => undefined);
    await this.over();
  }

  #take(message: FromBackend): void {
    if ('isOpen' in message) this.#isOpen();
    else if ('unforeseen' in message) this.unforeseen.push(message.unforeseen);
    else {
      this.#waiting.get(message.id)?.(message.result);
      this.#waiting.delete(message.id);
    }
  }

  #orOver<T>(promise: Promise<T>, what: string): Promise<T> {
    // An answer that came before the end is one: it is looked for first.
    const over = this.#over.then(() => new Promise((resolve) => setImmediate(resolve))).then(() => Promise.reject(this.#ended(what)));
    return this.#inTime(Promise.race([promise, over]), what);
  }

  #ended(what: string): Error {
    return new Error(`The process ended before it answered: ${what}\n${this.#complaints}${this.unforeseen.join('\n')}`);
  }

  async #inTime<T>(promise: Promise<T>, what: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Longer than ${limitMs / 1000} s: ${what}\n${this.#complaints}`)), limitMs);
    });
    try {
      return await Promise.race([promise, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Starts a backend that does not outlive the test. */
export async function started(dataFolder: string, env?: NodeJS.ProcessEnv): Promise<Backend> {
  const backend = new Backend(dataFolder, env);
  endWithTest(backend);
  await backend.open;
  return backend;
}

export const endWithTest = (backend: Backend): void => onTestFinished(() => backend.kill());
