/** What answers the methods of the contract: one function each, of one feature or of all. */
import type * as v from 'valibot';
import type { MethodName, Methods, Output } from '../shared/contract.js';

/** Answers a method, with input that was checked already. */
type Handler<M extends MethodName> = (input: v.InferOutput<Methods[M]['input']>) => Output<M> | Promise<Output<M>>;

/** The handlers of a part of the contract, e.g. `HandlersOf<typeof examMethods>`. */
export type HandlersOf<Part extends Partial<Methods>> = { [M in keyof Part & MethodName]: Handler<M> };

/** A handler for each method there is. */
export type Handlers = HandlersOf<Methods>;

export type AnyHandler = (input: never) => unknown;

/** The same handlers, each wrapped in something that is done around it. */
export function wrapped(handlers: Handlers, wrap: (handler: AnyHandler, method: MethodName) => AnyHandler): Handlers {
  const entries = Object.entries(handlers).map(([method, handler]: [string, AnyHandler]) => [method, wrap(handler, method as MethodName)]);
  return Object.fromEntries(entries) as Handlers;
}
