/** Which topic of the exam a card belongs to, and why: what the person said, else its tags, its place, the words above it. */
import type { Curriculum, Topic } from './curriculum.js';

/** What of a card says where it belongs. */
export interface Placed {
  tags: readonly string[];
  /** The note as shown to people, with its folder: `storage/volumes.md`. */
  noteName: string;
  deck: string;
  headings: readonly string[];
}

/** The person's own word: all cards of a note, deck or tag belong to a topic, or to none. */
export interface TopicChoice {
  of: 'note' | 'deck' | 'tag';
  name: string;
  topicId: string | null;
}

export interface TopicOfCard {
  topicId: string;
  /** What decided. */
  by: 'choice' | 'tag' | 'path' | 'words';
}

const within = (name: string, outer: string, separator: string): boolean => name === outer || name.startsWith(outer + separator);

const isOf = (card: Placed, { of, name }: TopicChoice): boolean => {
  if (of === 'note') return card.noteName === name;
  if (of === 'deck') return within(card.deck, name, '::');
  return card.tags.some((tag) => within(tag, name, '/'));
};

const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** Does the text have the words, whole and in their order? */
const hasWords = (text: string, words: string): boolean => text.includes(plain(words));

/** The longest of several matches is the one that says most. */
function best(topics: readonly Topic[], length: (topic: Topic) => number): Topic | null {
  let found: Topic | null = null;
  let most = 0;
  for (const topic of topics) {
    const here = length(topic);
    if (here > most) [found, most] = [topic, here];
  }
  return found;
}

const longest = (all: readonly string[], fits: (one: string) => boolean): number =>
  all.reduce((most, one) => (one.length > most && fits(one) ? one.length : most), 0);

/**
 * Makes the function that finds a card's topic. Choices come first, the last one said before others; null is a card of no topic.
 * The nearest heading has the first word, then those above it, the note's name, and the deck.
 */
export function topicFinder(curriculum: Curriculum, choices: readonly TopicChoice[]): (card: Placed) => TopicOfCard | null {
  const topics = curriculum.domains.flatMap((domain) => domain.topics);
  const ids = new Set(topics.map(({ id }) => id));
  const spoken = [...choices].reverse().filter(({ topicId }) => topicId === null || ids.has(topicId));
  return (card) => {
    const choice = spoken.find((one) => isOf(card, one));
    if (choice) return choice.topicId === null ? null : { topicId: choice.topicId, by: 'choice' };
    const tagged = best(topics, ({ tags }) => longest(tags, (tag) => card.tags.some((own) => within(own, tag, '/'))));
    if (tagged) return { topicId: tagged.id, by: 'tag' };
    const placed = best(topics, ({ paths }) => longest(paths, (path) => within(card.noteName, path, '/')));
    if (placed) return { topicId: placed.id, by: 'path' };
    for (const place of [...card.headings].reverse().concat(card.noteName, card.deck)) {
      const text = plain(place);
      const named = best(topics, ({ words }) => longest(words, (word) => hasWords(text, word)));
      if (named) return { topicId: named.id, by: 'words' };
    }
    return null;
  };
}
