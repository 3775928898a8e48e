import type { ChangeTotals, ImportPreview } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { withoutDesktop } from '../../platform.js';
import { openServices } from '../../services.js';
import { readArguments, UsageError } from '../command.js';
import type { Command, Context } from '../command.js';
import { count, pathFrom, problemLine } from '../notes-on-screen.js';
import { version } from '../version.js';

/** Shows what importing notes would change, asks, and stores it. */
export const importNotes: Command = {
  usage: 'import PATH… [--yes]',
  summary: 'makes cards of notes and stores them, after asking',
  async run(args, context) {
    const { paths, flags, dataFolder } = readArguments(args, context, { paths: 'some', flags: ['yes'] });
    if (!flags.yes && !context.ask) throw new UsageError('Nobody can be asked here: add --yes to import without asking.');
    const services = await openServices({
      dataFolder,
      startersFolder: null,
      clock: context.clock,
      platform: terminal,
      emit: () => undefined,
      log: (error) => context.report(String(error)),
      pool: context.createParsePool(),
    });
    try {
      const preview = await services.handlers['import.preview']({ paths });
      tell(preview, context);
      if (!preview.hasChanges) return nothingToImport(preview, context);
      if (!flags.yes && !(await context.ask?.('Import this?'))) {
        context.print('Nothing was imported.');
        return 0;
      }
      const { totals } = await services.handlers['import.commit']({ importId: preview.importId });
      context.print(
        changes(totals) > 0 ? `Imported: ${inWords(totals)}.` : `Updated: ${count(preview.changedNotes, 'note')}; no card changed.`,
      );
      return 0;
    } finally {
      await services.close();
    }
  },
};

/** A desktop that is not there: nothing to choose from, no theme. */
const terminal = withoutDesktop({ version, electron: '', name: 'command line' });

const changes = ({ added, edited, moved, removed }: ChangeTotals): number => added + edited + moved + removed;

function inWords({ added, edited, moved, removed, kept, heldBack }: ChangeTotals): string {
  const parts = [
    [added, 'added'],
    [edited, 'edited'],
    [moved, 'moved'],
    [removed, 'removed'],
    [kept, 'unchanged'],
    [heldBack, 'held back'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return said.length > 0 ? said.join(', ') : 'no cards';
}

function nothingToImport({ files, problems, totals }: ImportPreview, { print }: Context): number {
  if (files.length === 0 && problems.length === 0) {
    throw new FailureError({ code: 'file', message: 'No notes were found there: the names of notes end in .md or .markdown.' });
  }
  const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  if (files.every(({ path }) => broken.has(path))) {
    throw new FailureError({ code: 'file', message: 'No note could be read, so nothing was imported.' });
  }
  print(totals.kept > 0 ? 'Nothing to import: every card is there already.' : 'Nothing to import: these notes give no cards.');
  return 0;
}

function tell({ label, files, problems, totals }: ImportPreview, { print, report, surroundings }: Context): void {
  for (const problem of problems) report(problemLine(pathFrom(surroundings.cwd, problem.path), problem));
  for (const { path, totals: own, emptyReason } of files) {
    print(`${pathFrom(surroundings.cwd, path)}: ${emptyReason ?? inWords(own)}`);
  }
  if (files.length > 1) print(`${label}, ${count(files.length, 'note')}: ${inWords(totals)}`);
}
