/**
 * What of a card was true of an older Kubernetes only. A card that says itself that something is old, gone or replaced is right, and is
 * left alone; so is one that only names it.
 */
import { apiVersionRules } from './rules/api-versions.js';
import { commandRules } from './rules/commands.js';
import { componentRules } from './rules/components.js';
import { objectRules } from './rules/objects.js';
import type { OutdatedRule } from './rules/rule.js';
import { type CardText, statementOf } from './statement.js';

export interface Outdated {
  /** Which rule found it; stable. */
  ruleId: string;
  /** The minor version since when: the 26 of 1.26. */
  since: number;
  now: string;
  source: string;
}

/** The newest minor version the rules were written for: cards are held against it when no cluster says another. */
export const newestKnownMinor = 35;

export const outdatedRules: readonly OutdatedRule[] = [...componentRules, ...objectRules, ...commandRules, ...apiVersionRules];

/** Words of a card that knows its own age, in its text or the headings above it. */
const knows =
  /\b(removed|deprecat\w+|obsolete|outdated|superseded|retired|legacy|formerly|previously|historic\w*|no longer|not any ?more|used to|went away|replaced (by|with)|predecessor|old (word|name)|older|frozen|(before|until|up to|through|since|prior to|in|as of) (version |v)?1\.\d+|\d\.\d+ and (older|earlier))\b/i;

/** Nearly no card says anything of the kind; one look tells which. */
const anyOf = new RegExp(outdatedRules.map(({ says: [first] }) => `(?:${first?.source ?? '(?!)'})`).join('|'), 'im');

/**
 * @param minor the minor version of Kubernetes the card is held against
 * @returns what is outdated, at most one finding for each rule
 */
export function outdatedIn(card: CardText, minor: number): Outdated[] {
  const { said, around } = statementOf(card);
  if (!anyOf.test(said) || knows.test(said) || knows.test(around)) return [];
  return outdatedRules
    .filter(
      ({ since, says, unless }) =>
        since <= minor && says.every((part) => part.test(`${said}\n${around}`)) && says[0]?.test(said) && !unless?.test(said),
    )
    .map(({ id, since, now, source }) => ({ ruleId: id, since, now, source }));
}
