/** The part of the contract about the app itself and its settings. */
import * as v from 'valibot';
import { typeAnswers } from './grading.js';
import { text } from './schemas.js';

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
  settings,
});
export type AppInfo = v.InferOutput<typeof appInfo>;
