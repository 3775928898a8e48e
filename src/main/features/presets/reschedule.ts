/** Reschedules the cards of a preset, or only says what that would do. */
import type { Rescheduling } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { parametersOf } from '../../domain/review/presets.js';
import { rescheduling } from '../../domain/review/rescheduling.js';
import type { DeckStore } from '../../store/tables/decks.js';
import type { PresetStore } from '../../store/tables/presets.js';
import type { RescheduledCard, RescheduleStore } from '../../store/tables/reschedules.js';
import type { OnProgress } from '../../threads/protocol.js';

export interface OfPreset {
  presetId: string;
  /** The study day it is, and the instant. */
  today: string;
  at: number;
}

export interface Rescheduled extends Rescheduling {
  rescheduleId: string | null;
}

export interface RescheduleParts {
  presets: PresetStore;
  decks: Pick<DeckStore, 'all'>;
  reschedules: RescheduleStore;
}

/** How many cards pass between two words about progress. */
const progressEvery = 500;

/** The decks that follow a preset. */
export const decksOf = (presetId: string, { presets, decks }: Pick<RescheduleParts, 'presets' | 'decks'>): number[] =>
  decks
    .all()
    .filter(({ path }) => presets.of(path).presetId === presetId)
    .map(({ deckId }) => deckId);

function changesOf(parts: RescheduleParts, { presetId, today }: OfPreset, onProgress: OnProgress) {
  const preset = parts.presets.get(presetId);
  if (!preset) throw new FailureError({ code: 'not-found', message: 'This preset is no longer there.' });
  const parameters = parametersOf(preset);
  const plan = rescheduling(parameters, today, parts.reschedules.loads(), preset.options.easyDays);
  const deckIds = decksOf(presetId, parts);
  const total = parts.reschedules.countInReview(deckIds);
  const cards: RescheduledCard[] = [];
  let seen = 0;
  let dueToday = 0;
  for (const card of parts.reschedules.inReview(deckIds)) {
    const memory = plan.next(card);
    seen += 1;
    if (seen % progressEvery === 0) onProgress(seen, total);
    if (!memory) continue;
    cards.push({ cardId: card.cardId, reviewId: card.reviewId, memory });
    if (isDue(memory, today) && !isDue(card.memory, today)) dueToday += 1;
  }
  return { cards, dueToday, parameters };
}

const isDue = ({ dueOn }: { dueOn: string | null }, today: string): boolean => dueOn !== null && dueOn <= today;

export function previewRescheduling(parts: RescheduleParts, input: OfPreset, onProgress: OnProgress): Rescheduling {
  const { cards, dueToday } = changesOf(parts, input, onProgress);
  return { cards: cards.length, dueToday };
}

export function reschedule(parts: RescheduleParts, input: OfPreset, onProgress: OnProgress): Rescheduled {
  const { cards, dueToday, parameters } = changesOf(parts, input, onProgress);
  const rescheduleId = cards.length > 0 ? parts.reschedules.store(cards, parameters, input.at) : null;
  return { cards: cards.length, dueToday, rescheduleId };
}
