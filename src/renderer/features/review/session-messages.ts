/** The sentences about what a session holds: practice, cards that keep slipping, what is left. */
import { counted, longDay, number } from '../../words/format.js';
import { studyName } from '../../words/study-name.js';

export const study = {
  name: studyName,
  practiceAgain: 'later in this session',
  practiceDone: 'done',
  resumed: (startedOn: string, answered: number): string => `Continued from ${longDay(startedOn)}, after ${counted(answered, 'answer')}`,
  leech: (front: string, lapses: number): string => `“${front}” was forgotten ${number(lapses)} times`,
  leechHint: 'A card that keeps slipping is better worded anew, or split.',
  leechSuspended: 'It is suspended. Word it anew, and it comes back.',
  rewrite: 'Rewrite this card',
  leechKept: 'Leave it',
  rewritten: 'Card rewritten',
  left: (cards: number, isChosen: boolean): string =>
    cards === 0
      ? ''
      : `${counted(cards, 'card')} left; ${isChosen ? 'Today lets you continue.' : cards === 1 ? 'it waits on Today.' : 'they wait on Today.'}`,
  again: 'Review these again',
  againHint: 'without changing their schedules',
  openInLibrary: (front: string): string => `Show “${front}” in the Library`,
};
