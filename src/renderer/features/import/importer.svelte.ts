import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { EventPayload, ImportPreview, PreviewCard, ProblemView, ReadNote } from '../../../shared/contract.js';
import type { Failure, Result } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import type { App } from '../../state/app.js';
import type { Events } from '../../state/events.js';
import { messages } from './messages.js';
import { watch as watchMessages } from '../watch/messages.js';
import type { Watch } from '../watch/watch.svelte.js';
import { inWords } from '../../words/format.js';

/** What the person said about a card in this preview; each word of it stands until they say otherwise. */
interface Said {
  decision: 'import' | 'rejected';
  /** Their own wording. */
  edit: { front: string; back: string } | null;
  /** Their answer to whether the card continues one that is gone; `undefined` while they have not been asked or not answered. */
  continues?: boolean | undefined;
}

/** From chosen notes over the preview to stored cards. Nothing is stored before `commit`. */
export class Importer {
  step = $state<'idle' | 'reading' | 'preview' | 'committing'>('idle');
  progress = $state.raw<EventPayload<'import.progress'> | null>(null);
  /** The notes read so far, while reading. */
  notesRead = $state.raw<readonly ReadNote[]>([]);
  preview = $state.raw<ImportPreview | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Watch the folders of the preview when it is stored. */
  watches = $state(false);
  /** Notes that ship with the app and are not imported; 0 until it is known. */
  shippedLeft = $state(0);
  /** Index of the note whose cards are on show. */
  selected = $state(0);
  #cards = new SvelteMap<number, readonly PreviewCard[]>();
  #said = new SvelteMap<string, Said>();
  #lastQuestion: string | null = null;
  /** Counts readings: an answer to an older one is dropped. */
  #reading = 0;
  #lastReading: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly around: Pick<App, 'go' | 'openNotes' | 'toast' | 'toasts' | 'announce'>,
    private readonly watch: Pick<Watch, 'covers' | 'add'>,
    events: Events,
  ) {
    events.on('import.progress', (progress) => this.#progressed(progress));
    events.on('import.opened', () => void this.openGiven());
    events.on('watch.taken', (taken) => this.#wereTaken(taken));
  }

  /** Cards the preview would store or change. Held-back and left-out ones are not among them. */
  readonly toImport = $derived.by(() => {
    const t = this.preview?.totals;
    if (!t) return 0;
    return t.added > 0 ? t.added : t.edited + t.moved + t.removed;
  });

  /** Is there anything to store: cards, where they stand in their notes, or only what the person said about them? */
  readonly canCommit = $derived(this.step === 'preview' && this.preview?.hasChanges === true);

  /** Folders of the preview that nobody watches yet. */
  readonly watchable = $derived((this.preview?.folders ?? []).filter((path) => !this.watch.covers(path)));

  readonly file = $derived(this.preview?.files.find((file) => file.index === this.selected) ?? null);

  cardsOf(index: number): readonly PreviewCard[] | null {
    return this.#cards.get(index) ?? null;
  }

  async choose(what: 'files' | 'folder'): Promise<void> {
    const result = await call('import.choose', { what });
    if (!result.ok) this.failure = result.error;
    else if (result.value.paths.length > 0) await this.read(result.value.paths);
  }

  /** Reads files and folders. */
  async read(paths: string[]): Promise<void> {
    if (paths.length > 0) await this.#read(() => call('import.preview', { paths }));
  }

  /** Reads what changed in watched folders. */
  async readChanges(): Promise<void> {
    await this.#read(() => call('import.changes', {}));
  }

  /** Reads all notes that ship with the app. */
  async readShipped(): Promise<void> {
    await this.#read(() => call('import.shipped', {}));
  }

  /** Reads what the system asked to open. */
  async openGiven(): Promise<void> {
    const opened = await call('import.opened', {});
    if (opened.ok && opened.value.paths.length > 0) this.around.openNotes(opened.value.paths);
  }

  /** Asks how many notes that ship with the app are not imported. */
  async countShipped(): Promise<void> {
    const result = await call('import.shippedLeft', {});
    if (result.ok) this.shippedLeft = result.value.notes;
  }

  async #read(ask: () => Promise<Result<ImportPreview>>): Promise<void> {
    if (this.step === 'committing') return;
    const reading = ++this.#reading;
    const wasReading = this.step === 'reading';
    this.#forget();
    // An Undo of the import before would take away what this preview stands on.
    this.around.toasts.dismiss();
    this.step = 'reading';
    // The main process reads one thing at a time, and one that was cancelled takes a moment to stop.
    if (wasReading) await call('import.cancel', {});
    await this.#lastReading;
    if (reading !== this.#reading) return;
    const asked = ask();
    this.#lastReading = asked;
    const result = await asked;
    if (reading !== this.#reading) return;
    this.progress = null;
    this.notesRead = [];
    if (!result.ok) {
      this.step = 'idle';
      if (result.error.code !== 'cancelled') this.failure = result.error;
      return;
    }
    this.preview = result.value;
    this.step = 'preview';
    this.selected = firstOfInterest(result.value);
    if (this.file) await this.load(this.selected);
  }

  #progressed(progress: EventPayload<'import.progress'>): void {
    if (this.step !== 'reading') return;
    this.progress = progress;
    this.notesRead = [...this.notesRead, ...progress.read];
  }

  async select(index: number): Promise<void> {
    this.selected = index;
    await this.load(index);
  }

  /** Fetches the cards of a note unless they are here. */
  async load(index: number): Promise<void> {
    const importId = this.preview?.importId;
    if (importId === undefined || this.#cards.has(index)) return;
    const result = await call('import.cards', { importId, fileIndex: index });
    if (this.preview?.importId !== importId) return;
    if (result.ok) this.#cards.set(index, result.value.cards);
    else this.failure = result.error;
  }

  /** Shows the note with the next open question, after the last one gone to; answers the key of its card. */
  async nextQuestion(): Promise<string | null> {
    const asking = (this.preview?.files ?? []).filter(({ questions }) => questions > 0);
    for (const { index } of asking) await this.load(index);
    const open = asking.flatMap(({ index }) =>
      (this.cardsOf(index) ?? [])
        .filter(({ asks, decision }) => asks?.answer === null && decision !== 'rejected')
        .map(({ key }) => ({ index, key })),
    );
    const next = open[(open.findIndex(({ key }) => key === this.#lastQuestion) + 1) % open.length];
    if (!next) return null;
    this.#lastQuestion = next.key;
    await this.select(next.index);
    return next.key;
  }

  /** Opens a note of the preview in the person's editor, at the line of a problem. */
  async openNote({ fileIndex, line }: Pick<ProblemView, 'fileIndex' | 'line'>): Promise<void> {
    const importId = this.preview?.importId;
    if (importId === undefined || fileIndex === null) return;
    const result = await call('import.open', { importId, fileIndex, line });
    this.failure = result.ok ? null : result.error;
  }

  /** Stores what the person says about a card, on top of what they said before. Answers whether it was taken. */
  async say(fileIndex: number, key: string, said: Partial<Said>): Promise<boolean> {
    const importId = this.preview?.importId;
    if (importId === undefined || this.step !== 'preview') return false;
    const name = nameOf(fileIndex, key);
    const all: Said = { decision: 'import', edit: null, ...this.#said.get(name), ...said };
    const result = await call('import.decide', { importId, fileIndex, key, ...all });
    if (!result.ok) {
      this.failure = result.error;
      return false;
    }
    this.failure = null;
    this.#said.set(name, all);
    this.preview = result.value;
    const cards = await call('import.cards', { importId, fileIndex });
    if (cards.ok) this.#cards.set(fileIndex, cards.value.cards);
    if ('continues' in said) this.around.announce(messages.import.questions.left(result.value.questions));
    return true;
  }

  /** Leaves a card out, with a way back. */
  async reject(fileIndex: number, key: string): Promise<void> {
    if (!(await this.say(fileIndex, key, { decision: 'rejected' }))) return;
    const run = () => void this.say(fileIndex, key, { decision: 'import' });
    this.around.toast(messages.import.rejectedToast, run);
  }

  async commit(): Promise<void> {
    const preview = this.preview;
    if (!preview || !this.canCommit) return;
    const text = messages.import.stored(this.toImport, preview.changedNotes);
    this.step = 'committing';
    const result = await call('import.commit', { importId: preview.importId });
    if (!result.ok) {
      this.step = 'preview';
      this.failure = result.error;
      return;
    }
    const { batchId } = result.value;
    if (this.watches) await this.#watch();
    this.#forget();
    this.around.go('today');
    this.around.toast(text, () => void this.#takeBack(batchId));
  }

  /** Watches the folders of a preview that has nothing to store. */
  async watchFolders(): Promise<void> {
    const text = watchMessages.added(this.watchable.length);
    if (await this.#watch()) this.around.toast(text);
  }

  /** Says that changes were imported without asking, with the way back. */
  #wereTaken({ batchId, totals, changedNotes }: EventPayload<'watch.taken'>): void {
    const text = watchMessages.taken(changedNotes, totals.added + totals.edited + totals.moved);
    this.around.toast(text, () => void this.#takeBack(batchId, watchMessages.takenBack));
  }

  /** Stops reading, or drops the preview. */
  async cancel(): Promise<void> {
    if (this.step === 'committing') return;
    this.#reading += 1;
    this.#forget();
    await call('import.cancel', {});
  }

  async #watch(): Promise<boolean> {
    for (const path of this.watchable) {
      const refused = await this.watch.add({ path });
      if (refused) this.failure = refused;
    }
    return this.failure === null;
  }

  async #takeBack(batchId: string, done: string = messages.import.undone): Promise<void> {
    const result = await call('import.undo', { batchId });
    this.around.toast(result.ok ? done : inWords(result.error));
  }

  #forget(): void {
    this.step = 'idle';
    this.preview = null;
    this.progress = null;
    this.notesRead = [];
    this.failure = null;
    this.watches = false;
    this.#lastQuestion = null;
    this.#cards.clear();
    this.#said.clear();
  }
}

export const [useImporter, provideImporter] = createContext<Importer>();

const nameOf = (fileIndex: number, key: string): string => `${fileIndex} ${key}`;

/** The first note with something to look at, else the first with cards. */
function firstOfInterest({ files }: ImportPreview): number {
  const withCards = files.find(({ totals: t }) => t.added + t.edited + t.moved + t.removed > 0);
  const first = files.find((file) => file.totals.heldBack > 0) ?? withCards ?? files[0];
  return first?.index ?? 0;
}
