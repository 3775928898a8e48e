/** The plan to an exam as a sheet: what to do each day, and how each domain stands. Pure. */
import type { ExamForecast, ExamPlan, ExamView, Range } from '../../../shared/exam.js';
import type { Sheet, SheetGroup, SheetSection } from '../../../shared/print.js';

const counted = (n: number, one: string): string => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;
const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;
/** A share with its range, where it has one. */
function ranged({ mean, low, high }: Range): string {
  return low === high ? percent(mean) : `${percent(mean)} (${percent(low)} to ${percent(high)})`;
}

// Said in our own words: the system's put a comma here or not, by their version.
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dateOf = (on: string): Date => new Date(`${on}T00:00:00Z`);
const dayOf = (on: string): string => {
  const at = dateOf(on);
  return `${weekdays[at.getUTCDay()]} ${at.getUTCDate()} ${months[at.getUTCMonth()]}`;
};
const longDayOf = (on: string): string =>
  dateOf(on).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const table = (heading: string, head: string[], rows: string[][]): SheetGroup => ({ heading, cards: [], table: { head, rows } });

/**
 * @param plan the plan of the view
 * @param forecast the plan played through to exam day
 */
export function planSheet(view: ExamView, plan: ExamPlan, forecast: ExamForecast): Sheet {
  const { short } = view.curriculum;
  const left = view.daysLeft === null ? '' : `${counted(view.daysLeft, 'day')} left, `;
  return {
    title: `Plan to the ${short}, ${longDayOf(plan.examOn)}`,
    lead: `${left}${counted(plan.hoursPerWeek, 'hour')} a week. Recall of your cards on exam day by this plan: ${percent(forecast.recall)}. Not a pass prediction.`,
    sections: [daysOf(forecast), domainsOf(view), ...shortOf(forecast)],
  };
}

function daysOf({ days }: ExamForecast): SheetSection {
  const weeks = new Map<string, string[][]>();
  for (const day of days) {
    const minutes = Math.round((day.reviewSeconds + day.freshSeconds) / 60);
    const rests = day.reviews + day.fresh === 0;
    const row = rests
      ? [dayOf(day.dayOn), 'free', '', '', '']
      : [dayOf(day.dayOn), `${day.reviews}`, `${day.fresh}`, `${minutes}`, day.lastPass ? 'last pass' : ''];
    const monday = mondayOf(day.dayOn);
    weeks.set(monday, [...(weeks.get(monday) ?? []), row]);
  }
  const groups = [...weeks].map(([monday, rows]) => table(`Week of ${dayOf(monday)}`, ['Day', 'Repeat', 'New', 'Minutes', ''], rows));
  return { title: 'Day by day', aside: 'made anew each day you study', groups };
}

function mondayOf(on: string): string {
  const at = dateOf(on);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}

/** Coverage comes before recall: a topic without cards is named, not hidden. */
function domainsOf({ domains }: ExamView): SheetSection {
  const groups = domains.map(({ title, weightPercent, topics, recall }) =>
    table(
      `${title}, ${percent(weightPercent / 100)} of the exam${recall ? `, recall ${ranged(recall)}` : ''}`,
      ['Topic', 'Cards', 'Seen', 'Recall'],
      topics.map((topic) =>
        topic.cards === 0
          ? [topic.title, 'none', '', '']
          : [topic.title, `${topic.cards}`, `${topic.seen}`, topic.recall ? percent(topic.recall.mean) : ''],
      ),
    ),
  );
  return { title: 'What it is about', aside: 'recall of your cards on exam day', groups };
}

/** What to leave out when the time does not suffice. */
function shortOf({ unseen, drop, neededHoursPerWeek }: ExamForecast): SheetSection[] {
  if (unseen === 0) return [];
  const needed =
    neededHoursPerWeek === null ? '' : ` ${counted(Math.ceil(neededHoursPerWeek * 10) / 10, 'hour')} a week would show them all.`;
  const rows = drop.map(({ title, cards }) => [title, `${cards}`]);
  const heading = `${counted(unseen, 'card')} will not be seen by exam day.${needed}`;
  return [{ title: 'The time does not suffice', aside: '', groups: [table(heading, ['Leave out first', 'Cards'], rows)] }];
}
