/** Which topic of the exam a card belongs to, and why: what the person said, else its tags, its place, the words above it. */
import type { Curriculum, Topic } from './curriculum.js';

/** What of a card says where it belongs. */
export interface Placed {
  cardId: string;
  noteId: string;
  tags: readonly string[];
  /** The note as shown to people, with its folder: `storage/volumes.md`. */
  noteName: string;
  deck: string;
  headings: readonly string[];
}

/** What the person said, by id: a card or all cards of a note belong to a topic, or to none. */
export interface TopicChoices {
  cards: ReadonlyMap<string, string | null>;
  notes: ReadonlyMap<string, string | null>;
}

export interface TopicOfCard {
  topicId: string | null;
  /** What decided; null when nothing does. */
  by: 'hand' | 'tag' | 'path' | 'words' | null;
  /** The curriculum's tag or path that fits, or the heading, note or deck whose words do; '' for the person's own word and for nothing. */
  because: string;
}

export const noChoices: TopicChoices = { cards: new Map(), notes: new Map() };

const within = (name: string, outer: string, separator: string): boolean => name === outer || name.startsWith(outer + separator);

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** A topic, and what of the curriculum fitted the text. */
type Named = { topicId: string; match: string } | null;

/** The answer for each text once: many cards share a note, a deck, a heading. */
function remembered(find: (text: string) => Named): (text: string) => Named {
  const known = new Map<string, Named>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    known.set(text, found);
    return found;
  };
}

/** Of several matches the longest says most; among equals the first counts. */
const longer = (a: Named, b: Named): Named => ((b?.match.length ?? 0) > (a?.match.length ?? 0) ? b : a);

/**
 * Makes the function that finds a card's topic. What was said of the card comes before what was said of its note, and both before
 * the curriculum. The nearest heading has the first word, then those above it, the note's name, and the deck.
 */
export function topicFinder(curriculum: Curriculum, choices: TopicChoices): (card: Placed) => TopicOfCard {
  const topics = curriculum.domains.flatMap((domain) => domain.topics);
  const ids = new Set<string | null>([null, ...topics.map(({ id }) => id)]);
  const wordsOf = new Map(topics.map((topic) => [topic, topic.words.map(plain).filter((words) => words.trim() !== '')]));

  /** The topic of which one of the texts `of` it fits. */
  const find = (of: (topic: Topic) => readonly string[], fits: (one: string) => boolean): Named =>
    topics.reduce<Named>((found, topic) => {
      const matches = of(topic).filter(fits);
      return matches.reduce((best, match) => longer(best, { topicId: topic.id, match }), found);
    }, null);
  const byTag = remembered((own) =>
    find(
      ({ tags }) => tags,
      (tag) => within(own, tag, '/'),
    ),
  );
  const byPath = remembered((name) =>
    find(
      ({ paths }) => paths,
      (path) => within(name, path, '/'),
    ),
  );
  const byWords = remembered((place) => {
    const text = plain(place);
    return find(
      (topic) => wordsOf.get(topic) ?? [],
      (words) => text.includes(words),
    );
  });

  /** What was said of a card or note; nothing when it names a topic of another curriculum. */
  const said = (one: string | null | undefined): TopicOfCard | null =>
    one !== undefined && ids.has(one) ? { topicId: one, by: 'hand', because: '' } : null;

  return ({ cardId, noteId, tags, noteName, deck, headings }) => {
    const chosen = said(choices.cards.get(cardId)) ?? said(choices.notes.get(noteId));
    if (chosen) return chosen;
    const tagged = tags.map(byTag).reduce(longer, null);
    if (tagged) return { topicId: tagged.topicId, by: 'tag', because: tagged.match };
    const placed = byPath(noteName);
    if (placed) return { topicId: placed.topicId, by: 'path', because: placed.match };
    for (const place of [...headings].reverse().concat(noteName, deck)) {
      const named = byWords(place);
      if (named) return { topicId: named.topicId, by: 'words', because: place };
    }
    return { topicId: null, by: null, because: '' };
  };
}
