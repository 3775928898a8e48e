/** What a person types to find cards, taken apart: words to find and filters. Pure. */
import { cardFilter, type CardFilter } from '../../../shared/contract.js';

type Comparison = '>' | '>=' | '<' | '<=' | '=';

export interface CardQuery {
  /** Each must be in the question or the answer. */
  words: string[];
  decks: string[];
  notes: string[];
  tags: string[];
  is: CardFilter[];
  lapses: { comparison: Comparison; than: number }[];
  /** Parts that look like a filter and are none, as they were typed. */
  unknown: string[];
}

/** A word, a text in quotes, or a filter whose value may be in quotes. A quote that is still open ends with the text. */
const part = /(?:(\w+):)?(?:"([^"]*)"?|(\S+))/g;
const lapsesPart = /^lapses(>=|<=|>|<|=)(\d{1,6})$/i;

/** Takes a query apart; whatever is typed is understood somehow. */
export function parseCardQuery(text: string): CardQuery {
  const query: CardQuery = { words: [], decks: [], notes: [], tags: [], is: [], lapses: [], unknown: [] };
  for (const [typed, name, quoted, bare = ''] of text.matchAll(part)) {
    const value = quoted ?? bare;
    if (value !== '') add(query, name?.toLowerCase(), value, typed);
  }
  return query;
}

/** Does it ask for nothing, so that every card fits? What was not understood asks for nothing. */
export function isEmpty({ unknown: _, ...conditions }: CardQuery): boolean {
  return Object.values(conditions).every((list) => list.length === 0);
}

function add(query: CardQuery, name: string | undefined, value: string, typed: string): void {
  const lapses = lapsesPart.exec(typed);
  if (lapses) query.lapses.push({ comparison: lapses[1] as Comparison, than: Number(lapses[2]) });
  else if (name === undefined) query.words.push(value);
  else if (name === 'deck') query.decks.push(value);
  else if (name === 'note') query.notes.push(value);
  else if (name === 'tag') query.tags.push(value.replace(/^#/, ''));
  else if (name !== 'is') query.words.push(typed);
  else if (isFilter(value.toLowerCase())) query.is.push(value.toLowerCase() as CardFilter);
  else query.unknown.push(typed);
}

const isFilter = (value: string): boolean => (cardFilter.options as readonly string[]).includes(value);
