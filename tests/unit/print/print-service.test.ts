/** Printing with a printer that draws nothing: which cards, where to, and what a person may change their mind about. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPrintService } from '../../../src/main/features/print/print-service.js';
import type { SheetPrinter } from '../../../src/main/features/print/print-service.js';
import { createDeckStore } from '../../../src/main/store/tables/decks.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import { createPrintedCards } from '../../../src/main/store/tables/printed-cards.js';
import { mostPrintedCards } from '../../../src/shared/print.js';
import type { Sheet } from '../../../src/shared/print.js';
import { freshFolder } from '../folder.js';
import { addCards, cardIds } from '../sample-cards.js';

function desk(cards: number, printer: Partial<SheetPrinter> = {}) {
  const db = openDatabase(freshFolder());
  onTestFinished(() => void db.close());
  addCards(db, cardIds(cards));
  const file = join(freshFolder(), 'sheet.pdf');
  const sheets: Sheet[] = [];
  const state = { file: file as string | null, shown: [] as string[] };
  const prints = createPrintService({
    platform: {
      printer: {
        toPdf(sheet) {
          sheets.push(sheet);
          return Promise.resolve({ pdf: new TextEncoder().encode('%PDF'), pages: 2 });
        },
        toPaper: () => Promise.resolve(true),
        ...printer,
      },
      chooseSaveFile: () => Promise.resolve(state.file),
      showInFolder: (path) => void state.shown.push(path),
    },
    scopes: { listOf: (scope) => Promise.resolve(scope.kind === 'cards' ? scope.cardIds : null) },
    decks: createDeckStore(db),
    printed: createPrintedCards(db),
    study: { moment: () => ({ at: 0, on: '2026-11-22' }) },
    exam: {
      view: () => Promise.reject(new Error('no exam')),
      forecast: () => Promise.resolve(null),
      cancel: () => Promise.resolve(),
    },
    imageOf: () => Promise.reject(new Error('no image')),
  });
  return { prints, db, file, sheets, state };
}

const all = { scopes: [{ kind: 'all' as const }], paper: 'a4' as const };

describe('printing', () => {
  it('saves the cards in use, each once, and shows the file', async () => {
    const { prints, db, file, sheets, state } = desk(5);
    db.prepare('UPDATE cards SET suspendedAt = 1 WHERE cardId = ?').run('card-0');
    const scopes = [{ kind: 'all' as const }, { kind: 'cards' as const, cardIds: ['card-0', 'card-1', 'card-2'] }];
    expect(await prints.count({ scopes })).toBe(4);
    expect(await prints.save({ scopes, paper: 'letter' })).toEqual({ name: 'sheet.pdf', pages: 2 });
    expect(readFileSync(file, 'utf8')).toBe('%PDF');
    expect(sheets.flatMap(({ sections }) => sections.flatMap(({ groups }) => groups.flatMap(({ cards }) => cards)))).toHaveLength(4);
    prints.show();
    expect(state.shown).toEqual([file]);
  });

  it('leaves no file when the person changes their mind, and nothing beside one that is replaced', async () => {
    const { prints, file, state } = desk(2);
    state.file = null;
    expect(await prints.save(all)).toEqual({ name: null, pages: 0 });
    expect(existsSync(file)).toBe(false);
    state.file = file;
    writeFileSync(file, 'older');
    await prints.save(all);
    expect(readFileSync(file, 'utf8')).toBe('%PDF');
    expect(readdirSync(join(file, '..'))).toEqual(['sheet.pdf']);
  });

  it('stops when asked to, and prints again after that', async () => {
    let begun = (): void => undefined;
    const drawing = new Promise<void>((resolve) => (begun = resolve));
    const { prints, file } = desk(2, {
      toPdf: (_sheet, _paper, _imageOf, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')));
          begun();
        }),
    });
    const saving = prints.save(all);
    await drawing;
    await expect(prints.send(all)).rejects.toThrow('A sheet is being made already.');
    prints.cancel();
    expect(await saving).toEqual({ name: null, pages: 0 });
    expect(existsSync(file)).toBe(false);
    expect(await prints.send(all)).toEqual({ printed: true });
  });

  it('says where a file could not be saved, and how to go on', async () => {
    const { prints, state } = desk(2);
    state.file = join(freshFolder(), 'missing', 'sheet.pdf');
    await expect(prints.save(all)).rejects.toMatchObject({ failure: { code: 'file', where: state.file } });
  });

  it('refuses a sheet without cards, and one of more than a person could carry', async () => {
    const { prints } = desk(0);
    await expect(prints.save(all)).rejects.toThrow('There is no card to print.');
    const many = desk(mostPrintedCards + 1);
    expect(await many.prints.count(all)).toBe(mostPrintedCards + 1);
    await expect(many.prints.save(all)).rejects.toThrow('A sheet holds 4,000 at most.');
  });
});
