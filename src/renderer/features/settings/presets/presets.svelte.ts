import { createContext } from 'svelte';
import type { EventPayload, Input, MethodName, Output, Preset, PresetsView, Rescheduling, Workload } from '../../../../shared/contract.js';
import type { Failure, Result } from '../../../../shared/result.js';
import { call } from '../../../state/api.js';
import type { App } from '../../../state/app.js';
import type { Events } from '../../../state/events.js';
import { messages } from './messages.js';
import { deckName } from '../../../words/format.js';

const m = messages.presets;

export type Work = 'workload' | 'rescheduling' | 'reschedule' | 'undoReschedule' | 'fit';

/** The presets as the main process has them, the one on show, and what is being worked out about it. */
export class Presets {
  view = $state.raw<PresetsView | null>(null);
  /** Why something could not be done or read. */
  failure = $state.raw<Failure | null>(null);
  chosenId = $state('default');
  readonly chosen = $derived(this.view?.presets.find(({ presetId }) => presetId === this.chosenId) ?? this.view?.presets[0] ?? null);
  workload = $state.raw<Workload | null>(null);
  /** What rescheduling would do; null as long as nobody asked. */
  offer = $state.raw<Rescheduling | null>(null);
  /** What became of the last fitting, when it changed nothing. */
  fitWords = $state('');
  work = $state<Work | null>(null);
  progress = $state.raw<EventPayload<'presets.progress'> | null>(null);

