/**
 * The templates of `kubectl -o jsonpath`, read into a tree. The dialect is kubectl's own (text around `{…}`, `range` and `end`, keys with
 * dots behind a backslash), which no library knows; what is not understood is no template, and nothing in it is ever run. Pure.
 * Source: https://kubernetes.io/docs/reference/kubectl/jsonpath/
 */

/** From where a path starts: what it stands in, or the whole. */
export interface Path {
  from: 'here' | 'root';
  steps: Step[];
}

export type Step =
  /** One or several fields. */
  | { kind: 'fields'; names: string[] }
  /** One or several indices; less than 0 from the end. */
  | { kind: 'items'; indices: number[] }
  | { kind: 'slice'; from: number | null; to: number | null; step: number }
  | { kind: 'all' }
  /** Everything below, at any depth. */
  | { kind: 'deep' }
  | { kind: 'filter'; left: Operand; operator: Operator; right: Operand | null };

export type Operand = Path | { value: string | number | boolean | null };
/** `is` asks only whether there is something. */
export type Operator = 'is' | '==' | '!=' | '<' | '<=' | '>' | '>=';

export type Part = { kind: 'text'; text: string } | { kind: 'path'; path: Path } | { kind: 'range'; path: Path; parts: Part[] };

/** Longer than anybody types. */
const longest = 1_000;

/** @returns null for what is no template */
export function parseTemplate(template: string): Part[] | null {
  if (template.length > longest) return null;
  const open: { path: Path | null; parts: Part[] }[] = [{ path: null, parts: [] }];
  for (const piece of pieces(template) ?? [null]) {
    const top = open.at(-1);
    if (piece === null || !top) return null;
    if (piece.kind === 'text') {
      top.parts.push(piece);
      continue;
    }
    const range = /^range\s+(.+)$/s.exec(piece.code);
    const path = piece.code === 'end' ? null : pathOf(range?.[1] ?? piece.code);
    if (piece.code === 'end') {
      if (!top.path) return null;
      open.pop();
      open.at(-1)?.parts.push({ kind: 'range', path: top.path, parts: top.parts });
    } else if (!path) return null;
    else if (range) open.push({ path, parts: [] });
    else top.parts.push({ kind: 'path', path });
  }
  return open.length === 1 ? (open[0]?.parts ?? null) : null;
}

/** A path as `--sort-by` and custom columns take it, with or without braces and the first dot; null for what is none. */
export function parsePath(text: string): Path | null {
  const bare = /^\{(.*)\}$/s.exec(text.trim())?.[1] ?? text.trim();
  return bare.length > longest || bare === '' ? null : pathOf(/^[.$@[]/.test(bare) ? bare : `.${bare}`);
}

type Piece = { kind: 'text'; text: string } | { kind: 'code'; code: string };

/** Cuts a template into text and what stands in braces; text in quotes in braces is text too. */
function pieces(template: string): Piece[] | null {
  const found: Piece[] = [];
  const whole = /([^{]+)|\{((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^{}"'])*)\}/gsy;
  while (whole.lastIndex < template.length) {
    const match = whole.exec(template);
    if (!match) return null;
    const [, text, code = ''] = match;
    const quoted = /^\s*(["'])(.*)\1\s*$/s.exec(code)?.[2];
    if (text !== undefined) found.push({ kind: 'text', text });
    else if (quoted !== undefined) found.push({ kind: 'text', text: unescaped(quoted) });
    else found.push({ kind: 'code', code: code.trim() });
  }
  return found;
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
const unescaped = (text: string): string => text.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter);

/** One step at the front of what is left of a path. Every group is tried in this order. */
const step =
  /^(?:(?<deep>\.\.)|\.?\[\s*\?\((?<filter>(?:[^()"']|"[^"]*"|'[^']*')*)\)\s*\]|\.?\[(?<all>\s*\*\s*)\]|\.(?<star>\*)|\.?\[(?<slice>\s*-?\d*\s*:\s*-?\d*\s*(?::\s*\d+\s*)?)\]|\.?\[(?<items>\s*-?\d+\s*(?:,\s*-?\d+\s*)*)\]|\.?\[(?<names>\s*(?:'[^']*'|"[^"]*")\s*(?:,\s*(?:'[^']*'|"[^"]*")\s*)*)\]|\.?(?<name>(?:\\.|[^\s.[\]\\{}()'",*?@$=<>!|&])+))/s;

function pathOf(text: string): Path | null {
  const [, start = '', rest = ''] = /^([$@]?)(.*)$/s.exec(text) ?? [];
  const steps: Step[] = [];
  let left = rest === '.' ? '' : rest;
  while (left !== '') {
    const match = step.exec(left);
    const next = match && stepOf(match.groups ?? {});
    if (!match || !next) return null;
    steps.push(next);
    left = left.slice(match[0].length);
  }
  return { from: start === '$' ? 'root' : 'here', steps };
}

function stepOf({ deep, filter, all, star, slice, items, names, name }: Record<string, string | undefined>): Step | null {
  if (deep !== undefined) return { kind: 'deep' };
  if (filter !== undefined) return filterOf(filter);
  if (all !== undefined || star !== undefined) return { kind: 'all' };
  if (slice !== undefined) {
    const [from = '', to = '', by = '1'] = slice.split(':').map((part) => part.trim());
    const number = (part: string): number | null => (part === '' ? null : Number(part));
    return Number(by) > 0 ? { kind: 'slice', from: number(from), to: number(to), step: Number(by) } : null;
  }
  if (items !== undefined) return { kind: 'items', indices: items.split(',').map(Number) };
  if (names !== undefined)
    return { kind: 'fields', names: [...names.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, one, two]) => one ?? two ?? '') };
  return name === undefined ? null : { kind: 'fields', names: [name.replace(/\\(.)/gs, '$1')] };
}

function filterOf(text: string): Step | null {
  const [, one = '', operator = 'is', two] = /^\s*(.+?)\s*(?:(==|!=|<=|>=|<|>)\s*(.+?)\s*)?$/s.exec(text) ?? [];
  const left = operandOf(one);
  const right = two === undefined ? null : operandOf(two);
  return left && (two === undefined || right) ? { kind: 'filter', left, operator: operator as Operator, right } : null;
}

function operandOf(text: string): Operand | null {
  const quoted = /^(["'])(.*)\1$/s.exec(text)?.[2];
  if (quoted !== undefined) return { value: unescaped(quoted) };
  if (/^-?\d+(\.\d+)?$/.test(text)) return { value: Number(text) };
  if (text === 'true' || text === 'false') return { value: text === 'true' };
  if (text === 'null' || text === 'nil') return { value: null };
  return /^[@$]/.test(text) ? pathOf(text) : null;
}
