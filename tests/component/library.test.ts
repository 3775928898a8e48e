import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { noteLines } from '../../src/renderer/features/library/note-lines.js';
import { fail, ok } from '../../src/shared/result.js';
import { libraryCard, libraryNote, libraryNoteView, openApp, refused, todayView } from './fake-bridge.js';

const press = (key: string, init: KeyboardEventInit = {}): Promise<boolean> =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });

async function openLibrary(answers: Parameters<typeof openApp>[0] = {}) {
  const opened = await openApp(answers);
  await fireEvent.click(await screen.findByRole('link', { name: 'Library' }));
  await screen.findByRole('heading', { level: 1, name: 'Library' });
  return opened;
}
const cards = () => within(screen.getByRole('list', { name: /^Cards from/ })).getAllByRole('listitem');

describe('the notes of the Library', () => {
  it('stand in their folders, found by their names', async () => {
    await openLibrary();
    expect(await screen.findByText('4 cards from 2 notes')).toBeVisible();
    await fireEvent.input(screen.getByRole('searchbox', { name: 'Find in notes' }), { target: { value: 'kubelet' } });
    const tree = screen.getByRole('list', { name: 'Notes' });
    expect(within(tree).queryByText('kube-proxy')).toBeNull();
    expect(within(tree).getByText('kubelet')).toBeVisible();
  });

  it('are reviewed from their rows, without being opened first', async () => {
    const { bridge } = await openLibrary();
    await fireEvent.click(await screen.findByRole('button', { name: 'Review the cards of kubelet.md' }));
    await waitFor(() => expect(bridge.inputs('session.start')).toHaveLength(1));
    expect(bridge.inputs('session.start')[0]?.study).toMatchObject({ scope: { kind: 'note', name: 'kubelet.md' }, practice: false });
  });

  it('keep their front matter folded until it is asked for', async () => {
    const lines = ['---', 'deck: Node', '---', '# Kubelet', '- **Agent**: runs on each node.'];
    await openLibrary({ 'library.note': ({ noteId }) => ok(libraryNoteView(noteId, { lines, cards: [] })) });
    const fold = await screen.findByRole('button', { name: 'Front matter, 3 lines' });
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('deck: Node')).toBeNull();
    await fireEvent.click(fold);
    expect(screen.getByText('deck: Node')).toBeVisible();
    await fireEvent.click(fold);
    expect(screen.queryByText('deck: Node')).toBeNull();
  });

  it('mark the line of a chosen card, and the card of a chosen line', async () => {
    await openLibrary();
    await fireEvent.click(await screen.findByText('Question b?'));
    expect(screen.getByRole('button', { name: /^4/ })).toHaveAttribute('aria-pressed', 'true');
    await fireEvent.click(screen.getByRole('button', { name: /^3/ }));
    expect(screen.getByText('Question a?').closest('button')).toHaveAttribute('aria-current', 'true');
    expect(screen.getByText('stability 6 days')).toBeVisible();
  });

  it('say how to go on when a change cannot be taken back', async () => {
    await openLibrary({
      'card.undo': () => fail({ code: 'conflict', message: 'The card was changed since.', hint: 'Take that back first.' }),
    });
    await fireEvent.click(await screen.findByText('Question a?'));
    await press('f');
    await screen.findByText('Card flagged', { selector: '.toast span' });
    await press('z', { ctrlKey: true });
    await screen.findByText('The card was changed since. Take that back first.', { selector: '.toast span' });
  });

  it('have their cards rewritten in place, with a way back', async () => {
    const { bridge } = await openLibrary();
    await fireEvent.click(await screen.findByText('Question a?'));
    await press('e');
    const question = await screen.findByRole('textbox', { name: 'Question' });
    await fireEvent.input(question, { target: { value: 'My question?' } });
    await fireEvent.keyDown(question, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(bridge.inputs('card.edit')).toEqual([{ cardId: 'a', front: 'My question?', back: 'Answer a.' }]));
    await fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(bridge.inputs('card.undo')).toEqual([{ stepIds: [1] }]);
  });

  it('keep what is being written while the note is read again', async () => {
    const { bridge } = await openLibrary();
    await fireEvent.click(await screen.findByText('Question a?'));
    await press('e');
    await fireEvent.input(await screen.findByRole('textbox', { name: 'Question' }), { target: { value: 'Half a' } });
    bridge.emit('data.changed', {});
    await waitFor(() => expect(bridge.inputs('library.note').length).toBe(2));
    expect(screen.getByRole('textbox', { name: 'Question' })).toHaveValue('Half a');
  });

  it('show the text of the note beside a card in the words of the person', async () => {
    const own = libraryCard('a', { generated: { front: 'Made?', back: 'From the note.' }, sourceChanged: true });
    const { bridge } = await openLibrary({ 'library.note': () => ok(libraryNoteView('kube-proxy', { cards: [own] })) });
    await fireEvent.click(await screen.findByText('Question a?'));
    expect(screen.getByText('In your words. The note changed after that and now gives:')).toBeVisible();
    expect(screen.getByText('From the note.')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Use the text from the note' }));
    expect(bridge.inputs('card.revert')).toEqual([{ cardId: 'a' }]);
  });

  it('keep their cards when the file is gone, and say so', async () => {
    const problem = { message: 'The file is no longer there.', hint: 'Put it back.' };
    await openLibrary({ 'library.note': () => ok(libraryNoteView('kube-proxy', { lines: [], problem })) });
    expect(await screen.findByText('The file is no longer there.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Open in editor' })).toBeNull();
    expect(cards().length).toBe(2);
  });

  it('lead to the import when they changed', async () => {
    const { bridge } = await openLibrary({ 'library.note': () => ok(libraryNoteView('kube-proxy', { changed: true })) });
    await fireEvent.click(await screen.findByRole('button', { name: 'Import again' }));
    await waitFor(() => expect(bridge.inputs('import.preview')).toEqual([{ paths: ['/notes/node/kube-proxy.md'] }]));
  });

  it('open in the editor at the chosen line, or say why not', async () => {
    const { bridge } = await openLibrary({ 'note.open': () => refused('No program opened the note.') });
    await fireEvent.click(await screen.findByText('Question b?'));
    await press('o');
    expect(bridge.inputs('note.open')).toEqual([{ noteId: 'kube-proxy', line: 4 }]);
    expect(await screen.findByRole('alert')).toHaveTextContent('No program opened the note.');
  });

  it('are asked for when there are none', async () => {
    await openLibrary({ 'library.notes': () => ok({ notes: [] }) });
    expect(await screen.findByText('No notes yet')).toBeVisible();
  });

  it('say what failed, and ask again', async () => {
    let isDown = true;
    await openLibrary({ 'library.notes': () => (isDown ? refused('It broke.') : ok({ notes: [libraryNote('kubelet')] })) });
    expect(await screen.findByRole('alert')).toHaveTextContent('It broke.');
    isDown = false;
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('2 cards from 1 note')).toBeVisible();
  });
});

