/** Copies that sync tools make of a note when it changed in two places at once. */

/** What the tools put before the ending of a file's name: Syncthing, Dropbox, Nextcloud, ownCloud, Obsidian Sync, Seafile, OneDrive. */
const suffixes = [
  /\.sync-conflict-\d{8}-\d{6}(?:-\w{1,16})?$/i,
  /[ _]\((?:[^()]{1,80} )?(?:conflicted copy|case conflict|sfconflict|in konflikt stehende kopie|copie en conflit|copia en conflicto)[^()]{0,80}\)$/i,
  /_conflict-\d{8}-\d{6}$/i,
  /-(?:DESKTOP|LAPTOP)-[A-Z0-9]{5,8}$/,
];

/** The name of the note that this one is a copy of; null for an ordinary name. */
export function originalOf(name: string): string | null {
  const [, stem = name, ending = ''] = /^(.*)(\.\w{1,12})$/s.exec(name) ?? [];
  const suffix = suffixes.map((pattern) => pattern.exec(stem)).find((found) => found !== null);
  return suffix === undefined || suffix.index === 0 ? null : stem.slice(0, suffix.index) + ending;
}
