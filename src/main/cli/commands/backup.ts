import { join } from 'node:path';
import { backupFolder } from '../../store/open/backup-files.js';
import { copyDatabase, makeBackup } from '../../store/open/copy.js';
import { readDatabase } from '../../store/open/database.js';
import { FailureError } from '../../../shared/result.js';
import { readArguments } from '../command.js';
import type { Command } from '../command.js';
import { pathFrom } from '../notes-on-screen.js';

/** Copies the database, also beside an open window, and says where the copy is. */
export const backup: Command = {
  usage: 'backup [FILE]',
  summary: 'copies everything stored, checks the copy and prints where it is',
  run(args, context) {
    const { paths, dataFolder } = readArguments(args, context, { paths: 'one or none', flags: [] });
    const db = readDatabase(dataFolder);
    if (!db)
      throw new FailureError({ code: 'not-found', message: 'Nothing is stored yet, so there is nothing to copy.', where: dataFolder });
    try {
      const [path] = paths;
      if (path === undefined) {
        context.print(join(backupFolder(dataFolder), makeBackup(db, dataFolder, 'asked', context.clock.now()).name));
      } else {
        copyDatabase(db, path);
        context.print(pathFrom(context.surroundings.cwd, path));
      }
      return Promise.resolve(0);
    } finally {
      db.close();
    }
  },
};