  /** The last work somebody asked for by hand. */
  #asked: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly around: Pick<App, 'screen' | 'toast' | 'announce'>,
    events: Events,
  ) {
    events.on('data.changed', () => this.reread());
    events.on('presets.progress', (progress) => (this.progress = progress));
  }

  async refresh(): Promise<void> {
    const result = await call('presets.get', {});
    if (result.ok) this.view = result.value;
    this.failure = result.ok ? null : result.error;
  }

  /** Asks again while they are on the screen. */
  reread(): void {
    if (this.around.screen === 'settings') void this.refresh();
  }

  /** Opens the screen: what it shows is read, and the workload worked out. */
  async open(): Promise<void> {
    // First, for what is asked for while the rest is read is not to be forgotten.
    this.#forget();
    await this.refresh();
    await this.#loadWorkload();
  }

  async choose(presetId: string): Promise<void> {
    this.chosenId = presetId;
    this.#forget();
    await this.#loadWorkload();
  }

  /** Stores a change of the chosen preset; answers why not. What depends on it is worked out anew. */
  async change(what: string, change: Omit<Input<'presets.change'>, 'presetId'>): Promise<Failure | null> {
    const preset = this.chosen;
    if (!preset) return null;
    const { desiredRetention, maximumIntervalDays, newPerDay } = change.options ?? {};
    const moves = desiredRetention !== undefined || maximumIntervalDays !== undefined;
    const weighs = newPerDay !== undefined || maximumIntervalDays !== undefined;
    const follow = async (): Promise<void> => {
      if (moves) await this.checkSchedules();
      if (weighs || !this.#isOnChart()) await this.#loadWorkload();
    };
    const result = await this.#step('presets.change', { presetId: preset.presetId, ...change }, m.saved(what), follow);
    return result.ok ? null : result.error;
  }

  async duplicate({ presetId, name }: Preset): Promise<void> {
    const result = await this.#step('presets.add', { name: this.#freeName(m.copyOf(name)), like: presetId }, m.added(m.copyOf(name)));
    if (result.ok) await this.choose(result.value.presetId);
  }

  async remove({ presetId, name }: Preset): Promise<void> {
    const result = await this.#step('presets.remove', { presetId }, m.removed(name));
    if (result.ok) await this.choose('default');
  }

  /** Gives a deck a preset of its own, or with null that of the deck above it; answers whether it was done. */
  async assign(deck: string, presetId: string | null): Promise<boolean> {
    // Today gives presets to decks, too, and shows no workload.
    const follow = async (): Promise<void> => {
      if (this.around.screen === 'settings') await this.#loadWorkload();
    };
    return (await this.#step('presets.assign', { deck, presetId }, m.assigned(deckName(deck)), follow)).ok;
  }

  /** Asks what rescheduling would do. */
  async checkSchedules(): Promise<void> {
    this.offer = null;
    const offer = await this.#run('rescheduling', 'presets.rescheduling');
    if (!offer) return;
    this.offer = offer;
    this.around.announce(offer.cards === 0 ? m.upToDate : `${m.offer(offer)} ${m.offerHint(offer)}`);
  }

  leaveSchedules(): void {
    this.offer = null;
  }

  async reschedule(): Promise<void> {
    const done = await this.#run('reschedule', 'presets.reschedule');
    if (!done) return;
    this.offer = null;
    const { rescheduleId, cards } = done;
    this.around.toast(m.rescheduled(cards), rescheduleId === null ? undefined : () => void this.#unreschedule(rescheduleId));
    await this.#loadWorkload();
  }

  async fit(): Promise<void> {
    const preset = this.chosen;
    this.fitWords = '';
    const result = await this.#run('fit', 'presets.fit');
    if (!preset || !result) return;
    if (result.outcome !== 'better') {
      this.fitWords = m.fitResult(result);
      this.around.announce(this.fitWords);
      return;
    }
    await this.#step('presets.adopt', { presetId: preset.presetId }, m.fitted(result.fit), () => this.#weightsChanged());
  }

  async unfit({ presetId }: Preset): Promise<void> {
    this.fitWords = '';
    await this.#step('presets.unfit', { presetId }, m.unfitted, () => this.#weightsChanged());
  }

  async stop(): Promise<void> {
    await call('presets.cancel', {});
  }

  async #weightsChanged(): Promise<void> {
    await this.checkSchedules();
    await this.#loadWorkload();
  }

  #forget(): void {
    this.workload = null;
    this.offer = null;
    this.fitWords = '';
  }

  /** Does the workload show the present retention? */
  #isOnChart(): boolean {
    const percent = (share: number | undefined): number => Math.round((share ?? 0) * 100);
    const present = percent(this.chosen?.options.desiredRetention);
    return !this.workload || this.workload.points.some(({ desiredRetention }) => percent(desiredRetention) === present);
  }

  async #loadWorkload(): Promise<void> {
    // It is only shown beside the rest: what was asked for by hand does not give way to it.
    await this.#asked;
    this.workload = (await this.#run('workload', 'presets.workload')) ?? this.workload;
  }

  async #unreschedule(rescheduleId: string): Promise<void> {
    this.work = 'undoReschedule';
    const result = await call('presets.undoReschedule', { rescheduleId });
    this.work = null;
    if (!result.ok) this.failure = result.error;
    else this.around.toast(m.undone);
    await this.checkSchedules();
  }

  /** Has something worked out about the chosen preset; null when it was stopped, gave way to something newer, or failed. */
  async #run<M extends 'presets.workload' | 'presets.rescheduling' | 'presets.reschedule' | 'presets.fit'>(
    work: Work,
    method: M,
  ): Promise<Output<M> | null> {
    const preset = this.chosen;
    if (!preset) return null;
    this.work = work;
    this.progress = null;
    const answer: Promise<Result<Output<M>>> = call(method, { presetId: preset.presetId } as Input<M>);
    if (work !== 'workload') this.#asked = answer;
    const result = await answer;
    if (this.work === work) this.work = null;
    if (!result.ok && result.error.code !== 'cancelled') this.failure = result.error;
    // Another preset may have been chosen meanwhile.
    return result.ok && this.chosen?.presetId === preset.presetId ? result.value : null;
  }

  /** Does something that can be taken back, and says so. `follow` is done after it and after its undo. */
  async #step<M extends Extract<MethodName, `presets.${'add' | 'change' | 'remove' | 'assign' | 'adopt' | 'unfit'}`>>(
    method: M,
    input: Input<M>,
    done: string,
    follow?: () => Promise<void>,
  ): Promise<Result<Output<M>>> {
    const result = await call(method, input);
    if (!result.ok) {
      this.failure = method === 'presets.change' ? null : result.error;
      return result;
    }
    const { stepId } = result.value;
    this.around.toast(done, () => void this.#undo(stepId, follow));
    await this.refresh();
    void follow?.();
    return result;
  }

  async #undo(stepId: number, follow?: () => Promise<void>): Promise<void> {
    const result = await call('presets.undo', { stepId });
    await this.refresh();
    if (result.ok) this.around.toast(m.undone);
    else this.failure = result.error;
    await follow?.();
  }

  #freeName(wanted: string): string {
    const taken = (this.view?.presets ?? []).map(({ name }) => name);
    for (let n = 2, name = wanted; ; n++) {
      if (!taken.includes(name)) return name;
      name = `${wanted} ${n}`;
    }
  }
}

export const [usePresets, providePresets] = createContext<Presets>();
