/** What crosses when the command of a card is run as a read of the cluster. The window names the card and the context, nothing else. */
import * as v from 'valibot';
import { count, id, instant, method, nothing, text } from './schemas.js';

const contextName = v.pipe(text, v.minLength(1), v.maxLength(500));
const ofCard = v.strictObject({ cardId: id, contextName });

export const commandPlan = v.variant('kind', [
  v.strictObject({
    kind: v.literal('run'),
    command: text,
    /** `GET /path`. */
    request: text,
    host: text,
    user: text,
    /** What runs in place of the command, to be agreed to first; '' when it is what the command itself asks. */
    instead: text,
  }),
  v.strictObject({ kind: v.literal('copy'), command: text, /** Why it is only to be copied; a sentence. */ reason: text }),
]);
export type CommandPlan = v.InferOutput<typeof commandPlan>;

export const commandOutput = v.strictObject({
  command: text,
  request: text,
  at: instant,
  status: v.nullable(count),
  tookMs: count,
  /** A table, or else `text`. */
  columns: v.array(text),
  rows: v.array(v.array(text)),
  text,
  language: v.picklist(['', 'yaml', 'json']),
  /** Rows or lines that are not shown. */
  more: count,
  failure: v.nullable(v.strictObject({ message: text, hint: text })),
  /** A role, as YAML, that gives the right that is missing; '' when none is. */
  role: text,
});
export type CommandOutput = v.InferOutput<typeof commandOutput>;

export const clusterRunMethods = {
  /** The context that is switched on; null when none is. Contacts nothing. */
  'cluster.chosen': method(nothing, v.strictObject({ contextName: v.nullable(text) })),
  /** Says what running the command of a card would do. Contacts nothing. */
  'cluster.plan': method(ofCard, commandPlan),
  /** Runs what was shown, once. */
  'cluster.run': method(ofCard, commandOutput),
  /** Stops what runs. */
  'cluster.stopRun': method(nothing, nothing),
};
