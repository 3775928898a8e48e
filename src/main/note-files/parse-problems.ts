/** What is said of notes that could not be parsed. */
import { FailureError } from '../../shared/result.js';
import type { Problem } from '../domain/notes/card.js';

export const readingStopped = (): FailureError => new FailureError({ code: 'cancelled', message: 'Reading the notes was stopped.' });

export const tookTooLong = (limitMs: number): Problem => ({
  line: 1,
  severity: 'error',
  message: `Reading this note took longer than ${Math.round(limitMs / 1000)} seconds, so it was given up.`,
  hint: 'Split it into smaller notes, or leave it out.',
});

export const parserFailed = (why: unknown): Problem => ({
  line: 1,
  severity: 'error',
  message: `This note could not be turned into cards (${why instanceof Error ? why.message : String(why)}).`,
  hint: 'Nothing else is affected. Please report it with the note, so that it can be mended.',
});