describe('the cards of the Library', () => {
  it('are found as typed, walked with the arrows and opened in their note', async () => {
    const { bridge, app } = await openLibrary();
    await press('v');
    await fireEvent.input(await screen.findByRole('searchbox', { name: 'Find cards' }), { target: { value: 'is:due' } });
    await waitFor(() => expect(bridge.inputs('library.cards').at(-1)).toMatchObject({ query: 'is:due', filter: null, offset: 0 }));
    screen.getByRole('searchbox', { name: 'Find cards' }).focus();
    await press('ArrowDown');
    await press('ArrowDown');
    expect(document.activeElement).toHaveTextContent('Question b?');
    await press('Enter');
    await waitFor(() => expect(app.library.card?.cardId).toBe('b'));
    expect(app.library.noteId).toBe('kubelet');
  });

  it('are suspended and flagged together, or one at a time', async () => {
    const { bridge } = await openLibrary();
    await press('v');
    await fireEvent.click(await screen.findByRole('checkbox', { name: 'Select all on show' }));
    await press('s');
    expect(bridge.inputs('card.suspend')).toEqual([{ cardIds: ['a', 'b'], suspended: true }]);
    expect(await screen.findByText('2 cards suspended')).toBeVisible();
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Select all on show' }));
    await press('f');
    expect(bridge.inputs('card.flag')).toEqual([{ cardIds: ['a'], flagged: true }]);
  });

  it('that are set aside are listed from Today, with the reason', async () => {
    const orphan = libraryCard('a', { state: 'set-aside', setAside: 'text-removed' });
    const { bridge } = await openApp({
      'today.get': () => ok(todayView({ orphans: 1 })),
      'library.cards': () => ok({ total: 1, cards: [orphan], unknown: [] }),
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Show them' }));
    expect(await screen.findByText(/its text is no longer in node\/kubelet.md/)).toBeVisible();
    expect(bridge.inputs('library.cards').at(-1)).toMatchObject({ filter: 'orphan' });
  });

  it('say which part of what was typed is no filter', async () => {
    await openLibrary({ 'library.cards': () => ok({ total: 0, cards: [], unknown: ['is:green'] }) });
    await press('v');
    expect(await screen.findByText('is:green is no filter.')).toBeVisible();
    expect(screen.getByText('No card fits.')).toBeVisible();
  });
});

it('reads a note line by line, code and front matter as they are', () => {
  const kinds = noteLines(['---', 'a: 1', '---', '## Title', '  - item', '```sh', '# not a title', '```', 'end']).map(
    ({ kind, indent, marker, text }) => [kind, indent, marker, text],
  );
  expect(kinds).toEqual([
    ['code', 0, '', '---'],
    ['code', 0, '', 'a: 1'],
    ['code', 0, '', '---'],
    ['heading', 0, '', 'Title'],
    ['text', 1, '-', 'item'],
    ['code', 0, '', '```sh'],
    ['code', 0, '', '# not a title'],
    ['code', 0, '', '```'],
    ['text', 0, '', 'end'],
  ]);
  expect(noteLines(['<details><summary>Why?</summary>', 'So.', '</details>', '- a <b>']).map(({ text }) => text)).toEqual([
    'Why?',
    'So.',
    '',
    'a <b>',
  ]);
});
