/** Ties the store to the rules of review: the study day it is, and the cards it holds. */
import type { Preset } from '../shared/contract.js';
import type { Clock } from './clock.js';
import { dayRuleOf } from './day-rule.js';
import { dayOf } from './review/day.js';
import type { DayRule } from './review/day.js';
import { leftToday, planDay } from './review/plan.js';
import type { DayPlan } from './review/plan.js';
import type { Entry, LearningEntry } from './review/queue.js';
import { leastLoaded } from './review/placement.js';
import type { Place } from './review/placement.js';
import { parametersOf } from './review/presets.js';
import { answersLeft, defaultParameters } from './review/scheduler.js';
import type { Memory, Moment, Parameters } from './review/scheduler.js';
import { isWithin } from './store/decks.js';
import type { DeckStore } from './store/decks.js';
import type { ReviewLog } from './store/reviews.js';
import type { MemoryStore } from './store/memories.js';
import type { PresetStore } from './store/presets.js';
import type { SettingsStore } from './store/settings.js';
import type { WaitingCards } from './store/waiting.js';

type InDeck = { deckId: number };

export interface Study {
  dayRule(): DayRule;
  /** The instant it is and the study day that belongs to. */
  moment(): Moment;
  /** How the cards of a deck are studied; the same object as long as the presets stay. */
  preset(deck: string): Preset;
  /** What the scheduler is told about a card of a deck; the same object as long as the presets stay. */
  parameters(deck: string): Parameters;
  /** Picks the day a card of a deck comes back, by how full the days are. */
  place(deck: string): Place;
  /** The cards of a study day, of all decks or of one with its children. */
  plan(day: string, deck: string | null): DayPlan<LearningEntry & InDeck, Entry & InDeck>;
}

interface Parts {
  clock: Clock;
  settings: SettingsStore;
  presets: PresetStore;
  decks: DeckStore;
  waiting: WaitingCards;
  reviews: ReviewLog;
  memories: Pick<MemoryStore, 'loads'>;
}

export function createStudy({ clock, settings, presets, decks, waiting, reviews, memories }: Parts): Study {
  const study: Study = {
    dayRule: () => dayRuleOf(clock, settings),
    moment() {
      const at = clock.now();
      return { at, on: dayOf(at, study.dayRule()) };
    },
    preset: (deck) => presets.of(deck),
    parameters: (deck) => parametersOf(presets.of(deck)),
    place: (deck) => leastLoaded(memories.loads, presets.of(deck).options.easyDays),
    plan(day, deck) {
      const inOrder = decks.all().filter(({ path }) => deck === null || isWithin(path, deck));
      const deckIds = inOrder.map(({ deckId }) => deckId);
      const scope = deck === null ? null : deckIds;
      const told = new Map(inOrder.map(({ deckId, path }) => [deckId, study.parameters(path)]));
      const left = (deckId: number, memory: Pick<Memory, 'state' | 'step'> | null): number =>
        answersLeft(memory, told.get(deckId) ?? defaultParameters);
      const plan = planDay(
        {
          learning: waiting.learning(day, scope),
          due: waiting.due(day, scope),
          fresh: waiting.fresh(day, deckIds),
          answeredItems: waiting.answeredItems(day),
        },
        leftToday(presets.default().options, reviews.on(day)),
      );
      return {
        learning: plan.learning.map(({ state, step, ...card }) => ({
          ...card,
          queue: 'learning',
          answersLeft: left(card.deckId, { state, step }),
        })),
        due: plan.due.map((card) => ({ ...card, queue: 'due', answersLeft: 1 })),
        fresh: plan.fresh.map((card) => ({ ...card, queue: 'new', answersLeft: left(card.deckId, null) })),
      };
    },
  };
  return study;
}
