/** Terms that are commands, and terms that ask for one. */
import { readSentence } from '../english/clause.js';
import { asAnswer, startsWithVerb } from '../english/question.js';
import { baseOf } from '../english/verbs.js';
import { countWords } from '../text.js';
import { named } from './front.js';
import { isNominal } from './nominal.js';
import type { Draft, Term } from '../rule.js';
import { isShellCommand } from './shell.js';
import { card, shorten } from './term-card.js';

/** Whether a text is something to type: a known program, or a line of code in notes about commands. */
export function looksTyped(text: string, unit: Term): boolean {
  const bare = text.replaceAll('`', '');
  if (isShellCommand(bare)) return true;
  const { place } = unit;
  const about = /\b(?:cli|commands?|configur\w*|cisco|router|switch)\b/i.test([place.note, ...place.headings, unit.name].join(' '));
  return about && /^[a-z][^,;]*$/.test(bare) && countWords(bare) <= 12;
}

/** "Enable the server" with "Command: ntp master" below it. */
export function commandFor(unit: Term): Draft[] {
  const lower = unit.name.replace(/^\(optional\)\s*/i, '');
  if (!startsWithVerb(lower) || countWords(unit.text) > 12 || unit.text.includes(',')) return [];
  const text = unit.text.includes('`') ? unit.text : `\`${unit.text}\``;
  return [
    card(
      unit,
      'command',
      'command',
      named(`Which command do you run to ${lower.charAt(0).toLowerCase()}${lower.slice(1)}?`, unit.place),
      text,
    ),
  ];
}

/** Keys that are pressed together, or a key that has a name. */
const keys =
  /^`(?:(?:ctrl|control|alt|shift|super|cmd|meta|option|win|windows|fn)\s?[+-]|\^.|[CM]-|F\d{1,2}`|(?:esc|enter|tab|space|home|end)`)/i;

/** "Check the theme: `…`" asks for the command, or the keys; what is no request asks for nothing. */
export function toType(unit: Term, code: string): Draft[] {
  const lower = unit.name.charAt(0).toLowerCase() + unit.name.slice(1);
  if (!startsWithVerb(lower) || !(keys.test(code) || /^`(?:[a-z][a-z-]*|[a-z][\w.-]*\s[^`]*)`$/.test(code))) return [];
  const what = keys.test(code) ? 'Which keys do you press' : 'Which command do you run';
  return [card(unit, 'do', keys.test(code) ? 'concept' : 'command', named(`${what} to ${lower}?`, unit.place), code)];
}

export const isCommandName = (name: string): boolean => /^`[^`]+`$/.test(name) && isShellCommand(name.slice(1, -1));

/** "controls the rotation `vim file`": no word leads from the text to the second command. */
const runsInto =
  /(?:^|\s)(?!(?:with|using|by|run|runs|of|to|in|via|as|use|like|and|or|than|from|for|the|an?|on|after|before|see|type|typing|command|file|e\.g\.|option|flag)\s)[a-z]+\s`[a-z]+ [^`/.-]*[/.-][^`]*`(?:\s|$)/;

/** "manual page database": no verb opens the text. */
const isThingNamed = (lower: string): boolean => {
  const [, first = '', second = ''] = /^([a-z-]+)(?: ([a-z]+))?/.exec(lower) ?? [];
  if (/^(?:an?|the|all|any|your|its|current|each|every|this|out)$/.test(second)) return false;
  return (
    first !== '' &&
    baseOf(first) === undefined &&
    !/(?:ly|ing|ed)$|^(?:to|how|what|when|if|not|no|also|for|in|on|it|this|you|same|like|as|prints?)$/.test(first)
  );
};

export function command(unit: Term, sentence: string): Draft[] {
  const lower = sentence.charAt(0).toLowerCase() + sentence.slice(1);
  // The command that stands behind is another one: its own line ran into this.
  if (runsInto.test(sentence)) return [];
  const reading = isNominal(sentence) ? null : readSentence(sentence, true);
  // "`nginx`: web server" is a thing.
  const isThing =
    reading === null &&
    (/^(?:an?|the)\s/.test(lower) ||
      (/^[a-z]+(?: [a-z]+)?$/.test(lower) && !startsWithVerb(lower)) ||
      (!unit.name.includes(' ') && (isNominal(sentence) || isThingNamed(lower))));
  const front = isThing ? `What is ${unit.name}?` : `What does ${unit.name} do?`;
  const subject = reading?.clauses[0]?.subject ?? '';
  // "the `p` at its beginning marks a pipe": said of something that the command shows.
  if (/^(?:an?|the|in|on|if|there|you) /i.test(subject)) return [];
  const what = card(unit, 'what', 'concept', named(front, unit.place), asAnswer(shorten(sentence)));
  if (reading?.clauses[0]?.subject !== '' || reading.clauses[0].kind === 'copula') return [what];
  // "check `$?`: 0 = installed" is no request.
  if (/[:;=]/.test(lower.replace(/`[^`]*`/g, ''))) return [what];
  const question = reading.clauses[0].aux === 'do' ? `Which command do you run to ${lower}?` : `Which command ${lower}?`;
  return [what, card(unit, 'command', 'command', named(question, unit.place), unit.name)];
}
