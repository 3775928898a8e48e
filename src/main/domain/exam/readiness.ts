/** Coverage first, then what will be remembered on exam day, by domain and topic. A recall of the person's cards, not a pass prediction. */
import type { StabilityFactor } from './calibration.js';
import type { Curriculum } from './curriculum.js';
import { toldRecall, worthOfFresh, worthOfKnown } from './expected-recall.js';
import type { ExamCard, Learner } from './expected-recall.js';

/** A share, 0 to 1, with the range it likely lies in. */
export interface Range {
  mean: number;
  low: number;
  high: number;
}

export interface TopicStanding {
  topicId: string;
  title: string;
  cards: number;
  seen: number;
  /** null without cards. */
  recall: Range | null;
  /** Points of the headline an hour of study here would add now; null when there is nothing to study. */
  gainPerHour: number | null;
}

export interface DomainStanding {
  domainId: string;
  title: string;
  weightPercent: number;
  cards: number;
  seen: number;
  /** Topics that have cards. */
  covered: number;
  topics: TopicStanding[];
  recall: Range | null;
  /** Points of the headline an hour of study here would add now; null when there is nothing to study. */
  gainPerHour: number | null;
}

export interface Standing {
  domains: DomainStanding[];
  topics: number;
  covered: number;
  /** Sum over the domains of weight x covered share x recall; null while it is withheld. */
  readiness: Range | null;
  /** Answers still missing until readiness is shown. */
  withheldFor: number;
}

/** Answers to known cards before the person's own memory says more than the average. */
export const answersForReadiness = 100;

/** Mean chance of recall of some cards, with its range: from the range of the person's factor, and from chance itself. */
function recallOf(cards: readonly ExamCard[], daysLeft: number, learner: Learner, factor: StabilityFactor): Range | null {
  if (cards.length === 0) return null;
  const mean = (stabilityFactor: number): number =>
    cards.reduce((sum, card) => sum + toldRecall(card, daysLeft, { ...learner, stabilityFactor }), 0) / cards.length;
  const best = mean(factor.best);
  // Each card is remembered or not: the spread of a mean of that many throws, at 90 %.
  const chance = 1.645 * Math.sqrt((best * (1 - best)) / cards.length);
  const down = Math.hypot(best - mean(factor.low), chance);
  const up = Math.hypot(mean(factor.high) - best, chance);
  return { mean: best, low: Math.max(0, best - down), high: Math.min(learner.surest, best + up) };
}

/** What an hour on the best of some cards adds to the headline, in points of 100, when knowing one card adds `share` to it. */
function gainPerHour(cards: readonly ExamCard[], share: number, daysLeft: number, learner: Learner): number | null {
  const fresh = worthOfFresh(daysLeft, learner);
  const worths = cards
    .map((card) => (card.strength ? worthOfKnown({ ...card, strength: card.strength }, daysLeft, learner) : fresh))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain / b.seconds - a.gain / a.seconds);
  let seconds = 3600;
  let gain = 0;
  for (const worth of worths) {
    if (worth.seconds > seconds) break;
    seconds -= worth.seconds;
    gain += worth.gain;
  }
  if (worths.length === 0 || seconds === 3600) return null;
  return 100 * share * gain;
}

/**
 * Where the person stands, `daysLeft` study days before the exam. `answers` counts their answers to cards they had learned before.
 */
export function standing(
  curriculum: Curriculum,
  cards: readonly ExamCard[],
  daysLeft: number,
  learner: Learner,
  factor: StabilityFactor,
  answers: number,
): Standing {
  const byTopic = new Map<string | null, ExamCard[]>();
  for (const card of cards) {
    const known = byTopic.get(card.topicId);
    if (known) known.push(card);
    else byTopic.set(card.topicId, [card]);
  }
  const domains = curriculum.domains.map((domain): DomainStanding => {
    const own = domain.topics.flatMap(({ id }) => byTopic.get(id) ?? []);
    const covered = domain.topics.filter(({ id }) => byTopic.has(id)).length;
    const cardShare = ((domain.weightPercent / 100) * (covered / domain.topics.length)) / own.length;
    const topics = domain.topics.map(({ id, title }): TopicStanding => {
      const cards = byTopic.get(id) ?? [];
      return {
        topicId: id,
        title,
        cards: cards.length,
        seen: cards.filter(({ strength }) => strength !== null).length,
        recall: recallOf(cards, daysLeft, learner, factor),
        gainPerHour: gainPerHour(cards, cardShare, daysLeft, learner),
      };
    });
    return {
      domainId: domain.id,
      title: domain.title,
      weightPercent: domain.weightPercent,
      cards: own.length,
      seen: own.filter(({ strength }) => strength !== null).length,
      covered,
      topics,
      recall: recallOf(own, daysLeft, learner, factor),
      gainPerHour: gainPerHour(own, cardShare, daysLeft, learner),
    };
  });
  const total = (of: keyof Range): number =>
    domains.reduce(
      (sum, { weightPercent, covered, topics, recall }) => sum + (weightPercent / 100) * (covered / topics.length) * (recall?.[of] ?? 0),
      0,
    );
  const withheldFor = Math.max(0, answersForReadiness - answers);
  return {
    domains,
    topics: domains.reduce((sum, { topics }) => sum + topics.length, 0),
    covered: domains.reduce((sum, { covered }) => sum + covered, 0),
    readiness: withheldFor > 0 ? null : { mean: total('mean'), low: total('low'), high: total('high') },
    withheldFor,
  };
}
