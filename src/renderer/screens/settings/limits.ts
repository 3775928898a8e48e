/** What a setting may be; the contract's schema has the last word and a test holds the two together. */
export interface Limits {
  min: number;
  max: number;
}

export const limits = {
  retentionPercent: { min: 70, max: 97 },
  perDay: { min: 0, max: 9999 },
} satisfies Record<string, Limits>;

/** The whole number a person typed, or null when it is none or out of range. */
export function wholeNumber(text: string, { min, max }: Limits): number | null {
  const n = Number(text.trim());
  return /^\d+$/.test(text.trim()) && n >= min && n <= max ? n : null;
}
