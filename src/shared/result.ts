/**
 * What a call across processes answers: a value or a failure a person can act on. Nothing is thrown over the border.
 */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/**
 * Codes a caller may branch on; everything unforeseen is `internal` and its details stay in the log. Four are about the database, and
 * there is a way out of each: it is `damaged`, so that a backup may help, or `missing` beside its backups; its last changes are lost
 * with its `journal`; or it was `moved` away under the open app.
 */
export const failureCodes = [
  'invalid-input',
  'unknown-method',
  'forbidden-sender',
  'not-found',
  'conflict',
  'cancelled',
  'busy',
  'store',
  'damaged',
  'missing',
  'journal',
  'moved',
  'file',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** A failure in plain words: what happened, where (`path:line`) if it has a place, and how to mend it. */
export interface Failure {
  code: FailureCode;
  message: string;
  where?: string;
  hint?: string;
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (error: Failure): { ok: false; error: Failure } => ({ ok: false, error });

/** Thrown inside the main process by anything that wants its message shown as it is; the router turns it into a Result. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
    this.name = 'FailureError';
  }
}
