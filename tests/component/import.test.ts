import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../src/shared/result.js';
import { daily } from '../../src/shared/study.js';
import { importFile, importPreview, noChanges, openApp, previewCard, refused, watchedFolder } from './fake-bridge.js';

type Answers = Parameters<typeof openApp>[0];

async function openImport(answers: Answers = {}) {
  const opened = await openApp(answers);
  await fireEvent.click(screen.getByRole('link', { name: 'Import' }));
  return opened;
}

async function openPreview(answers: Answers = {}) {
  const opened = await openImport(answers);
  await fireEvent.click(await screen.findByRole('button', { name: 'Choose folder' }));
  await screen.findByRole('list', { name: /^Cards from/ });
  return opened;
}

const nothingToStore = { hasChanges: false, changedNotes: 0 };

const press = (key: string, options: KeyboardEventInit = {}): Promise<boolean> => fireEvent.keyDown(document.body, { key, ...options });

describe('Import', () => {
  it('shows notes and cards of what was chosen and stores nothing by itself', async () => {
    const { bridge } = await openPreview();
    expect(within(screen.getByRole('list', { name: 'Notes in this import' })).getAllByRole('button')).toHaveLength(2);
    expect(screen.getByText('Question 1?')).toBeVisible();
    expect(bridge.inputs('import.preview')).toEqual([{ paths: ['/notes'] }]);
    expect(bridge.inputs('import.commit')).toEqual([]);
  });

  it('offers the notes that ship with the app while some are not imported', async () => {
    const { bridge } = await openImport({ 'import.shippedLeft': () => ok({ notes: 21 }) });
    expect(await screen.findByText(/^21 notes on the topics of the CKA ship with Etcdeck/)).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Look through them' }));
    expect(await screen.findByText(/^Notes that ship with Etcdeck, /)).toBeVisible();
    expect(bridge.inputs('import.shipped')).toHaveLength(1);
    expect(screen.queryByRole('checkbox', { name: /Watch/ })).toBeNull();
  });

  it('says nothing of them when all are imported', async () => {
    const { bridge } = await openImport();
    await waitFor(() => expect(bridge.inputs('import.shippedLeft')).toHaveLength(1));
    expect(screen.queryByRole('button', { name: 'Look through them' })).toBeNull();
  });

  it('does nothing when the chooser was left without a choice', async () => {
    const { bridge } = await openImport({ 'import.choose': () => ok({ paths: [] }) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose files' }));
    expect(bridge.inputs('import.choose')).toEqual([{ what: 'files' }]);
    expect(bridge.inputs('import.preview')).toEqual([]);
  });

  it('stores on Import n cards, leads to Today, and takes the whole import back with Undo', async () => {
    const { bridge } = await openPreview();
    await fireEvent.click(screen.getByRole('button', { name: 'Import 4 cards' }));
    await screen.findByRole('heading', { name: 'Today' });
    expect(bridge.inputs('import.commit')).toEqual([{ importId: 'import-1' }]);
    expect(screen.getByText('4 cards imported', { selector: '.toast span' })).toBeVisible();
    await press('z', { ctrlKey: true });
    await waitFor(() => expect(bridge.inputs('import.undo')).toEqual([{ batchId: 'batch-1' }]));
    await screen.findByText('Import taken back', { selector: '.toast span' });
  });

  it('commits once for a double Ctrl Enter', async () => {
    const { bridge } = await openPreview({ 'import.commit': () => new Promise(() => undefined) });
    await press('Enter', { ctrlKey: true });
    await press('Enter', { ctrlKey: true });
    expect(bridge.inputs('import.commit')).toHaveLength(1);
  });

  it('offers no import when the notes bring nothing new', async () => {
    await openPreview({ 'import.preview': () => ok(importPreview({ totals: { ...noChanges, kept: 4 }, ...nothingToStore })) });
    expect(screen.queryByRole('button', { name: /^(Import|Update) \d/ })).toBeNull();
    expect(screen.getByText(/already in Etcdeck/)).toBeVisible();
  });

  it('counts what changes when nothing is added', async () => {
    await openPreview({ 'import.preview': () => ok(importPreview({ totals: { ...noChanges, edited: 1 } })) });
    expect(screen.getByRole('button', { name: 'Import 1 card' })).toBeVisible();
  });

  it('stores an edited note whose cards read the same', async () => {
    const { bridge } = await openPreview({
      'import.preview': () => ok(importPreview({ totals: { ...noChanges, kept: 4 }, hasChanges: true, changedNotes: 1 })),
    });
    expect(screen.queryByText(/already in Etcdeck/)).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Update 1 note' }));
    await screen.findByText('1 note updated', { selector: '.toast span' });
    expect(bridge.inputs('import.commit')).toHaveLength(1);
  });

  it('leaves a card out, and takes it in again by Undo', async () => {
    let decision: 'import' | 'rejected' = 'import';
    const { bridge } = await openPreview({
      'import.cards': () => ok({ cards: [previewCard('1', { decision })] }),
      'import.decide': (input) => {
        decision = input.decision;
        return ok(importPreview());
      },
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Reject card' }));
    expect(await screen.findByText('Left out')).toBeVisible();
    await fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Added')).toBeVisible();
    expect(bridge.inputs('import.decide').map((input) => input.decision)).toEqual(['rejected', 'import']);
  });

  it('rewrites a card in place', async () => {
    const { bridge } = await openPreview({ 'import.cards': () => ok({ cards: [previewCard('1')] }) });
    await fireEvent.click(screen.getByRole('button', { name: 'Edit card' }));
    await fireEvent.input(screen.getByLabelText('Question'), { target: { value: 'Mine?' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByLabelText('Question')).toBeNull());
    expect(bridge.inputs('import.decide')).toEqual([
      { importId: 'import-1', fileIndex: 0, key: '1', decision: 'import', edit: { front: 'Mine?', back: 'Answer 1.' } },
    ]);
  });

  it('keeps the wording of a card that is left out and taken in again', async () => {
    const { bridge } = await openPreview({ 'import.cards': () => ok({ cards: [previewCard('1')] }) });
    await fireEvent.click(screen.getByRole('button', { name: 'Edit card' }));
    await fireEvent.input(screen.getByLabelText('Question'), { target: { value: 'Mine?' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Reject card' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(bridge.inputs('import.decide')).toHaveLength(3));
    expect(bridge.inputs('import.decide').at(-1)).toMatchObject({ decision: 'import', edit: { front: 'Mine?' } });
  });

  it('asks whether a card continues one that is gone, shows what is different, and takes the answer back when asked to', async () => {
    let answer: 'same' | 'new' | null = null;
    const files = [importFile(0, 'etcd.md', { questions: 1 })];
    const preview = () => importPreview({ files, questions: answer === null ? 1 : 0 });
    const asks = () => ({ front: 'Old question 1?', back: 'Answer 1.', note: 'old.md', dueOn: '2026-12-01', answer });
    const { bridge } = await openPreview({
      'import.preview': () => ok(preview()),
      'import.cards': () => ok({ cards: [previewCard('1', { asks: asks() })] }),
      'import.decide': ({ continues }) => {
        answer = continues === undefined ? null : continues ? 'same' : 'new';
        return ok(preview());
      },
    });
    const question = screen.getByRole('group', { name: 'Is this the same card?' });
    expect(question).toHaveTextContent('no longer in old.md, next in 9 days');
    expect(question.querySelector('del')).toHaveTextContent('Old');
    expect(screen.getByText('1 open question: is this new card one you had?')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Yes, keep its schedule' }));
    expect(await screen.findByText('Taken as the card that was in old.md.')).toBeVisible();
    expect(screen.queryByText(/open question/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Change answer' })).toHaveFocus();
    await fireEvent.click(screen.getByRole('button', { name: 'Change answer' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'No, it is new' }));
    expect(await screen.findByText('Taken as a new card, not the one that was in old.md.')).toBeVisible();
    expect(bridge.inputs('import.decide').map(({ continues }) => continues)).toEqual([true, undefined, false]);
  });

  it('goes to the next open question by key, also in another note', async () => {
    const files = [importFile(0, 'etcd.md'), importFile(1, 'kubelet.md', { questions: 2 })];
    const asks = { front: 'Old?', back: 'Old.', note: 'old.md', dueOn: null, answer: null };
    await openPreview({
      'import.preview': () => ok(importPreview({ files, questions: 2 })),
      'import.cards': ({ fileIndex }) =>
        ok({ cards: fileIndex === 1 ? [previewCard('q1', { asks }), previewCard('q2', { asks })] : [previewCard('1')] }),
    });
    for (const at of [0, 1, 0]) {
      await fireEvent.keyDown(document.body, { key: 'n' });
      await waitFor(() => expect(screen.getAllByRole('button', { name: 'Yes, keep its schedule' })[at]).toHaveFocus());
    }
  });

  it('says when the schedule in the note is taken over', async () => {
    await openPreview({ 'import.cards': () => ok({ cards: [previewCard('1', { takesOverDueOn: '2026-12-03' })] }) });
    expect(screen.getByText('line 3, term; schedule taken over from the note: due 3 December')).toBeVisible();
  });

  it('opens the note of a problem at its line, and nothing for a place that is no note', async () => {
    const problem = { path: '/n/a.md', name: 'a.md', severity: 'error' as const, message: 'Fence open', hint: 'Close it.', line: 24 };
    const { bridge } = await openPreview({
      'import.preview': () =>
        ok(
          importPreview({
            problems: [
              { ...problem, fileIndex: 1 },
              { ...problem, fileIndex: null },
            ],
          }),
        ),
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Open note' }));
    expect(bridge.inputs('import.open')).toEqual([{ importId: 'import-1', fileIndex: 1, line: 24 }]);
  });

  it('watches the folder it came from when asked to, and does not offer it for one that is watched', async () => {
    const { bridge } = await openPreview({
      'import.preview': () => ok(importPreview({ folders: ['/notes/cka', '/notes/seen/deep'] })),
      'watch.list': () => ok({ folders: [watchedFolder(1, { path: '/notes/seen' })] }),
    });
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Watch this folder' }));
    await fireEvent.click(screen.getByRole('button', { name: /^Import 4 cards/ }));
    await waitFor(() => expect(bridge.inputs('watch.add')).toEqual([{ path: '/notes/cka' }]));
  });

  it('stores choices about cards although the notes bring nothing new', async () => {
    const { bridge } = await openPreview({
      'import.preview': () => ok(importPreview({ totals: { ...noChanges, kept: 2 }, ...nothingToStore })),
      'import.decide': () => ok(importPreview({ totals: { ...noChanges, kept: 1, rejected: 1 }, hasChanges: true, changedNotes: 0 })),
      'import.cards': () => ok({ cards: [previewCard('1', { change: 'kept' })] }),
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Reject card' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Keep these choices' }));
    expect(bridge.inputs('import.commit')).toHaveLength(1);
  });

  it('stops a running reading before it starts another', async () => {
    let stop: () => void = () => undefined;
    const order: string[] = [];
    const { bridge } = await openImport({
      'import.preview': ({ paths }) => {
        order.push(`read ${paths.join()}`);
        if (order.length > 1) return ok(importPreview());
        return new Promise((resolve) => {
          stop = () => {
            order.push('stopped');
            resolve(fail({ code: 'cancelled', message: 'Stopped.' }));
          };
        });
      },
      'import.cancel': () => {
        setTimeout(() => stop(), 10);
        return ok({});
      },
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose folder' }));
    await waitFor(() => expect(order).toEqual(['read /notes']));
    await fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [new File(['x'], 'b.md')] } });
    await screen.findByRole('list', { name: /^Cards from/ });
    expect(order).toEqual(['read /notes', 'stopped', 'read /dropped/b.md']);
    expect(bridge.inputs('import.cancel')).toHaveLength(1);
  });

  it('reads what is chosen after a Cancel once the reading before has stopped', async () => {
    let running = false;
    let stop: () => void = () => undefined;
    await openImport({
      'import.preview': () => {
        if (running) return fail({ code: 'busy', message: 'Notes are being read already.' });
        if (stop.name === 'stopped') return ok(importPreview());
        running = true;
        return new Promise((resolve) => {
          stop = function stopped() {
            running = false;
            resolve(fail({ code: 'cancelled', message: 'Stopped.' }));
          };
        });
      },
      'import.cancel': () => {
        setTimeout(() => stop(), 20);
        return ok({});
      },
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose folder' }));
    await waitFor(() => expect(running).toBe(true));
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose folder' }));
    await screen.findByRole('list', { name: /^Cards from/ });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says how to go on when an import cannot be taken back', async () => {
    await openPreview({
      'import.undo': () =>
        fail({ code: 'conflict', message: 'A later import builds on this one.', hint: 'Take the later one back first.' }),
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Import 4 cards' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('A later import builds on this one. Take the later one back first.', { selector: '.toast span' });
  });

  it('saves no card without a question', async () => {
    const { bridge } = await openPreview({ 'import.cards': () => ok({ cards: [previewCard('1')] }) });
    await fireEvent.click(screen.getByRole('button', { name: 'Edit card' }));
    await fireEvent.input(screen.getByLabelText('Question'), { target: { value: '  ' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(bridge.inputs('import.decide')).toEqual([]);
  });

  it('marks the words of an edited card and says that it keeps its schedule', async () => {
    const card = previewCard('1', {
      change: 'edited',
      back: 'A PodSpec in YAML or JSON.',
      before: { front: 'Question 1?', back: 'A PodSpec in YAML.' },
      dueOn: '2026-12-01',
      line: 17,
      endLine: 17,
    });
    await openPreview({ 'import.cards': () => ok({ cards: [card] }) });
    expect(screen.getByText('or JSON', { selector: 'ins' })).toBeVisible();
    expect(screen.getByText('line 17, edited in the note; keeps its schedule, next in 9 days')).toBeVisible();
  });

  it('lists problems and held-back cards first, also those of other notes, and takes a decision on each', async () => {
    const held = previewCard('h', { decision: 'held-back', reasons: ['answer too long'], line: 12 });
    const files = [importFile(0, 'etcd.md'), importFile(1, 'kubelet.md', { folder: 'node', totals: { ...noChanges, heldBack: 2 } })];
    const problems = [
      {
        path: '/n/a.md',
        name: 'a.md',
        fileIndex: 0,
        line: 24,
        severity: 'error' as const,
        message: 'Code fence is not closed',
        hint: 'Close it after line 29.',
      },
    ];
    const { bridge } = await openPreview({
      'import.preview': () => ok(importPreview({ files, problems, totals: { ...noChanges, added: 2, heldBack: 2 } })),
      'import.cards': ({ fileIndex }) => ok({ cards: fileIndex === 1 ? [held, { ...held, key: 'i', line: 13 }] : [previewCard('1')] }),
      'import.decide': () => ok(importPreview({ files, problems, totals: { ...noChanges, added: 3, heldBack: 1 } })),
    });
    expect(await screen.findByText('a.md:24')).toBeVisible();
    expect(screen.getByText('Close it after line 29.')).toBeVisible();
    const notice = screen.getByText('node/kubelet.md:12').closest('.notice') as HTMLElement;
    expect(notice).toHaveTextContent('Card held back: answer too long');
    await fireEvent.click(within(notice).getByRole('button', { name: 'Keep' }));
    const other = screen.getByText('node/kubelet.md:13').closest('.notice') as HTMLElement;
    await fireEvent.click(within(other).getByRole('button', { name: 'Leave out' }));
    await waitFor(() =>
      expect(bridge.inputs('import.decide').map((input) => [input.key, input.decision])).toEqual([
        ['h', 'import'],
        ['i', 'rejected'],
      ]),
    );
  });

  it('shows how far reading is, and stops', async () => {
    const { bridge } = await openImport({ 'import.preview': () => new Promise(() => undefined) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose folder' }));
    await waitFor(() => expect(bridge.inputs('import.preview')).toHaveLength(1));
    bridge.emit('import.progress', { file: 'storage.md', done: 6, total: 8, read: [] });
    expect(await screen.findByText('Reading storage.md')).toBeVisible();
    expect(screen.getByText('6 of 8 notes')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputs('import.cancel')).toHaveLength(1);
    expect(await screen.findByText('Turn your notes into cards')).toBeVisible();
  });

  it('lists the notes as they are read, with what each gives', async () => {
    const { bridge } = await openImport({ 'import.preview': () => new Promise(() => undefined) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose folder' }));
    await waitFor(() => expect(bridge.inputs('import.preview')).toHaveLength(1));
    const plain = { folder: 'node', cards: 0, heldBack: 0, problems: 0, unchanged: false, emptyReason: null };
    const first = { ...plain, name: 'kubelet.md', cards: 11, heldBack: 1 };
    bridge.emit('import.progress', { file: 'node/kubelet.md', done: 1, total: 4, read: [first] });
    const rows = async (n: number) => {
      const list = await screen.findByRole('list', { name: 'Notes read so far' });
      await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(n));
      return within(list)
        .getAllByRole('listitem')
        .map((row) => row.textContent.replace(/\s+/g, ' ').trim());
    };
    expect(await rows(1)).toEqual(['kubelet.md node 11 cards 1 held back']);
    const later = [
      { ...plain, name: 'links.md', emptyReason: 'only links' },
      // Of the same name, from another folder that was chosen.
      { ...plain, name: 'kubelet.md', cards: 3, unchanged: true, problems: 1 },
    ];
    bridge.emit('import.progress', { file: 'node/kubelet.md', done: 3, total: 4, read: later });
    expect((await rows(3)).slice(1)).toEqual(['links.md node No cards: only links', 'kubelet.md node 3 unchanged 1 problem']);
  });

  it('says what went wrong and stays usable', async () => {
    await openImport({ 'import.preview': () => refused('The folder is gone.') });
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose folder' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The folder is gone.');
    expect(screen.getByRole('button', { name: 'Choose folder' })).toBeVisible();
  });

  it('says in one sentence that a folder has no notes', async () => {
    const empty = ok(importPreview({ files: [], problems: [], totals: noChanges, questions: 0, ...nothingToStore }));
    const { bridge } = await openImport({ 'import.preview': () => empty });
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose folder' }));
    expect(await screen.findByRole('heading', { name: 'No notes found' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText(/Nothing to import/)).toBeNull();
    expect(bridge.inputs('import.cards')).toEqual([]);
  });

  it('says in one sentence that what was chosen is no note', async () => {
    const hint = 'Notes end in .md or .markdown; rename the file if it is one.';
    const problem = {
      path: '/x/cards.tsv',
      name: 'cards.tsv',
      fileIndex: null,
      line: 1,
      severity: 'error',
      message: 'This is not a Markdown file.',
      hint,
    } as const;
    const none = ok(importPreview({ files: [], problems: [problem], totals: noChanges, questions: 0, ...nothingToStore }));
    await openImport({ 'import.preview': () => none });
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose files' }));
    expect(await screen.findByText('This is not a Markdown file.')).toBeVisible();
    expect(screen.getByText(hint)).toBeVisible();
    for (const other of [/No notes found/, /Nothing to import/, /no such note/]) expect(screen.queryByText(other)).toBeNull();
  });

  it('says why a note gives no cards', async () => {
    const files = [importFile(0, 'links.md', { totals: noChanges, emptyReason: 'only links' })];
    await openImport({
      'import.preview': () => ok(importPreview({ files, totals: noChanges })),
      'import.cards': () => ok({ cards: [] }),
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose folder' }));
    expect((await screen.findAllByText('No cards: only links')).length).toBeGreaterThan(0);
  });

  it('reads what is dropped anywhere on the window, but not during a review', async () => {
    const { bridge, app } = await openApp();
    const dataTransfer = { types: ['Files'], files: [new File(['x'], 'etcd.md')], dropEffect: 'none' };
    await fireEvent.drop(document.body, { dataTransfer });
    await waitFor(() => expect(bridge.inputs('import.preview')).toEqual([{ paths: ['/dropped/etcd.md'] }]));
    app.review(daily(null));
    await fireEvent.drop(document.body, { dataTransfer });
    expect(bridge.inputs('import.preview')).toHaveLength(1);
  });

  it('walks the notes with the arrows and shows the cards of each', async () => {
    const { bridge } = await openPreview();
    const [first, second] = within(screen.getByRole('list', { name: 'Notes in this import' })).getAllByRole('button');
    expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1]);
    first?.focus();
    await fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement).toBe(second));
    await screen.findByRole('list', { name: 'Cards from kubelet.md' });
    expect(bridge.inputs('import.cards').map((input) => input.fileIndex)).toEqual([0, 1]);
  });

  it('makes rows for the first cards of a long note and more on request', async () => {
    const cards = Array.from({ length: 500 }, (_, i) => previewCard(String(i)));
    await openPreview({ 'import.cards': () => ok({ cards }) });
    const list = screen.getByRole('list', { name: 'Cards from etcd.md' });
    expect(list.children).toHaveLength(60);
    await fireEvent.click(screen.getByRole('button', { name: 'Show 440 more' }));
    expect(list.children).toHaveLength(120);
  });
});
