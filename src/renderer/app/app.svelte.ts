import { untrack } from 'svelte';
import type { AppInfo, CardFilter, LibraryCard, Settings, StudyRequest } from '../../shared/contract.js';
import type { Failure } from '../../shared/result.js';
import { call } from '../state/api.js';
import { Events } from '../state/events.js';
import { everywhere } from '../state/everywhere.js';
import type { Binding, ScreenName } from '../state/keys.js';
import { Backups, provideBackups } from '../features/settings/backups/backups.svelte.js';
import { Cluster, provideCluster } from '../features/cluster/cluster.svelte.js';
import { Commands } from '../state/commands.svelte.js';
import { Exam, provideExam } from '../features/exam/exam.svelte.js';
import { Importer, provideImporter } from '../features/import/importer.svelte.js';
import { Library, provideLibrary } from '../features/library/library.svelte.js';
import { MockExams, provideMocks } from '../features/mock/mock.svelte.js';
import { Presets, providePresets } from '../features/settings/presets/presets.svelte.js';
import { provideApp } from '../state/app.js';
import type { App, Printed } from '../state/app.js';
import { keymap } from './keymap.js';
import { Session } from '../features/review/session.svelte.js';
import { Toasts } from '../state/toasts.svelte.js';
import { Today, provideToday } from '../features/today/today.svelte.js';
import { Watch, provideWatch } from '../features/watch/watch.svelte.js';

/** What the whole window shares: which screen is on, the settings, and the state of each screen. */
export class AppState implements App {
  screen = $state<ScreenName>('today');
  info = $state.raw<AppInfo | null>(null);
  /** Why the app cannot work at all, e.g. the database was refused. */
  failure = $state.raw<Failure | null>(null);
  /** Read out politely by screen readers. */
  announcement = $state('');
  readonly commands = new Commands(keymap);
  readonly toasts = new Toasts();
  readonly #events = new Events();
  readonly today: Today = new Today(this, this.#events);
  readonly watch = new Watch(this.#events);
  readonly importer: Importer = new Importer(this, this.watch, this.#events);
  readonly presets: Presets = new Presets(this, this.#events);
  readonly backups: Backups = new Backups(this, this.#events);
  readonly library: Library = new Library(this, this.#events);
  readonly exam: Exam = new Exam(this, this.#events);
  readonly mock: MockExams = new MockExams(this, this.#events);
  readonly cluster: Cluster = new Cluster(this, this.#events);
  session = $state.raw<Session | null>(null);
  /** What the dialog for printing, while it is open, is about. */
  printing = $state.raw<{ of: Printed } | null>(null);
  studying = $state<string | null>(null);

  constructor() {
    this.#events.on('app.navigate', ({ screen }) => this.go(screen));
  }

  /** Asks for everything the first screen needs. */
  async start(): Promise<void> {
    await this.reread();
    if (!this.failure) await this.importer.openGiven();
  }

  /** The window is gone: nothing is heard any more. */
  close(): void {
    this.#events.close();
  }

  /** Asks for everything again that is on the screen: at the start, and when a backup was restored. */
  async reread(): Promise<void> {
    const today = this.today.refresh();
    const info = await call('app.info', {});
    if (info.ok) this.#take(info.value);
    this.failure = info.ok ? null : info.error;
    await today;
    if (this.failure) return;
    for (const part of [this.library, this.exam, this.presets]) part.reread();
    await Promise.all([this.watch.refresh(), this.backups.refresh()]);
  }

  go(screen: Exclude<ScreenName, 'review'>): void {
    if (this.screen === 'review') this.session = null;
    if (screen !== 'mock') void this.mock.leave();
    this.studying = null;
    this.screen = screen;
    if (screen === 'today') void this.today.refresh();
    if (screen === 'library') void this.library.refresh();
    if (screen === 'exam') void this.exam.open();
    if (screen === 'settings') void this.presets.open();
    if (screen === 'mock') void this.mock.open();
  }

  review(study: StudyRequest): void {
    this.#sit((session) => session.start(study));
  }

  studyFrom(from: string): void {
    if (this.screen !== 'today') this.go('today');
    this.studying = from;
  }

  print(of: Printed): void {
    this.printing = { of };
  }

  resume(): void {
    this.#sit((session) => session.resume());
  }

  openNotes(paths: string[]): void {
    this.go('import');
    void this.importer.read(paths);
  }

  openChanges(): void {
    this.go('import');
    void this.importer.readChanges();
  }

  openShipped(): void {
    this.go('import');
    void this.importer.readShipped();
  }

  openCard(card: Pick<LibraryCard, 'noteId' | 'cardId'>): void {
    void this.library.openCard(card);
    this.go('library');
  }

  listCards(filter: CardFilter): void {
    void this.library.list(filter);
    this.go('library');
  }

  searchCards(query: string): void {
    void this.library.search(query);
    this.go('library');
  }

  chooseNotes(what: 'files' | 'folder'): void {
    this.go('import');
    void this.importer.choose(what);
  }

  async set(change: Partial<Settings>): Promise<Failure | null> {
    const result = await call('settings.set', change);
    if (!result.ok) return result.error;
    if (this.info) this.#take({ ...this.info, settings: result.value });
    return null;
  }

  announce(text: string): void {
    const said = untrack(() => this.announcement);
    this.announcement = said === text ? `${text}\u00a0` : text;
  }

  toast(text: string, undo?: () => void, by: Binding = everywhere.undo): void {
    this.toasts.show(undo ? { text, undo: { by, run: undo } } : { text });
  }

  #sit(begin: (session: Session) => Promise<boolean>): void {
    const session = new Session();
    void begin(session);
    this.session = session;
    void this.mock.leave();
    this.toasts.dismiss();
    this.screen = 'review';
  }

  #take(info: AppInfo): void {
    this.info = info;
    const { theme } = info.settings;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }
}

/** Gives the features below the app, and each its own state. */
export function provide(app: AppState): void {
  provideApp(app);
  provideToday(app.today);
  provideWatch(app.watch);
  provideImporter(app.importer);
  providePresets(app.presets);
  provideBackups(app.backups);
  provideLibrary(app.library);
  provideExam(app.exam);
  provideMocks(app.mock);
  provideCluster(app.cluster);
}
