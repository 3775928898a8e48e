/** What two threads say to each other: tasks asked for, what is told meanwhile, answers, and events nobody asked for. */
import { FailureError, type Failure } from '../../shared/result.js';

/** Something a thread can be asked to do. It may tell of its progress. */
export type Task = (input: never, onProgress: never) => unknown;

/** Tasks by their names, as they look from outside of the thread; all of it can be sent between threads. */
export type TasksOf<W extends Record<keyof W, Task>> = {
  [N in keyof W]: { input: Parameters<W[N]>[0]; onProgress: Parameters<W[N]>[1]; output: Awaited<ReturnType<W[N]>> };
};
export type Tasks = Record<string, { input: unknown; onProgress: ((...progress: never[]) => void) | undefined; output: unknown }>;

export type OnProgress = (done: number, total: number) => void;

/** The task `close` has the thread put away what it holds; nothing is asked of it after that. */
export type Call = { id: number; task: string; input: unknown };

export type Reply =
  | { event: unknown[] }
  | { id: number; progress: unknown[] }
  /** `holds`: the thread has something to keep, so it must not end for want of work. */
  | { id: number; holds: boolean; value: unknown }
  | { id: number; holds: boolean; error: PlainError };

/** An error as it crosses threads: its class is lost, what it says is not. */
type PlainError = { message: string; stack?: string | undefined; code?: unknown; failure?: Failure | undefined };

export function toPlain(error: unknown): PlainError {
  const known: Error & Partial<PlainError> = error instanceof Error ? error : new Error(String(error));
  return { message: known.message, stack: known.stack, code: known.code, failure: known.failure };
}

export const fromPlain = ({ failure, message, ...rest }: PlainError): Error =>
  failure ? new FailureError(failure) : Object.assign(new Error(message), rest);
