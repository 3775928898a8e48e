import { describe, expect, it } from 'vitest';
import { packNote } from '../../../src/main/domain/notes/packed-note.js';
import { createDraftShelf, type DraftShelf } from '../../../src/main/store/transfer/import-drafts.js';
import { importDesk, inlinePool, parseSimply } from './import-desk.js';

const note = { path: 'a.md', text: '# Etcd\n- etcd: stores “state” 容量\n- raft: is doubtful' };

describe('the shelf on which the cards of an import wait', () => {
  it('gives the cards of each note back as they were, and their marks', () => {
    const shelf = createDraftShelf();
    const parsed = parseSimply(note);
    const other = shelf.put(packNote(parseSimply({ path: 'b.md', text: '' })).cards);
    const place = shelf.put(packNote(parsed).cards);
    expect(shelf.drafts(place)).toEqual(parsed.cards);
    expect(shelf.marks(place).map(({ line, held }) => [line, held])).toEqual([
      [2, false],
      [3, true],
    ]);
    expect([shelf.drafts(other), shelf.marks(other)]).toEqual([[], []]);
    shelf.close();
  });

  it('has one mark for cards that differ in case and punctuation only, and another for any other card', () => {
    const markOf = (line: string): number | undefined => {
      const shelf = createDraftShelf();
      const [mark] = shelf.marks(shelf.put(packNote(parseSimply({ path: 'a.md', text: line })).cards));
      shelf.close();
      return mark?.text;
    };
    expect(markOf('- etcd: stores state')).toBe(markOf('- Etcd: stores, state.'));
    expect(markOf('- etcd: stores state')).not.toBe(markOf('- etcd: stores states'));
  });

  it('is closed however an import ends', async () => {
    let open = 0;
    const createShelf = (): DraftShelf => {
      open++;
      const shelf = createDraftShelf();
      return { ...shelf, close: () => (open--, shelf.close()) };
    };
    const pool = inlinePool();
    const desk = importDesk({ 'a.md': ['- etcd: stores state'] }, { createShelf, pool });
    await desk.preview();
    await desk.preview();
    expect(open).toBe(1);
    await desk.service.cancel();
    expect(open).toBe(0);
    const { batchId } = await desk.import();
    expect(open).toBe(0);
    await desk.service.undo({ batchId });
    await desk.service.importStarters(desk.folder);
    await desk.service.takeOver({ folders: [desk.folder], paths: [desk.path('a.md')] });
    expect(open).toBe(0);
    const stopped = desk.preview();
    await desk.service.cancel();
    await expect(stopped).rejects.toThrow();
    expect(open).toBe(0);
  });
});
