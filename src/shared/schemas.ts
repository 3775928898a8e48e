/** The small schemas the contract is built of. */
import * as v from 'valibot';

export const text = v.string();
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const instant = v.number();
/** Longest front or back a person writes; a whole list of cards crosses between the processes at once. */
const longestCardText = 100_000;
/** A front or a back as a person writes it. */
export const cardText = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(longestCardText, `the front and the back of a card hold at most ${longestCardText.toLocaleString('en')} characters each`),
);
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** A date of the calendar, `YYYY-MM-DD`. */
export const localDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true, 'This is no date of the calendar.'),
);
/** A line of a note, from 1. */
export const line = v.pipe(v.number(), v.integer(), v.minValue(1));
export const nothing = v.strictObject({});

/** Some entries of an object; one that is there has a value. */
export const some = <E extends v.ObjectEntries>(schema: v.StrictObjectSchema<E, undefined>) =>
  v.pipe(
    v.partial(schema),
    v.check((value) => Object.values(value).every((one) => one !== undefined), 'What does not change is left out.'),
  );

/**
 * What answering a method does with the database.
 * - `reads`: nothing is written by the thread that answers. What is written elsewhere, say a backup in a thread of its own, does not count.
 * - `writes`: the thread that answers writes, if only now and then. It waits while an import is being stored (see main/write-queue.ts).
 * - `imports`: an import, or another task of seconds that writes much in a thread of its own. What `writes` waits until it is over.
 */
export type DatabaseUse = 'reads' | 'writes' | 'imports';

/** One method of the contract: what it takes, what it gives, and what it does with the database. */
export const method = <I extends v.GenericSchema, O extends v.GenericSchema>(input: I, output: O, use: DatabaseUse) => ({
  input,
  output,
  use,
});

export const rating = v.picklist(['again', 'hard', 'good', 'easy']);
export type Rating = v.InferOutput<typeof rating>;

export const cardKind = v.picklist(['definition', 'concept', 'list', 'sequence', 'command', 'cloze', 'table', 'basic']);
export type CardKind = v.InferOutput<typeof cardKind>;

/** Cards waiting today, by why they wait. */
export const counts = v.strictObject({ new: count, learning: count, due: count });
export type Counts = v.InferOutput<typeof counts>;
