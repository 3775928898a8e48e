import type { StudyPick, StudyRequest, StudyScope } from '../../../shared/contract.js';
import type { Failure } from '../../../shared/result.js';
import { call } from '../../state/api.js';

/** What only raises one of today's limits, and begins no session. */
export type Addition = 'moreNew' | 'moreReviews';
/** What the person chooses cards by, or adds to today. */
export type Choice = Exclude<StudyPick['kind'], 'waiting'> | Addition;

const isAddition = (choice: Choice): choice is Addition => choice === 'moreNew' || choice === 'moreReviews';

export const limits: Record<Exclude<Choice, 'every'>, { min: number; max: number; isDays: boolean }> = {
  forgotten: { min: 1, max: 365, isDays: true },
  ahead: { min: 1, max: 365, isDays: true },
  new: { min: 1, max: 1000, isDays: false },
  moreNew: { min: 1, max: 999, isDays: false },
  moreReviews: { min: 1, max: 999, isDays: false },
};

const whole = (text: string, { min, max }: { min: number; max: number }): number | null => {
  const n = Number(text);
  return text.trim() !== '' && Number.isInteger(n) && n >= min && n <= max ? n : null;
};

/** The choices of custom study, and how many cards they come to. */
export class CustomStudy {
  /** `all`, `search`, `deck:` with a path, or `tag:` with a tag: one list to choose from. */
  from = $state('');
  query = $state('');
  choice = $state<Choice>('forgotten');
  numbers = $state({ forgotten: '7', ahead: '7', new: '10', moreNew: '10', moreReviews: '50' });
  practice = $state(true);
  tags = $state.raw<readonly { tag: string; cards: number }[]>([]);
  /** null while unknown. */
  count = $state<number | null>(null);
  failure = $state.raw<Failure | null>(null);
  #asked = 0;

  constructor(from = 'all') {
    this.from = from;
    if (from !== 'all') this.choice = 'every';
  }

  /** What is added to today, when that is chosen. */
  readonly addition = $derived(isAddition(this.choice) ? this.choice : null);
  readonly number = $derived(this.choice === 'every' ? 1 : whole(this.numbers[this.choice], limits[this.choice]));

  readonly deck = $derived(this.from.startsWith('deck:') ? this.from.slice('deck:'.length) : null);
  /** Only decks have limits. */
  readonly canAddMore = $derived(this.from === 'all' || this.deck !== null);

  readonly #scope = $derived.by((): StudyScope | null => {
    if (this.from === 'all') return { kind: 'all' };
    if (this.deck !== null) return { kind: 'deck', deck: this.deck };
    if (this.from !== 'search') return { kind: 'tag', tag: this.from.slice('tag:'.length) };
    return this.query.trim() === '' ? null : { kind: 'search', query: this.query.trim() };
  });

  /** null while something is missing, or when no session is meant. */
  readonly request = $derived.by((): StudyRequest | null => {
    const [scope, number] = [this.#scope, this.number];
    if (!scope || number === null || isAddition(this.choice)) return null;
    return { scope, pick: pickOf(this.choice, number), practice: this.practice };
  });

  async load(): Promise<void> {
    const result = await call('study.tags', {});
    if (result.ok) this.tags = result.value.tags;
    else this.failure = result.error;
  }

  /** Asks how many cards there are; only the newest answer counts. */
  async recount(): Promise<void> {
    const { request } = this;
    const asked = ++this.#asked;
    if (!request) {
      this.count = null;
      return;
    }
    const result = await call('study.count', { study: request });
    if (asked !== this.#asked) return;
    this.count = result.ok ? result.value.cards : null;
    this.failure = result.ok ? null : result.error;
  }
}

function pickOf(choice: Exclude<Choice, Addition>, number: number): StudyPick {
  switch (choice) {
    case 'forgotten':
    case 'ahead':
      return { kind: choice, days: number };
    case 'new':
      return { kind: 'new', cards: number };
    case 'every':
      return { kind: 'every' };
  }
}
