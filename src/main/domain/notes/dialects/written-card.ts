/** Makes the cards of the dialects, and reads what other tools keep beside them. */
import type { DraftCard } from '../card.js';
import type { DialectCard } from './dialect.js';

type Schedule = NonNullable<DraftCard['schedule']>;
type Written = Pick<DialectCard, 'dialect' | 'front' | 'back' | 'line' | 'endLine' | 'text'>;

export const writtenCard = (parts: Written & Partial<DialectCard>): DialectCard => ({
  kind: 'basic',
  part: 'forward',
  slot: null,
  userId: readUserId(parts.text),
  schedule: null,
  deck: null,
  tags: [],
  leaves: 'nothing',
  reasons: [],
  ...parts,
});

/** A card and, where it is asked both ways, its other direction. */
export function bothWays(parts: Written & Partial<DialectCard>, isReversed: boolean, schedules: readonly Schedule[] = []): DialectCard[] {
  const forward = writtenCard({ ...parts, schedule: schedules[0] ?? null });
  const { front, back } = forward;
  return isReversed ? [forward, { ...forward, part: 'reversed', front: back, back: front, schedule: schedules[1] ?? null }] : [forward];
}

/** `<!--SR:!2024-01-20,4,250-->`: the schedules Obsidian spaced repetition keeps in the note, one per card. */
function readSchedules(text: string): Schedule[] {
  const comment = /<!--SR:(.{1,2000}?)-->/.exec(text)?.[1];
  if (comment === undefined) return [];
  return [...comment.matchAll(/!(\d{4}-\d{2}-\d{2}),(\d{1,6})(?:\.\d+)?,(\d{1,4})/g)].map((match) => ({
    dueOn: match[1] ?? '',
    intervalDays: Number(match[2]),
    ease: Number(match[3]),
  }));
}

/** The schedules on a card's lines, or on the line behind them. */
export function schedulesOf(text: string, nextLine: string | undefined): Schedule[] {
  return readSchedules(text).concat(nextLine?.trimStart().startsWith('<!--SR') === true ? readSchedules(nextLine) : []);
}

/** An id the person, or another tool, wrote beside the card. */
export const readUserId = (text: string): string | null =>
  /<!--\s*ID:\s*(\S{1,64}?)\s*-->/i.exec(text)?.[1] ??
  /(?:^|\s)ID:\s*(\d{6,20})\s*$/m.exec(text)?.[1] ??
  /\s\^([A-Za-z0-9-]{1,64})\s*$/m.exec(text)?.[1] ??
  null;
