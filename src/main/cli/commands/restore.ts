import { join } from 'node:path';
import { backupFolder } from '../../store/open/backup-files.js';
import { restoreDatabase } from '../../store/transfer/restore.js';
import { readArguments, UsageError } from '../command.js';
import type { Command } from '../command.js';

/** Puts a backup in the place of what is stored, which is kept, and says how to go back. */
export const restore: Command = {
  usage: 'restore FILE',
  summary: 'puts a backup in the place of what is stored, after checking it; what was stored is kept as a backup',
  run(args, context) {
    const { paths, dataFolder } = readArguments(args, context, { paths: 'one or none', flags: [] });
    const [file] = paths;
    if (file === undefined) throw new UsageError('Name the backup to restore.');
    const { replaced, movedTo } = restoreDatabase(dataFolder, file, context.clock.now());
    context.print('Restored.');
    if (replaced !== null) context.print(`To go back: etcdeck restore ${quoted(join(backupFolder(dataFolder), replaced))}`);
    if (movedTo !== null) context.print(`The damaged database was moved to ${movedTo}`);
    return Promise.resolve(0);
  },
};

/** A path as a shell takes it. */
const quoted = (path: string): string => (/^[\w./:\\-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
