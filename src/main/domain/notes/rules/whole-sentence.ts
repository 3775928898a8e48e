/** Whether a generated card reads as a whole sentence. One that does not is no card, not even one to hold back. */
import { baseOf, isAlsoNoun, verbOf } from '../english/verbs.js';
import type { Draft } from '../rule.js';

/** Words no phrase ends with: what followed was cut off. */
const dangling =
  /\s(?:the|an?|of|to|and|or|but|that|which|who|with|from|by|for|in|on|at|as|is|are|be|been|being|such|because|than|typically|usually|when|if|while|where|its|their|your|like|via|into|between|not|also|both|either|any|every|what's|it's|much|very|so)$/i;
/** List items that were cut off. */
const cut = /\s(?:the|an?|of|to|and|or|with|from|by|for|either|both|is|are)$|:$/i;
/** Answers that are only the tail of a verb ("roll back") or point at something not shown. */
const idleAnswer =
  /^(?:back|up|down|out|in|off|on|away|over|together|first|last|only|again|well|fast|faster|slower|so|too|more|less|always|never|it|them|here|there|now|then|long|far|expected|intended|usual|normal|follows|shown|such|everything|nothing|something|anything|others?|this|that|these|those|itself|themselves|you|me|us|many|some|etc|(?:an?|the|this) (?:way|manner|fashion))\.?$/i;
/** Questions whose grammar went wrong. */
const broken =
  /\s(?:the the|a a|of of|to to|and|or|locally|long|even|only|such|both|either|as|not|so)\?$|\b(?:do|does|did) (?:do|does|is|are|it's|that's|there|you'll)\b|\b(?:has|have) \S+ do\b|\b(?:what|why|how|where|when) (?:does|is|was|will|can|must|should|may|did|has|do|are) (?:it|they|this|that|them)\b|\bdo (?:this|that|it|so)\?$|\bdoes either\b|\bnot only\b|\band (?:that|it|this)\b|\b(?:why|how|when) (?:can|do|does|must|should|will|may) \S+ (?:use|have|make|take|provide|allow|enable|need)\?$|\bused to\?$|\b(?:allow|enable|let|help|cause|make|force) (?:it|them|this|us|me)\b|\bdoes `?(\S+?)`? \1\b|\bdoes (\S+ \S+) \S+ \2\b|, but (?:for|it|you|we|in|if|when|they)\b/i;
const brokenShort =
  /\b(?:you|it|that|they|there|what|we)['’](?:ll|re|ve|d)\b.*\?$|\b(?:do|does|did|can|will|is)\b.*\b(?:won't|can't|don't|doesn't|isn't|aren't)\b/i;
const brokenYou = /\b(?:do|does|can|will|is|are)\b.* and you\b/i;
/** In the middle of a question these begin a sentence of their own. */
const runOn =
  /[a-z`)] (?:While|Although|Though|However|Unlike|Whereas|Otherwise|Because|Note|This|These|It|They|If|When|Then|But|So|And|Also|Discuss|Explain)\b/;

export function isSound(draft: Draft): boolean {
  if (draft.own === true || draft.kind === 'command' || draft.kind === 'table') return true;
  const { front, back } = draft;
  if (/\b(?:we|our|us|my|I)\b/.test(front) || /\b(?:we|our|my)\b/.test(back)) return false;
  return (
    balanced(front) &&
    (draft.kind === 'list' || draft.kind === 'sequence' ? back.split('\n').every((item) => !cut.test(item)) : soundAnswer(back, front)) &&
    !runOn.test(front) &&
    !broken.test(front) &&
    // What these look for is costly where a sign or word of it is not there at all.
    !(/['’]/.test(front) && brokenShort.test(front)) &&
    !(/ and you\b/i.test(front) && brokenYou.test(front))
  );
}

/** "Two components": how many, not which. */
const countOnly =
  /^(?:one|two|three|four|five|six|seven|several|many|various|multiple|some|a few|different)(?! (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|bytes|bits)$)(?: [\w-]+){1,2}$/i;

/** "between them", "that information", "to be run": only the text before says what. */
const leaning = /\b(?:between|of|for|to|with|on|in|from|by|over|about) (?:them|it|they)$|^that(?: \w+){1,2}$|^to be \w+/i;

function soundAnswer(back: string, front: string): boolean {
  const text = back.trim();
  if (countOnly.test(text) || (/^[A-Za-z]+ed$/.test(text) && /\bhave\?$/.test(front))) return false;
  if (/, and (?!so\b)(?:the |an? )?\S+ (?:became|is|are|was|were|has|have|will|can|must|should)\b/.test(text)) return false;
  if (/^\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)$/i.test(text) && /\bwhat (?:do|does)\b/i.test(front)) return false;
  if (leaning.test(text) || /\s(?:accordingly|respectively)$/i.test(text)) return false;
  const pointed = /\bthis (?:\w+ )?(\w+)/i.exec(text)?.[1];
  if (pointed !== undefined && !front.toLowerCase().includes(pointed.toLowerCase())) return false;
  // "help detect (what?)": a verb without its object.
  if (
    /^[A-Z][a-z]+(?: [a-z]+)?$/.test(text) &&
    text
      .split(' ')
      .every(
        (word) =>
          baseOf(word.toLowerCase()) !== undefined &&
          !isAlsoNoun(word.toLowerCase()) &&
          verbOf(word.toLowerCase(), 'participle') === undefined &&
          verbOf(word.toLowerCase(), 'gerund') === undefined,
      )
  )
    return false;
  if (
    /\b(?:the following|as follows|listed below|shown below|mentioned above)\b|\bthis(?:$|[,.;]|\s(?:is|are|can|will|was|does|to|the|on|in|for|and|or|as|by|with)\b)|\b(?:above|below)$/i.test(
      text,
    )
  )
    return false;
  return balanced(text) && !idleAnswer.test(text) && !dangling.test(text) && !/^[(),;:.\])]/.test(text) && !/[,;:(]$/.test(text);
}

function balanced(text: string): boolean {
  let depth = 0;
  let code = false;
  for (const char of text) {
    if (char === '`') code = !code;
    else if (code) continue;
    else if (char === '(') depth++;
    else if (char === ')' && --depth < 0) return false;
  }
  return depth === 0 && !code;
}
