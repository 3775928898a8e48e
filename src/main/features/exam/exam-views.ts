/** How a person stands before the exam, what today holds for it, and the plan played through. */
import type { ExamForecast, ExamPlan, ExamView } from '../../../shared/exam.js';
import { mostHoursPerWeek } from '../../../shared/exam.js';
import { daysUntil } from '../../domain/exam/calendar.js';
import { calibrationChart } from '../../domain/exam/calibration.js';
import { valueOfTopics } from '../../domain/exam/topic-value.js';
import { forecast } from '../../domain/exam/forecast.js';
import type { Forecast } from '../../domain/exam/forecast.js';
import { hoursToSeeAll } from '../../domain/exam/needed-time.js';
import { topicsToDrop } from '../../domain/exam/topics-to-drop.js';
import { planToday } from '../../domain/exam/plan.js';
import { standing } from '../../domain/exam/readiness.js';
import { budgetToday, daysIn, plannedCards } from './exam-inputs.js';
import type { ExamDesk } from './exam-inputs.js';
import type { OnProgress } from '../../threads/protocol.js';

export function viewOf(desk: ExamDesk): ExamView {
  const { curriculum, cards, plan, daysLeft, learner, factor, observations } = desk;
  const { exam, short, version, asOf, source, format } = curriculum;
  const { minutes, tasks, passPercent } = format;
  const stands = standing(curriculum, cards, daysLeft ?? 0, learner, factor, observations.length);
  return {
    ...stands,
    curriculum: { exam, short, version, asOf, source, minutes, tasks, passPercent },
    plan,
    daysLeft,
    // Without a date there is no exam day to know anything of.
    readiness: daysLeft === null ? null : stands.readiness,
    calibration: calibrationChart(observations, learner),
    today: todayOf(desk),
  };
}

/** Today's tasks: what is in the middle of its learning steps, then the plan's for the time that is left. */
function todayOf(desk: ExamDesk): ExamView['today'] {
  const { daysLeft, learner, answeredItems, spentSeconds, freshDone } = desk;
  if (daysLeft === null) return null;
  const cards = plannedCards(desk).filter(({ buriedToday }) => !buriedToday);
  const learning = cards.filter(({ learningToday }) => learningToday);
  const again = (learning.length * learner.pace.recalledMs) / 1000;
  const day = { daysIn: daysIn(desk), daysLeft, budgetSeconds: Math.max(0, budgetToday(desk) - again), freshDone };
  const tasks = daysLeft === 0 ? [] : planToday(cards, day, learner, answeredItems);
  return {
    cardIds: [...learning, ...tasks].map(({ cardId }) => cardId),
    fresh: tasks.filter(({ fresh }) => fresh).length,
    seconds: again + tasks.reduce((sum, { seconds }) => sum + seconds, 0),
    spentSeconds,
  };
}

/** What a change of the plan would come to is played too, so that what is offered keeps what it says. */
export function forecastOf(desk: ExamDesk, onProgress: OnProgress): ExamForecast | null {
  const { plan, daysLeft, learner, curriculum } = desk;
  if (plan === null || daysLeft === null) return null;
  const cards = plannedCards(desk);
  const played = play(desk, plan, onProgress);
  const unseenBy = (change: Partial<ExamPlan>): number => play(desk, { ...plan, ...change }).unseen;
  if (played.unseen === 0) return { ...played, neededHoursPerWeek: null, drop: [] };
  const neededHoursPerWeek = hoursToSeeAll((hoursPerWeek) => unseenBy({ hoursPerWeek }), {
    above: plan.hoursPerWeek,
    most: mostHoursPerWeek,
  });
  const fresh = cards.filter(({ strength }) => strength === null);
  const topics = valueOfTopics(curriculum, cards, daysLeft, learner)
    .map(({ topicId, title, cards: count }) => ({
      topicId,
      title,
      cards: count,
      fresh: fresh.filter((card) => card.topicId === topicId).length,
    }))
    .filter((topic) => topic.fresh > 0);
  const drop = topicsToDrop(topics, played.unseen, (topicIds) => unseenBy({ leftOut: [...plan.leftOut, ...topicIds] }));
  return { ...played, neededHoursPerWeek, drop: drop.map(({ topicId, title, cards: count }) => ({ topicId, title, cards: count })) };
}

/** A plan played through to exam day. */
function play(desk: ExamDesk, plan: ExamPlan, onProgress: OnProgress = () => undefined): Forecast {
  const asPlanned = { ...desk, plan };
  const { today, learner } = desk;
  const days = daysUntil(plan.examOn, today, plan).map((day) => (day.dayOn === today ? { ...day, seconds: budgetToday(asPlanned) } : day));
  return forecast(plannedCards(asPlanned), days, daysIn(asPlanned), learner, 'exam', (done) => onProgress(done, days.length));
}
