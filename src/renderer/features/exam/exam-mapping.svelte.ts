import { SvelteSet } from 'svelte/reactivity';
import type { ExamCardRows, ExamMap, TopicChoice } from '../../../shared/contract.js';
import type { Failure } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import type { App } from '../../state/app.js';
import { messages } from './messages.js';

export type CardRow = ExamCardRows['cards'][number];
type Of = TopicChoice['of'];

/** Rows of a note's cards asked for at once, and cards studied at once. */
const pageCards = 500;

/** Which notes and cards belong to which topic of the exam, and what the person says about it. */
export class ExamMapping {
  map = $state.raw<ExamMap | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The topic on show; null is the cards of none. */
  topicId = $state<string | null>(null);
  /** The cards of notes that are opened, by note. */
  rows = $state.raw<Readonly<Record<string, readonly CardRow[]>>>({});
  /** What will be moved: `note <id>` and `card <id>`. */
  readonly chosen = new SvelteSet<string>();
  readonly #around: Pick<App, 'toast'>;
  #asked = 0;

  constructor(around: Pick<App, 'toast'>) {
    this.#around = around;
  }

  readonly topic = $derived(this.map?.topics.find(({ topicId }) => topicId === this.topicId) ?? null);

  /** Asks anew; the topic on show and its opened notes stay. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const result = await call('exam.map', {});
    if (asked !== this.#asked) return;
    this.failure = result.ok ? null : result.error;
    if (!result.ok) return;
    this.map = result.value;
    const open = Object.keys(this.rows).filter((noteId) => this.topic?.notes.some((note) => note.noteId === noteId));
    this.rows = {};
    await Promise.all(open.map((noteId) => this.openNote(noteId)));
  }

  /** Shows a topic. */
  show(topicId: string | null): void {
    this.topicId = topicId;
    this.rows = {};
    this.chosen.clear();
  }

  async openNote(noteId: string): Promise<void> {
    const { topicId } = this;
    const result = await call('exam.cards', { topicId, noteId, limit: pageCards, offset: 0 });
    if (topicId !== this.topicId) return;
    if (result.ok) this.rows = { ...this.rows, [noteId]: result.value.cards };
    else this.failure = result.error;
  }

  shutNote(noteId: string): void {
    this.rows = Object.fromEntries(Object.entries(this.rows).filter(([id]) => id !== noteId));
  }

  choose(of: Of, id: string, isChosen: boolean): void {
    const key = `${of} ${id}`;
    if (isChosen) this.chosen.add(key);
    else this.chosen.delete(key);
  }

  isChosen(of: Of, id: string): boolean {
    return this.chosen.has(`${of} ${id}`);
  }

  /** Says where what was chosen belongs; it can be taken back. `data.changed` follows. */
  async move(topic: TopicChoice['topic'], to: string): Promise<void> {
    const choices = [...this.chosen].map((key): TopicChoice => {
      const [of, ...id] = key.split(' ');
      return { of: of as Of, id: id.join(' '), topic };
    });
    const result = await call('exam.assign', { choices });
    this.failure = result.ok ? null : result.error;
    if (!result.ok) return;
    const { before } = result.value;
    const count = (of: Of): number => choices.filter((choice) => choice.of === of).length;
    this.chosen.clear();
    const undo = (): void => void call('exam.assign', { choices: before });
    this.#around.toast(messages.examMap.moved(count('note'), count('card'), to), undo);
  }

  /** The cards of a topic, as many as a session of them takes at once; answers none when they cannot be had. */
  async cardsOf(topicId: string): Promise<string[]> {
    const result = await call('exam.cards', { topicId, noteId: null, limit: pageCards, offset: 0 });
    return result.ok ? result.value.cards.map(({ cardId }) => cardId) : [];
  }
}
