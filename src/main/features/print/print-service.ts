/** Cheat sheets: collects the cards that are meant, has them drawn, and puts the result into a file or on paper. */
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ExamForecast, ExamView, Input, Output } from '../../../shared/contract.js';
import { mostPrintedCards } from '../../../shared/print.js';
import type { Paper, Sheet, SheetRequest } from '../../../shared/print.js';
import { FailureError } from '../../../shared/result.js';
import { byDeckPath, byName } from '../../domain/natural-order.js';
import type { DeckStore } from '../../store/tables/decks.js';
import { isWithin } from '../../store/tables/decks.js';
import type { PrintedCards, PrintedRow } from '../../store/tables/printed-cards.js';
import type { StudyScopes } from '../custom-study/study-scope.js';
import type { StudyDay } from '../review/study-day.js';
import { planSheet } from './plan-sheet.js';
import { sheetOf } from './sheet.js';
import { fileName, leadOf, titleOf } from './sheet-title.js';

/** Where an image of a note lies for the page that is printed. */
export type ImageOf = (noteId: string, source: string) => Promise<Output<'note.image'>>;

/** Draws a sheet; everything ends early, with an AbortError, when the signal says so. */
export interface SheetPrinter {
  /** The sheet as PDF, and how many pages it has. */
  toPdf(sheet: Sheet, paper: Paper, imageOf: ImageOf, signal: AbortSignal): Promise<{ pdf: Uint8Array; pages: number }>;
  /** Opens the system's print dialog; false when the person left it. */
  toPaper(sheet: Sheet, paper: Paper, imageOf: ImageOf, signal: AbortSignal): Promise<boolean>;
}

/** What printing needs of the desktop. */
export interface PrintPlatform {
  printer: SheetPrinter;
  /** Asks where a file is to be saved; null when the person changed their mind. */
  chooseSaveFile(suggestedName: string): Promise<string | null>;
  showInFolder(path: string): void;
}

export interface PrintService {
  count(request: SheetRequest): Promise<number>;
  save(job: Input<'print.save'>): Promise<Output<'print.save'>>;
  send(job: Input<'print.send'>): Promise<Output<'print.send'>>;
  /** Stops what is being made. */
  cancel(): void;
  /** Shows the file saved last in its folder. */
  show(): void;
}

interface Parts {
  /** null where there is no window to draw in. */
  platform: PrintPlatform | null;
  scopes: Pick<StudyScopes, 'listOf'>;
  decks: DeckStore;
  printed: PrintedCards;
  study: Pick<StudyDay, 'moment'>;
  imageOf: ImageOf;
  /** What the sheet of the plan tells. */
  exam: { view(): Promise<ExamView>; forecast(): Promise<ExamForecast | null>; cancel(): Promise<void> };
}

const noPlan = (): FailureError =>
  new FailureError({ code: 'not-found', message: 'There is no plan to print.', hint: 'Set a date for the exam first.' });

export function createPrintService({ platform, scopes, decks, printed, study, imageOf, exam }: Parts): PrintService {
  let running: AbortController | null = null;

  function desk(): PrintPlatform {
    if (platform) return platform;
    throw new FailureError({ code: 'conflict', message: 'Sheets are printed from the window.', hint: 'Start Etcdeck and print there.' });
  }
  let saved: string | null = null;

  async function idsOf({ scopes: asked }: SheetRequest): Promise<Set<string>> {
    const ids = new Set<string>();
    for (const scope of asked) {
      const listed = await scopes.listOf(scope);
      const deck = scope.kind === 'deck' ? scope.deck : null;
      const within = decks.all().filter(({ path }) => deck === null || isWithin(path, deck));
      for (const id of listed ?? printed.inDecks(within.map(({ deckId }) => deckId))) ids.add(id);
    }
    return ids;
  }

  async function sheetForPlan(signal: AbortSignal): Promise<Sheet> {
    const view = await exam.view();
    if (view.plan === null) throw noPlan();
    signal.addEventListener('abort', () => void exam.cancel(), { once: true });
    const forecast = await exam.forecast();
    if (forecast === null) throw noPlan();
    return planSheet(view, view.plan, forecast);
  }

  async function sheetFor(request: SheetRequest, signal: AbortSignal): Promise<Sheet> {
    if (request.plan === true) return sheetForPlan(signal);
    const ids = await idsOf(request);
    const rows = ids.size > mostPrintedCards ? [] : printed.rows([...ids]).sort(inOrder);
    if (ids.size > mostPrintedCards) {
      throw new FailureError({
        code: 'invalid-input',
        message: `These are ${ids.size.toLocaleString('en')} cards. A sheet holds ${mostPrintedCards.toLocaleString('en')} at most.`,
        hint: 'Choose fewer decks.',
      });
    }
    if (rows.length === 0) {
      throw new FailureError({ code: 'not-found', message: 'There is no card to print.', hint: 'Suspended cards are left out.' });
    }
    return sheetOf(rows, titleOf(request, rows), leadOf(rows, study.moment().on));
  }

  /** Runs one job at a time; what a person stopped gives `stopped` instead of an error. */
  async function run<T>(stopped: T, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (running) {
      throw new FailureError({ code: 'conflict', message: 'A sheet is being made already.', hint: 'Wait for it, or stop it first.' });
    }
    running = new AbortController();
    const { signal } = running;
    try {
      return await work(signal);
    } catch (error) {
      if (signal.aborted) return stopped;
      throw error;
    } finally {
      running = null;
    }
  }

  return {
    async count(request) {
      const ids = await idsOf(request);
      return ids.size > mostPrintedCards ? ids.size : printed.rows([...ids]).length;
    },

    save: ({ paper, ...request }) =>
      run<Output<'print.save'>>({ name: null, pages: 0 }, async (signal) => {
        const sheet = await sheetFor(request, signal);
        const file = await desk().chooseSaveFile(fileName(sheet.title));
        if (file === null) return { name: null, pages: 0 };
        const { pdf, pages } = await desk().printer.toPdf(sheet, paper, imageOf, signal);
        await put(file, pdf);
        saved = file;
        return { name: basename(file), pages };
      }),

    send: ({ paper, ...request }) =>
      run<Output<'print.send'>>({ printed: false }, async (signal) => ({
        printed: await desk().printer.toPaper(await sheetFor(request, signal), paper, imageOf, signal),
      })),

    cancel: () => running?.abort(),

    show() {
      if (saved !== null) desk().showInFolder(saved);
    },
  };
}

const inOrder = (a: PrintedRow, b: PrintedRow): number =>
  byDeckPath(a.deck, b.deck) || byName(a.noteName, b.noteName) || a.position - b.position || (a.cardId < b.cardId ? -1 : 1);

/** Puts a file in its place whole or not at all: a full disk leaves no half of one, and an older one as it was. */
async function put(file: string, bytes: Uint8Array): Promise<void> {
  try {
    const work = await mkdtemp(join(dirname(file), '.etcdeck-'));
    try {
      await writeFile(join(work, 'sheet.pdf'), bytes);
      await rename(join(work, 'sheet.pdf'), file);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  } catch (error) {
    throw new FailureError({
      code: 'file',
      message: 'The sheet could not be saved there.',
      where: file,
      hint: `${error instanceof Error ? error.message : String(error)}. Choose another folder.`,
    });
  }
}
