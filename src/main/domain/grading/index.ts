/** Grades what a person typed for a card, by the card's kind. Pure: nothing typed is run, stored or sent. */
import type { CardKind, TypedGrade } from '../../../shared/contract.js';
import { answersOf, isCommand, straight } from './answers.js';
import { gradeCloze } from './cloze.js';
import { gradeCommand } from './command.js';
import { gradeList, itemsOf } from './list.js';
import { shown } from './shown.js';
import { gradeText } from './text.js';
import { readingsOf, withoutCodeMarks } from './typed-readings.js';

/** What of a card grading needs: its kind and both sides as Markdown. */
export interface GradedCard {
  kind: CardKind;
  front: string;
  back: string;
}

/**
 * Grades a typed answer. `typed` has one text for each gap of a cloze card, and one for any other card.
 * Never throws and takes any text.
 */
export function gradeTyped(card: GradedCard, typed: readonly string[]): TypedGrade {
  if (card.kind === 'command') {
    const answers = answersOf(card.back);
    if (answers.length > 0) return gradeCommand(answers, valueOnly(card.front, answers, withoutCodeMarks(typed.join('\n'))));
  }
  return bestOf(typed, card.back.includes('$'), inWords(card));
}

/** How an answer that is no command is graded, given its texts. */
function inWords({ kind, front, back }: GradedCard): (texts: readonly string[]) => TypedGrade {
  const items = kind === 'list' || kind === 'sequence' ? itemsOf(back) : null;
  if (items) return (texts) => gradeList(items, texts.join('\n'), kind === 'sequence');
  const answer = shown(back);
  return (texts) => (kind === 'cloze' ? gradeCloze(front, answer, texts) : gradeText(front, answer, texts.join('\n')));
}

/** The grade of the reading that says most of the answer; as it was typed, when no other says more. */
function bestOf(typed: readonly string[], hasFormula: boolean, grade: (texts: readonly string[]) => TypedGrade): TypedGrade {
  const readings = typed.map((text) => readingsOf(text, hasFormula));
  const ways = Math.max(1, ...readings.map((one) => one.length));
  let best: TypedGrade | null = null;
  for (let way = 0; way < ways && best?.verdict !== 'same'; way++) {
    const found = grade(readings.map((one) => one[way] ?? one[0] ?? ''));
    if (best === null || rank(found) < rank(best)) best = found;
  }
  return best ?? grade([]);
}

const rank = ({ verdict, differ, of }: TypedGrade): number => ({ same: 0, close: 1, different: 2 })[verdict] + differ / (of + 1);

/** Asked for the value of a flag the card names, people may well type the flag with it, or the quotes around it. */
function valueOnly(front: string, answers: readonly string[], typed: string): string {
  if (answers.some((answer) => isCommand(answer) || answer.startsWith('-'))) return typed;
  const match = /^\s*[-\u2013-\u2015]{1,2}([\w-]+)(?:=|\s+)(\S[\s\S]*)$/.exec(typed);
  const named = [`-${match?.[1] ?? ''}`, `--${match?.[1] ?? ''}`].some((flag) => front.includes(`\`${flag}\``));
  const value = match && named ? (match[2] ?? '') : typed;
  return straight(value.replace(/^\s*(["'])(.*)\1\s*$/s, '$2'));
}
