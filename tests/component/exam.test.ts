import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadViews } from '../../src/renderer/app/views.svelte.js';
import { fail, ok } from '../../src/shared/result.js';
import { examDay } from '../../src/shared/study.js';
import { openApp, refused, todayView } from './fake-bridge.js';
import { examForecast, examPlan, examView } from './fake-exam.js';

// The first reading of every screen's code takes seconds on a busy machine, and belongs to no test.
beforeAll(loadViews, 60_000);

async function openExam(answers: Parameters<typeof openApp>[0] = {}) {
  const opened = await openApp(answers);
  await fireEvent.click(screen.getByRole('link', { name: 'Exam' }));
  await screen.findByRole('heading', { name: 'Exam' });
  return opened;
}

const none = { plan: null, daysLeft: null, readiness: null, withheldFor: 100, today: null, calibration: [] };
const type = (label: string, value: string): Promise<boolean> => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (key: string): Promise<boolean> => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe('The Exam screen without a date', () => {
  const withoutPlan = { 'exam.get': () => ok(examView(none)) };

  it('teaches, asks for a date, and shows coverage without recall', async () => {
    const { bridge } = await openExam(withoutPlan);
    expect(await screen.findByRole('heading', { name: 'Set the day of your exam' })).toBeVisible();
    expect(screen.getByText('CKA, curriculum 1.35 as of March 2026')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Troubleshooting' })).toBeVisible();
    expect(screen.queryByText('Recall on exam day')).toBeNull();
    expect(bridge.inputs('exam.forecast')).toEqual([]);
  });

  it('says what is missing and goes to the field', async () => {
    const { bridge } = await openExam(withoutPlan);
    await fireEvent.click(await screen.findByRole('button', { name: 'Set exam' }));
    expect(await screen.findByText('Choose a day after today, in the next three years.')).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText('Exam on')).toHaveFocus());
    await type('Exam on', '2026-11-22');
    expect(screen.getByText('Choose a day after today, in the next three years.')).toBeVisible();
    await type('Exam on', '2126-11-22');
    expect(screen.getByText('Choose a day after today, in the next three years.')).toBeVisible();
    await type('Exam on', '2026-12-15');
    await type('Hours a week', 'many');
    expect(await screen.findByText('A number from 0.5 to 80.')).toBeVisible();
    await type('Hours a week', '3,5');
    for (const day of screen.getAllByRole('checkbox')) await fireEvent.click(day);
    expect(await screen.findByText('One day of the week must be left for study.')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Set exam' }));
    expect(bridge.inputs('exam.plan')).toEqual([]);
  });

  it('sets the plan that was written down', async () => {
    const { bridge } = await openExam(withoutPlan);
    await screen.findByRole('button', { name: 'Set exam' });
    await type('Exam on', '2026-12-15');
    await type('Hours a week', '3,5');
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Sunday' }));
    expect(screen.getByText('35 minutes on each of 6 days')).toBeVisible();
    await type('Day off', '2026-12-20');
    await fireEvent.click(screen.getByRole('button', { name: 'Add day off' }));
    expect(await screen.findByText('Choose a day between today and 15 December.')).toBeVisible();
    for (const day of ['2026-12-08', '2026-12-01', '2026-12-08']) {
      await type('Day off', day);
      await press('Enter');
      await fireEvent.click(screen.getByRole('button', { name: 'Add day off' }));
    }
    await fireEvent.click(screen.getByRole('button', { name: 'Remove Tuesday 1 December' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Set exam' }));
    await screen.findByText('Exam set for Tuesday 15 December');
    expect(bridge.inputs('exam.plan')).toEqual([
      { plan: examPlan({ hoursPerWeek: 3.5, restDays: [6], daysOff: ['2026-12-08'], startedOn: '2026-11-22' }) },
    ]);
  });

  it('says why the plan was not stored, and keeps what was written', async () => {
    await openExam({ ...withoutPlan, 'exam.plan': () => refused('The disk is full.') });
    await screen.findByRole('button', { name: 'Set exam' });
    await type('Exam on', '2026-12-15');
    await fireEvent.click(screen.getByRole('button', { name: 'Set exam' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That was not stored');
    expect(screen.getByLabelText('Exam on')).toHaveValue('2026-12-15');
  });
});

describe('The Exam screen with a plan', () => {
  it('shows days left, coverage, readiness with its range, and the days to come', async () => {
    await openExam();
    const figure = async (name: string) => (await screen.findByText(name)).parentElement;
    expect(await figure('Days left')).toHaveTextContent('23');
    expect(await figure('Days left')).toHaveTextContent('Tuesday 15 December');
    expect(screen.getByText('2 of 3').parentElement).toHaveTextContent('1 has no cards yet');
    expect(await figure('Readiness')).toHaveTextContent('61 % 56 to 66');
    const chart = await screen.findByRole('img', { name: /^Minutes a day until the exam/ });
    expect(chart).toHaveAccessibleName(/Between 15 and 20 minutes on a day of study, never above your 30; the last day is a pass over/);
    expect(screen.getByText(/17 minutes a day is enough to see every card, with a last pass over the weakest\./)).toBeVisible();
    expect(screen.getByText(/about 88 % of all cards would be recalled/)).toBeVisible();
    expect(screen.getByText('3 hours a week, no study on Sunday.')).toBeVisible();
  });

  it('gives each chart as a table', async () => {
    await openExam();
    for (const button of await screen.findAllByRole('button', { name: 'Show as table' })) await fireEvent.click(button);
    const [days, calibration] = screen.getAllByRole('table').filter((table) => !within(table).queryByText('Weight'));
    expect(within(days as HTMLElement).getByRole('row', { name: /Tuesday 24 November 40 0 20 yes/ })).toBeVisible();
    expect(within(calibration as HTMLElement).getByRole('row', { name: '92 % 90 % 120' })).toBeVisible();
  });

  it('opens a domain to its topics, those without cards among them', async () => {
    await openExam();
    const domain = await screen.findByRole('button', { name: 'Troubleshooting' });
    expect(domain).toHaveAttribute('aria-expanded', 'false');
    await fireEvent.click(domain);
    expect(screen.getByRole('row', { name: 'Clusters and nodes 13 of 27 seen 27 74 % 66 to 81' })).toBeVisible();
    expect(screen.getByRole('row', { name: 'Container output streams 0 no cards' })).toBeVisible();
  });

  it('brings in the notes that ship with the app for topics without cards', async () => {
    const { bridge } = await openExam({ 'import.shippedLeft': () => ok({ notes: 21 }) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Add the 21 notes that ship with Etcdeck' }));
    expect(await screen.findByText(/^Notes that ship with Etcdeck, /)).toBeVisible();
    expect(bridge.inputs('import.shipped')).toHaveLength(1);
  });

  it('says where an hour gains most, and studies that topic', async () => {
    const { bridge } = await openExam();
    const list = (await screen.findByRole('heading', { name: 'What to study next' })).closest('section') as HTMLElement;
    const rows = within(list).getAllByRole('listitem');
    expect(rows.map((row) => within(row).getByRole('button').textContent)).toEqual(['Persistent volumes', 'Clusters and nodes']);
    expect(rows[0]).toHaveTextContent('0.5 points an hour');
    await fireEvent.click(within(list).getByRole('button', { name: 'Study Persistent volumes' }));
    await screen.findByRole('heading', { name: 'Question a?' });
    expect(bridge.inputs('exam.cards')).toEqual([{ topicId: 'volumes', noteId: null, limit: 500, offset: 0 }]);
    expect(bridge.inputs('session.start')[0]?.study.scope).toEqual({ kind: 'cards', cardIds: ['all-a', 'all-b'] });
  });

  it('withholds readiness and says for how long', async () => {
    await openExam({ 'exam.get': () => ok(examView({ readiness: null, withheldFor: 37 })) });
    expect(await screen.findByText('Withheld')).toBeVisible();
    expect(screen.getByText(/^37 more reviews/)).toBeVisible();
  });

  it('starts today’s part, in its order and with its schedules', async () => {
    const { bridge } = await openExam();
    expect(await screen.findByText('Today: 3 cards, about 9 minutes')).toBeVisible();
    await press('Enter');
    await screen.findByRole('heading', { name: 'Question a?' });
    expect(bridge.inputs('session.start')).toEqual([{ study: examDay }]);
  });

  it('changes the plan, keeping its start and what is left out', async () => {
    const plan = examPlan({ leftOut: ['volumes'] });
    const { bridge } = await openExam({
      'exam.get': () => ok(examView({ plan })),
      'exam.plan': () => ok({ before: plan }),
    });
    await screen.findByText('Left out of the plan');
    await press('e');
    const form = await screen.findByRole('form', { name: 'Exam plan' });
    await waitFor(() => expect(within(form).getByLabelText('Exam on')).toHaveFocus());
    await type('Hours a week', '6');
    await fireEvent.click(within(form).getByRole('button', { name: 'Change plan' }));
    await screen.findByText('Plan changed');
    await fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(bridge.inputs('exam.plan')).toEqual([{ plan: { ...plan, hoursPerWeek: 6 } }, { plan }]));
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('leaves the form on Esc without a change', async () => {
    const { bridge } = await openExam();
    await fireEvent.click(await screen.findByRole('button', { name: 'Set or change the exam’s day and hours' }));
    await screen.findByRole('form', { name: 'Exam plan' });
    await press('Escape');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(bridge.inputs('exam.plan')).toEqual([]);
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Exam' })).toHaveFocus());
  });

  it('removes the plan and gives it back', async () => {
    const plan = examPlan();
    const { bridge } = await openExam({ 'exam.plan': () => ok({ before: plan }) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Remove the plan' }));
    await screen.findByText('Plan removed');
    await fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await waitFor(() => expect(bridge.inputs('exam.plan')).toEqual([{ plan: null }, { plan }]));
  });

  it('says when the exam is over, and lets a new date be set', async () => {
    const { bridge } = await openExam({ 'exam.get': () => ok(examView({ ...none, plan: examPlan({ examOn: '2026-11-20' }) })) });
    expect(await screen.findByRole('heading', { name: 'The exam was on Friday 20 November' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Set exam' })).toBeVisible();
    expect(bridge.inputs('exam.forecast')).toEqual([]);
  });
});

describe('When the time does not suffice', () => {
  const short = examForecast({
    unseen: 240,
    neededHoursPerWeek: 5.5,
    drop: [
      { topicId: 'volumes', title: 'Persistent volumes', cards: 19 },
      { topicId: 'nodes', title: 'Clusters and nodes', cards: 27 },
    ],
  });
  const answers = { 'exam.forecast': () => ok(short) };

  it('says so plainly and takes the hours that would do', async () => {
    const { bridge } = await openExam(answers);
    expect(await screen.findByText('The time does not suffice: 240 cards would not be seen by exam day.')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Plan 5.5 hours a week' }));
    await waitFor(() => expect(bridge.inputs('exam.plan')).toEqual([{ plan: examPlan({ hoursPerWeek: 5.5 }) }]));
  });

  it('leaves out the topics that were chosen, and takes them in again', async () => {
    const { bridge } = await openExam({
      ...answers,
      'exam.get': () => ok(examView({ plan: examPlan({ leftOut: ['streams'] }) })),
    });
    await fireEvent.click(await screen.findByRole('checkbox', { name: 'Clusters and nodes' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Leave out 1 topic' }));
    await screen.findByText('1 topic left out of the plan');
    await fireEvent.click(screen.getByRole('button', { name: 'Take in Container output streams' }));
    await waitFor(() => expect(bridge.inputs('exam.plan').map(({ plan }) => plan?.leftOut)).toEqual([['streams', 'volumes'], []]));
  });
});

describe('While the Exam screen waits, and when it fails', () => {
  it('says how far the forecast is, and stops it when the screen is left', async () => {
    const { bridge } = await openExam({ 'exam.forecast': () => new Promise(() => undefined) });
    await screen.findByText(/^Working out the days until the exam/);
    bridge.emit('exam.progress', { done: 4, total: 23 });
    await screen.findByText('4 of 23');
    await fireEvent.click(screen.getByRole('link', { name: 'Library' }));
    await waitFor(() => expect(bridge.inputs('exam.cancel')).toHaveLength(1));
  });

  it('stops the forecast when the person wants, and works it out when they ask again', async () => {
    let stop = (_: ReturnType<typeof fail>): void => undefined;
    let asked = 0;
    await openExam({
      'exam.forecast': () => (asked++ === 0 ? new Promise((resolve) => (stop = resolve)) : ok(examForecast())),
      'exam.cancel': () => {
        stop(fail({ code: 'cancelled', message: 'This was stopped.' }));
        return ok({});
      },
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Work out the days until the exam' }));
    expect(await screen.findByRole('img', { name: /^Minutes a day/ })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says why it could not be read, and tries again', async () => {
    let tries = 0;
    const failure = fail({
      code: 'file',
      message: 'The curriculum has no domains.',
      where: '/decks/cka/curriculum.yaml:14',
      hint: 'Add one.',
    });
    await openExam({ 'exam.get': () => (tries++ === 0 ? failure : ok(examView())) });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('/decks/cka/curriculum.yaml:14');
    expect(alert).toHaveTextContent('Add one.');
    await fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Days left')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the rest of the screen when only the forecast failed', async () => {
    await openExam({ 'exam.forecast': () => refused('The worker ended.') });
    expect(await screen.findByText('The days until the exam could not be worked out')).toBeVisible();
    expect(screen.getByText('Days left')).toBeVisible();
  });

  it('is asked again when the exam stands otherwise', async () => {
    let left = 23;
    const { bridge } = await openExam({ 'exam.get': () => ok(examView({ daysLeft: left })) });
    await screen.findByText('23');
    left = 22;
    bridge.emit('data.changed', {});
    expect(await screen.findByText('22')).toBeVisible();
  });
});

describe('The curriculum of the exam', () => {
  const file = (curriculumId: string, short: string) => ({
    ...{ curriculumId, file: `${curriculumId}/curriculum.yaml`, exam: short, short, version: 'v1' },
    problem: null,
  });
  const broken = {
    ...{ ...file('/notes/broken', ''), version: '' },
    problem: { message: 'The weights come to 90, not 100.', where: '/notes/broken/curriculum.yaml:9', hint: 'Mend the weights.' },
  };
  const curricula = { chosen: 'starter', curricula: [file('starter', 'CKA'), file('/notes', 'CKAD'), broken] };

  it('is not asked about where there is only one', async () => {
    await openExam({ 'exam.curricula': () => ok({ chosen: 'starter', curricula: [file('starter', 'CKA')] }) });
    await screen.findByText('Days left');
    expect(screen.queryByRole('combobox', { name: 'Curriculum' })).toBeNull();
  });

  it('is told by its folder where another has the same name', async () => {
    const twins = [file('starter:cka', 'CKA'), file('/notes/cka', 'CKA'), file('/notes/ckad', 'CKAD')];
    await openExam({ 'exam.curricula': () => ok({ chosen: 'starter:cka', curricula: twins }) });
    const choice = await screen.findByRole('combobox', { name: 'Curriculum' });
    const told = within(choice).getAllByRole('option');
    expect(told.map(({ textContent }) => textContent)).toEqual(['CKA v1, with Etcdeck', 'CKA v1, in /notes/cka', 'CKAD v1']);
  });

  it('is another one when a person chooses so, and the first again', async () => {
    const { bridge } = await openExam({ 'exam.curricula': () => ok(curricula), 'exam.choose': () => ok({ before: 'starter' }) });
    const choice = await screen.findByRole('combobox', { name: 'Curriculum' });
    expect(screen.getByText('The weights come to 90, not 100.')).toBeVisible();
    await fireEvent.change(choice, { target: { value: '/notes' } });
    await screen.findByText('Another curriculum chosen');
    await fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(bridge.inputs('exam.choose')).toEqual([{ curriculumId: '/notes' }, { curriculumId: 'starter' }]));
  });

  it('can be chosen when the one chosen cannot be read', async () => {
    await openExam({
      'exam.get': () => refused('The weights come to 90, not 100.'),
      'exam.curricula': () => ok({ ...curricula, chosen: '/notes/broken' }),
    });
    await screen.findByText('The exam could not be read');
    expect(await screen.findByRole('combobox', { name: 'Curriculum' })).toBeVisible();
  });
});

describe('Notes by topic', () => {
  async function openMap(answers: Parameters<typeof openApp>[0] = {}) {
    const opened = await openExam(answers);
    await screen.findByText('Days left');
    await press('t');
    await screen.findByRole('heading', { name: 'Of no topic' });
    return opened;
  }

  it('shows the cards of no topic first, then each topic’s notes and why they are there', async () => {
    await openMap();
    expect(screen.getByText('shell/vim.md')).toBeVisible();
    expect(screen.getByText('no tag, folder or heading names a topic')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: /^Clusters and nodes/ }));
    expect(await screen.findByText('20 cards: tag cka/troubleshooting; 7 cards: you said so')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: /^Container output streams/ }));
    expect(await screen.findByText(/^No card belongs to this topic yet\./)).toBeVisible();
  });

  it('goes from topic to topic with the arrows, and back to the plan', async () => {
    await openMap();
    const none = screen.getByRole('button', { name: /^Of no topic/ });
    none.focus();
    await press('ArrowDown');
    expect(await screen.findByRole('heading', { name: 'Clusters and nodes' })).toBeVisible();
    await press('t');
    expect(await screen.findByText('Days left')).toBeVisible();
  });

  it('moves a note and a card to a topic, and takes that back', async () => {
    const { bridge } = await openMap();
    expect(screen.getByRole('button', { name: 'Move' })).toBeDisabled();
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Choose all cards of shell/vim.md' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Cards of shell/vim.md' }));
    await fireEvent.click(await screen.findByRole('checkbox', { name: 'Choose Question b?' }));
    await fireEvent.change(screen.getByLabelText('Move to'), { target: { value: 'volumes' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Move 1 note and 1 card' }));
    await screen.findByText('1 note and 1 card moved: Persistent volumes');
    const choices = [
      { of: 'note', id: 'vim', topic: { topicId: 'volumes' } },
      { of: 'card', id: 'vim-b', topic: { topicId: 'volumes' } },
    ];
    expect(bridge.inputs('exam.assign')).toEqual([{ choices }]);
    await fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() =>
      expect(bridge.inputs('exam.assign')[1]).toEqual({ choices: choices.map((choice) => ({ ...choice, topic: null })) }),
    );
  });

  it('leaves cards to the curriculum again, or takes them out of the exam', async () => {
    const { bridge } = await openMap();
    for (const value of ['curriculum', 'none']) {
      await fireEvent.click(screen.getByRole('checkbox', { name: 'Choose all cards of shell/vim.md' }));
      await fireEvent.change(screen.getByLabelText('Move to'), { target: { value } });
      await fireEvent.click(screen.getByRole('button', { name: 'Move 1 note' }));
      await waitFor(() => expect(screen.getByRole('button', { name: 'Move' })).toBeDisabled());
    }
    expect(bridge.inputs('exam.assign').map(({ choices }) => choices[0]?.topic)).toEqual([null, { topicId: null }]);
  });

  it('says why it could not be read', async () => {
    await openExam({ 'exam.map': () => refused('The thread ended.') });
    await screen.findByText('Days left');
    await press('t');
    expect(await screen.findByRole('alert')).toHaveTextContent('The topics could not be read');
  });
});

describe('The exam on Today', () => {
  const standing = {
    short: 'CKA',
    readiness: { mean: 0.61, low: 0.56, high: 0.66 },
    withheldFor: 0,
    topics: 27,
    covered: 21,
    cards: 34,
    fresh: 6,
    seconds: 1080,
    spentSeconds: 0,
  };
  const exam = { examOn: '2026-12-15', daysLeft: 23, standing };

  it('says the days left, today’s part and how ready the cards are', async () => {
    await openApp({ 'today.get': () => ok(todayView({ exam })) });
    expect(await screen.findByRole('heading', { name: 'CKA in 23 days' })).toBeVisible();
    expect(screen.getByText(/Tuesday 15 December\. The plan has 34 cards for today, about 18 minutes\./)).toBeVisible();
    expect(screen.getByText(/Cards cover 21 of 27 topics\./)).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Open the plan' }));
    expect(await screen.findByRole('heading', { name: 'Exam' })).toBeVisible();
  });

  it('says what to study first, and begins it', async () => {
    const { bridge } = await openApp({ 'today.get': () => ok(todayView({ exam })) });
    expect(await screen.findByText(/^Study this first\./)).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Study the plan' }));
    await waitFor(() => expect(bridge.inputs('session.start')).toEqual([{ study: examDay }]));
  });

  it('offers no study when nothing of the plan is left', async () => {
    const done = { ...exam, standing: { ...standing, cards: 0, fresh: 0 } };
    await openApp({ 'today.get': () => ok(todayView({ exam: done })) });
    expect(await screen.findByText(/Nothing of the plan is left for today\./)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Study the plan' })).toBeNull();
  });

  it('says when readiness is withheld', async () => {
    await openApp({
      'today.get': () => ok(todayView({ exam: { ...exam, daysLeft: 1, standing: { ...standing, readiness: null, withheldFor: 37 } } })),
    });
    expect(await screen.findByRole('heading', { name: 'CKA tomorrow' })).toBeVisible();
    expect(screen.getByText(/^37 more reviews/)).toBeVisible();
  });

  it('says nothing of an exam without a plan', async () => {
    await openApp();
    await screen.findByRole('button', { name: 'Start review' });
    expect(screen.queryByRole('button', { name: 'Open the plan' })).toBeNull();
  });
});
