/** Keeps an eye on one folder: hints are gathered until it is quiet for a moment, then it is scanned, one scan at a time. */
import { listenTo, type FolderEvents } from './folder-events.js';
import { FolderScan, type KnownNote, type NoteChange } from './folder-scan.js';

export interface FolderState {
  /** `polled`: looked at now and then, by the person's choice or because the system gives no word of changes. */
  state: 'watched' | 'polled' | 'missing';
  changes: NoteChange[];
}

export interface WatchTimes {
  /** Quiet after a hint before the folder is scanned. */
  quietMs: number;
  /** A folder that is never quiet is scanned this long after the first hint all the same. */
  longestMs: number;
  /** Between looks at a folder that gives no hints. */
  pollMs: number;
  /** Between looks for a folder that is not there. */
  missingMs: number;
}

export const watchTimes: WatchTimes = { quietMs: 60, longestMs: 400, pollMs: 30_000, missingMs: 5_000 };

/** Looking takes at most this share of the time. */
const pollShare = 20;

interface WatchParts {
  /** Absolute, with links resolved. */
  path: string;
  /** Do not wait for hints: the folder is on a drive that gives none. */
  polls: boolean;
  known: () => readonly KnownNote[];
  /** Told the state of the folder after the first look and whenever it is another one. */
  tell: (state: FolderState) => void;
  times?: WatchTimes;
}

export class FolderWatch {
  private readonly scan: FolderScan;
  private readonly times: WatchTimes;
  private events: FolderEvents | null = null;
  private timer: NodeJS.Timeout | undefined;
  /** When the first hint came that no scan has answered yet. */
  private hintedAt: number | null = null;
  private isDeaf: boolean;
  private isClosed = false;
  private told = '';
  private scanning: Promise<void> = Promise.resolve();

  constructor(private readonly parts: WatchParts) {
    this.scan = new FolderScan(parts.path);
    this.times = parts.times ?? watchTimes;
    this.isDeaf = parts.polls;
  }

  /** Scans now: at the beginning, and when the store changed. Resolves when the state was told. */
  look(): Promise<void> {
    clearTimeout(this.timer);
    this.scanning = this.scanning.then(() => this.scanOnce());
    return this.scanning;
  }

  /** Resolves when nothing is being looked at any more. */
  close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.events?.close();
    return this.scanning;
  }

  private hinted(): void {
    if (this.isClosed) return;
    const now = performance.now();
    this.hintedAt ??= now;
    this.lookIn(Math.max(0, Math.min(this.times.quietMs, this.hintedAt + this.times.longestMs - now)));
  }

  private lookIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), ms);
  }

  private async scanOnce(): Promise<void> {
    if (this.isClosed) return;
    const startedAt = performance.now();
    this.hintedAt = null;
    await this.listen();
    if (this.isClosed) return;
    const changes = await this.scan.changes(this.parts.known());
    if (this.isClosed) return;
    if (changes === null) {
      this.events?.close();
      this.events = null;
      this.say({ state: 'missing', changes: [] });
      this.lookIn(this.times.missingMs);
      return;
    }
    this.say({ state: this.isDeaf ? 'polled' : 'watched', changes });
    // Hints that came during the scan have set the timer themselves.
    if (this.isDeaf) this.lookIn(Math.max(this.times.pollMs, pollShare * (performance.now() - startedAt)));
  }

  /** Before each scan, so that nothing that changes after it goes unheard. */
  private async listen(): Promise<void> {
    if (this.isDeaf) return;
    const onFail = (): void => {
      this.isDeaf = true;
    };
    this.events ??= listenTo(this.parts.path, { onHint: () => this.hinted(), onFail });
    await this.events.refresh();
  }

  private say(state: FolderState): void {
    const text = JSON.stringify(state);
    if (text === this.told) return;
    this.told = text;
    this.parts.tell(state);
  }
}
