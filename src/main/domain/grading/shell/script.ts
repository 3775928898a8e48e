/** Words and operators become steps: what each command of a line is, its environment and where its output goes. */
import { lex } from './lexer.js';
import type { Joint, Lexeme, Redirect, Word } from './lexer.js';

export interface Redirection {
  /** `>`, `2>>`, `<` … and where to. */
  value: string;
  raw: string;
  at: number;
}

/** `NAME=value`. */
export interface Assignment {
  name: string;
  value: string;
  raw: string;
  at: number;
}

/** One command of a script. */
export interface Step {
  /** How it hangs on the step before it: `|`, `&&`, `||`, `;`, `&`, …; null for the first. */
  joint: Joint | null;
  /** `NAME=value` before the command, and what an `export` further up gave it. */
  environment: Assignment[];
  words: Word[];
  redirections: Redirection[];
}

/** `$do` and `$now` are what people set in the exam: https://kubernetes.io/docs/reference/kubectl/quick-reference/ has their flags. */
const usualVariables: ReadonlyMap<string, string> = new Map([
  ['do', '--dry-run=client -o yaml'],
  ['now', '--force --grace-period=0'],
]);

const assignment = /^([A-Za-z_]\w*)=([\s\S]*)$/;

/**
 * The steps of a command text. `export X=y` and `X=y` on their own serve the steps after them: a variable they set is put in
 * where it is used, and an exported one that is not used becomes environment. With nothing after them they are steps.
 */
export function readScript(text: string): Step[] {
  return settle(split(lex(text)));
}

function split(lexemes: readonly Lexeme[]): Step[] {
  const steps: Step[] = [];
  let step: Step = empty(null);
  const close = (joint: Joint | null): void => {
    const filled = step.words.length + step.environment.length + step.redirections.length > 0;
    if (filled) steps.push(step);
    // Of several joints in a row (`&&` and a line's end) the telling one counts.
    if (filled || step.joint === null || (step.joint.value === ';' && joint?.value !== ';')) step = empty(steps.length > 0 ? joint : null);
  };
  for (let i = 0; i < lexemes.length; i++) {
    const lexeme = lexemes[i] as Lexeme;
    if (lexeme.type === 'joint') close(lexeme);
    else if (lexeme.type === 'redirect') {
      const next = lexemes[i + 1];
      const target = lexeme.target === null && next?.type === 'word' ? next : null;
      if (target) i += 1;
      step.redirections.push(redirection(lexeme, target, step.redirections.length));
    } else {
      const set = step.words.length === 0 ? assignment.exec(lexeme.value) : null;
      if (set) step.environment.push({ name: set[1] ?? '', value: set[2] ?? '', raw: lexeme.raw, at: lexeme.at });
      else step.words.push(lexeme);
    }
  }
  close(null);
  return steps;
}

const empty = (joint: Joint | null): Step => ({ joint, environment: [], words: [], redirections: [] });

function redirection(lexeme: Redirect, target: Word | null, before: number): Redirection {
  // `>` is `1>`, `<` is `0<`; `2>&1` means something else before `>` than after it.
  const op = lexeme.value.replace(/^1(?=>)|^0(?=<)/, '').replace(/^>&$/, '&>');
  const value = target ? `${op} ${target.value}` : lexeme.target === null ? op : `${op} after ${before}`;
  return { value, raw: target ? `${lexeme.raw} ${target.raw}` : lexeme.raw, at: lexeme.at };
}

/** Carries what is set to where it is used. */
function settle(steps: readonly Step[]): Step[] {
  const variables = new Map<string, Assignment & { exported: boolean }>();
  const settled: Step[] = [];
  const used = new Set<string>();
  for (const [i, step] of steps.entries()) {
    const set = i < steps.length - 1 ? assignments(step) : null;
    if (set) for (const one of set) variables.set(one.name, one);
    else settled.push({ ...step, joint: settled.length > 0 ? step.joint : null, words: expand(step.words, variables, used) });
  }
  for (const step of settled) {
    for (const [name, { exported, ...set }] of variables) {
      const own = step.environment.some((one) => one.name === name);
      if (exported && !used.has(name) && !own) step.environment.push(set);
    }
  }
  return settled;
}

/** What a step sets when it does nothing else; null for a command. */
function assignments(step: Step): (Assignment & { exported: boolean })[] | null {
  if (step.redirections.length > 0) return null;
  const [first, ...rest] = step.words;
  if (!first) return step.environment.map((one) => ({ ...one, exported: false }));
  if (first.value !== 'export' || rest.length === 0) return null;
  const set = rest.map((word) => ({ match: assignment.exec(word.value), word }));
  if (set.some(({ match }) => match === null)) return null;
  return set.map(({ match, word: { raw, at } }) => ({ name: match?.[1] ?? '', value: match?.[2] ?? '', raw, at, exported: true }));
}

/** Puts known variables in, and cuts what is then several words, as the shell does. */
function expand(words: readonly Word[], variables: ReadonlyMap<string, { value: string }>, used: Set<string>): Word[] {
  return words.flatMap((word) => {
    const name = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))$/.exec(word.value);
    const key = name?.[1] ?? name?.[2];
    const value = key === undefined ? undefined : (variables.get(key)?.value ?? usualVariables.get(key));
    if (key === undefined || value === undefined) return [word];
    used.add(key);
    return value
      .split(/\s+/)
      .filter(Boolean)
      .map((part): Word => ({ type: 'word', value: part, raw: part, at: word.at }));
  });
}
