/**
 * Everything that crosses between the main process and the window: each part in a file of its own, put together here.
 * The types of the router, the preload and the renderer derive from these schemas; inputs are checked against them at run time.
 * Instants are epoch milliseconds (UTC) and end in `At`; local days are `YYYY-MM-DD` and end in `On`; durations end in their unit.
 */
import type * as v from 'valibot';
import { appEvents, appMethods } from './app.js';
import { backupEvents, backupMethods } from './backups.js';
import { clusterEvents, clusterMethods } from './cluster.js';
import { examEvents, examMethods } from './exam.js';
import { factMethods } from './facts.js';
import { importEvents, importMethods } from './import.js';
import { libraryMethods } from './library.js';
import { mockEvents, mockMethods } from './mock.js';
import { presetEvents, presetMethods } from './presets.js';
import { printMethods } from './print.js';
import { sessionMethods } from './session.js';
import { studyMethods } from './study.js';
import { todayMethods } from './today.js';
import { watchEvents, watchMethods } from './watch.js';

export * from './app.js';
export * from './backups.js';
export * from './catch-up.js';
export * from './cluster.js';
export * from './exam.js';
export * from './facts.js';
export * from './grading.js';
export * from './import.js';
export * from './library.js';
export * from './mock.js';
export * from './presets.js';
export type { CardKind, Counts, Rating } from './schemas.js';
export * from './session.js';
export * from './study.js';
export * from './today.js';
export * from './watch.js';

export const methods = {
  ...appMethods,
  ...backupMethods,
  ...clusterMethods,
  ...examMethods,
  ...factMethods,
  ...importMethods,
  ...libraryMethods,
  ...mockMethods,
  ...presetMethods,
  ...printMethods,
  ...sessionMethods,
  ...studyMethods,
  ...todayMethods,
  ...watchMethods,
} as const;

export const events = {
  ...appEvents,
  ...backupEvents,
  ...clusterEvents,
  ...examEvents,
  ...importEvents,
  ...mockEvents,
  ...presetEvents,
  ...watchEvents,
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type Input<M extends MethodName> = v.InferInput<Methods[M]['input']>;
export type Output<M extends MethodName> = v.InferOutput<Methods[M]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = v.InferOutput<(typeof events)[E]>;
