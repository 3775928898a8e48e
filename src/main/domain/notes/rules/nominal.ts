/** Texts that a verb seems to open although they name a thing. */
import { isAlsoNoun } from '../english/verbs.js';

/** What follows a noun and no verb. */
const behindNoun = /^([a-z]+) (?:of|containing)\s/i;
/** "Maximum size the disk can have": the verb stands in a clause that describes the noun. */
const measure =
  /^(?:the )?(?:(?:max(?:imum)?|min(?:imum)?|total) (?!is\b|of\b)[a-z]+\s|(?:number|amount|percentage|length|size|duration) of\s)/i;

/** "type of ship", "list of the crew", "number of days after the voyage ends". */
export function isNominal(text: string): boolean {
  const first = behindNoun.exec(text)?.[1]?.toLowerCase();
  return (first !== undefined && isAlsoNoun(first)) || measure.test(text);
}
