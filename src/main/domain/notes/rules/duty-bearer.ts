/** Lists of what one thing does: below "Functions of the scheduler" the items name its duties, and what is done is done by it. */
import { isThing } from '../english/fit.js';
import { isPluralName } from '../english/words.js';
import type { Place } from '../rule.js';

const duties =
  /^(?:(?:key|main|core|primary|major|basic|typical|important)\s)*(?:functions?|responsibilit(?:y|ies)|tasks|duties|features?|roles|capabilities|functionalit(?:y|ies)|benefits|advantages)(?:\s(?:and\s\w+|of\s.+))?$|\s(?:functions|responsibilities|duties|features|capabilities|benefits|advantages)$/i;

/**
 * Who does what the items of a list of duties tell: the section's subject, one thing; null where the section is no such list.
 * @param place Where the item stands.
 */
export function dutyBearer({ headings, subject }: Place): string | null {
  const heading = headings.at(-1) ?? '';
  if (subject === '' || subject === heading || !duties.test(heading)) return null;
  return isThing(subject) && !isPluralName(subject) ? subject : null;
}
