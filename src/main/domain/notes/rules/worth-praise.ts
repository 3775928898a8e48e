/** What is said of a thing instead of what it is: praise, its worth, what was said before. */
import type { Clause } from '../english/grammar.js';
import { countWords } from '../text.js';

/** "A better version of it", "the killer feature", "essential components in every network", "one of the control flags": beside what it is. */
export const isBeside = (back: string): boolean =>
  /^an? (?:better|newer|improved|faster|enhanced|lighter|older) version of\b|^the killer\b|^(?:essential|important|critical|crucial|key|vital|fundamental) [a-z]+s (?:in|of|for)\b/i.test(
    back,
  ) || isOneOfThem(back);

/** Which of them, it does not say. */
const isOneOfThem = (text: string): boolean => /^one of (?:the|its|two|three|four|many|several) (?:[^\s,]+ ){0,2}[^\s,]+$/i.test(text);

/** What is said of a thing instead of what it is: its worth, what it is not, how it compares. */
export const isRemark = (back: string): boolean =>
  /^(?:the (?:\w+ )?(?:point|reason|problem|idea|trick|key|goal|aim|answer|difference|part|opposite|same)\b|the ["“]|(?:what|why) |an? (?:\w+ )?(?:ideal|great|good|perfect|natural|best) )/i.test(
    back,
  ) ||
  /^(?:the|an?) (?:\w+ )?(?:foundation|fundamentals?|backbone|cornerstone|heart|brain|ground truth) (?:of|to|for|when)\b|^the (?:most|least) \w+$|^one of the (?:most|best|\w+est)\b|^an? (?:bit|little|much|far|even)\b|^(?:the|an?) (?:correct|right|wrong|proper)\b|\bno longer\b/i.test(
    back,
  ) ||
  // "the preferred way to change it", "a value you want": how to go about it, not what it is.
  /^(?:the one (?:to|you|that)|(?:the|an?) (?:preferred|recommended|cost-effective|better|easier|easy|simple|common|standard|quick) way)\b|\byou want\b/i.test(
    back,
  ) ||
  isBeside(back) ||
  /\b(?:and|but) not an?\b|\b(?:perspective|point of view)$/.test(back);

/** "The brain", "the hands (run applications)", "muscles that run your workloads": a picture of the thing. */
export const isMetaphor = (back: string): boolean =>
  /^(?:(?:the|an?) )?(?:brain|hands?|heart|muscles?|eyes|ears|nervous system|soul|boss|captain|traffic (?:cop|police)|security guard|bouncer|postman)s?\b/i.test(
    back,
  );

/** "is also a …", "is still a …": what it is was said before. */
export const isAddition = ({ predicate }: Clause): boolean => /^(?:is|are|was|were) (?:also|still|actually)\b/i.test(predicate);

/**
 * Adjectives that praise: what a thing is useful for is one use of many, and often said of something above it. What something named is
 * crucial for, told in full, is a fact.
 */
export const isPraise = (part: string, front: string, back: string, { subject }: Clause): boolean =>
  (/^(?:(?:very|more|most|also|highly) )?(?:useful|crucial|essential|important|vital|helpful|ideal|suitable|necessary|beneficial)\d*$/.test(
    part,
  ) &&
    !(/^crucial/.test(part) && countWords(back) >= 5 && subject !== '' && !/\b(?:understanding|knowledge|\p{L}+ing)\b/iu.test(subject))) ||
  (part.startsWith('part') && (/^(?:why|how|what)\b/i.test(back) || countWords(front) > 12)) ||
  (part.startsWith('is') && /^that\b/i.test(back));

/** "A fundamental aspect of network security" tells nothing of the thing itself. */
export const isFaintPraise = (back: string): boolean =>
  /^an? (?:very |highly )?(?:powerful|great|good|useful|valuable|simple|popular|critical|crucial|important|essential|key|helpful) [a-z]+ (?:that|which) (?:should|can|is|are|helps?|makes?|must)\b/i.test(
    back,
  ) ||
  /^(?:an?|the|one of the) (?:\w+ )?(?:fundamental|critical|crucial|essential|important|key|vital|powerful|popular|great|good|useful|valuable|core|common|necessary|significant|major|main|primary|big|simple|typical|normal)(?: and \w+)? (?:\w+ ){0,2}(?:behaviou?rs?|aspects?|tools?|parts?|concepts?|components?|features?|skills?|steps?|ways?|techniques?|practices?|elements?|methods?|mechanisms?|factors?|choice|resource|topic|area|task|process|role)(?: (?:of|for|in|to|when|while|used in|used by) (?:\S+ ?){1,5})?$/i.test(
    back,
  );
