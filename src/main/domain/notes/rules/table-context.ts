/** What stands before a table's question, so that it is understood without the table. */
import { isBare, mentions } from '../subject.js';
import { countWords } from '../text.js';
import { named } from './front.js';
import type { Place } from '../rule.js';

const maxNameWords = 5;
const maxNoteWords = 8;

/** Words of headings over tables that say how the table is to be used, and not what it is about. */
const ofTables = new Set(
  (
    'comparison comparisons comparing compared compare equivalent equivalents quick revision reference matrix sheet cheat glance side-by-side cross-cloud relationship operational considerations playbook mapping map ' +
    'decision recommended supported available real practical engineering view lookup overview master final complete full simple standard service services aws capabilities configure which where cost costs vs at'
  ).split(' '),
);

/** "Quick revision", "Service comparisons": such a heading may stand in any note. */
const isLoose = (heading: string): boolean =>
  heading
    .toLowerCase()
    .split(/[\s/,&()–—-]+/)
    .every((word) => word === '' || ofTables.has(word) || isBare(word));

/** "Value 5" or "General Purpose" is known by its name only together with the heading above. */
export function inContext(question: string, thing: string, { headings, note, subject }: Place): string {
  const loose = subject !== '' && isLoose(subject);
  const above = [...headings.slice(0, -1).toReversed(), note]
    .map((one) => (loose ? one.replace(/\s*\([^()]*\)?$/, '') : one))
    .filter((one) => one !== '' && !isBare(one) && !isLoose(one) && countWords(one) <= (loose ? maxNoteWords : maxNameWords));
  const [nearest] = above;
  if (loose && nearest !== undefined && !nearest.includes(',') && !mentions(subject, nearest))
    return named(question, { subject: mentions(question, nearest) ? subject : `${nearest}, ${subject}` });
  const front = named(question, { subject });
  if (isNamed(thing.replace(/^\p{Ll}+ \d+$/u, '')) && !isOfAnything(subject)) return front;
  if (nearest === undefined || above.some((one) => mentions(front, one))) return front;
  return named(question, { subject: subject === '' || mentions(question, subject) ? nearest : `${nearest}, ${subject}` });
}

/** "DHCP components", "`ndots`": a name of something, whose capital no sentence or heading gave. */
export const isNamed = (text: string): boolean => /[`\d]|\p{Lu}{2}|\p{Ll}\p{Lu}/u.test(text);

/** "Event sources", "storage tiers": many things have them, and the question must say whose they are, however well the row is known. */
const isOfAnything = (subject: string): boolean => subject !== '' && countWords(subject) <= 2 && /s$/.test(subject) && !isNamed(subject);

/** "Relationship to TCP": what the note's topic has to do with each row, which no question of the row alone asks for. */
export const isOfRelations = (subject: string): boolean => /(?:^|, )(?:relationships?|relation|mapping) (?:to|with) /i.test(subject);

/** What the rows of a table are compared with: the one thing its note is about. */
export function peerOf({ headings, note }: Place): string {
  const [title = ''] = headings;
  const name = [title, note].find((one) => one !== '' && !isBare(one)) ?? '';
  return countWords(name) <= 4 && !/\bvs\b|[,:&/?]|\b(?:and|or|with|of|for|in|to)\b/i.test(name) ? name : '';
}
