import { createContext } from 'svelte';
import type { FinishedMock, MockHome, MockResult, MockSupply } from '../../../shared/contract.js';
import type { Failure, Result } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import type { App } from '../../state/app.js';
import type { Events } from '../../state/events.js';
import { messages } from './messages.js';
import { RunningMock } from './running-mock.svelte.js';

/** Mock exams: what could be begun, the one that goes on, results. */
export class MockExams {
  home = $state.raw<MockHome | null>(null);
  supply = $state.raw<MockSupply | null>(null);
  running = $state.raw<RunningMock | null>(null);
  result = $state.raw<MockResult | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The length that is chosen. */
  minutes = $state(30);
  starting = $state(false);
  readonly #window: Pick<App, 'announce' | 'toast'>;
  /** A mock was asked for and is not on show yet. */
  #entering = false;

  constructor(window: Pick<App, 'announce' | 'toast'>, events: Events) {
    this.#window = window;
    events.on('mock.time', ({ mockId, leftMs }) => this.#timed(mockId, leftMs));
    events.on('mock.over', ({ mockId }) => this.#over(mockId));
  }

  /** Shows the list: what was open before is left. */
  async open(): Promise<void> {
    this.result = null;
    await this.leave();
    await this.refresh();
  }

  /** What there is, without what could be begun. */
  async look(): Promise<void> {
    this.#take(await call('mock.home', {}));
  }

  async refresh(): Promise<void> {
    const [home, supply] = await Promise.all([call('mock.home', {}), call('mock.supply', {})]);
    this.#take(home);
    if (supply.ok) this.supply = supply.value;
    this.failure = home.ok ? (supply.ok ? null : supply.error) : home.error;
  }

  async start(): Promise<void> {
    if (this.starting) return;
    this.starting = true;
    const begun = await call('mock.start', { minutes: this.minutes });
    this.starting = false;
    this.#note(begun);
    if (begun.ok) this.running = new RunningMock(begun.value, this.#window, () => this.#ended(begun.value.mockId));
  }

  async resume(mockId: string): Promise<void> {
    this.#entering = true;
    const resumed = await call('mock.resume', { mockId });
    this.#entering = false;
    this.#note(resumed);
    if (!resumed.ok) return;
    const { view } = resumed.value;
    if (view) this.running = new RunningMock(view, this.#window, () => this.#ended(mockId));
    else await this.show(mockId);
  }

  /** Leaves the mock that goes on; its clock stands still. */
  async leave(): Promise<void> {
    const { running } = this;
    this.running = null;
    await running?.leave();
  }

  /** What the main process says of the time. */
  #timed(mockId: string, leftMs: number): void {
    if (this.running?.mockId === mockId) this.running.sync(leftMs);
  }

  #over(mockId: string): void {
    if (this.running?.mockId !== mockId) return;
    this.#window.announce(messages.mock.over);
    this.#ended(mockId);
  }

  async show(mockId: string): Promise<void> {
    const result = await call('mock.result', { mockId });
    this.#note(result);
    if (!result.ok) return;
    this.result = result.value;
    this.#window.announce(messages.mock.announceResult(result.value));
  }

  /** What an answer earns; null as it was graded. */
  async judge(cardId: string, credit: number | null): Promise<void> {
    if (!this.result) return;
    const judged = await call('mock.judge', { mockId: this.result.mockId, cardId, credit });
    this.#note(judged);
    if (!judged.ok) return;
    this.result = judged.value;
    this.#window.announce(messages.mock.announceResult(judged.value));
  }

  /** Gives the open mock up. */
  giveUp = (mockId: string): Promise<void> => this.#delete(mockId, messages.mock.gaveUp);
  delete = ({ mockId }: FinishedMock): Promise<void> => this.#delete(mockId, messages.mock.deleted);

  async #delete(mockId: string, text: string): Promise<void> {
    const deleted = await call('mock.delete', { mockId });
    this.#note(deleted);
    if (!deleted.ok) return;
    await this.refresh();
    this.#window.toast(text, () => void this.#restore(mockId));
  }

  async #restore(mockId: string): Promise<void> {
    const restored = await call('mock.restore', { mockId });
    await this.refresh();
    this.#note(restored);
  }

  #take(home: Result<MockHome>): void {
    if (!home.ok) return;
    this.home = home.value;
    // After a reload of the window the main process may still count: a mock that is listed stands still.
    const { open } = home.value;
    if (open && !this.running && !this.#entering && !this.starting) void call('mock.leave', { mockId: open.mockId });
  }

  #ended(mockId: string): void {
    this.running?.close();
    this.running = null;
    void this.show(mockId);
  }

  #note(result: Result<unknown>): void {
    this.failure = result.ok ? null : result.error;
  }
}

export const [useMocks, provideMocks] = createContext<MockExams>();
