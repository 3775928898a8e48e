/** Which part of what a verb takes is asked for: a size, a number, a place, or the whole noun phrase. */
import type { Clause } from '../english/grammar.js';
import { ask, leansOnText } from '../english/question.js';
import { verbOf } from '../english/verbs.js';
import { determiners, isNounish, prepositions, toWords } from '../english/words.js';
import { countWords } from '../text.js';
import { answerOf } from './sentence-parts.js';

export interface Asked {
  question: string;
  back: string;
}

/** The question for one part of the object, where the rest of it is better shown in the question; null where the whole is asked for. */
export const partOfObject = (clause: Clause, subject: string): Asked | null =>
  attribute(clause, subject) ??
  purposeful(clause, subject) ??
  counted(clause, subject) ??
  moved(clause, subject) ??
  supplied(clause, subject);

/** "has a maximum size of 1024" -> "What is its maximum size?" */
function attribute(clause: Clause, subject: string): Asked | null {
  const match = /^an?\s((?:`[^`]+`|[a-z-]+)(?: [a-z-]+){0,3}) of (\S.*)$/.exec(clause.object);
  if (clause.main !== 'have' || clause.aux !== 'does' || clause.negative || match?.[1] === undefined || match[2] === undefined) return null;
  const value = answerOf(clause, match[2]);
  return /[`\d]/.test(match[2]) && countWords(value) <= 8 && !/^(?:number|set|list|lot|variety|kind|range)$/.test(match[1])
    ? { question: `What is the ${match[1].replace(/`/g, '')} of ${subject}`, back: value }
    : null;
}

/** "uses EC2 for compute" -> "What does it use for compute?" */
function purposeful(clause: Clause, subject: string): Asked | null {
  const match = /^((?:\S+ ){1,5})(for (?:the )?[a-z][\w-]*(?: [\w-]+){0,3})$/.exec(clause.object);
  if (clause.main !== 'use' || match?.[1] === undefined || match[2] === undefined || leansOnText(match[2]) || !startsNoun(match[1]))
    return null;
  return { question: ask('What', clause, subject, match[2]), back: answerOf(clause, match[1].trim()) };
}

/** "has 2 tunnels" -> "How many tunnels does it have?" */
function counted(clause: Clause, subject: string): Asked | null {
  const match =
    /^(?:only |exactly |up to |at least |at most |a maximum of )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten) ((?:[a-z-]+ )?[a-z-]+s)\b(?! of\b)(?!.*\b(?:and|or|is|are)\b)/.exec(
      clause.object,
    );
  return match?.[1] !== undefined &&
    !clause.negative &&
    /^do(?:es)?$/.test(clause.aux) &&
    /^(?:have|contain|hold|support)$/.test(clause.main)
    ? { question: ask(`How many ${match[1]}`, clause, subject), back: answerOf(clause) }
    : null;
}

const moves = new Set('route send forward redirect deliver direct publish move copy push stream export upload put ship write'.split(' '));

/** "routes traffic to the Pods" -> "What does it route traffic to?": where it goes is what one would not guess. */
function moved(clause: Clause, subject: string): Asked | null {
  if (!moves.has(clause.main)) return null;
  const match = /^((?:(?:the|an?|all|any|its)\s)?(?:[\w-]+\s){0,3}[\w-]+)\s(to|into)\s(\S.*)$/.exec(clause.object);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return null;
  const [, what, particle, where] = match;
  const inside = toWords(what).some(({ lower }) => prepositions.has(lower) || /^(?:and|or|that|which|its|them|it|this|these)$/.test(lower));
  const back = answerOf(clause, where);
  if (inside || verbOf(/^[a-z]+/.exec(where)?.[0] ?? '', 'base') !== undefined || !startsNoun(where)) return null;
  const known = /[`\d]|\s\(?\p{Lu}|^(?:the |an? )?\p{Lu}{2}/iu.test(where) && /[`\d]|\p{Lu}/u.test(where);
  return (countWords(where.replace(/^(?:the|an?|one of the)\s/, '')) < 2 && !known) ||
    /^(?:another|other|all|any|its|their|each)\b/.test(where)
    ? null
    : { question: ask('What', clause, subject, `${what} ${particle}`), back };
}

/** "provides clients with addresses", "replaces ARP with NDP" -> "What does it provide clients with?" */
function supplied(clause: Clause, subject: string): Asked | null {
  const match = /^((?:the |each |every |all )?[\w-]+(?: (?:and )?[\w-]+){0,2}) with (\S.*)$/.exec(clause.object);
  if (!/^(?:provide|supply|equip|furnish|replace)$/.test(clause.main) || match?.[1] === undefined || match[2] === undefined) return null;
  return startsNoun(match[2]) && !leansOnText(match[1])
    ? { question: ask('What', clause, subject, `${match[1]} with`), back: answerOf(clause, match[2]) }
    : null;
}

/** Whether a phrase begins with a noun phrase. */
export const startsNoun = (text: string): boolean => {
  // "newly created Pods": the adverb belongs to the participle.
  const [first] = toWords(text.slice(0, 60).replace(/^[a-z]+ly (?=[a-z]+ed\s)/, ''));
  return (
    first !== undefined &&
    !first.inside &&
    (isNounish(first) || determiners.has(first.lower) || /^(the|an?|that|whether|how|where|what)$/.test(first.lower)) &&
    !/^[a-z]+ly$/.test(first.lower) &&
    !/^\S+ than\b/.test(text) &&
    !/^(as|well|better|best|worse|fast|faster|slow|slower|together|so|very|too|different|differently|only|not|like|alone|easier|easy|possible|sure|open|available|active|further|forward)$/.test(
      first.lower,
    )
  );
};
