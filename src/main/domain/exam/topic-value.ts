/** When the time does not suffice: which topics to leave out first, those that bring the least for their time. */
import type { Curriculum } from './curriculum.js';
import { recallOnExamDay, worthOfFresh, worthOfKnown } from './expected-recall.js';
import type { ExamCard, Learner } from './expected-recall.js';

export interface TopicValue {
  topicId: string;
  title: string;
  cards: number;
  /** Time to bring its cards to exam day from where they are, one answer each. */
  seconds: number;
  /** Points of 100 of the exam's weight that are not known, per hour: weight x not-known / time. */
  valuePerHour: number;
}

/** Every topic with cards still to learn, the least valuable first. A topic's weight is its part of its domain's. */
export function valueOfTopics(curriculum: Curriculum, cards: readonly ExamCard[], daysLeft: number, learner: Learner): TopicValue[] {
  const fresh = worthOfFresh(daysLeft, learner);
  return curriculum.domains
    .flatMap(({ weightPercent, topics }) => topics.map(({ id, title }) => ({ topicId: id, title, weight: weightPercent / topics.length })))
    .flatMap(({ topicId, title, weight }) => {
      const own = cards.filter((card) => card.topicId === topicId);
      if (own.length === 0) return [];
      const notKnown = own.reduce((sum, card) => sum + 1 - recallOnExamDay(card, daysLeft, learner), 0) / own.length;
      const seconds = own.reduce((sum, card) => {
        const { strength } = card;
        return sum + (strength ? worthOfKnown({ ...card, strength }, daysLeft, learner) : fresh).seconds;
      }, 0);
      return [{ topicId, title, cards: own.length, seconds, valuePerHour: (weight * notKnown * 3600) / seconds }];
    })
    .sort((a, b) => a.valuePerHour - b.valuePerHour || (a.topicId < b.topicId ? -1 : 1));
}
