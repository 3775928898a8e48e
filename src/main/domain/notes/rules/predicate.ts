/** What a sentence says of the subject of "is": the whole of it, or as much as still sets the subject apart. */
import type { Clause, Tail } from '../english/grammar.js';
import { countWords } from '../text.js';
import type { SentenceUnit } from '../rule.js';
import { answerOf, maxAnswerWords, withoutAsides, withoutPointing } from './sentence-parts.js';

/** What may be left off: it adds to a description that is complete without it. */
const adds = (tail: Tail): boolean =>
  /^(?:which|contrast|cause|examples)$/.test(tail.kind) || (tail.kind === 'participle' && !tail.text.includes(','));

/** The answer to "What is X?"; '' where only a part would fit that says too little. */
export function predicateOf(unit: SentenceUnit, clause: Clause): string {
  const at = unit.text.indexOf(clause.object);
  if (clause.object === '' || at < 0) return answerOf(clause);
  const whole = unit.text.slice(at, endOf(unit, clause, at));
  let text = clean(whole.slice(0, praise.exec(whole)?.index));
  for (let count = clause.tails.length; count >= 0; count--) {
    const dropped = clause.tails[count];
    if (dropped !== undefined) {
      if (!adds(dropped)) return '';
      const start = unit.text.indexOf(dropped.text, at);
      if (start < 0) return '';
      text = clean(unit.text.slice(at, start));
      if (!setsApart(text)) return '';
    }
    const next = clause.tails[count - 1];
    // "…, so it …" and "…, but …" are a remark beside the definition.
    if (next !== undefined && /^(?:contrast|cause)$/.test(next.kind)) continue;
    const fitting = [text, withoutAsides(text)].find((wording) => countWords(wording) <= maxAnswerWords);
    if (fitting !== undefined) return withoutPointing(fitting);
  }
  return '';
}

/** Where what is said ends: "… that checks the table and runs the jobs" goes on, "… and it may fail" does not. */
function endOf(unit: SentenceUnit, clause: Clause, at: number): number {
  const clauses = unit.reading?.clauses ?? [];
  const next = clauses[clauses.indexOf(clause) + 1];
  if (next === undefined) return unit.text.length;
  const specified = clause.tails.some((tail) => tail.kind === 'relative') || /\s(?:where|whose|which)\s/.test(clause.object);
  const goesOn = next.subject === clause.subject && specified && next.kind === 'active';
  if (goesOn) return unit.text.length;
  const start = unit.text.indexOf(next.subject === clause.subject ? next.predicate : next.subject, at + clause.object.length);
  return start < 0 ? unit.text.length : start;
}

/** ", offering flexibility …", ", making it essential": praise behind a definition. */
const praise =
  /,\s(?:which (?:is|are) (?:\w+ly )?(?:useful|essential|important|crucial|ideal|helpful)|making (?:it|them)\b|(?:offering|providing|giving) (?:\w+ )?(?:flexibility|efficiency|convenience|reliability|scalability|control)\b)/i;

const clean = (text: string): string => text.replace(/(?:[\s,;:(]|\s[-–—]|\s(?:and|or|but|while|whereas|yet|also|then|only|even))+$/, '');

/** Words that lead on to what marks a thing off from others of its kind. */
const marksOff =
  /\s(?:of|for|to|that|which|who|whose|where|when|with|without|from|by|in|on|at|as|between|across|over|into|under|inside|within|about|against|per|via|than|like|using|other)\s|,\s[a-z]+(?:ing|ed)\s/i;

/** "A consistent key value store": so many words describe a thing by themselves; joined by a hyphen ("a key-value store"), one less. */
const enoughWords = 5;

/** Whether a description says more than the kind of thing: "a TLS extension" and "a type of deployment" do not. */
export const setsApart = (text: string): boolean => {
  if (
    /^an? (?:\w+ )?(?:feature|part|component|concept|function|property|capability|object|resource|element) (?:of|in) (?:the |an? )?\S+$/i.test(
      text,
    )
  )
    return false;
  const bare = withoutAsides(text).replace(/^an? (?:type|kind|form|sort|class|set|piece|part)s? of /i, 'a ');
  return (
    !/^(?:an?|one)\s/i.test(bare) ||
    countWords(bare.replaceAll('-', ' ')) >= (/\p{L}-\p{L}/u.test(bare) ? enoughWords - 1 : enoughWords) ||
    marksOff.test(bare)
  );
};
