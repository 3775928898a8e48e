/** The sentences about what a cluster, or a newer Kubernetes, says of the person's cards. */
import { counted, number } from '../../words/format.js';

export const truth = {
  title: (minor: number, isOfCluster: boolean) => (isOfCluster ? 'Your notes and this version' : `Your notes and Kubernetes 1.${minor}`),
  has: (label: string, value: string) => `${label}: your cluster has ${value}`,
  none: (minor: number) => `Nothing in your notes differs, or is outdated in 1.${minor}.`,
  reading: 'Reading your cards',
  all: (n: number) => `Show all ${number(n)}`,
  first: (n: number, total: number) => `The first ${number(n)} of ${number(total)}.`,

  cards: 'Cards about it',
  some: (cards: number, waiting: number) => `${counted(cards, 'card')}, ${waiting === 0 ? 'none' : waiting} waiting today.`,
  noCards: 'No card is about it.',
  review: (name: string) => `Review ${name} now`,
  goThrough: 'Go through them',
  goThroughHint: 'without changing their schedules',
};
