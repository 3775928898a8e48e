/** Auxiliaries, negation and main verb; and where a second verb phrase is joined on. */
import type { Clause } from './grammar.js';
import type { Found } from './finite.js';
import { isAlsoNoun, verbOf } from './verbs.js';
import { beForms, determiners, doForms, haveForms, isAdverb, isNounish, modals, prepositions, pronouns } from './words.js';
import type { Word } from './words.js';

export function joinForm(word: Word, form: Found['form']): Found['form'] {
  if (beForms.has(word.lower)) return 'be';
  if (modals.has(word.lower)) return 'modal';
  if (doForms.has(word.lower)) return 'do';
  if (haveForms.has(word.lower)) return 'have';
  return verbOf(word.lower, 'third') !== undefined ? 'third' : form === 'third' ? 'third' : 'base';
}

/** Where "and ensures …", ", validates …" begin: a verb of the same form after a comma or a conjunction. */
export function joints(words: readonly Word[], rest: number, form: Found['form']): number[] {
  const found: number[] = [];
  for (let i = rest + 1; i < words.length - 1; i++) {
    const word = words[i] as Word;
    const previous = words[i - 1] as Word;
    if (word.inside || word.code) continue;
    const conjunction = /^(and|but|then)$/.test(word.lower);
    if (!conjunction && previous.stop !== ',' && previous.stop !== ';') continue;
    if (form !== 'third' && infinitiveOpen(words, rest, i)) continue;
    let at = conjunction ? i + 1 : i;
    while (at < words.length - 1 && isAdverb(words[at] as Word)) at++;
    const verb = words[at] as Word;
    const next = words[at + 1];
    if (next === undefined || verb.code || verb.inside) continue;
    const free = !isAlsoNoun(verb.lower) || determiners.has(next.lower) || pronouns.has(next.lower) || next.code;
    const third = verbOf(verb.lower, 'third') !== undefined && free;
    const auxiliary =
      conjunction && (beForms.has(verb.lower) || modals.has(verb.lower) || (doForms.has(verb.lower) && next.lower === 'not'));
    const same =
      form === 'base' || form === 'modal'
        ? verbOf(verb.lower, 'base') !== undefined && (free ? !prepositions.has(next.lower) : false)
        : third;
    if ((same && (form !== 'be' || conjunction)) || (auxiliary && form !== 'modal')) {
      found.push(i);
      i = at;
    }
  }
  return found;
}

/** "… to provide X and enable Y": the second verb goes on with the infinitive. */
function infinitiveOpen(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++) {
    const word = words[i];
    if (word?.lower === 'to' && !word.inside && verbOf(words[i + 1]?.lower ?? '', 'base') !== undefined) return true;
  }
  return false;
}

const denials = new Set(['not', 'never', 'no', 'hardly', 'rarely', 'seldom']);

/** "It never moves a Pod": the denial stands before the verb. */
function deniedBefore(words: readonly Word[], verbAt: number): boolean {
  for (let i = verbAt - 1; i >= 0 && isAdverb(words[i] as Word); i--) if (denials.has((words[i] as Word).lower)) return true;
  return false;
}

type Verb = Pick<Clause, 'kind' | 'aux' | 'main' | 'negative'>;

/** "view, modify or delete X": the object belongs to all of them. */
const shares = (words: readonly Word[], at: number): boolean =>
  words[at]?.stop === ',' && verbOf(words[at + 1]?.lower ?? '', 'base') !== undefined;

