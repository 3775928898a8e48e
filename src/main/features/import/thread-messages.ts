/** What the main process and the import thread say to each other. */
import type { EventPayload } from '../../../shared/contract.js';
import { FailureError, type Failure } from '../../../shared/result.js';

/** What the thread needs to begin. */
export interface ThreadSettings {
  /** Absolute path of the folder that holds the database, which the main process has open. */
  dataFolder: string;
}

export type Call =
  | {
      id: number;
      method: 'preview' | 'cards' | 'decide' | 'commit' | 'cancel' | 'undo' | 'takeOver' | 'fileOf' | 'importStarters';
      input: unknown;
    }
  /** Stops the preview that was asked for with this id. */
  | { id: number; method: 'abort' }
  /** Closes the database; the thread has nothing to do after the reply. */
  | { id: number; method: 'close' };

export type Reply =
  | { id: number; kind: 'progress'; progress: EventPayload<'import.progress'> }
  /** `holds`: a preview waits for its commit, so the thread must not end. */
  | { id: number; kind: 'value'; value: unknown; holds: boolean }
  | { id: number; kind: 'error'; error: PlainError; holds: boolean };

/** An error as it crosses threads: its class is lost, what it says is not. */
export interface PlainError {
  failure: Failure | null;
  message: string;
  code: string | null;
  stack: string | null;
}

export function toPlain(error: unknown): PlainError {
  const known = error instanceof Error ? error : new Error(String(error));
  return {
    failure: known instanceof FailureError ? known.failure : null,
    message: known.message,
    code: 'code' in known && typeof known.code === 'string' ? known.code : null,
    stack: known.stack ?? null,
  };
}

export function fromPlain({ failure, message, code, stack }: PlainError): Error {
  if (failure) return new FailureError(failure);
  const error = new Error(message);
  if (stack !== null) error.stack = stack;
  return code === null ? error : Object.assign(error, { code });
}
