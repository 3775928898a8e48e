/** What a setting may be; the contract's schema has the last word and a test holds the two together. */
export interface Limits {
  min: number;
  max: number;
}

export const limits = {
  retentionPercent: { min: 70, max: 97 },
  perDay: { min: 0, max: 9999 },
  intervalDays: { min: 1, max: 36_500 },
  lapses: { min: 1, max: 99 },
  stepMinutes: { min: 1, max: 1439 },
} satisfies Record<string, Limits>;

const mostSteps = 10;

/** The whole number a person typed, or null when it is none or out of range. */
export function wholeNumber(text: string, { min, max }: Limits): number | null {
  const n = Number(text.trim());
  return /^\d+$/.test(text.trim()) && n >= min && n <= max ? n : null;
}

/** The steps a person typed, with commas or spaces between them, each longer than the one before; null when they are not. */
export function stepsMinutes(text: string): number[] | null {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const steps = words.map((word) => wholeNumber(word, limits.stepMinutes)).filter((step) => step !== null);
  const isRising = steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0));
  return steps.length === words.length && steps.length <= mostSteps && isRising ? steps : null;
}
