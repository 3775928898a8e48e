/**
 * Etcdeck in a network namespace of its own that holds nothing, not even a way to this machine. Playwright speaks to an app over the
 * network, so here Chromium is spoken to over a pipe instead, and nobody but the app itself could open a socket there.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { executable, launchArguments } from './etcdeck.js';

const isRoot = process.getuid?.() === 0;

/** How a network namespace is made here: by root outright, by others together with a user namespace. */
const unshare = isRoot ? ['unshare', '--net'] : ['unshare', '--user', '--map-current-user', '--net'];

/** Why this machine cannot cut a program off; null when it can. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are of Linux';
  const [program = '', ...args] = unshare;
  const { status, stderr, error } = spawnSync(program, [...args, 'true'], { encoding: 'utf8' });
  return status === 0 ? null : `this machine makes no network namespace: ${error?.message ?? stderr.trim()}`;
}

/** strace counts sockets that are open too short to be seen; it is there for root only, for the sandbox lets nobody trace it. */
const canTrace = (): boolean => isRoot && spawnSync('strace', ['-f', '--seccomp-bpf', '-e', 'trace=socket', 'true']).status === 0;

interface Answer {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

export class CutOff {
  #child: ChildProcess;
  #waiting = new Map<number, (answer: Answer) => void>();
  #lastId = 0;
  #session = '';
  readonly #trace: string | null;
  /** What the page and the app complained about. */
  readonly faults: string[] = [];

  private constructor(dataFolder: string, args: readonly string[], stub: string) {
    this.#trace = canTrace() ? join(dataFolder, 'sockets.txt') : null;
    const traced = this.#trace ? ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=socket', '-o', this.#trace] : [];
    const electron = [executable(), '-r', stub, ...launchArguments(dataFolder), '--remote-debugging-pipe', ...args];
    const [program = '', ...rest] = [...unshare, ...traced, ...electron];
    this.#child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true });
    let begun = '';
    (this.#child.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const parts = (begun + text).split('\0');
      begun = parts.pop() ?? '';
      for (const part of parts) this.#took(JSON.parse(part) as Answer);
    });
  }

  /**
   * Starts the app and waits until its window is there.
   * @param stub a module the main process loads first
   */
  static async start(dataFolder: string, args: readonly string[], stub: string): Promise<CutOff> {
    const app = new CutOff(dataFolder, args, stub);
    const pageId = await app.until('the window', async () => {
      const { targetInfos } = await app.#ask<{ targetInfos: { targetId: string; url: string }[] }>('Target.getTargets', {});
      return targetInfos.find(({ url }) => url.startsWith('app://etcdeck/index.html'))?.targetId;
    });
    const { sessionId } = await app.#ask<{ sessionId: string }>('Target.attachToTarget', { targetId: pageId, flatten: true });
    app.#session = sessionId;
    await app.#ask('Runtime.enable', {});
    return app;
  }

  /** The value of an expression in the page. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#ask<{ result: { value: T }; exceptionDetails?: { text: string } }>(
      'Runtime.evaluate',
      {
        expression,
        awaitPromise: true,
        returnByValue: true,
      },
    );
    if (exceptionDetails) throw new Error(`${exceptionDetails.text}: ${expression}`);
    return result.value;
  }

  /** Waits until the page shows a text. */
  async sees(text: string): Promise<void> {
    await this.#holds(`“${text}”`, `document.body?.innerText.includes(${JSON.stringify(text)}) === true`);
  }

  /** Waits for a button or a link whose name begins like this, and clicks it. */
  async click(name: string): Promise<void> {
    const begins = `.innerText.replace(/\\s+/g, ' ').trim().startsWith(${JSON.stringify(name)})`;
    const find = `[...document.querySelectorAll('button, a')].find((one) => !one.disabled && one${begins})`;
    await this.#holds(`the button “${name}”`, `${find} !== undefined`);
    await this.evaluate(`${find}.click()`);
  }

  /** Waits until an expression is true; a page that is just loading has no answer yet. */
  #holds(what: string, expression: string): Promise<boolean> {
    return this.until(what, async () => (await this.evaluate<boolean>(expression).catch(() => false)) || undefined);
  }

  /** Presses a key as a person does. */
  async press(key: string, code: string, modifiers = 0): Promise<void> {
    const text = key.length === 1 && modifiers === 0 ? key : undefined;
    await this.#ask('Input.dispatchKeyEvent', { type: 'keyDown', key, code, modifiers, ...(text !== undefined && { text }) });
    await this.#ask('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers });
  }

  /**
   * Every socket of an internet protocol there is or, with strace, ever was: the lines of /proc and of the trace. Sockets of the
   * system itself (the display, the desktop's bus) are of another kind and not counted.
   */
  sockets(): string[] {
    const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'udplite', 'udplite6', 'raw', 'raw6', 'icmp', 'icmp6'];
    const open = tables.flatMap((name) => {
      const lines = readLines(`/proc/${this.#pid()}/net/${name}`).slice(1);
      return lines.map((line) => `${name} ${line.trim()}`);
    });
    const traced = this.#trace ? readLines(this.#trace).filter((line) => /AF_INET|AF_PACKET/.test(line)) : [];
    return [...open, ...traced];
  }

  /** Is every socket ever opened known, not only those open when looked? */
  get isTraced(): boolean {
    return this.#trace !== null;
  }

  /** The names of the network devices the app can see, apart from the one to itself. */
  devices(): string[] {
    return readLines(`/proc/${this.#pid()}/net/dev`)
      .slice(2)
      .map((line) => line.split(':')[0]?.trim() ?? '')
      .filter((name) => name !== 'lo');
  }

  /** Asks until there is an answer. */
  async until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
    const giveUpAt = Date.now() + 60_000;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (Date.now() > giveUpAt) throw new Error(`Waited a minute for ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Closes the app, and ends whatever of it is still there. */
  async close(): Promise<void> {
    const { pid } = this.#child;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    void this.evaluate('window.close()').catch(() => undefined);
    const late = setTimeout(() => pid !== undefined && process.kill(-pid, 'SIGKILL'), 20_000);
    if (this.#child.exitCode === null && this.#child.signalCode === null) await ended;
    clearTimeout(late);
  }

  #pid(): number {
    if (this.#child.pid === undefined || this.#child.exitCode !== null) throw new Error('Etcdeck is not running.');
    return this.#child.pid;
  }

  #took({ id, method, params, ...answer }: Answer): void {
    if (id !== undefined) this.#waiting.get(id)?.(answer);
    else if (method === 'Runtime.exceptionThrown') this.faults.push(JSON.stringify(params));
  }

  #ask<T>(method: string, params: object): Promise<T> {
    const id = ++this.#lastId;
    const message = { id, method, params, ...(this.#session !== '' && { sessionId: this.#session }) };
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        this.#waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as T);
      });
      (this.#child.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    });
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    // A kernel without a protocol has no table of it.
    return [];
  }
}
