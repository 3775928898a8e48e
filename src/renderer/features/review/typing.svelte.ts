import type { SessionCard, TypeAnswers, TypedGrade } from '../../../shared/contract.js';
import { gapMark, longestTyped } from '../../../shared/grading.js';
import { call } from '../../state/api.js';

export type TypingKind = 'command' | 'cloze' | 'text';

/** What is typed for a card, if anything. */
export function typingKind({ kind }: SessionCard, setting: TypeAnswers): TypingKind | null {
  if (setting === 'never') return null;
  if (kind === 'command' || kind === 'cloze') return kind;
  return setting === 'all' ? 'text' : null;
}

/** What a person types for one showing of a card, and how it compares. Kept nowhere else. */
export class Typing {
  /** One text, or one for each gap. */
  texts: string[];
  /** Has the person the cursor in a field? Then single letters are text, not commands. */
  focused = $state(false);
  grade = $state.raw<TypedGrade | null>(null);
  /** The comparison failed: the answer is shown without one. */
  failed = $state(false);
  #busy = false;

  constructor(
    readonly cardId: string,
    readonly kind: TypingKind,
    front: string,
  ) {
    const gaps = kind === 'cloze' ? Math.max(1, front.split(gapMark).length - 1) : 1;
    this.texts = $state(Array.from({ length: gaps }, () => ''));
  }

  get isEmpty(): boolean {
    return this.texts.every((text) => text.trim() === '');
  }

  /** Compares what was typed. Resolves to false for a second call while the first is under way. */
  async check(): Promise<boolean> {
    if (this.#busy) return false;
    if (this.isEmpty) return true;
    this.#busy = true;
    const result = await call('session.grade', { cardId: this.cardId, typed: this.texts.map((text) => text.slice(0, longestTyped)) });
    this.#busy = false;
    this.grade = result.ok ? result.value : null;
    this.failed = !result.ok;
    return true;
  }
}
