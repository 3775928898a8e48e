/**
 * Signs that a question or answer made of a statement was cut in the middle of a phrase, or asks for the wrong part: a second verb left
 * hanging, a preposition without what it belongs to, a noun taken for a verb. Such a statement gives no card.
 */
import type { Clause } from '../english/grammar.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import type { Draft, SentenceUnit } from '../rule.js';

/**
 * Whether question and answer are whole phrases.
 * @param clause The clause the card was made of.
 * @param question The question without the names before it.
 */
export const isWhole = (draft: Draft, unit: SentenceUnit, clause: Clause, question: string): boolean =>
  !isBroken(question) &&
  !(draft.kind !== 'list' && (hangs(draft.back, clause) || hasHangingVerb(draft, question) || hasSecondGerund(draft))) &&
  !isNounAsVerb(draft.back, clause, question) &&
  !isCutContrast(unit.text, draft.back, clause) &&
  !pointsBack(clause, unit);

/** "charged per?", "what is X define how": the question breaks off, or holds a piece of another. */
const isBroken = (question: string): boolean =>
  /\b(?:per|help in|help|put)\?$/.test(question) ||
  /^(?:what|how many \S+) (?:is|are|do|does|can|will) [^?]*\s(?:how|what|whether|means)\s/i.test(question) ||
  /\b(?:and|or) (?:to|for|by|with|in|from) /.test(question) ||
  /\(=/.test(question);

/** "a tape library with one", "These to be …", "`jq` full access": what comes next, or before, belongs to it. */
const hangs = (back: string, { main, object }: Clause): boolean =>
  /\b(?:(?:the|with)(?: [a-z]+)? one|those|and|or|of)$|^(?:one|the|both|an?) (?:to|is|are|can|will|must|may)\b/i.test(back) ||
  // A command stands behind a name: the next line was taken along.
  /`[^`]+` `[^`\s]+ [^`]/.test(back) ||
  /^(?:these|those|this) to\b/i.test(object) ||
  (main === 'give' && /^(?:`[^`]+`|\p{Lu}\S+) (?!to\b|for\b|from\b|in\b|of\b|with\b|and\b|or\b)\p{Ll}[\p{L}-]+/u.test(object)) ||
  // "EC2 (integrate with …)": what is allowed stands in parentheses.
  (/^(?:allow|enable|let|permit|help)$/.test(main) && /\(([a-z]+) (?:with|to|the|an?|in|on)\b/.test(object));

/** "That the mirror copies", "traffic and works", "a local buffer and then copied": the last verb has lost what it takes. */
function hasHangingVerb({ back }: Draft, question: string): boolean {
  if (/\bdo\?$/.test(question)) return false;
  const text = back.replace(/`[^`]*`/g, '`x`').replace(/\([^()]*\)/g, '');
  const last = /\s([a-z]+)$/.exec(text)?.[1] ?? '';
  const alone = (form: 'third' | 'gerund'): boolean => {
    const verb = verbOf(last, form);
    return verb !== undefined && !isAlsoNoun(verb) && !isAlsoNoun(last);
  };
  return (
    (/^That\b/.test(back) && alone('third')) ||
    (/\s(?:and|or|,) [a-z]+$/.test(text) && alone('third')) ||
    (/^(?:[^,]*,){1,2}\s[a-z]+$/.test(text) && alone('gerund')) ||
    (!/\b(?:that|which|is|are|be|[a-z]+ed,? and)\b/i.test(text) &&
      /\band (?:then )?[a-z]+ed(?:$|\s(?:by|in|to|from|with|into|as|[a-z]+ly)\b)/.test(text))
  );
}

/** "mounting the root, and executing whatever …": of a participle, the next one is another thing done. */
const hasSecondGerund = ({ part, back }: Draft): boolean =>
  part.startsWith('also-') &&
  [...back.matchAll(/(?:,|\sand)\s(?:and )?(?:[a-z]+ly )?([a-z]+ing) (?:the|an?|its|their|any|all|whatever|what)\b/g)].some(
    ([, word = '']) => verbOf(word, 'gerund') !== undefined,
  );

/** "DNS records store addresses": the noun was taken for the verb, and the verb for what it takes. */
function isNounAsVerb(back: string, clause: Clause, question: string): boolean {
  // "Watch flags steering …", "Updates from the pier": the noun, not what anything does.
  if (clause.kind === 'active' && isAlsoNoun(clause.main)) {
    if (!clause.subject.includes('`') && verbOf(/^([a-z]+) (?:the|an?|`)/.exec(clause.object)?.[1] ?? '', 'gerund') !== undefined)
      return true;
    if (clause.subject === '' && /^(?:from|of|about)\s/.test(clause.object)) return true;
  }
  if (clause.kind !== 'active' || clause.aux !== 'does' || /^$|`$/.test(clause.subject) || /\bdo\?$/.test(question)) return false;
  const [, first = '', next = ''] = /^([A-Z]?[a-z]+) ([a-z]+)/.exec(back) ?? [];
  return (
    isAlsoNoun(clause.main) &&
    verbOf(first.toLowerCase(), 'base') !== undefined &&
    clause.object.toLowerCase().startsWith(first.toLowerCase()) &&
    !/^(?:of|to|from|for|in|on|by|with|and|or|at|as|between|over|through)$/.test(next) &&
    (verbOf(next, 'base') === undefined || !isAlsoNoun(next)) &&
    !/s$/.test(clause.subject)
  );
}

/** "does not only build X", "edits the file in place but saves a copy": half of it says something else. */
function isCutContrast(text: string, back: string, clause: Clause): boolean {
  if (clause.negative && /\b(?:not|n't) (?:only|just|merely|simply|necessarily|always)\b/.test(text)) return true;
  const at = text.toLowerCase().lastIndexOf(back.toLowerCase());
  return at >= 0 && /^,?\sbut\s(?:can|may|might|not|(?!does|is|has)[a-z]+s)\b/.test(text.slice(at + back.length));
}

/** "This means …", "They can run 20 Pods" below one thing: it is what was said before, not what the section is about. */
function pointsBack({ subject, main, kind }: Clause, unit: SentenceUnit): boolean {
  if (main === 'mean' && /^(?:this|that|these|it)$/i.test(subject)) return unit.previous !== null || !/^it$/i.test(subject);
  return /^(?:this|that)$/i.test(subject) && kind === 'passive' && unit.term === null && unit.previous !== null;
}
