import { createContext } from 'svelte';
import { newestOf } from '../../../../shared/contract.js';
import type { Backup, BackupsView } from '../../../../shared/contract.js';
import type { Failure } from '../../../../shared/result.js';
import { call } from '../../../state/api.js';
import type { App } from '../../../state/app.js';
import type { Events } from '../../../state/events.js';
import { messages } from './messages.js';

const m = messages.backups;

/** What backups need of the window around them. */
interface Around extends Pick<App, 'toast'> {
  /** Everything is another thing now: asks for it again. */
  reread(): Promise<void>;
  /** Leaves what was going on over a database that is closed by now. */
  go(screen: 'today'): void;
}

/** The backups there are, and what is being done with them. */
export class Backups {
  view = $state.raw<BackupsView>({ backups: [], problem: null });
  readonly newest = $derived(newestOf(this.view.backups, Date.now()));
  work = $state<'make' | 'restore' | 'mend' | null>(null);
  /** Why the last thing the person asked for was not done. */
  failure = $state.raw<Failure | null>(null);

  constructor(
    private readonly around: Around,
    events: Events,
  ) {
    events.on('backups.changed', (view) => (this.view = view));
    events.on('data.moved', () => void this.lookAgain());
  }

  async refresh(): Promise<void> {
    const result = await call('backups.list', {});
    if (result.ok) this.view = result.value;
  }

  async make(): Promise<void> {
    this.work = 'make';
    const result = await call('backups.make', {});
    this.work = null;
    this.failure = result.ok ? null : result.error;
    if (result.ok) this.around.toast(m.made(result.value, Date.now()));
    await this.refresh();
  }

  /** Puts a backup in the place of everything; what it replaces can be put back. Answers whether it was done. */
  async restore(backup: Backup): Promise<boolean> {
    const replaced = await this.#restore(backup.name);
    if (replaced === undefined) return false;
    this.around.toast(m.restored(backup, Date.now()), replaced === null ? undefined : () => void this.#goBack(replaced));
    return true;
  }

  /** Takes the way out of what keeps the app from working; see the contract. */
  async mend(): Promise<void> {
    this.work = 'mend';
    const result = await call('backups.mend', {});
    this.failure = result.ok ? null : result.error;
    if (result.ok) this.around.go('today');
    await this.around.reread();
    this.work = null;
  }

  /** The database may be there again, or gone. */
  async lookAgain(): Promise<void> {
    await this.around.reread();
  }

  async #goBack(name: string): Promise<void> {
    if ((await this.#restore(name)) !== undefined) this.around.toast(m.goneBack);
  }

  /** The name of the backup of what was replaced, null when there is none; undefined when nothing was restored. */
  async #restore(name: string): Promise<string | null | undefined> {
    this.work = 'restore';
    const result = await call('backups.restore', { name });
    if (result.ok) await this.around.reread();
    await this.refresh();
    this.work = null;
    this.failure = result.ok ? null : result.error;
    return result.ok ? result.value.replaced : undefined;
  }
}

export const [useBackups, provideBackups] = createContext<Backups>();
