import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { stepsMinutes } from '../../src/renderer/features/settings/presets/limits.js';
import { presetOptions } from '../../src/shared/contract.js';
import { fail, ok } from '../../src/shared/result.js';
import { openApp, preset, presetsView, workload } from './fake-bridge.js';

async function openSettings(answers: Parameters<typeof openApp>[0] = {}) {
  const opened = await openApp(answers);
  await fireEvent.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('heading', { level: 2, name: 'Presets' });
  await screen.findByRole('textbox', { name: 'Desired retention' });
  return opened;
}

const type = async (field: HTMLElement, value: string): Promise<void> => {
  await fireEvent.input(field, { target: { value } });
  await fireEvent.change(field);
};
const group = (): HTMLElement => screen.getByRole('region', { name: 'Presets' });
const two = presetsView({
  presets: [preset(), preset({ presetId: 'exam', name: 'Exam' })],
  decks: [
    { path: 'CKA', presetId: 'exam', follows: 'default' },
    { path: 'CKA::Node', presetId: null, follows: 'exam' },
  ],
});

describe('a preset', () => {
  it('is changed field by field, each with a way back', async () => {
    const { bridge } = await openSettings();
    await type(screen.getByLabelText('Learning steps'), '1 5, 20');
    await fireEvent.change(screen.getByLabelText('Order of reviews'), { target: { value: 'due' } });
    await fireEvent.click(screen.getByRole('switch', { name: 'Suspend leeches' }));
    await fireEvent.change(screen.getByLabelText('Saturday'), { target: { value: 'none' } });
    await waitFor(() =>
      expect(bridge.inputs('presets.change').map(({ options }) => options)).toEqual([
        { learningStepsMinutes: [1, 5, 20] },
        { reviewOrder: 'due' },
        { leechSuspends: true },
        { easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'none', 'normal'] },
      ]),
    );
    await fireEvent.click(await screen.findByRole('button', { name: /Undo/ }));
    await waitFor(() => expect(bridge.inputs('presets.undo')).toEqual([{ stepId: 0 }]));
  });

  it.each([
    ['Learning steps', '10, 1', /each step longer than the one before/],
    ['Learning steps', 'soon', /whole minutes under a day/],
    ['Longest interval', '0', 'Choose a whole number from 1 to 36,500.'],
    ['Leech after', '100', 'Choose a whole number from 1 to 99.'],
    ['Name', '  ', 'Give it a name of at most 60 letters.'],
  ])('refuses in %s "%s" beside the field and stores nothing', async (label, text, message) => {
    const { bridge } = await openSettings();
    await type(screen.getByLabelText(label), text);
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(screen.getByLabelText(label)).toBeInvalid();
    expect(bridge.inputs('presets.change')).toEqual([]);
  });

  it('keeps a day of the week that takes reviews', async () => {
    const days = { ...preset().options, easyDays: ['normal', 'none', 'none', 'none', 'none', 'none', 'none'] as const };
    const { bridge } = await openSettings({
      'presets.get': () => ok(presetsView({ presets: [preset({ options: { ...days, easyDays: [...days.easyDays] } })] })),
    });
    await fireEvent.change(screen.getByLabelText('Monday'), { target: { value: 'none' } });
    expect(await screen.findByRole('alert')).toHaveTextContent('At least one day of the week must take reviews.');
    expect(bridge.inputs('presets.change')).toEqual([]);
  });

  it('says beside its name why a name is refused', async () => {
    await openSettings({ 'presets.change': () => fail({ code: 'conflict', message: 'There is a preset named Exam already.' }) });
    await type(screen.getByLabelText('Name'), 'Exam');
    expect(await screen.findByRole('alert')).toHaveTextContent('There is a preset named Exam already.');
  });

  it('is chosen, copied, deleted and given to decks', async () => {
    const { bridge } = await openSettings({ 'presets.get': () => ok(two) });
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    await fireEvent.change(screen.getByLabelText('Preset'), { target: { value: 'exam' } });
    expect(screen.getByLabelText('Name')).toHaveValue('Exam');
    expect(within(group()).getByText('2 decks studied with it.')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Duplicate' }));
    await fireEvent.change(screen.getByLabelText('Preset of CKA / Node'), { target: { value: 'default' } });
    await fireEvent.change(screen.getByLabelText('Preset of CKA'), { target: { value: '' } });
    expect(bridge.inputs('presets.add')).toEqual([{ name: 'Exam copy', like: 'exam' }]);
    expect(bridge.inputs('presets.assign')).toEqual([
      { deck: 'CKA::Node', presetId: 'default' },
      { deck: 'CKA', presetId: null },
    ]);
    expect(screen.getByRole('option', { name: 'Follows: Exam' })).toBeInTheDocument();
    await fireEvent.change(screen.getByLabelText('Preset'), { target: { value: 'exam' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(bridge.inputs('presets.remove')).toEqual([{ presetId: 'exam' }]);
  });
});

describe('the preset of a deck on Today', () => {
  const row = async (name: string): Promise<HTMLElement> => {
    const tr = (await screen.findByRole('button', { name })).closest('tr');
    if (!tr) throw new Error(`no row ${name}`);
    return tr;
  };

  it('is chosen with the keyboard, tells what it does, and is taken back', async () => {
    const { bridge } = await openApp({ 'presets.get': () => ok(two) });
    const node = await row('Node');
    node.focus();
    await fireEvent.keyDown(node, { key: 'p' });
    const dialog = await screen.findByRole('dialog', { name: 'Preset of CKA / Node' });
    const choice = within(dialog).getByRole('combobox', { name: 'Preset' });
    expect(choice).toHaveDisplayValue('Follows: Exam');
    expect(choice).toHaveAccessibleDescription('Recall of 90 %, 12 new and at most 200 reviews a day.');
    await fireEvent.change(choice, { target: { value: 'default' } });
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(bridge.inputs('presets.assign')).toEqual([{ deck: 'CKA::Node', presetId: 'default' }]);
    expect(await screen.findByText('Preset of CKA / Node changed')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(node).toHaveFocus();
    // The workload belongs to Settings.
    expect(bridge.inputs('presets.workload')).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: /Undo/ }));
    await waitFor(() => expect(bridge.inputs('presets.undo')).toEqual([{ stepId: 0 }]));
  });

  it('is left as it is by Cancel, and by Save without a change', async () => {
    const { bridge } = await openApp({ 'presets.get': () => ok(two) });
    for (const leave of ['Cancel', 'Save']) {
      await fireEvent.click(within(await row('Node')).getByRole('button', { name: 'Preset' }));
      await fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: leave }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
    expect(bridge.inputs('presets.assign')).toEqual([]);
  });

  it('says in the dialog why it was not saved', async () => {
    await openApp({
      'presets.get': () => ok(two),
      'presets.assign': () => fail({ code: 'not-found', message: 'This preset is gone.' }),
    });
    await fireEvent.click(within(await row('Node')).getByRole('button', { name: 'Preset' }));
    const dialog = await screen.findByRole('dialog');
    await fireEvent.change(within(dialog).getByRole('combobox'), { target: { value: 'default' } });
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByText('That was not saved: This preset is gone.')).toBeVisible();
  });

  it('leads to that preset in Settings', async () => {
    await openApp({ 'presets.get': () => ok(two) });
    await fireEvent.click(within(await row('Node')).getByRole('button', { name: 'Preset' }));
    await fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Change presets' }));
    expect(await screen.findByLabelText('Name')).toHaveValue('Exam');
  });
});

