/** Folders whose notes Etcdeck keeps an eye on. */
export const sql = /* sql */ `
CREATE TABLE watchedFolders (
  folderId INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,               -- absolute, with links resolved
  takesOver INTEGER NOT NULL DEFAULT 0,    -- 1: changes that only add, edit or move cards are imported without asking
  polls INTEGER NOT NULL DEFAULT 0,        -- 1: looked at now and then, on a drive that gives no word of changes
  addedAt INTEGER NOT NULL
) STRICT;
`;