export function verbGroup(words: readonly Word[], found: Found, plural: boolean, modal?: string): { verb: Verb; rest: number } | null {
  const word = words[found.at] as Word;
  let at = found.at + 1;
  let negative = /n't$/.test(word.lower) || word.lower === 'cannot' || deniedBefore(words, found.at);
  const skip = (): void => {
    while (at < words.length && (isAdverb(words[at] as Word) || (words[at] as Word).lower === 'not')) {
      // "has no namespace" denies as "does not have a namespace" does.
      if (denials.has((words[at] as Word).lower)) negative = true;
      at++;
    }
  };
  const aux = word.lower.replace("n't", '').replace('cannot', 'can');
  if (found.form === 'be') {
    skip();
    return { ...participleAfter(words, at, aux, '', negative) };
  }
  if (found.form === 'modal') {
    skip();
    const verb = words[at];
    if (verb === undefined) return null;
    if (verb.lower === 'be') {
      at++;
      skip();
      return participleAfter(words, at, aux, 'be', negative);
    }
    if (verb.lower === 'have' && verbOf(words[at + 1]?.lower ?? '', 'participle') !== undefined) return null;
    if (!/^[a-z]+$/.test(verb.lower) || shares(words, at) || determiners.has(verb.lower) || prepositions.has(verb.lower)) return null;
    return { verb: { kind: 'active', aux, main: verb.lower, negative }, rest: at + 1 };
  }
  if (found.form === 'have') {
    skip();
    const next = words[at]?.lower ?? '';
    if (next === 'been') {
      at++;
      skip();
      return participleAfter(words, at, aux, 'been', negative);
    }
    if (verbOf(next, 'participle') !== undefined && !isAlsoNoun(next)) {
      return { verb: { kind: 'active', aux, main: next, negative }, rest: at + 1 };
    }
    return { verb: { kind: 'active', aux: plural ? 'do' : 'does', main: 'have', negative }, rest: at };
  }
  if (found.form === 'do') {
    skip();
    const main = verbOf(words[at]?.lower ?? '', 'base');
    return main === undefined ? null : { verb: { kind: 'active', aux, main, negative }, rest: at + 1 };
  }
  if (found.form === 'past') {
    const main = verbOf(word.lower, 'past');
    return main === undefined ? null : { verb: { kind: 'active', aux: 'did', main, negative }, rest: at };
  }
  const main = verbOf(word.lower, found.form);
  if (main === undefined) return null;
  const second = /^(and|or)$/.test(words[at]?.lower ?? '') ? verbOf(words[at + 1]?.lower ?? '', found.form) : undefined;
  const sharesObject = second !== undefined && word.stop === '' && words[at + 1]?.stop === '' && words[at + 2] !== undefined;
  if (sharesObject) {
    const pair = `${main} ${words[at]?.lower ?? 'and'} ${second}`;
    return { verb: { kind: 'active', aux: plural ? 'do' : 'does', main: pair, negative }, rest: at + 2 };
  }
  const helper = modal !== undefined && modals.has(modal) ? modal : plural ? 'do' : 'does';
  return { verb: { kind: 'active', aux: helper, main, negative }, rest: at };
}

function participleAfter(words: readonly Word[], at: number, aux: string, be: string, negative: boolean): { verb: Verb; rest: number } {
  const word = words[at];
  const lower = word?.lower ?? '';
  const next = words[at + 1];
  const participle = verbOf(lower, 'participle') !== undefined || /^(re|un|pre|over|de)?[a-z]{3,}ed$/.test(lower);
  const nounFollows =
    next !== undefined &&
    word?.stop === '' &&
    isNounish(next) &&
    !determiners.has(next.lower) &&
    !pronouns.has(next.lower) &&
    !isAdverb(next) &&
    !next.inside;
  if (
    word !== undefined &&
    !word.code &&
    participle &&
    !(nounFollows && !/^(called|named|known|considered|made|given|set|assigned)$/.test(lower))
  ) {
    return { verb: { kind: 'passive', aux, main: be === '' ? lower : `${be} ${lower}`, negative }, rest: at + 1 };
  }
  if (word !== undefined && verbOf(lower, 'gerund') !== undefined && be === '') {
    return { verb: { kind: 'progressive', aux, main: lower, negative }, rest: at + 1 };
  }
  return { verb: { kind: 'copula', aux, main: be, negative }, rest: at };
}