describe('the workload', () => {
  it('is a chart with a title, its finding in words, and a table', async () => {
    await openSettings();
    const finding = '90 % is about 20 minutes and 80 reviews a day, 93 % about 23 minutes.';
    expect(await screen.findByText(finding)).toBeVisible();
    const chart = screen.getByRole('img', { name: /Minutes a day for each desired retention, on average over the next 90 days/ });
    expect(chart).toHaveAccessibleName(expect.stringContaining(finding));
    expect(chart.querySelectorAll('rect.s1')).toHaveLength(1);
    await fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(screen.getByRole('row', { name: '95 % 100 25' })).toBeVisible();
  });

  it('teaches where there are no cards, and passes over that it gave way', async () => {
    await openSettings({ 'presets.workload': () => ok({ ...workload(), cards: 0 }) });
    expect(await screen.findByText(/the decks of this preset hold no cards/)).toBeVisible();
  });

  it('is worked out anew when a retention beyond it is chosen', async () => {
    let desiredRetention = 0.9;
    const { bridge } = await openSettings({
      'presets.get': () => ok(presetsView({ presets: [preset({ options: { ...preset().options, desiredRetention } })] })),
    });
    await screen.findByText(/^90 % is about/);
    const choose = async (percent: number): Promise<void> => {
      desiredRetention = percent / 100;
      await type(screen.getByRole('textbox', { name: 'Desired retention' }), String(percent));
      await waitFor(() => expect(screen.getByText(`when you would still recall it ${percent} times`, { exact: false })).toBeVisible());
    };
    await choose(92);
    await screen.findByText(/^92 % is about/);
    expect(bridge.inputs('presets.workload')).toHaveLength(1);
    await choose(97);
    await waitFor(() => expect(bridge.inputs('presets.workload')).toHaveLength(2));
    // No word about another retention meanwhile.
    expect(screen.queryByText(/% is about/)).toBeNull();
  });

  it('says why it is missing, but not that it was stopped', async () => {
    const { app } = await openSettings({ 'presets.workload': () => fail({ code: 'internal', message: 'It broke.' }) });
    expect(await within(group()).findByText(/It broke/)).toBeVisible();
    expect(app.presets.work).toBeNull();
  });

  it('shows how far it is and can be stopped', async () => {
    const { bridge } = await openSettings({ 'presets.workload': () => new Promise(() => undefined) });
    bridge.emit('presets.progress', { done: 4, total: 16 });
    const bar = await screen.findByRole('progressbar', { name: 'Working out the workload' });
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '4'));
    await fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(bridge.inputs('presets.cancel')).toEqual([{}]);
  });
});

