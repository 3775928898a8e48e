import { readDatabase } from '../../store/open/database.js';
import { writeExport } from '../../store/transfer/write-lines.js';
import type { ExportFormat } from '../../store/transfer/write-lines.js';
import { FailureError } from '../../../shared/result.js';
import { readArguments, UsageError } from '../command.js';
import type { Command } from '../command.js';
import { count, pathFrom } from '../notes-on-screen.js';

const formats: readonly ExportFormat[] = ['json', 'csv'];
const isFormat = (text: string): text is ExportFormat => formats.some((one) => one === text);

/** Writes everything a person has in Etcdeck into a file that needs no Etcdeck to be read. */
export const exportAll: Command = {
  usage: 'export [--format json|csv] FILE',
  summary: 'writes everything stored as JSON lines (docs/export.md), or the cards as a table',
  run(args, context) {
    const { paths, format = 'json', dataFolder } = readArguments(args, context, { paths: 'one or none', flags: [], format: true });
    const [path] = paths;
    if (path === undefined) throw new UsageError('Name the file to write.');
    if (!isFormat(format)) throw new UsageError(`There is no format ${format}: use ${formats.join(' or ')}.`);
    const db = readDatabase(dataFolder);
    if (!db)
      throw new FailureError({ code: 'not-found', message: 'Nothing is stored yet, so there is nothing to export.', where: dataFolder });
    try {
      const lines = writeExport(db, format, path, context.clock.now());
      context.print(`${pathFrom(context.surroundings.cwd, path)}: ${count(lines, 'line')}.`);
      return Promise.resolve(0);
    } finally {
      db.close();
    }
  },
};
