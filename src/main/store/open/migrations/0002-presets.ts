/**
 * How decks are studied, as presets. The limits and the retention that were settings become those of the default preset.
 * A deck is named by its path, for its row comes and goes with its cards; one that is not named follows its nearest ancestor.
 */
export const sql = /* sql */ `
CREATE TABLE presets (
  presetId TEXT PRIMARY KEY,               -- 'default', or a UUID
  name TEXT NOT NULL,
  options TEXT NOT NULL,                   -- JSON; what is missing has its default
  fit TEXT                                 -- JSON: weights trained on the person's reviews; NULL for the default weights
) STRICT, WITHOUT ROWID;

CREATE TABLE deckPresets (
  path TEXT PRIMARY KEY,                   -- 'CKA::Node', with its children
  presetId TEXT NOT NULL REFERENCES presets ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT INTO presets (presetId, name, options)
SELECT 'default', 'Default', coalesce(json_group_object(key, json(value)), '{}')
FROM settings WHERE key IN ('newPerDay', 'reviewsPerDay', 'desiredRetention') AND json_valid(value);
DELETE FROM settings WHERE key IN ('newPerDay', 'reviewsPerDay', 'desiredRetention');
`;