describe('rescheduling', () => {
  it('is offered after the retention changed, done when asked, and taken back', async () => {
    const { bridge } = await openSettings({ 'presets.rescheduling': () => ok({ cards: 1204, dueToday: 38 }) });
    await type(screen.getByRole('textbox', { name: 'Desired retention' }), '93');
    expect(await within(group()).findByText('Reschedule 1,204 cards with the new parameters?')).toBeVisible();
    expect(within(group()).getByText('38 become due today.')).toBeVisible();
    expect(bridge.inputs('presets.reschedule')).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Reschedule 1,204 cards' }));
    expect(await screen.findByText('1,204 cards rescheduled')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: /Undo/ }));
    await waitFor(() => expect(bridge.inputs('presets.undoReschedule')).toEqual([{ rescheduleId: 'reschedule-1' }]));
  });

  it('can be left, and says when there is nothing to do', async () => {
    let cards = 2;
    await openSettings({ 'presets.rescheduling': () => ok({ cards, dueToday: 0 }) });
    await fireEvent.click(screen.getByRole('button', { name: 'Check' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Leave them' }));
    expect(screen.queryByRole('button', { name: /^Reschedule/ })).toBeNull();
    cards = 0;
    await fireEvent.click(screen.getByRole('button', { name: 'Check' }));
    expect(await within(group()).findByText('All schedules fit these settings.')).toBeVisible();
  });
});

describe('fitting', () => {
  const fit = { weights: Array.from({ length: 21 }, () => 1), fittedAt: 0, reviews: 3412, logLossBefore: 0.36, logLossAfter: 0.35 };

  it.each([
    [{ outcome: 'too-few', reviews: 120, needed: 400 }, 'Fitting needs 400 reviews, on several days; these decks have 120.'],
    [
      { outcome: 'not-better', reviews: 900, logLossBefore: 0.352, logLossAfter: 0.361 },
      /log loss is 0\.352 with them and would be 0\.361/,
    ],
    [{ outcome: 'unavailable', platform: 'win32 x64' }, /not available on this system \(win32 x64\)/],
  ] as const)('says why it changed nothing: %o', async (result, words) => {
    const { bridge } = await openSettings({ 'presets.fit': () => ok(result) });
    await fireEvent.click(screen.getByRole('button', { name: 'Fit now' }));
    expect(await within(group()).findByText(words)).toBeVisible();
    expect(bridge.inputs('presets.adopt')).toEqual([]);
  });

  it('says why it changed nothing also when it was asked for while the screen was still being read', async () => {
    let read = (): void => undefined;
    let visits = 0;
    const { bridge } = await openSettings({
      'presets.get': async () => {
        if (++visits > 1) await new Promise<void>((resolve) => (read = resolve));
        return ok(presetsView());
      },
    });
    const before = bridge.inputs('presets.workload').length;
    await fireEvent.click(screen.getByRole('link', { name: 'Library' }));
    await fireEvent.click(screen.getByRole('link', { name: 'Settings' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Fit now' }));
    const words = await within(group()).findByText(/^Fitting needs 400 reviews/);
    read();
    await waitFor(() => expect(bridge.inputs('presets.workload').length).toBeGreaterThan(before));
    expect(words).toBeVisible();
  });

  it('takes over better weights, says both figures, and offers to go back', async () => {
    const { bridge } = await openSettings({ 'presets.fit': () => ok({ outcome: 'better', fit }) });
    await fireEvent.click(screen.getByRole('button', { name: 'Fit now' }));
    expect(await screen.findByText('Fitted: log loss 0.360 before, 0.350 now')).toBeVisible();
    expect(bridge.inputs('presets.adopt')).toEqual([{ presetId: 'default' }]);
    await waitFor(() => expect(bridge.inputs('presets.rescheduling')).toHaveLength(1));
    await fireEvent.click(screen.getByRole('button', { name: /Undo/ }));
    await waitFor(() => expect(bridge.inputs('presets.undo')).toEqual([{ stepId: 0 }]));
  });

  it('of before is told, and given up when wanted', async () => {
    const { bridge } = await openSettings({ 'presets.get': () => ok(presetsView({ presets: [preset({ fit })] })) });
    expect(screen.getByText(/to 3,412 reviews, 2\.8 % better than before on reviews held back/)).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Use default weights' }));
    expect(bridge.inputs('presets.unfit')).toEqual([{ presetId: 'default' }]);
  });
});

it.each(['', '1', '1, 10', ' 1,5 20 ', '1439', '10, 1', '5, 5', '0', '1440', '1.5', 'x', '1,2,3,4,5,6,7,8,9,10,11'])(
  'takes the steps "%s" only if the contract does',
  (text) => {
    const steps = stepsMinutes(text);
    const numbers = text
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map(Number);
    expect(steps !== null).toBe(v.safeParse(presetOptions.entries.learningStepsMinutes, numbers).success);
    if (steps) expect(steps).toEqual(numbers);
  },
);
