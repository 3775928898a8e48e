/** Grades what a person typed for a card, by the card's kind. Pure: nothing typed is run, stored or sent. */
import type { CardKind, TypedGrade } from '../../../shared/contract.js';
import { answersOf, isCommand, straight } from './answers.js';
import { gradeCloze } from './cloze.js';
import { gradeCommand } from './command.js';
import { gradeList, itemsOf } from './list.js';
import { gradeText } from './text.js';

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
  const text = typed.join('\n');
  if (card.kind === 'cloze') return gradeCloze(card.front, card.back, typed);
  if (card.kind === 'command') {
    const answers = answersOf(card.back);
    if (answers.length > 0) return gradeCommand(answers, valueOnly(card.front, answers, text));
  }
  const items = card.kind === 'list' || card.kind === 'sequence' ? itemsOf(card.back) : null;
  return items ? gradeList(items, text, card.kind === 'sequence') : gradeText(card.back, text);
}

/** Asked for the value of a flag the card names, people may well type the flag with it, or the quotes around it. */
function valueOnly(front: string, answers: readonly string[], typed: string): string {
  if (answers.some((answer) => isCommand(answer) || answer.startsWith('-'))) return typed;
  const match = /^\s*(--?[\w-]+)(?:=|\s+)(\S[\s\S]*)$/.exec(typed);
  const value = match && front.includes(`\`${match[1] ?? ''}\``) ? (match[2] ?? '') : typed;
  return straight(value.replace(/^\s*(["'])(.*)\1\s*$/s, '$2'));
}
