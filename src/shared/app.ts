/** The part of the contract about the app itself and its settings. */
import * as v from 'valibot';
import { typeAnswers } from './grading.js';
import { method, nothing, some, text } from './schemas.js';

export const theme = v.picklist(['system', 'light', 'dark']);
export const settings = v.strictObject({
  theme,
  /** Local hour at which a new study day begins. */
  dayStartsAtHour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
  typeAnswers,
});
export type Settings = v.InferOutput<typeof settings>;

export const appInfo = v.strictObject({
  version: text,
  electron: text,
  platform: text,
  dataFolder: text,
  /** The program that copies the data folder to other computers, e.g. Dropbox, as far as its path tells. */
  syncedBy: v.nullable(text),
  settings,
});
export type AppInfo = v.InferOutput<typeof appInfo>;

export const appMethods = {
  'app.info': method(nothing, appInfo, 'reads'),
  /** Puts a text on the clipboard; the page itself may not. */
  'app.copy': method(v.strictObject({ text: v.pipe(text, v.minLength(1), v.maxLength(100_000)) }), nothing, 'reads'),
  'settings.set': method(some(settings), settings, 'writes'),
} as const;

export const appEvents = {
  /** Cards, decks or schedules changed; screens ask again. */
  'data.changed': nothing,
  /** The system or the menu asks for a screen. */
  'app.navigate': v.strictObject({ screen: v.picklist(['today', 'import', 'settings']) }),
} as const;
