import { createContext } from 'svelte';
import type { EventPayload, ExamForecast, ExamPlan, ExamView, Output } from '../../../shared/contract.js';
import type { Failure } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import type { App } from '../../state/app.js';
import type { Events } from '../../state/events.js';
import { messages } from './messages.js';
import { ExamMapping } from './exam-mapping.svelte.js';

/** What was asked for this long ago is still true: nothing changes without a word but the day. */
const freshMs = 60_000;

/** The exam a person studies for: where they stand, the plan, and what each day until then holds. */
export class Exam {
  view = $state.raw<ExamView | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Why the plan was not stored. */
  refusal = $state.raw<Failure | null>(null);
  /** The plan played through; null until it is worked out, without a plan, and after the exam. */
  forecast = $state.raw<ExamForecast | null>(null);
  forecastFailure = $state.raw<Failure | null>(null);
  /** How far a forecast is, in days; null when none is being worked out. */
  progress = $state.raw<EventPayload<'exam.progress'> | null>(null);
  /** The curricula there are and the one chosen. */
  curricula = $state.raw<Output<'exam.curricula'> | null>(null);
  /** The day and hours are being changed. */
  editing = $state(false);
  /** Which notes belong to which topic is on show in place of the plan. */
  mapsTopics = $state(false);
  readonly mapping: ExamMapping;
  readonly #around: Pick<App, 'screen' | 'toast'>;
  #asked = 0;
  #askedAtMs = -Infinity;

  constructor(around: Pick<App, 'screen' | 'toast'>, events: Events) {
    this.#around = around;
    this.mapping = new ExamMapping(around);
    events.on('data.changed', () => this.reread());
    events.on('exam.progress', (progress) => {
      if (this.progress) this.progress = progress;
    });
  }

  /** The plan that holds: null without one and after its exam. */
  readonly plan = $derived(this.view && this.view.daysLeft !== null ? this.view.plan : null);

  /** The screen is shown: asks for everything on it. */
  async open(): Promise<void> {
    this.editing = this.mapsTopics = false;
    this.refusal = null;
    await this.refresh();
  }

  /** The screen is left: what is only for it stops. */
  leave(): void {
    if (this.progress) this.cancel();
  }

  /** Stops working out the days until the exam. */
  cancel(): void {
    void call('exam.cancel', {});
  }

  /** Works out the days until the exam, after they were stopped. */
  async play(): Promise<void> {
    await this.#play(++this.#asked);
  }

  /** The person looks again: asks unless it was asked lately. */
  async lookAgain(): Promise<void> {
    if (performance.now() - this.#askedAtMs > freshMs) await this.refresh();
  }

  /** Asks again while it is on the screen. */
  reread(): void {
    if (this.#around.screen !== 'exam') return;
    void this.refresh();
    if (this.mapsTopics) void this.mapping.refresh();
  }

  /** Asks where the person stands, and then what the days until the exam hold; what is on show stays until the answers come. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    this.#askedAtMs = performance.now();
    const result = await call('exam.get', {});
    if (asked !== this.#asked) return;
    if (result.ok) this.view = result.value;
    this.failure = result.ok ? null : result.error;
    if (!result.ok) return;
    if (this.plan) await this.#play(asked);
    else this.forecast = this.forecastFailure = this.progress = null;
  }

  /** Sets, changes or ends the plan; answers whether it was done. It can be taken back. `data.changed` follows. */
  async set(plan: ExamPlan | null, said: string): Promise<boolean> {
    const result = await call('exam.plan', { plan });
    this.refusal = result.ok ? null : result.error;
    if (!result.ok) return false;
    const { before } = result.value;
    this.editing = false;
    this.#around.toast(said, () => void this.#giveBack(before));
    return true;
  }

  async lookForCurricula(): Promise<void> {
    const result = await call('exam.curricula', {});
    if (result.ok) this.curricula = result.value;
  }

  /** Chooses another exam to study for; it can be taken back. `data.changed` follows. */
  async choose(curriculumId: string): Promise<void> {
    const before = await this.#takeCurriculum(curriculumId);
    if (before === null) return;
    this.#around.toast(messages.exam.chosen, () => void this.#takeCurriculum(before));
  }

  /** Answers which one it was; null when it was not taken. */
  async #takeCurriculum(curriculumId: string): Promise<string | null> {
    const result = await call('exam.choose', { curriculumId });
    this.refusal = result.ok ? null : result.error;
    await this.lookForCurricula();
    return result.ok ? result.value.before : null;
  }

  async #play(asked: number): Promise<void> {
    this.progress = { done: 0, total: 0 };
    const result = await call('exam.forecast', {});
    if (asked !== this.#asked) return;
    this.progress = null;
    if (result.ok) this.forecast = result.value;
    this.forecastFailure = result.ok || result.error.code === 'cancelled' ? null : result.error;
  }

  async #giveBack(plan: ExamPlan | null): Promise<void> {
    const result = await call('exam.plan', { plan });
    this.refusal = result.ok ? null : result.error;
  }
}

export const [useExam, provideExam] = createContext<Exam>();
