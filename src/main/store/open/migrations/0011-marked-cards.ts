/** Cards with a mark are few among many: `is:flagged`, `is:suspended` and `is:edited` find them without a look at the others. */
export const sql = /* sql */ `
CREATE INDEX markedCards ON cards (cardId) WHERE suspendedAt IS NOT NULL OR flagged = 1 OR editedSpanHash IS NOT NULL;
`;
