/** Which subjects make a question that stands alone. */
import { requests } from './clause.js';
import { isAlsoNoun, verbOf } from './verbs.js';

const empty =
  /^(?:(?:the|an?|some|many|most|all|both|each|every|any|no|another|other|one|two) ?)?(?:we|i|note|type|each|most|others?|types?|some|many|both|all|one|ones|none|either|neither|everything|something|anything|anyone|someone|everyone|here|there|what|which|who|how|why|when|while|although|default|such|another|examples?|following|below|above|rest|same|idea|point|goal|reason|result|problem|question|answer|choice|key|trick|first|second|third|next|last|former|latter|thing|things|following|important|way|ways|case|cases|step|steps|part|parts|project|lab|exercise|section|output|error|solution|task|difference|people|person|nothing|whichever|whatever|whoever)$/i;

/** "Some pharmacies", "both services", "another option": which ones, only the text around says. */
const unnamed =
  /^(?:some|many|most|several|other|another|certain|various|few|a few|additional|further|different|similar|multiple|numerous|both|either|neither|such|no|the (?:other|same|following|above|next|last|first|second|third|former|latter|rest|previous|resulting|whole|entire|main|key|only|new|old))\s/i;

/** Whether the written subject of a clause says what the clause is about. Pronouns are resolved elsewhere and pass. */
export function isFitSubject(subject: string): boolean {
  if (/^[A-Z]$|^\(|^\d+[.)]|^(?:an?|the|one)\s(?:\w+\s)?(?:example|instance)\sof\b/i.test(subject)) return false;
  if (subject === '' || /^(?:it|they|this|these|those|that|you)$/i.test(subject)) return true;
  if (/[,;:!?…"“”]|\.\.|\s[-–—]\s/.test(subject) || empty.test(subject) || unnamed.test(subject)) return false;
  if (
    /^(?:we|i|my|our|us|let|please|note|while|although|though|unlike|what|which|who|how|why|when|where|here|there|such|now|then|still|just|sometimes|often|usually|always|never|maybe|perhaps|again|once|[a-z]{3,}ly|and|or|but|so|if|then|because|also|as|to|for|in|on|with|by|at|from|under|via|after|before|since|during|of)\b/i.test(
      subject,
    )
  )
    return false;
  if (/^(?:each of |all of |both of )?(?:these|those|this|that)\s/i.test(subject)) return true;
  // "the settings it needs", "their structure": whose, only the text before says.
  if (
    /^(?:its|their|one of|examples? of|not|(?:every|each|any) time)\b|\b(?:it|them|they|these|those|this|how|why|what|when|if)\b/i.test(
      subject,
    )
  )
    return false;
  if (/\b(?:you|we|i|he|she|your|our|my)\b|['’](?:ll|re|ve|d)\b/i.test(subject)) return false;
  return !opensWithVerb(subject, 4);
}

const pointing =
  /^(?:the|this|that|these|those)\s+(?:(?:above|below|following|given|same|whole|entire|resulting|new|final)\s+)?([a-z-]+)$/i;
/** Nouns that name nothing by themselves: which command, which output, whose state? */
const general = new Set(
  (
    'command method approach technique function code script query statement snippet output input result value name file field line list number data information part section step process procedure rule statute law remedy opinion ' +
    'page image program project system solution option choice form model feature operation task action event item element object entry record message request response reply change update error problem issue case ' +
    'state status condition time period amount rate size length level type kind version copy file folder directory path flag parameter argument variable property attribute setting configuration config package module library tool team ' +
    'user person people client customer patient party company organization thing way goal aim idea concept term word phrase sentence text note diagram picture table figure chart graph column row cell key test exam question answer ' +
    'formula equation expression definition description explanation reason cause effect impact advantage benefit drawback disadvantage difference standard right interest policy setup environment application app website site lab exercise ' +
    'structure mechanism technology service services standards numbers letter letters sign signs symbol drug disease treatment cell cells'
  ).split(' '),
);

/** The noun of a subject that only the text around can tell ("the command", "these rules"); null for any other subject. */
export function pointedNoun(subject: string): string | null {
  const noun = pointing.exec(subject)?.[1]?.toLowerCase();
  if (noun !== undefined)
    return /^(?:this|that|these|those)\s/i.test(subject) || general.has(noun) || general.has(noun.replace(/s$/, '')) ? noun : null;
  const head = /^(?:these|those|this|that)\s.*?([a-z-]+)$/i.exec(subject)?.[1];
  return head?.toLowerCase() ?? null;
}

/** Whether a heading or earlier subject can be what "it" stands for: one thing, no activity, no sentence. */
export function isThing(name: string): boolean {
  if (name === '' || name.split(' ').length > 6) return false;
  if (
    /[,;:?!&/]|\b(?:and|or|vs|versus|how|why|what|when|where|your|you|my|our|we|part \d|lab|labs|exercise|week \d|step \d|day \d|overview|introduction|problem|management|configuration|commands?|examples?|more|breakdown|comparison|step-by-step|challenge|setup)\b|\s[-–—|]\s|\b(?:used|needed|required)$/i.test(
      name,
    )
  )
    return false;
  return !opensWithVerb(name, 0);
}

/** "Connection-oriented", "Eventually consistent": a quality, which does nothing itself. */
export const isQuality = (name: string): boolean =>
  /(?:-(?:oriented|based|free|less|aware|only|driven|specific)|[a-z]{4,}(?:able|ible|ful|less|ous)|consistent|persistent|transparent|independent|dependent|idempotent|efficient|resilient|concurrent|secure|reliable|fast|faster|simple|flexible|lightweight|stateful|synchronous|automatic|dynamic|atomic)$|^(?:external|internal|local|remote|global|public|private|static|manual|active|passive|optional|required|mandatory|declarative|imperative|default|custom|regional|zonal|managed|advanced)$/i.test(
    name,
  ) && !/(?:table|variable|cable|vegetable|syllable)$/i.test(name);

/** A request ("Configure the …") or a longer activity ("Removing a partition from …") instead of a thing. */
function opensWithVerb(text: string, gerundWords: number): boolean {
  const words = text.split(' ');
  const first = (words[0] ?? '').toLowerCase();
  if (first === 'be' || (words.length > 2 && requests.has(first) && /^[A-Z]/.test(text))) return true;
  if (words.length > 1 && verbOf(first, 'base') !== undefined && !isAlsoNoun(first)) return true;
  return verbOf(first, 'gerund') !== undefined && words.length > gerundWords;
}
