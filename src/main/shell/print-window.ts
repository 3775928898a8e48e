/**
 * Draws sheets in a window that is never shown: it has no preload and no way into the main process, a session of its own that keeps
 * nothing, the page's own policy, and loads nothing but the built files, its sheet and the images of its notes.
 */
import { BrowserWindow, type PrintToPDFOptions, session, type WebContents } from 'electron';
import { FailureError } from '../../shared/result.js';
import { type Paper, type Sheet, sheetImagePath, sheetPath } from '../../shared/print.js';
import type { ImageOf, SheetPrinter } from '../features/print/print-service.js';
import { refuseNetwork } from './offline.js';
import { contentSecurityPolicy, origin, scheme } from './protocol.js';
import { denyPermissions } from './security.js';

type Serve = (request: Request) => Promise<Response | null>;

interface Job {
  sheet: Sheet;
  imageOf: ImageOf;
}

/** In inches; the foot has the page's number. */
const margins = { top: 0.5, bottom: 0.62, left: 0.5, right: 0.5 };
const sizes: Readonly<Record<Paper, 'A4' | 'Letter'>> = { a4: 'A4', letter: 'Letter' };

/** Chromium puts title and numbers in as text, so nothing of a note can be markup here. */
const foot = `<div style="width:100%;padding:0 0.5in;display:flex;justify-content:space-between;font:7.5px sans-serif;color:#666">
  <span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;

/**
 * @param parent a sheet does not outlive this window
 * @param serve answers requests for built files and images of notes
 */
export function createPrinter(parent: BrowserWindow, serve: Serve): SheetPrinter {
  let job: Job | null = null;
  let own: Electron.Session | null = null;

  /** The session of sheets, made when the first one is. */
  function sheetSession(): Electron.Session {
    if (own) return own;
    own = session.fromPartition('sheets');
    denyPermissions(own);
    refuseNetwork(own);
    own.protocol.handle(
      scheme,
      async (request) => (await answerJob(request)) ?? (await serve(request)) ?? new Response(null, { status: 404 }),
    );
    return own;
  }

  async function answerJob(request: Request): Promise<Response | null> {
    const { pathname, searchParams } = new URL(request.url);
    if (!job || request.method !== 'GET') return null;
    if (pathname === sheetPath) return json(job.sheet);
    if (pathname !== sheetImagePath) return null;
    return json(await job.imageOf(searchParams.get('noteId') ?? '', searchParams.get('source') ?? ''));
  }

  /** Has a sheet drawn and something done with it; the window is gone after that, however it ends. */
  async function draw<T>(drawn: Job & { to: string }, signal: AbortSignal, use: (contents: WebContents) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const window = new BrowserWindow({
      show: false,
      width: 900,
      height: 1200,
      webPreferences: {
        session: sheetSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
        backgroundThrottling: false,
      },
    });
    const close = () => window.destroy();
    parent.once('closed', close);
    job = drawn;
    try {
      const ended = endOf(window, signal);
      await Promise.race([ended, isDrawn(window.webContents, `${origin}/print.html?to=${drawn.to}`, drawn.sheet.title)]);
      return await Promise.race([ended, use(window.webContents)]);
    } finally {
      job = null;
      parent.off('closed', close);
      close();
    }
  }

  return {
    toPdf: (sheet, paper, imageOf, signal) =>
      draw({ sheet, imageOf, to: 'file' }, signal, async (contents) => {
        const pdf = await contents.printToPDF(pdfOptions(paper));
        return { pdf, pages: pagesOf(pdf) };
      }),
    toPaper: (sheet, paper, imageOf, signal) => draw({ sheet, imageOf, to: 'paper' }, signal, (contents) => printed(contents, paper)),
  };
}

const json = (value: unknown): Response =>
  Response.json(value, { headers: { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' } });

const pdfOptions = (paper: Paper): PrintToPDFOptions => ({
  pageSize: sizes[paper],
  margins,
  printBackground: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: foot,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
});

/** How many pages a PDF of Chromium has: each is an object of its own. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** Rejects when the person stops it, or the page breaks; never resolves. */
function endOf(window: BrowserWindow, signal: AbortSignal): Promise<never> {
  const failed = (): FailureError =>
    new FailureError({ code: 'internal', message: 'The sheet could not be drawn.', hint: 'Try fewer cards.' });
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')), { once: true });
    window.once('closed', () => reject(failed()));
    window.webContents.once('render-process-gone', () => reject(failed()));
    window.webContents.once('did-fail-load', () => reject(failed()));
  });
  // Nobody waits any more once the sheet is done.
  ended.catch(() => undefined);
  return ended;
}

/** The page says by its title that everything in it is drawn: fonts, formulas, images. */
function isDrawn(contents: WebContents, address: string, title: string): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.on('page-title-updated', (_event, shown, isExplicit) => {
      if (isExplicit && shown === title) resolve();
    });
    contents.loadURL(address).catch(reject);
  });
}

const printed = (contents: WebContents, paper: Paper): Promise<boolean> =>
  new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true, pageSize: sizes[paper] }, (success, reason) => {
      if (success || /cancel/i.test(reason)) resolve(success);
      else {
        reject(
          new FailureError({
            code: 'conflict',
            message: 'The sheet could not be printed.',
            hint: `The system said: ${reason || 'nothing'}. Save it as PDF and print that file.`,
          }),
        );
      }
    });
  });
