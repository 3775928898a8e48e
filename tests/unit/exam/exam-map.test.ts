import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder } from '../folder.js';
import { builtWorkers } from '../import/built-workers.js';
import { curriculum, planUntil, preparedFolder, preparing, shippedFolder } from './preparing.js';

let bundles = '';
beforeAll(async () => {
  bundles = await builtWorkers();
});

const page = { limit: 500, offset: 0 };

describe('the map of cards and topics', () => {
  it('shows each topic with its notes and why they are there, and the cards of no topic', async () => {
    const { get } = await preparing(bundles);
    const { topics } = await get('exam.map', {});
    expect(topics).toEqual([
      {
        ...{ topicId: 'plane/etcd', domainId: 'plane', title: 'Keep state in etcd', cards: 10 },
        notes: [{ noteId: 'state.md', name: 'state.md', cards: 10, reasons: [{ by: 'words', because: 'state.md', cards: 10 }] }],
      },
      { topicId: 'plane/scheduler', domainId: 'plane', title: 'Schedule Pods', cards: 0, notes: [] },
      {
        ...{ topicId: 'node/kubelet', domainId: 'node', title: 'Run Pods', cards: 10 },
        notes: [{ noteId: 'kubelet.md', name: 'kubelet.md', cards: 10, reasons: [{ by: 'path', because: 'kubelet.md', cards: 10 }] }],
      },
      {
        ...{ topicId: null, domainId: null, title: '', cards: 5 },
        notes: [{ noteId: 'vim.md', name: 'vim.md', cards: 5, reasons: [{ by: null, because: '', cards: 5 }] }],
      },
    ]);
  });

  it('shows the cards of a topic in pages, of one note if wanted', async () => {
    const { get } = await preparing(bundles);
    const { total, cards } = await get('exam.cards', { topicId: 'node/kubelet', noteId: null, limit: 4, offset: 8 });
    expect(total).toBe(10);
    expect(cards.map(({ cardId }) => cardId)).toEqual(['kubelet-8', 'kubelet-9']);
    expect(cards[0]).toMatchObject({ noteName: 'kubelet.md', deck: 'Notes', front: 'What is **kubelet-8**?', by: 'path' });
    expect((await get('exam.cards', { topicId: null, noteId: 'kubelet.md', ...page })).total).toBe(0);
    expect((await get('exam.cards', { topicId: null, noteId: 'vim.md', ...page })).total).toBe(5);
  });

  it('is changed by hand, a card before its note, and each change can be taken back', async () => {
    const { get, events } = await preparing(bundles);
    const note = { of: 'note', id: 'vim.md', topic: { topicId: 'plane/scheduler' } } as const;
    const card = { of: 'card', id: 'vim-0', topic: { topicId: null } } as const;
    const first = await get('exam.assign', { choices: [note] });
    expect(first).toEqual({ before: [{ ...note, topic: null }] });
    expect(events).toEqual(['data.changed']);
    const second = await get('exam.assign', { choices: [card, { ...note, topic: { topicId: 'node/kubelet' } }] });
    expect(second.before).toEqual([{ ...card, topic: null }, note]);
    const { total, cards } = await get('exam.cards', { topicId: 'node/kubelet', noteId: 'vim.md', ...page });
    expect([total, cards[0]?.by]).toEqual([4, 'hand']);
    expect((await get('exam.get', {})).domains.map((domain) => domain.cards)).toEqual([10, 14]);
    await get('exam.assign', { choices: second.before });
    expect((await get('exam.get', {})).domains[0]?.topics[1]).toMatchObject({ topicId: 'plane/scheduler', cards: 5 });
    await get('exam.assign', { choices: first.before });
    expect((await get('exam.cards', { topicId: null, noteId: 'vim.md', ...page })).total).toBe(5);
  });

  it('takes no topic that the curriculum does not have', async () => {
    const { call, get } = await preparing(bundles);
    const choices = [{ of: 'note', id: 'vim.md', topic: { topicId: 'another/exam' } } as const];
    expect(await call('exam.assign', { choices })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect((await get('exam.map', {})).topics.at(-1)?.cards).toBe(5);
  });

  it('keeps what was said by hand when a note is edited and imported again, also after its import was taken back', async () => {
    const { get } = await preparing(bundles);
    const folder = freshFolder();
    const note = '# Tools\n\n- **vim**: An editor that runs in every terminal.\n- **tmux**: A program that keeps terminals open.\n';
    const take = async (file: string, text: string): Promise<string> => {
      writeFileSync(join(folder, file), text);
      const { importId } = await get('import.preview', { paths: [join(folder, file)] });
      return (await get('import.commit', { importId })).batchId;
    };
    const batchId = await take('tools.md', note);
    const { cards } = await get('exam.cards', { topicId: null, noteId: null, ...page });
    const own = cards.filter(({ noteName }) => noteName === 'tools.md');
    expect(own.length).toBeGreaterThanOrEqual(2);
    await get('exam.assign', {
      choices: own.map(({ cardId }) => ({ of: 'card' as const, id: cardId, topic: { topicId: 'plane/scheduler' } })),
    });
    const assigned = async (): Promise<string[]> =>
      (await get('exam.cards', { topicId: 'plane/scheduler', noteId: null, ...page })).cards.map(({ cardId }) => cardId).sort();
    const ids = own.map(({ cardId }) => cardId).sort();
    expect(await assigned()).toEqual(ids);
    await get('import.undo', { batchId });
    expect(await assigned()).toEqual([]);
    await take('tools.md', note);
    expect(await assigned()).toEqual(ids);
    await take('tools.md', note.replace('every terminal', 'any terminal').replace('# Tools', '\n# Tools'));
    expect(await assigned()).toEqual(ids);
  });
});

describe('the curricula', () => {
  const other = curriculum.replace('short: SE', 'short: OE').replace('exam: Sample Exam', 'exam: Other Exam');

  it('are those that ship and those beside imported notes, and one can be chosen and given back', async () => {
    const dataFolder = preparedFolder();
    const { get, call, close } = await preparing(bundles, dataFolder);
    const folder = freshFolder();
    writeFileSync(join(folder, 'tools.md'), '# Tools\n\n- **vim**: An editor that runs in every terminal.\n');
    writeFileSync(join(folder, 'curriculum.yaml'), other);
    const { importId } = await get('import.preview', { paths: [folder] });
    await get('import.commit', { importId });
    await get('exam.plan', { plan: planUntil('2026-12-15') });

    const { chosen, curricula } = await get('exam.curricula', {});
    expect(curricula.map(({ short, problem }) => [short, problem])).toEqual([
      ['SE', null],
      ['OE', null],
    ]);
    expect(chosen).toBe(curricula[0]?.curriculumId);
    const mine = curricula[1]?.curriculumId ?? '';
    expect(await get('exam.choose', { curriculumId: mine })).toEqual({ before: chosen });
    expect(await get('exam.get', {})).toMatchObject({ curriculum: { exam: 'Other Exam' }, plan: { examOn: '2026-12-15' } });
    expect(await call('exam.choose', { curriculumId: join(folder, 'tools.md') })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    await close();

    const again = await preparing(bundles, dataFolder);
    expect((await again.get('exam.curricula', {})).chosen).toBe(mine);
    expect(await again.get('exam.choose', { curriculumId: chosen })).toEqual({ before: mine });
  });

  it('that cannot be read are told with their line', async () => {
    const shipped = shippedFolder(curriculum.replace('weightPercent: 60', 'weightPercent: 70'));
    const { get } = await preparing(bundles, preparedFolder(), shipped);
    const [only] = (await get('exam.curricula', {})).curricula;
    expect(only?.problem?.where).toMatch(/curriculum\.yaml:\d+$/);
    expect(only?.problem?.message).toContain('110 %');
  });
});
