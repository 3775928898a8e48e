/** The sentences about which notes and cards belong to which topic of the exam. */
import type { MapNote } from '../../../shared/contract.js';
import { counted } from '../../words/format.js';

type By = MapNote['reasons'][number]['by'];

const notes = (n: number): string => counted(n, 'note');
const cards = (n: number): string => counted(n, 'card');

/** What put a card in its topic. */
function reason(by: By, because: string): string {
  switch (by) {
    case 'hand':
      return 'you said so';
    case 'tag':
      return `tag ${because}`;
    case 'path':
      return `folder ${because}`;
    case 'words':
      return `the words of “${because}”`;
    case null:
      return 'no tag, folder or heading names a topic';
  }
}

export const examMap = {
  open: 'Notes by topic',
  back: 'Back to the plan',
  topics: 'Topics',
  none: 'Of no topic',
  noneHint: 'Cards that no tag, folder or heading gives to a topic. They are not part of the plan until you say where they belong.',
  holds: (cardCount: number, noteCount: number): string => `${cards(cardCount)} of ${notes(noteCount)}`,
  empty: 'No card belongs to this topic yet. Import notes about it, or move some here from another topic.',
  emptyNone: 'Every card belongs to a topic.',
  reason,
  /** Reasons of a note's cards; with more than one, how many cards each put here. */
  reasons: ({ reasons }: MapNote): string =>
    reasons
      .map(({ by, because, cards: n }) => (reasons.length > 1 ? `${cards(n)}: ${reason(by, because)}` : reason(by, because)))
      .join('; '),
  chooseNote: (name: string): string => `Choose all cards of ${name}`,
  chooseCard: (front: string): string => `Choose ${front}`,
  openNote: (name: string): string => `Cards of ${name}`,
  line: (line: number): string => `line ${line}`,
  moveTo: 'Move to',
  byCurriculum: 'Where the curriculum puts them',
  noTopic: 'No topic of the exam',
  move: (noteCount: number, cardCount: number): string =>
    noteCount + cardCount === 0
      ? 'Move'
      : `Move ${[noteCount ? notes(noteCount) : '', cardCount ? cards(cardCount) : ''].filter(Boolean).join(' and ')}`,
  moveHint: 'A note moves with all its cards, also those in other topics; a card that you moved by itself stays where you put it.',
  moved: (noteCount: number, cardCount: number, to: string): string =>
    `${[noteCount ? notes(noteCount) : '', cardCount ? cards(cardCount) : ''].filter(Boolean).join(' and ')} moved: ${to}`,
  failed: 'The topics could not be read',
  loading: 'Reading which cards belong to which topic',
};
