/** A step that is taken back stays, with the rows as it had left them, until it is done again or something else is done. */
export const sql = /* sql */ `
ALTER TABLE undoSteps ADD COLUMN undoneAt INTEGER;
ALTER TABLE undoSteps ADD COLUMN after TEXT;             -- JSON; NULL while the step counts
CREATE INDEX undoneSteps ON undoSteps (stepId) WHERE undoneAt IS NOT NULL;
`;
