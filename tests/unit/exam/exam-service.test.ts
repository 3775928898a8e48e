import { beforeAll, describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtWorkers } from '../import/built-workers.js';
import { curriculum, planUntil, preparedFolder, preparing, shippedFolder, todayOn } from './preparing.js';

let bundles = '';
beforeAll(async () => {
  bundles = await builtWorkers();
});

describe('the exam', () => {
  it('shows coverage by topic before there is a plan, and withholds readiness', async () => {
    const { get } = await preparing(bundles);
    const view = await get('exam.get', {});
    expect(view).toMatchObject({ plan: null, daysLeft: null, readiness: null, withheldFor: 100, today: null, topics: 3, covered: 2 });
    expect(view.domains.map(({ title, cards, seen }) => [title, cards, seen])).toEqual([
      ['Control plane', 10, 0],
      ['Node', 10, 0],
    ]);
    expect(view.domains[0]?.topics[1]).toMatchObject({ title: 'Schedule Pods', cards: 0, recall: null });
    expect(await get('exam.forecast', {})).toBeNull();
    expect((await get('today.get', {})).exam).toBeNull();
  });

  it('has a plan when a date is set, and none when that is taken back', async () => {
    const { get, events } = await preparing(bundles);
    const plan = planUntil('2026-12-15');
    expect(await get('exam.plan', { plan })).toEqual({ before: null });
    expect(events).toEqual(['data.changed']);
    const view = await get('exam.get', {});
    expect(view).toMatchObject({ plan, daysLeft: 22, today: { spentSeconds: 0 } });
    expect(view.today?.cardIds.length).toBeGreaterThan(0);
    expect(view.today?.seconds).toBeLessThanOrEqual(30 * 60);
    expect(await get('exam.plan', { plan: null })).toEqual({ before: plan });
    expect(await get('exam.get', {})).toMatchObject({ plan: null, today: null });
    expect(await get('exam.plan', { plan })).toEqual({ before: null });
  });

  it('refuses a day further away than its form takes, and keeps the plan it had', async () => {
    const { get } = await preparing(bundles);
    const plan = planUntil('2029-11-01');
    await get('exam.plan', { plan });
    await expect(get('exam.plan', { plan: planUntil('2126-11-23') })).rejects.toThrow('too far away');
    expect((await get('exam.get', {})).plan).toEqual(plan);
  });

  it('spreads new cards over its topics and the days, and asks for none of a topic left out or of no topic', async () => {
    const { get } = await preparing(bundles);
    await get('exam.plan', { plan: planUntil('2026-12-23', { hoursPerWeek: 0.5 }) });
    const cardIds = (await get('exam.get', {})).today?.cardIds ?? [];
    expect(cardIds.slice(0, 2).map((cardId) => cardId.split('-')[0])).toEqual(['kubelet', 'etcd']);
    await get('exam.plan', { plan: planUntil('2026-11-25', { hoursPerWeek: 40, leftOut: ['node/kubelet'] }) });
    const { today, covered } = await get('exam.get', {});
    expect(today?.cardIds).toHaveLength(10);
    expect(today?.cardIds.every((cardId) => cardId.startsWith('etcd'))).toBe(true);
    expect(covered).toBe(2);
  });

  it('tells Today at once what is known, and the rest when it is worked out', async () => {
    const { get, events } = await preparing(bundles);
    await get('exam.plan', { plan: planUntil('2026-12-15') });
    expect((await get('today.get', {})).exam).toEqual({ examOn: '2026-12-15', daysLeft: 22, standing: null });
    const { today } = await get('exam.get', {});
    await expect.poll(() => events, { timeout: 20_000 }).toContain('exam.changed');
    expect((await get('today.get', {})).exam?.standing).toMatchObject({
      ...{ short: 'SE', readiness: null, withheldFor: 100, topics: 3, covered: 2 },
      ...{ cards: today?.cardIds.length, fresh: today?.fresh, seconds: today?.seconds, spentSeconds: 0 },
    });
  });

  it('plays the plan to the exam, and says what time would suffice and what to leave out when it does not', async () => {
    const { get } = await preparing(bundles);
    await get('exam.plan', { plan: planUntil('2026-12-15') });
    const enough = await get('exam.forecast', {});
    expect(enough).toMatchObject({ unseen: 0, neededHoursPerWeek: null, drop: [] });
    expect(enough?.days).toHaveLength(22);
    expect(enough?.days[0]).toMatchObject({ dayOn: todayOn, reviews: 0 });
    const short = planUntil('2026-11-25', { hoursPerWeek: 0.5 });
    await get('exam.plan', { plan: short });
    const tight = await get('exam.forecast', {});
    expect(tight?.unseen).toBeGreaterThan(0);
    expect(tight?.drop.length).toBeGreaterThan(0);
    await get('exam.plan', { plan: { ...short, hoursPerWeek: tight?.neededHoursPerWeek ?? 0 } });
    expect(await get('exam.forecast', {})).toMatchObject({ unseen: 0 });
    await get('exam.plan', { plan: { ...short, leftOut: tight?.drop.map(({ topicId }) => topicId) ?? [] } });
    expect((await get('exam.forecast', {}))?.unseen).toBeLessThan(tight?.unseen ?? 0);
  });

  it('is over the day after: the plan stays, and asks for nothing', async () => {
    const { get, clock } = await preparing(bundles);
    await get('exam.plan', { plan: planUntil('2026-11-24') });
    expect((await get('exam.get', {})).daysLeft).toBe(1);
    clock.at += 86_400_000;
    expect(await get('exam.get', {})).toMatchObject({ daysLeft: 0, today: { cardIds: [] } });
    expect((await get('today.get', {})).exam?.daysLeft).toBe(0);
    clock.at += 86_400_000;
    expect(await get('exam.get', {})).toMatchObject({ daysLeft: null, today: null, plan: { examOn: '2026-11-24' } });
    expect((await get('today.get', {})).exam).toBeNull();
    expect(await get('exam.forecast', {})).toBeNull();
  });

  it('keeps its plan over a restart', async () => {
    const dataFolder = preparedFolder();
    const first = await preparing(bundles, dataFolder);
    await first.get('exam.plan', { plan: planUntil('2026-12-15') });
    await first.close();
    const second = await preparing(bundles, dataFolder);
    expect((await second.get('exam.get', {})).plan).toEqual(planUntil('2026-12-15'));
  });

  it('refuses a date the calendar does not have', async () => {
    const { call } = await preparing(bundles);
    expect(await call('exam.plan', { plan: planUntil('2026-02-30') })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});

describe('the curriculum', () => {
  it('that cannot be read is told with its line, and read again when it is mended', async () => {
    const shipped = shippedFolder(curriculum.replace('weightPercent: 60', 'weightPercent: 160'));
    const { call } = await preparing(bundles, preparedFolder(), shipped);
    const result = await call('exam.get', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'file' } });
    expect(result.ok ? '' : result.error.where).toMatch(/curriculum\.yaml:10$/);
    writeFileSync(join(shipped, 'cka', 'curriculum.yaml'), curriculum);
    expect(await call('exam.get', {})).toMatchObject({ ok: true, value: { topics: 3 } });
  });

  it('that is nowhere is told as missing', async () => {
    const { call } = await preparing(bundles, preparedFolder(), null);
    expect(await call('exam.get', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
