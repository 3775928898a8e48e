/** Programs that keep a folder in step with other computers, told by the names they give to their folders. */
const byFolderName: readonly [program: string, name: RegExp][] = [
  ['Dropbox', /^dropbox( \(.+\))?$/i],
  ['OneDrive', /^onedrive( ?-.+)?$/i],
  ['iCloud Drive', /^(icloud ?drive|com~apple~clouddocs|mobile documents)$/i],
  ['Nextcloud', /^nextcloud\d*$/i],
  ['Google Drive', /^google ?drive( ?[-(].+)?$/i],
];

/** What Syncthing puts into each of its folders. */
const syncthingMark = '.stfolder';

/**
 * The program that copies this folder to other computers, as far as its path tells; null for none. Such a program copies files one by
 * one and at any moment, which a database of several files is not made for.
 * @param path absolute, of any system
 */
export function syncedBy(path: string, isThere: (path: string) => boolean): string | null {
  const names = path.split(/[/\\]/);
  const program = byFolderName.find(([, name]) => names.some((one) => name.test(one)))?.[0];
  if (program !== undefined) return program;
  const separator = path.includes('\\') ? '\\' : '/';
  const isMarked = names.some((_, index) => isThere([...names.slice(0, index + 1), syncthingMark].join(separator)));
  return isMarked ? 'Syncthing' : null;
}
