import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type * as Electron from 'electron';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../src/shared/contract.js';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export interface StartOptions {
  env?: Record<string, string>;
  /** How the app is told its data folder. */
  folderBy?: '--data' | 'ETCDECK_DATA';
  /** More arguments, e.g. notes to open. */
  args?: string[];
}

/** Past this an app that was asked to close is killed, and the test fails. */
const closeLimitMs = 10_000;

/** The app as a person has it: a window, a data folder, and what went wrong so far. */
export class Etcdeck {
  /** Console errors and warnings, page errors and refusals of the CSP, since the last `takeFaults`. */
  #faults: string[] = [];
  #running: { electron: ElectronApplication; page: Page; child: ChildProcess } | null = null;

  constructor(
    readonly dataFolder: string,
    private readonly picturesFolder: string,
  ) {}

  get page(): Page {
    return this.#now().page;
  }

  get electron(): ElectronApplication {
    return this.#now().electron;
  }

  #now() {
    if (!this.#running) throw new Error('Etcdeck is not running.');
    return this.#running;
  }

  /** Starts the app on its data folder and waits until its window has loaded, not for a screen. */
  async start({ env = {}, folderBy = '--data', args = [] }: StartOptions = {}): Promise<void> {
    const electron = await _electron.launch({
      executablePath: executable(),
      args: [...launchArguments(folderBy === '--data' ? this.dataFolder : ''), ...args],
      env: {
        ...inherited(),
        ETCDECK_CHECK_OUTPUT: '1',
        TZ: 'UTC',
        ...(folderBy === 'ETCDECK_DATA' && { ETCDECK_DATA: this.dataFolder }),
        ...env,
      },
      // The app's own theme decides, not Playwright.
      colorScheme: null,
      timeout: 60_000,
    });
    electron.context().on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#faults.push(`${message.type()}: ${message.text()}`);
    });
    electron.context().on('weberror', (error) => this.#faults.push(`page error: ${error.error().message}`));
    const page = await electron.firstWindow();
    this.#running = { electron, page, child: electron.process() };
    await electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents?.isLoading()) await new Promise((resolve) => contents.once('did-stop-loading', () => resolve(null)));
    });
  }

  /** Closes the app as a person does and waits for the process to end. */
  async close(): Promise<void> {
    const { electron } = this.#now();
    // The process may be gone before it can answer; whether it ended is looked at below.
    await electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await this.ended();
  }

  /** Waits for an end that something else brought about, and answers its exit code. */
  async ended({ child } = this.#now()): Promise<number | null> {
    if ((await within(closeLimitMs, exitOf(child))) === 'late') {
      await this.kill();
      throw new Error(`Etcdeck was still running ${closeLimitMs} ms after it was asked to close.`);
    }
    this.#running = null;
    return child.exitCode;
  }

  /** Ends the process at once, as a power cut does. */
  async kill(): Promise<void> {
    const { child } = this.#now();
    child.kill('SIGKILL');
    await exitOf(child);
    this.#running = null;
  }

  /** Closes and starts again on the same data folder. */
  async relaunch(options?: StartOptions): Promise<void> {
    await this.close();
    await this.start(options);
  }

  /** Whatever state the test left behind: nothing keeps running. */
  async stop(): Promise<void> {
    if (this.#running && !hasEnded(this.#running.child)) await this.close();
  }

  /**
   * Does something in the main process whose answer does not matter. Rarely V8 collects the promise of an answer before Playwright
   * has read it; what was to be done has been done then.
   */
  async tell<Arg = undefined>(action: (modules: typeof Electron, arg: Arg) => unknown, arg?: Arg): Promise<void> {
    try {
      await this.electron.evaluate(action, arg as never);
    } catch (error) {
      if (!String(error).includes('garbage collected')) throw error;
    }
  }

  /** The next file or folder choosers answer with these paths; an empty list is Cancel. */
  async willChoose(paths: string[]): Promise<void> {
    await this.tell(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    }, paths);
  }

  /** Makes the system light or dark, as seen by the app. */
  async setSystemTheme(theme: Settings['theme']): Promise<void> {
    await this.tell(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
  }

  /** Gives the window's content this size in points. */
  async resize(width: number, height: number): Promise<void> {
    await this.tell(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), {
      width,
      height,
    });
    await this.page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const);
  }

  /** Moves the app's clock, so that tomorrow can be tested today. Lasts until the app closes. */
  async advanceClock(ms: number): Promise<void> {
    await this.tell((_, by) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + by;
    }, ms);
  }

  /** Saves what the window shows under `test-results/…/<name>.png`. Of a zoomed page Playwright takes a corner; the app takes it whole. */
  async screenshot(name: string): Promise<void> {
    const path = join(this.picturesFolder, `${name}.png`);
    const zoomed = await this.electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents && contents.getZoomFactor() !== 1 ? (await contents.capturePage()).toPNG().toString('base64') : null;
    });
    if (zoomed === null) await this.page.screenshot({ path, animations: 'disabled' });
    else {
      mkdirSync(this.picturesFolder, { recursive: true });
      writeFileSync(path, Buffer.from(zoomed, 'base64'));
    }
  }

  /** What went wrong so far; the test that asks answers for it. */
  takeFaults(): string[] {
    return this.#faults.splice(0);
  }

  /** Internal errors the main process wrote to its log, '' when there were none; the test that asks answers for them. */
  takeLog(): string {
    const file = join(this.dataFolder, 'etcdeck.log');
    if (!existsSync(file)) return '';
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    return text;
  }
}

/** Chromium refuses to run its sandbox as root; only then is it left out. */
const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** What starts the app on a data folder; '' leaves the choice to the app. */
export const launchArguments = (dataFolder: string): string[] => [
  projectFolder,
  ...switches,
  ...(dataFolder === '' ? [] : ['--data', dataFolder]),
];

export function executable(): string {
  const path = process.env['ELECTRON_EXEC_PATH'];
  if (!path) throw new Error('ELECTRON_EXEC_PATH is not set; tests/e2e/find-electron.ts should have.');
  return path;
}

/** This environment but for what would change which data the app opens or how its process runs. */
function inherited(): Record<string, string> {
  const { ETCDECK_DATA, ELECTRON_RUN_AS_NODE, NODE_OPTIONS, ...rest } = process.env;
  return Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const exitOf = (child: ChildProcess): Promise<unknown> =>
  hasEnded(child) ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));

async function within(ms: number, work: Promise<unknown>): Promise<'done' | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  const first = await Promise.race([work.then(() => 'done' as const), late]);
  clearTimeout(timer);
  return first;
}
