/** What a request for the members of a list says of whose they are. */
import { looksPlural } from '../english/words.js';
import { isBare, keyWords, mentions } from '../subject.js';
import { capitalise, countWords } from '../text.js';
import { lowerFirst, named } from './front.js';
import { isNamed } from './table-context.js';
import type { Place } from '../rule.js';

/** A longer name of a list says itself what it is about. */
const maxLonePhrase = 3;
const maxOwnerWords = 6;

/**
 * "Name the two proxy modes" does not say whose: the nearest heading above that names something does. "Name the two subnets" asks for their
 * kinds, where the members are called so; with nothing else said it is no question.
 */
export function inContext(front: string, { headings, note }: Place, names: readonly (string | null)[]): string | null {
  const phrase = /^Name the [a-z]+ (.+)\.$/.exec(front)?.[1];
  if (phrase === undefined || countWords(phrase) > maxLonePhrase) return isOfTwo(front) ? null : front;
  const above = [...headings.toReversed(), note].filter(
    (heading) => heading !== '' && !isBare(heading) && countWords(heading) <= maxOwnerWords,
  );
  if (!above.some((heading) => mentions(front, heading) && !mentions(phrase, heading))) {
    const nearest = above.find((heading) => !mentions(front, heading));
    if (nearest !== undefined) return named(front, { subject: nearest });
  }
  return countWords(phrase) > 2 || isNamed(phrase) ? front : ofKinds(withOwner(front, phrase, above), phrase, names);
}

/** "Ansible module types" above "module types": the heading has the word that the request lacks. */
function withOwner(front: string, phrase: string, above: readonly string[]): string {
  const own = new Set(keyWords(phrase).map((word) => word.replace(/s$/, '')));
  const owner = above.find((heading) => keyWords(heading).some((word) => /^[a-z]{3,}$/.test(word) && !own.has(word.replace(/s$/, ''))));
  return owner === undefined ? front : `${capitalise(owner)}: ${lowerFirst(front)}`;
}

/** One plain plural: of members that are called so, their kinds; of others nobody knows which are meant. */
function ofKinds(front: string, phrase: string, names: readonly (string | null)[]): string | null {
  if (countWords(phrase) > 1) return front;
  const one = phrase.toLowerCase().replace(/s$/, '');
  const called = names.every((name) => name !== null && countWords(name) > 1 && name.toLowerCase().replace(/s$/, '').endsWith(one));
  if (called && looksPlural(phrase)) return front.replace(`${phrase}.`, `types of ${phrase}.`);
  return front.startsWith('Name') ? null : front;
}

/** "Docker vs Podman: name the two tools": of which of them? */
const isOfTwo = (front: string): boolean => /\bvs\.? .*: name the [a-z]+ [a-z]+\.$/i.test(front);
