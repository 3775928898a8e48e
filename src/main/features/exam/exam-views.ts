/** How a person stands before the exam, what today holds for it, and the plan played through. */
import type { ExamForecast, ExamView } from '../../../shared/exam.js';
import { mostHoursPerWeek } from '../../../shared/exam.js';
import { daysUntil } from '../../domain/exam/calendar.js';
import { calibrationChart } from '../../domain/exam/calibration.js';
import { valueOfTopics } from '../../domain/exam/topic-value.js';
import { forecast } from '../../domain/exam/forecast.js';
import { hoursToSeeAll } from '../../domain/exam/needed-time.js';
import { worthOfFresh } from '../../domain/exam/expected-recall.js';
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

export function forecastOf(desk: ExamDesk, onProgress: OnProgress): ExamForecast | null {
  const { plan, daysLeft, today, learner, curriculum } = desk;
  if (plan === null || daysLeft === null) return null;
  const cards = plannedCards(desk);
  const days = daysUntil(plan.examOn, today, plan).map((day) => (day.dayOn === today ? { ...day, seconds: budgetToday(desk) } : day));
  const played = forecast(cards, days, daysIn(desk), learner, 'exam', (done) => onProgress(done, days.length));
  const fresh = cards.filter(({ strength }) => strength === null);
  const secondsEach = worthOfFresh(daysLeft, learner).seconds;
  const needed =
    played.unseen === 0
      ? null
      : hoursToSeeAll(
          { fresh: fresh.length, secondsEach, daysIn: daysIn(desk) },
          { examOn: plan.examOn, todayOn: today, time: plan, mostHours: mostHoursPerWeek },
        );
  const values = valueOfTopics(curriculum, cards, daysLeft, learner);
  return { ...played, neededHoursPerWeek: needed, drop: toLeaveOut(values, fresh, played.unseen) };
}

/** Topics with new cards, the least valuable first, until together they hold as many as will not be seen. */
function toLeaveOut(
  values: readonly { topicId: string; title: string; cards: number }[],
  fresh: readonly { topicId: string | null }[],
  unseen: number,
): ExamForecast['drop'] {
  const drop: ExamForecast['drop'] = [];
  let left = unseen;
  for (const { topicId, title, cards } of values) {
    const own = fresh.filter((card) => card.topicId === topicId).length;
    if (left <= 0) break;
    if (own === 0) continue;
    drop.push({ topicId, title, cards });
    left -= own;
  }
  return drop;
}
