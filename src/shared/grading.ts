/** The part of the contract about answers that are typed. */
import * as v from 'valibot';
import { count, id, method, rating, text } from './schemas.js';

/** Which cards ask for a typed answer: commands and gaps, every card, or none. */
export const typeAnswers = v.picklist(['commands', 'all', 'never']);
export type TypeAnswers = v.InferOutput<typeof typeAnswers>;

/** A gap in the front of a cloze card. */
export const gapMark = /\[(?:…|\.\.\.)\]/;

/** How many gaps the front of a cloze card has; at least one. */
export const gapsIn = (front: string): number => Math.max(1, front.split(gapMark).length - 1);

/** Longest text that is graded; nobody types more. */
export const longestTyped = 10_000;

/** A part of an answer: on the typed side ok, wrong or extra; on the expected side ok, wrong or missing. */
const gradedToken = v.strictObject({
  text,
  state: v.picklist(['ok', 'missing', 'wrong', 'extra']),
  /** Index of its counterpart on the other side; null when it has none. */
  pair: v.nullable(count),
});
export type GradedToken = v.InferOutput<typeof gradedToken>;

/** How a typed answer compares with the card's. The typed text is not kept anywhere. */
export const typedGrade = v.strictObject({
  /** What was compared: commands by meaning, words, items of a list in any order, steps in their order, or gaps. */
  how: v.picklist(['command', 'text', 'list', 'sequence', 'cloze']),
  verdict: v.picklist(['same', 'close', 'different']),
  typed: v.array(gradedToken),
  expected: v.array(gradedToken),
  /** Parts that differ, of how many. */
  differ: count,
  of: count,
  /** Only a suggestion: the person decides. */
  suggested: rating,
});
export type TypedGrade = v.InferOutput<typeof typedGrade>;

export const gradingMethods = {
  /** Compares what was typed with a card's answer: one text, or one for each gap of a cloze card. Nothing is stored. */
  'session.grade': method(
    v.strictObject({
      cardId: id,
      typed: v.pipe(v.array(v.pipe(text, v.maxLength(longestTyped))), v.minLength(1), v.maxLength(30)),
    }),
    typedGrade,
    'reads',
  ),
};
