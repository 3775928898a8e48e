/** What crosses when the command of a card is run on the cluster. The window names the card and the context, nothing else. */
import * as v from 'valibot';
import { count, id, instant, method, nothing, text } from './schemas.js';

const contextName = v.pipe(text, v.minLength(1), v.maxLength(500));
const ofCard = v.strictObject({ cardId: id, contextName });

export const commandPlan = v.variant('kind', [
  v.strictObject({
    kind: v.literal('run'),
    command: text,
    /** `GET /path`, and what is asked after it. */
    request: text,
    host: text,
    user: text,
  }),
  /** It would run in the Pod of etcd, which is to be found first and agreed to then. */
  v.strictObject({
    kind: v.literal('exec'),
    command: text,
    host: text,
    user: text,
    /** What can be asked of the API server in its place, to be agreed to first; null for nothing. */
    instead: v.nullable(v.strictObject({ request: text, text })),
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
  /** Whether there may be yet more of them, which nobody counted. */
  isAtLeast: v.boolean(),
  /** What to know of the answer beside it, in sentences; '' for nothing. */
  note: text,
  failure: v.nullable(v.strictObject({ message: text, hint: text })),
  /** A role, as YAML, that gives the right that is missing; '' when none is. */
  role: text,
});
export type CommandOutput = v.InferOutput<typeof commandOutput>;

/** Exactly what would run where, to be agreed to each time. */
export const execPlan = v.strictObject({
  kind: v.literal('exec'),
  command: text,
  /** The words that run, the program first. */
  argv: v.array(text),
  namespace: text,
  pod: text,
  container: text,
  node: text,
  host: text,
  user: text,
});
export type ExecPlan = v.InferOutput<typeof execPlan>;

/** `none`: why there is no Pod to run it in. */
const found = v.variant('kind', [execPlan, v.strictObject({ kind: v.literal('none'), output: commandOutput })]);
export type FoundPod = v.InferOutput<typeof found>;

export const clusterRunMethods = {
  /** The context that is switched on; null when none is. Contacts nothing. */
  'cluster.chosen': method(nothing, v.strictObject({ contextName: v.nullable(text) }), 'reads'),
  /** Says what running the command of a card would do. Contacts nothing. */
  'cluster.plan': method(ofCard, commandPlan, 'reads'),
  /** Looks for the Pod of etcd, and says what would run in it. */
  'cluster.findPod': method(ofCard, found, 'reads'),
  /** Runs in the Pod what `cluster.findPod` showed last; each yes is for one run. */
  'cluster.exec': method(ofCard, commandOutput, 'reads'),
  /** Reads what was shown, or what can be asked in the place of etcdctl. */
  'cluster.run': method(ofCard, commandOutput, 'reads'),
  /** Stops what runs. */
  'cluster.stopRun': method(nothing, nothing, 'reads'),
};
