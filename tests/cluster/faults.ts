/** How a path misbehaves. */
export type Fault =
  | { kind: 'status'; status: 401 | 403 | 429 | 500 }
  | { kind: 'hang' }
  | { kind: 'stall' }
  | { kind: 'slow'; ms: number }
  | { kind: 'body'; text: string }
  /** Begins an exec, and cuts it off in the middle. */
  | { kind: 'cut' };
