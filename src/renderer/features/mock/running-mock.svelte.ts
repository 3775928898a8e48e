import { SvelteMap } from 'svelte/reactivity';
import type { MockStep, MockTask, MockView } from '../../../shared/contract.js';
import { longestTyped } from '../../../shared/grading.js';
import type { Failure } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import { messages } from './messages.js';

/** What is typed is stored this long after its first letter that is not. */
const saveAfterMs = 400;
/** When this much is left, it is said. */
const spokenMs = [30, 10, 5, 1].map((minutes) => minutes * 60_000);

/** What is typed for one part. */
export class Field {
  texts: string[];
  /** Has the person the cursor in it? */
  focused = $state(false);

  constructor(texts: readonly string[]) {
    this.texts = $state([...texts]);
  }

  get isEmpty(): boolean {
    return this.texts.every((text) => text.trim() === '');
  }
}

/** A mock exam that goes on. The main process holds the truth; what is typed is here first, and sent soon. */
export class RunningMock {
  view = $state.raw<MockView>() as MockView;
  leftMs = $state(0);
  failure = $state.raw<Failure | null>(null);
  readonly fields = new SvelteMap<string, Field>();
  /** Cards with something typed that is not stored yet. */
  #unsaved = new SvelteMap<string, Field>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #synced = { leftMs: 0, at: 0 };

  constructor(
    view: MockView,
    private readonly window: { announce(text: string): void },
    private readonly onOver: () => void,
  ) {
    this.view = view;
    for (const { cardId, typed } of view.tasks.flatMap(({ parts }) => parts)) this.fields.set(cardId, new Field(typed));
    this.sync(view.leftMs);
  }

  get mockId(): string {
    return this.view.mockId;
  }

  get task(): MockTask | null {
    return this.view.tasks[this.view.at] ?? null;
  }

  get isLast(): boolean {
    return this.view.at === this.view.tasks.length - 1;
  }

  /** Tasks without a full answer, also as typed just now. */
  get unanswered(): number {
    return this.view.tasks.filter(({ parts }) => parts.some(({ cardId }) => this.fields.get(cardId)?.isEmpty ?? true)).length;
  }

  /** The main process said how much is left. */
  sync(leftMs: number): void {
    this.#synced = { leftMs, at: performance.now() };
    this.tick();
  }

  /** The clock on show moves on between two such words. */
  tick(): void {
    const before = this.leftMs;
    this.leftMs = Math.max(0, this.#synced.leftMs - (performance.now() - this.#synced.at));
    const crossed = spokenMs.find((ms) => before > ms && this.leftMs <= ms);
    if (crossed !== undefined) this.window.announce(messages.mock.remaining(crossed));
  }

  /** Something was typed for a card. */
  changed(cardId: string): void {
    const field = this.fields.get(cardId);
    if (!field) return;
    this.#unsaved.set(cardId, field);
    this.#timer ??= setTimeout(() => void this.save(), saveAfterMs);
  }

  /** Stores what is typed and not stored yet. */
  save(): Promise<boolean> {
    return this.#unsaved.size > 0 ? this.#do([]) : Promise.resolve(true);
  }

  go(to: number): Promise<boolean> {
    return this.view.tasks[to] ? this.#do([{ type: 'went', to }]) : Promise.resolve(false);
  }

  skip(): Promise<boolean> {
    return this.#do([{ type: 'skipped', task: this.view.at }]);
  }

  flag(): Promise<boolean> {
    return this.#do([{ type: 'flagged', task: this.view.at, flagged: !this.task?.flagged }]);
  }

  async leave(): Promise<void> {
    await this.save();
    this.close();
    await call('mock.leave', { mockId: this.mockId });
  }

  /** Hands it in. */
  async finish(): Promise<void> {
    if (!(await this.save())) return;
    const finished = await call('mock.finish', { mockId: this.mockId });
    this.failure = finished.ok ? null : finished.error;
    if (finished.ok) this.onOver();
  }

  /** Nothing more is sent. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Steps in the order they were done, one call at a time; what was typed before comes first. */
  #do(steps: readonly MockStep[]): Promise<boolean> {
    const done = this.#last.then(() => this.#send(steps));
    this.#last = done;
    return done;
  }

  async #send(steps: readonly MockStep[]): Promise<boolean> {
    this.close();
    const typed = [...this.#unsaved];
    this.#unsaved.clear();
    const all: MockStep[] = [
      ...typed.map(([cardId, { texts }]): MockStep => ({ type: 'typed', cardId, texts: texts.map((text) => text.slice(0, longestTyped)) })),
      ...steps,
    ];
    if (all.length === 0) return true;
    const result = await call('mock.act', { mockId: this.mockId, steps: all });
    this.failure = result.ok ? null : result.error;
    if (!result.ok) {
      for (const [cardId, field] of typed) this.#unsaved.set(cardId, field);
      return false;
    }
    const { view } = result.value;
    if (!view) {
      this.onOver();
      return false;
    }
    this.view = view;
    this.sync(view.leftMs);
    return true;
  }
}
