/** The part of the contract about paper: cheat sheets as PDF files and on the system's printers. */
import * as v from 'valibot';
import { count, method, nothing, text } from './schemas.js';
import { studyScope } from './study.js';

/** More cards than this are a book, not a sheet; a person is asked to choose fewer. */
export const mostPrintedCards = 4000;

export const paper = v.picklist(['a4', 'letter']);
export type Paper = v.InferOutput<typeof paper>;

/** What a sheet is made of: the cards of all these scopes, each card once, or the plan to the exam. */
export const sheetRequest = v.strictObject({ scopes: v.pipe(v.array(studyScope), v.maxLength(200)), plan: v.optional(v.boolean()) });
export type SheetRequest = v.InferOutput<typeof sheetRequest>;

/** A card on paper. Front and back are Markdown. */
export interface SheetCard {
  kind: string;
  front: string;
  back: string;
  noteId: string;
}

/** Rows under their heads; cells are plain text. */
export interface SheetTable {
  head: string[];
  rows: string[][];
}

/** What stands under one heading of a note, or of a plan. */
export interface SheetGroup {
  /** '' for what stands under the section's own title. */
  heading: string;
  cards: SheetCard[];
  table: SheetTable | null;
}

export interface SheetSection {
  title: string;
  /** Smaller, beside the title: the deck. */
  aside: string;
  groups: SheetGroup[];
}

/** What a page of the window draws and Electron prints. */
export interface Sheet {
  title: string;
  /** One line under the title. */
  lead: string;
  sections: SheetSection[];
}

/** Where the page finds its sheet, and asks about images. */
export const sheetPath = '/sheet/sheet.json';
export const sheetImagePath = '/sheet/image.json';

const job = v.strictObject({ ...sheetRequest.entries, paper });

export const printMethods = {
  /** How many cards a sheet would hold. */
  'print.count': method(sheetRequest, v.strictObject({ cards: count }), 'reads'),
  /** Asks where to, and saves the sheet as PDF. `name` is null when the person changed their mind, here or with `print.cancel`. */
  'print.save': method(job, v.strictObject({ name: v.nullable(text), pages: count }), 'reads'),
  /** Opens the system's print dialog; false when nothing was printed. */
  'print.send': method(job, v.strictObject({ printed: v.boolean() }), 'reads'),
  /** Stops what is being made. */
  'print.cancel': method(nothing, nothing, 'reads'),
  /** Shows the file saved last in its folder. */
  'print.show': method(nothing, nothing, 'reads'),
} as const;
