/** What a person does in a session, over one context, as the handlers of the contract call it. */
import { refresh, type SessionContext } from '../../../src/main/features/review/session/context.js';
import { bury, edit, flag, suspend } from '../../../src/main/features/review/session/mark.js';
import { rate } from '../../../src/main/features/review/session/rate.js';
import { discard, end, paused, resume, start } from '../../../src/main/features/review/session/start.js';
import { redo, undo } from '../../../src/main/features/review/session/undo.js';
import { current } from '../../../src/main/features/review/session/view.js';

type Operation<Input extends unknown[], Result> = (context: SessionContext, ...input: Input) => Result;

export function sessionsOf(context: SessionContext) {
  const over =
    <Input extends unknown[], Result>(operation: Operation<Input, Result>) =>
    (...input: Input): Result =>
      operation(context, ...input);
  return {
    start: over(start),
    resume: over(resume),
    paused: over(paused),
    discard: over(discard),
    current: over(current),
    rate: over(rate),
    undo: over(undo),
    redo: over(redo),
    suspend: over(suspend),
    bury: over(bury),
    flag: over(flag),
    edit: over(edit),
    end: over(end),
    refresh: over(refresh),
  };
}
