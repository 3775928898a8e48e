/** What a check is: a question put to a cluster through reads, and a finding with its evidence in plain words. */
import type { CheckId, Outcome } from '../../../../shared/cluster.js';
import type { Answer } from '../api.js';
import type { ReadFailureKind } from '../failure.js';
import { type ReadName, reads, type Right, rightInWords } from '../reads.js';

export interface Evidence {
  outcome: Outcome;
  /** A sentence. */
  text: string;
  /** The same in a few words, where it has any. */
  brief?: string;
  /** The right that would have shown more, where one would. */
  right?: Right;
  /** The read it comes from; null for what the connection itself showed. */
  read: ReadName | null;
  /** HTTP status; null without an answer. */
  status: number | null;
  tookMs: number | null;
  /** What the cluster said, as far as it matters here; '' for nothing. Not yet redacted. */
  raw: string;
}

export interface Finding {
  outcome: Outcome;
  /** A few words for a list. */
  summary: string;
  /** Sentences. */
  detail: string;
  evidence: Evidence[];
  /** Rights the person lacks. */
  missing: Right[];
}

/** Asks the cluster; within one round the same read is asked once. Never rejects. */
export type Reader = (name: ReadName) => Promise<Answer>;

export interface Check {
  id: CheckId;
  run(read: Reader): Promise<Finding>;
}

const outcomeOfFailure: Partial<Record<ReadFailureKind, Outcome>> = {
  forbidden: 'forbidden',
  unauthorized: 'not-checked',
  impersonation: 'forbidden',
  anonymous: 'forbidden',
  busy: 'not-checked',
  'too-large': 'not-checked',
  garbled: 'not-checked',
  cancelled: 'not-checked',
};

export type Failed = Extract<Answer, { kind: 'failed' }>;
export type Answered = Extract<Answer, { kind: 'answered' }>;

/** The evidence that a read which failed is. */
export function failed(read: ReadName, { failure, status, tookMs }: Failed): Evidence {
  const outcome = outcomeOfFailure[failure.kind] ?? 'unreachable';
  const { right } = reads[read];
  if (failure.kind !== 'forbidden')
    return { outcome, text: failure.message, brief: failure.brief, read, status, tookMs, raw: failure.said };
  return { outcome, text: `Your user may not ${rightInWords(right)}.`, right, read, status, tookMs, raw: failure.said };
}

/** The evidence that an answer is. */
export function seen(read: ReadName, { status, tookMs }: Answered, outcome: Outcome, text: string, raw: unknown = ''): Evidence {
  return { outcome, text, read, status, tookMs, raw: typeof raw === 'string' ? raw : JSON.stringify(raw, null, 2) };
}

/** An answer that is not what was asked for: an error status, or a body of another shape. */
export function unfit(read: ReadName, answer: Answered): Evidence {
  const text = answer.status === 404 ? 'The cluster does not have this.' : `The cluster answered ${answer.status} with something else.`;
  return seen(read, answer, answer.status === 404 ? 'not-visible' : answer.status >= 500 ? 'unreachable' : 'not-checked', text);
}

/** The evidence that a list was not read to its end; none when it was. @param more as `objects.ts` has it */
export function unread(read: ReadName, answer: Answered, more: number | null, what: string): Evidence[] {
  if (more === 0) return [];
  return [seen(read, answer, 'not-checked', `${more === null ? 'More' : `${more} more`} ${what} were not read.`)];
}

/** How many of all there are were read, e.g. "1000 of 5000 nodes read". */
export const readOf = (count: number, more: number | null, what: string): string =>
  more === null ? `Not all ${what} read` : `${count} of ${count + more} ${what} read`;

/** Versions and certificates are neither well nor unwell. */
const isOfHealth = (subject: string): boolean => !/versions|certificates/.test(subject);

/** What is wrong speaks first, then what could not be found out, then what is well, then what is merely hidden. */
const order: readonly Outcome[] = ['failing', 'stale', 'unreachable', 'not-checked', 'ok', 'forbidden', 'not-visible'];

export const verdictOf = (evidence: readonly Evidence[]): Outcome =>
  order.find((outcome) => evidence.some((each) => each.outcome === outcome)) ?? 'not-checked';

/** The evidence that decides an outcome: the first that says so. */
export const deciding = (evidence: readonly Evidence[], outcome: Outcome): Evidence | undefined =>
  evidence.find((each) => each.outcome === outcome);

/**
 * Puts a finding together. Words are looked up for the outcome the evidence gives; without any, the deciding evidence speaks.
 * @param subject what the finding is about, e.g. "the scheduler"
 */
export function finding(
  subject: string,
  evidence: Evidence[],
  words: Partial<Record<Outcome, { summary: string; detail: string }>> = {},
  outcome: Outcome = verdictOf(evidence),
): Finding {
  const decides = deciding(evidence, outcome);
  const text = decides?.text ?? 'Nothing was read.';
  const summary = {
    ok: 'Answers',
    failing: 'Not well',
    stale: 'Not heard of lately',
    'not-visible': 'Not to be seen from here',
    forbidden: 'Your user may not read it',
    unreachable: 'No answer',
    'not-checked': 'Not checked',
  }[outcome];
  // Who does not answer says nothing of others; of the API server it says that it does not answer.
  const isSilent = outcome === 'forbidden' || (outcome === 'unreachable' && subject !== 'the API server');
  const nothingSaid = isSilent ? ` This says nothing about ${isOfHealth(subject) ? 'the health of ' : ''}${subject}.` : '';
  const forbidden = evidence.filter((each) => each.outcome === 'forbidden');
  const caveat = outcome === 'forbidden' ? '' : [...new Set(forbidden.map((each) => ` ${each.text}`))].join('');
  return {
    outcome,
    summary: words[outcome]?.summary ?? decides?.brief ?? summary,
    detail: `${words[outcome]?.detail ?? text + nothingSaid}${caveat}`,
    evidence,
    missing: forbidden.flatMap(({ right }) => right ?? []),
  };
}
