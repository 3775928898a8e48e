/** Everything the exam is worked out from, read from the database and the curriculum at once. */
import { secondsLeft, secondsOn } from '../../domain/exam/calendar.js';
import { fitStabilityFactor, surest } from '../../domain/exam/calibration.js';
import type { Observation, StabilityFactor } from '../../domain/exam/calibration.js';
import type { Curriculum } from '../../domain/exam/curriculum.js';
import { spreadOverTopics } from '../../domain/exam/new-card-order.js';
import type { ExamCard, Learner } from '../../domain/exam/expected-recall.js';
import { topicFinder } from '../../domain/exam/topics.js';
import type { TopicOfCard } from '../../domain/exam/topics.js';
import { daysBetween } from '../../domain/review/day.js';
import { paceOf } from '../../domain/review/pace.js';
import { parametersOf } from '../../domain/review/presets.js';
import type { ExamPlan } from '../../../shared/exam.js';
import type { Database } from '../../store/open/database.js';
import { createExamCards } from '../../store/tables/exam-cards.js';
import type { ExamCardRow } from '../../store/tables/exam-cards.js';
import { createExamSettings } from '../../store/tables/exam-settings.js';
import { createPresetStore } from '../../store/tables/presets.js';
import type { PresetStore } from '../../store/tables/presets.js';
import { createStanding } from '../../store/tables/simulation-start.js';
import { createTopicChoices } from '../../store/tables/topic-choices.js';
import { createWaitingCards } from '../../store/tables/waiting-cards.js';

/** Answers the calibration is made of: the newest say how the person remembers now. */
const observedAnswers = 10_000;

/** A card in use with its topic and why it belongs there. */
export type PlacedCard = ExamCardRow & TopicOfCard;

export interface ExamDesk {
  today: string;
  curriculum: Curriculum;
  /** All cards in use, also those of no topic. */
  cards: PlacedCard[];
  plan: ExamPlan | null;
  /** Study days until the exam, 0 on its day; null without a plan or after the exam. */
  daysLeft: number | null;
  learner: Learner;
  factor: StabilityFactor;
  observations: Observation[];
  /** Items of which a card was answered today, in any way. */
  answeredItems: string[];
  /** Of the cards the plan studies: seconds spent today, and new cards answered. */
  spentSeconds: number;
  freshDone: number;
}

/** All cards in use, in the order of their notes, with their topics. */
export function placedCards(db: Database, curriculum: Curriculum, today: string): PlacedCard[] {
  const topicOf = topicFinder(curriculum, createTopicChoices(db).of(curriculum.short));
  return createExamCards(db)
    .all(today)
    .map((card) => ({ ...card, ...topicOf(card) }));
}

/** Reads it all. Call it inside a transaction, so that nothing changes in between. */
export function openDesk(db: Database, curriculum: Curriculum, today: string): ExamDesk {
  const store = createExamCards(db);
  const { plan } = createExamSettings(db).get();
  const cards = placedCards(db, curriculum, today);
  const mine = new Map(cards.filter(({ topicId }) => topicId !== null).map((card) => [card.cardId, card]));
  const observations = store.knownAnswers(observedAnswers).filter(({ cardId }) => mine.has(cardId));
  const average: Learner = {
    parameters: parametersOf(presetOfMost([...mine.values()], createPresetStore(db))),
    stabilityFactor: 1,
    pace: paceOf(createStanding(db).lastAnswers()),
    surest: surest(observations.length),
  };
  const factor = fitStabilityFactor(observations, average);
  const left = plan && daysBetween(today, plan.examOn);
  const done = store.on(today).filter(({ cardId }) => mine.has(cardId));
  return {
    ...{ today, curriculum, cards, plan, observations, factor },
    daysLeft: left !== null && left >= 0 ? left : null,
    learner: { ...average, stabilityFactor: factor.best },
    answeredItems: createWaitingCards(db).answeredItems(today),
    spentSeconds: done.reduce((sum, { spentMs }) => sum + spentMs, 0) / 1000,
    freshDone: done.filter(({ cardId, asNew }) => asNew && plan?.leftOut.includes(mine.get(cardId)?.topicId ?? '') !== true).length,
  };
}

/** The preset that most of these cards follow; the default one when there are none. */
function presetOfMost(cards: readonly { deck: string }[], presets: PresetStore) {
  const followers = new Map([[presets.default(), 0]]);
  for (const { deck } of cards) {
    const preset = presets.of(deck);
    followers.set(preset, (followers.get(preset) ?? 0) + 1);
  }
  return [...followers].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** The cards the plan studies, in the order new ones are met: those of a topic that is not left out. */
export function plannedCards({ cards, plan }: ExamDesk): (PlacedCard & ExamCard)[] {
  const leftOut = new Set(plan?.leftOut);
  return spreadOverTopics(cards.filter(({ topicId }) => topicId !== null && !leftOut.has(topicId)));
}

/** What is left of today's time, in seconds. */
export const budgetToday = ({ plan, today, spentSeconds }: ExamDesk): number =>
  plan === null ? 0 : secondsLeft(secondsOn(today, plan), spentSeconds);

/** Study days since the plan was made; 0 when the clock was set back. */
export const daysIn = ({ plan, today }: ExamDesk): number => (plan === null ? 0 : Math.max(0, daysBetween(plan.startedOn, today)));
