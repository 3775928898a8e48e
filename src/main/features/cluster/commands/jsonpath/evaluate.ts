/** What a template of `kubectl -o jsonpath` finds in an object. What is not there is nothing, as with kubectl. Pure, and bounded. */
import type { Operand, Operator, Part, Path, Step } from './parse.js';

/** More values than this are nothing anybody reads; `..` finds them by the thousand. */
const maxValues = 20_000;
const maxText = 200_000;
/** No object of Kubernetes is nested so deeply. */
const maxDepth = 200;

/** The text that a template makes of an object. */
export function fill(parts: readonly Part[], root: unknown, here: unknown = root): string {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'path') text += valuesAt(part.path, root, here).map(printed).join(' ');
    else for (const each of valuesAt(part.path, root, here)) text += text.length < maxText ? fill(part.parts, root, each) : '';
    if (text.length > maxText) return text.slice(0, maxText);
  }
  return text;
}

/** Everything a path leads to. */
export function valuesAt({ from, steps }: Path, root: unknown, here: unknown = root): unknown[] {
  let values: unknown[] = [from === 'root' ? root : here];
  for (const step of steps) {
    values = values.flatMap((value) => next(step, value, root)).slice(0, maxValues);
  }
  return values;
}

/** A value as kubectl prints it: text as it is, anything larger as JSON. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function next(step: Step, value: unknown, root: unknown): unknown[] {
  switch (step.kind) {
    case 'fields':
      return step.names.flatMap((name) => field(value, name));
    case 'items':
      return Array.isArray(value) ? step.indices.flatMap((index) => (Math.abs(index) <= value.length ? present(value.at(index)) : [])) : [];
    case 'slice':
      return Array.isArray(value) ? value.slice(step.from ?? 0, step.to ?? value.length).filter((_, index) => index % step.step === 0) : [];
    case 'all':
      return Object.values(isTree(value) ? value : {});
    case 'deep':
      return below(value, []);
    case 'filter':
      return Object.values(isTree(value) ? value : {}).filter((each) => holds(step.left, step.operator, step.right, root, each));
  }
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;
const present = (value: unknown): unknown[] => (value === undefined ? [] : [value]);
const field = (value: unknown, name: string): unknown[] =>
  isTree(value) && !Array.isArray(value) && Object.hasOwn(value, name) ? present((value as Record<string, unknown>)[name]) : [];

/** A value and everything in it. */
function below(value: unknown, found: unknown[], depth = 0): unknown[] {
  if (found.length >= maxValues || depth > maxDepth) return found;
  found.push(value);
  if (isTree(value)) for (const each of Object.values(value)) below(each, found, depth + 1);
  return found;
}

function holds(left: Operand, operator: Operator, right: Operand | null, root: unknown, here: unknown): boolean {
  const one = valueOf(left, root, here);
  if (operator === 'is' || right === null) return one !== undefined;
  const two = valueOf(right, root, here);
  if (one === undefined || two === undefined) return operator === '!=' && one !== two;
  if (operator === '==') return one === two;
  if (operator === '!=') return one !== two;
  const order = compared(one, two);
  if (order === null) return false;
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[operator];
}

const valueOf = (operand: Operand, root: unknown, here: unknown): unknown =>
  'value' in operand ? operand.value : valuesAt(operand, root, here)[0];

/** Which of two comes first: less than 0 for the first; null when they cannot be compared. */
export function compared(one: unknown, two: unknown): number | null {
  if (typeof one === 'number' && typeof two === 'number') return one - two;
  if (typeof one !== 'string' || typeof two !== 'string') return null;
  return one < two ? -1 : one > two ? 1 : 0;
}
