/** Which subjects make a question that stands alone. */
import { requests } from './clause.js';
import { isAlsoNoun, verbOf } from './verbs.js';

const empty =
  /^(?:(?:the|an?|some|many|most|all|both|each|every|any|no|another|other|one|two) ?)?(?:we|i|note|type|each|most|others?|types?|some|many|both|all|one|ones|none|either|neither|everything|something|anything|anyone|someone|everyone|here|there|what|which|who|how|why|when|while|although|default|such|another|examples?|following|below|above|rest|same|idea|point|goal|reason|result|problem|question|answer|choice|key|trick|first|second|third|next|last|former|latter|thing|things|following|important|way|ways|case|cases|step|steps|part|parts|project|lab|exercise|section|output|error|solution|task|difference|people|person|nothing)$/i;

/** Whether the written subject of a clause says what the clause is about. Pronouns are resolved elsewhere and pass. */
export function isFitSubject(subject: string): boolean {
  if (subject === '' || /^(?:it|they|this|these|those|that|you)$/i.test(subject)) return true;
  if (/[,;:]|\s[-–—]\s/.test(subject) || empty.test(subject)) return false;
  if (
    /^(?:we|i|my|our|us|let|please|note|while|although|though|unlike|what|which|who|how|why|when|where|here|there|such|and|or|but|so|if|then|because|also|as|to|for|in|on|with|by|at|from|under|via|after|before|since|during|of)\b/i.test(
      subject,
    )
  )
    return false;
  if (/^(?:each of |all of |both of )?(?:these|those|this|that)\s/i.test(subject)) return true;
  // "the settings it needs", "their structure": whose, only the text before says.
  if (/^(?:its|their|one of|examples? of)\b|\b(?:it|them|they|these|those)\b/i.test(subject)) return false;
  return !opensWithVerb(subject, 4);
}

/** Whether a heading or earlier subject can be what "it" stands for: one thing, no activity, no sentence. */
export function isThing(name: string): boolean {
  if (name === '' || name.split(' ').length > 6) return false;
  if (
    /[,;:?!&/]|\b(?:and|or|vs|versus|how|why|what|when|where|your|you|my|our|we|part \d|lab|labs|exercise|week \d|step \d|day \d|overview|introduction|problem|management|configuration|commands?)\b/i.test(
      name,
    )
  )
    return false;
  return !opensWithVerb(name, 0);
}

/** A request ("Configure the …") or a longer activity ("Removing a partition from …") instead of a thing. */
function opensWithVerb(text: string, gerundWords: number): boolean {
  const words = text.split(' ');
  const first = (words[0] ?? '').toLowerCase();
  if (first === 'be' || (words.length > 2 && requests.has(first) && /^[A-Z]/.test(text))) return true;
  if (words.length > 1 && verbOf(first, 'base') !== undefined && !isAlsoNoun(first)) return true;
  return verbOf(first, 'gerund') !== undefined && words.length > gerundWords;
}
