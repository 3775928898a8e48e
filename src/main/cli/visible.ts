/** Everything that steers a terminal, and what turns the order of letters round; line breaks and tabs are no harm. */
const steering = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text as a terminal may have it: names of files and texts of notes are anybody's, and what is in them is shown, not done.
 * It is written as JSON writes it, so that JSON still says the same.
 */
export const visible = (text: string): string => text.replace(steering, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
