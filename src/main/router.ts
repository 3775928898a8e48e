/**
 * Answers calls by the contract: the method must be the contract's own, the input must fit its schema exactly, and whatever
 * goes wrong comes back as a Failure. Knows no Electron, so tests and the command line use it too.
 */
import * as v from 'valibot';
import { methods, type MethodName, type Methods } from '../shared/contract.js';
import { fail, type Failure, FailureError, ok, type Result } from '../shared/result.js';
import type { Handlers } from './handlers.js';

/** Takes anything a caller sends and always resolves. */
export type Router = (method: unknown, input: unknown) => Promise<Result<unknown>>;

export interface RouterOptions {
  /** Also hold answers against the contract. For tests: it costs time with every large answer. */
  checkOutput?: boolean;
}

/**
 * @param handlers what answers each method
 * @param log gets every error nobody foresaw; the caller only learns that there was one
 */
export function createRouter(handlers: Handlers, log: (error: unknown) => void, { checkOutput = false }: RouterOptions = {}): Router {
  async function answer<M extends MethodName>(method: M, input: unknown): Promise<Result<unknown>> {
    const parsed = v.safeParse(methods[method].input, input, { abortEarly: true });
    if (!parsed.success) return fail(invalidInput(method, parsed.issues[0]));
    const value = await handlers[method](parsed.output as v.InferOutput<Methods[M]['input']>);
    if (checkOutput) requireOutput(method, value);
    return ok(value);
  }

  return async (method, input) => {
    if (!isMethod(method)) return fail({ code: 'unknown-method', message: 'The window asked for something Etcdeck does not know.' });
    try {
      return await answer(method, input);
    } catch (error) {
      if (error instanceof FailureError) return fail(error.failure);
      log(error);
      return fail(internal);
    }
  };
}

const internal: Failure = {
  code: 'internal',
  message: 'Something went wrong inside Etcdeck.',
  hint: 'Try again. Your answers are safe; etcdeck.log in the data folder says what failed.',
};

/** Own keys only: `toString` and `__proto__` are on every object, but nobody put them in the contract. */
function isMethod(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(methods, name);
}

type Issue = v.BaseIssue<unknown>;

function invalidInput(method: MethodName, issue: Issue): Failure {
  return { code: 'invalid-input', message: `${method} was refused: ${shortened(`${place(issue)}${issue.message}`)}.` };
}

/** What was sent is repeated in such a message, and may be long. */
const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** Says where an answer breaks the contract, never what it holds: that may be text of a note. */
function requireOutput(method: MethodName, value: unknown): void {
  const checked = v.safeParse(methods[method].output, value, { abortEarly: true });
  if (checked.success) return;
  const issue = checked.issues[0];
  throw new Error(`The answer of ${method} breaks the contract: ${place(issue)}expected ${issue.expected ?? issue.type}.`);
}

function place(issue: Issue): string {
  const path = v.getDotPath(issue);
  return path === null ? '' : `${path}: `;
}
