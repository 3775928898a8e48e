/** The one source of time; tests bring their own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** IANA time zone the person is in. */
  zone(): string;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
