/** Ties the store to the rules of review: the study day it is, and the cards it holds. */
import type { Preset } from '../../../shared/contract.js';
import type { Clock } from '../../clock.js';
import { createRemainingLimits } from './remaining-limits.js';
import { dayRuleOf } from '../../store/tables/study-day-rule.js';
import { dayOf } from '../../domain/review/day.js';
import type { DayRule } from '../../domain/review/day.js';
import { planDay } from '../../domain/review/plan.js';
import type { DayPlan } from '../../domain/review/plan.js';
import type { Entry, LearningEntry } from '../../domain/review/queue.js';
import { leastLoaded } from '../../domain/review/placement.js';
import type { Place } from '../../domain/review/placement.js';
import { parametersOf } from '../../domain/review/presets.js';
import { answersLeft, defaultParameters } from '../../domain/review/scheduler.js';
import type { Memory, Moment, Parameters } from '../../domain/review/scheduler.js';
import type { CatchUpStore } from '../../store/tables/catch-up.js';
import type { DayExtras } from '../../store/tables/day-extras.js';
import { isWithin } from '../../store/tables/decks.js';
import type { DeckStore } from '../../store/tables/decks.js';
import type { ReviewLog } from '../../store/tables/reviews.js';
import type { MemoryStore } from '../../store/tables/memories.js';
import type { PresetStore } from '../../store/tables/presets.js';
import type { SettingsStore } from '../../store/tables/settings.js';
import type { WaitingCard, WaitingCards } from '../../store/tables/waiting-cards.js';

type InDeck = { deckId: number };

export interface StudyDay {
  dayRule(): DayRule;
  /** The instant it is and the study day that belongs to. */
  moment(): Moment;
  /** How the cards of a deck are studied; the same object as long as the presets stay. */
  preset(deck: string): Preset;
  /** What the scheduler is told about a card of a deck; the same object as long as the presets stay. */
  parameters(deck: string): Parameters;
  /** Picks the day a card of a deck comes back, by how full the days are. */
  place(deck: string): Place;
  /**
   * The cards of a study day, of all decks or of one with its children, or only some of them. In the order of the deck's preset;
   * the default one's when all decks are meant.
   */
  plan(
    day: string,
    deck: string | null,
    only?: ReadonlySet<string> | null,
  ): DayPlan<LearningEntry & InDeck, Entry & InDeck, Entry & InDeck>;
}

interface Parts {
  clock: Clock;
  settings: SettingsStore;
  presets: PresetStore;
  decks: DeckStore;
  waiting: WaitingCards;
  reviews: ReviewLog;
  memories: Pick<MemoryStore, 'loads'>;
  plans: Pick<CatchUpStore, 'on'>;
  dayExtras: Pick<DayExtras, 'on'>;
}

export function createStudyDay({ clock, settings, presets, decks, waiting, reviews, memories, plans, dayExtras }: Parts): StudyDay {
  const roomOn = createRemainingLimits({ presets, reviews, dayExtras });

  const study: StudyDay = {
    dayRule: () => dayRuleOf(clock, settings),
    moment() {
      const at = clock.now();
      return { at, on: dayOf(at, study.dayRule()) };
    },
    preset: (deck) => presets.of(deck),
    parameters: (deck) => parametersOf(presets.of(deck)),
    place: (deck) => leastLoaded(memories.loads, presets.of(deck).options.easyDays),
    plan(day, deck, only = null) {
      const inOrder = decks.all().filter(({ path }) => deck === null || isWithin(path, deck));
      const deckIds = inOrder.map(({ deckId }) => deckId);
      const pathOf = new Map(inOrder.map(({ deckId, path }) => [deckId, path]));
      const scope = deck === null ? null : deckIds;
      const told = new Map(inOrder.map(({ path }) => [path, study.parameters(path)]));
      const left = (path: string, memory: Pick<Memory, 'state' | 'step'> | null): number =>
        answersLeft(memory, told.get(path) ?? defaultParameters);
      const { reviewOrder, newOrder } = (deck === null ? presets.default() : presets.of(deck)).options;
      const catchUp = plans.on(day);
      const room = { ...roomOn(day, catchUp)(), decks: [...told.keys()] };

      function* here<C extends WaitingCard>(cards: Iterable<C>): Generator<C & { deck: string }> {
        for (const card of cards) {
          const path = pathOf.get(card.deckId);
          if (path !== undefined && (only === null || only.has(card.cardId))) yield { ...card, deck: path };
        }
      }
      function* reviews(): Generator<WaitingCard & { deck: string; waited: boolean }> {
        for (const card of here(waiting.due(day, scope, reviewOrder, catchUp))) yield { ...card, waited: card.waited === 1 };
      }
      /** A new card waits while a sibling is due: the review comes first. */
      function* fresh(): Generator<WaitingCard & { deck: string }> {
        const isOpen = (deckId: number): boolean => room.fresh.has(pathOf.get(deckId) ?? '');
        for (const card of here(waiting.fresh(day, deckIds, newOrder, isOpen))) {
          if (!waiting.hasDueSibling(day, card.cardId)) yield card;
        }
      }
      const plan = planDay(
        {
          learning: [...here(waiting.learning(day, scope))],
          due: reviews(),
          fresh: fresh(),
          answeredItems: waiting.answeredItems(day),
        },
        room,
      );
      return {
        learning: plan.learning.map(({ cardId, deckId, deck: path, item, state, step, dueAt, answeredAt }) => ({
          ...{ cardId, deckId, item, dueAt, answeredAt },
          queue: 'learning',
          answersLeft: left(path, { state, step }),
        })),
        due: plan.due.map(({ cardId, deckId, item }) => ({ cardId, deckId, item, queue: 'due', answersLeft: 1 })),
        fresh: plan.fresh.map(({ cardId, deckId, deck: path, item }) => ({
          ...{ cardId, deckId, item },
          queue: 'new',
          answersLeft: left(path, null),
        })),
      };
    },
  };
  return study;
}
