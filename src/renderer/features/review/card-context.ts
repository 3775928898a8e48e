import type { SessionCard } from '../../../shared/contract.js';
import { messages } from './messages.js';
import { plainText } from '../../parts/markdown/markdown.js';

/** Where a card comes from, as shown around its question. */
export interface CardContext {
  /** Deck path, top first. */
  crumb: string[];
  /** Line above the question. */
  subject: string;
  /** Heading path, shown with the answer. */
  place: string;
}

const longQuestion = 150;

/**
 * Deck and headings of a card without what would give its answer away: a name that is in the answer but not in the question
 * ("Which component stores the cluster's state?" in the deck etcd) stays unsaid.
 */
export function contextOf(card: SessionCard): CardContext {
  const front = plainText(card.front).toLowerCase();
  const back = plainText(card.back).toLowerCase();
  const tells = (name: string) => has(back, name.toLowerCase()) && !has(front, name.toLowerCase());
  const decks = card.deck.split('::').map((name) => name.trim());
  const told = decks.findIndex(tells);
  const crumb = told === -1 ? decks : decks.slice(0, told);
  const topic = card.kind === 'command' ? messages.review.command : card.headings.at(-1);
  const subject = [decks.at(-1), topic].filter((name, i, all): name is string => !!name && !tells(name) && all.indexOf(name) === i);
  return { crumb, subject: subject.join(', '), place: card.headings.join(', ') };
}

/** Long questions and commands are set smaller. */
export const isDense = (card: SessionCard): boolean =>
  card.kind === 'command' || card.front.length > longQuestion || card.front.includes('\n');

/** Is the name in the text as a whole word? */
function has(text: string, name: string): boolean {
  const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  for (let at = text.indexOf(name); name !== '' && at !== -1; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true;
  }
  return false;
}
