/**
 * Signs that a sentence was read wrongly, or that it says something only where it stands: a subject that is no one thing, a question that
 * breaks off, an answer that runs on into the next clause. Such a sentence gives no card.
 */
import type { Clause } from '../english/grammar.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { countWords } from '../text.js';
import type { Draft, SentenceUnit } from '../rule.js';

const maxSubjectWords = 7;

export function isCleanReading(draft: Draft, unit: SentenceUnit): boolean {
  const clauses = unit.reading?.clauses ?? [];
  return (
    clauses.every((clause) => isOneThing(clause.subject) && agrees(clause)) &&
    (unit.term === null || clauses.some(({ subject }) => subject !== '') || isOneThing(unit.term)) &&
    endsWell(draft.front) &&
    (draft.kind === 'list' || isOnePhrase(draft.back, draft.front, draft.rule === 'condition'))
  );
}

/** "Do an HPA", "does X and Y": number and verb do not go together, so the subject was read wrongly. */
const agrees = ({ subject, aux }: Clause): boolean =>
  aux === 'do' || aux === 'are'
    ? !/^an?\s/i.test(subject)
    : !(/^(?:does|is)$/.test(aux) && /\w\s(?:and|&)\s\w/.test(subject.replace(/`[^`]*`/g, '`')));

/** Openings of what is no thing: parts of the text, quantities, words that belong before the subject. */
const noThing =
  /^(?:common misconceptions|in|on|at|for|with|by|during|from|to|as|of|into|example|next steps?|(?:section|chapter|step|part|figure|table|appendix|stage|task|day|week|lesson|line)\s+[\d§]|[a-z]+ steps?$|nothing|nobody|something|everything|anything|many|most|some|few|several|none|others|neither|another|someone|people|everyone|anyone|company|issue|same|uses?|using|when|while|if|only|just|much|once|whether|because|it's|there|not|defaults?|implementation|thriving)\b/i;

/** A verb inside the subject: the sentence was cut at the wrong place. */
const verbInside =
  /\s(?:is|are|was|were|has|have|had|can|will|would|should|must|may|might|does|do|did|cannot|isn't|aren't|doesn't|don't)(?:\s|$)/;

/** "`ndots:5` means": a verb in the third person that can be nothing else. */
const holdsThird = (subject: string): boolean =>
  !/\b(?:that|which|who)\s/.test(subject) &&
  subject
    .split(' ')
    .slice(1)
    .some((word) => /^[a-z]+s$/.test(word) && verbOf(word, 'third') !== undefined && !isAlsoNoun(word));

/** Whether a phrase names one thing and holds no piece of a sentence. */
export function isOneThing(subject: string): boolean {
  const bare = subject.replace(/^(?:the|an?)\s+/i, '');
  if (noThing.test(bare) || /->|=>|→|[a-z)`]\.\s|[?!§*\]]|\s=\s|\s\+\s|\([^)]*$/.test(bare)) return false;
  // "Defined at the top": a state of what the note tells of.
  if (/^[A-Z]?[a-z]+ed (?:at|in|inside|on|by|to|from|with|within|as)\s/.test(bare)) return false;
  if (verbInside.test(bare) && !/\b(?:that|which|who)\s/.test(bare)) return false;
  if (/\s(?:how|what|whether|why|here)(?:\s|$)/.test(bare) || holdsThird(bare)) return false;
  return countWords(bare) <= maxSubjectWords;
}

/** "What can X support up to?", "what can it be configured to?": the question stops before what it asks for. */
const brokenOff =
  /\b(?:up to|called|named|about|like|at least|at most|around|over|such as|approximately|nearly|almost|for example|(?:configured|able|set up|required|supposed|used|want|needs?|needed|going|known|similar|due) to|(?:not|also|then|than))\?$/i;
/** "What is it had to do?", "why does what is used in it?", "handle both the one?" */
const misread = /\b(?:is|are) \S+ had\b|\bwhy (?:do|does) \S+ (?:used|needed|required|called)\b|\bboth (?!.*\band\b)[^?]*\?$/i;
/** "how does X take Y and returns?", "how is A recorded and B continues?" */
const asksTwice =
  /\bwhat (?:is|are) [^?]* (?:means?|does)\?$|\b(?:do|does|did|is|are|can|will)\b.*\sand (?:[\w`-]+ )?(?:returns|continues|works|acts|moves|runs|records|takes|makes|sends|uses|creates|gives|allows|ensures|becomes|starts|stops|provides|requires|users \w+|then)\b/i;
const pointsOrDraws = /\[\p{L}|\]\(|\*\*|->|=>|→|\be\.g\.|\bi\.e\.|[—§]|\s--\s|\bchapter \d|<\/?[a-z]+>/iu;

const endsWell = (front: string): boolean =>
  !brokenOff.test(front) && !misread.test(front) && !asksTwice.test(front) && !pointsOrDraws.test(front.replace(/`[^`]*`/g, '`'));

/** Answers that are clauses themselves. */
const clausal =
  /^(?:that|how|where|whether|if|what|when|as|once|after|before|because|it|they|so|by|until|unless|while|who|whenever|due|since|you|with|to|only|all|because)\b/i;
const relative =
  /\b(?:that|which|who|whose|whom|where|when|if|how|what|whether|than|because|it|they|you|there|while|whatever|why|once|after|before|until|unless)\b/i;
const finite =
  /\s(?:is|are|was|were|has|have|had|can|will|would|should|must|may|might|does|do|did|cannot|won't|can't|don't|doesn't|isn't|aren't)\s/;

/** Whether the answer is one phrase, or one clause where it may be a `clause`: no second one was taken along. */
function isOnePhrase(back: string, front: string, clause: boolean): boolean {
  if (back.includes('](')) return false;
  const text = back.replace(/`[^`]*`/g, '`x`').replace(/\([^()]*\)/g, '');
  if (/->|=>|→|[a-z`)]\.\s+\p{Lu}|[?§]|\]\(|\*\*|\s=\s|:\s/u.test(text)) return false;
  if (
    /,\s(?:so|but|yet|while|whereas|exactly|though|although|it|they|you|this|these|we|he|otherwise|then|thus|hence|therefore|because|since|not|never|just|even|especially|rather|instead|and (?:it|they|you|this|the \S+ (?:is|are|can|will)))\b/.test(
      text,
    )
  )
    return false;
  if (/,\s[a-z]+s (?:them|it)\b/.test(text)) return false;
  if (/\s(?:but|so|yet|or you|and you|whereas|however)\s/.test(text)) return false;
  if (
    /\b(?:then|deciding|determining|providing|ensuring|allowing|enabling|defining|specifying|genuine|respective|largely|you['’]ll have|of what|, one|and connect|be used|used to)$/.test(
      text,
    )
  )
    return false;
  if (clause) return true;
  const at = finite.exec(text)?.index ?? -1;
  if (at >= 0 && !clausal.test(text) && !relative.test(text.slice(0, at))) return false;
  return !hasSecondVerb(text, front);
}

/** "multiple layers of caching and collapses requests": another verb of the subject. */
function hasSecondVerb(text: string, front: string): boolean {
  if (clausal.test(text) || /\bdo\?$/.test(front)) return false;
  for (const match of text.matchAll(/\s(?:and|or)\s(?:then |also |[a-z]+ly )?([a-z]+)\b(?=\s+(\S+))/g)) {
    const word = match[1] ?? '';
    if (relative.test(text.slice(0, match.index))) continue;
    if (verbOf(word, 'third') !== undefined && !isAlsoNoun(verbOf(word, 'third') ?? '')) return true;
    if (
      verbOf(word, 'third') !== undefined &&
      /^(?:the|an?|its|their|all|any|each|up|out|down|it|them|to|from|on|in)$/.test(match[2] ?? '')
    )
      return true;
    if (verbOf(word, 'base') !== undefined && /^(?:the|an?|its|your|up|out|down|it|them)$/.test(match[2] ?? '')) return true;
  }
  return false;
}
