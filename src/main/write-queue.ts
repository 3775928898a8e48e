/**
 * Who writes when. An import writes from a thread of its own, and sqlite lets one writer in at a time: it would stop this thread,
 * and with it the window, until the import is stored. What the window wants written waits here instead, and everything else goes on.
 */
import type { MethodName } from '../shared/contract.js';
import type { Handlers } from './router.js';

/** What each method does with the database in this thread; `imports` has it done in the import's. */
const uses: Record<MethodName, 'reads' | 'writes' | 'imports'> = {
  'app.info': 'reads',
  'app.copy': 'reads',
  'settings.set': 'writes',
  'backups.list': 'reads',
  'backups.make': 'reads',
  'backups.restore': 'reads',
  'presets.get': 'reads',
  'presets.add': 'writes',
  'presets.change': 'writes',
  'presets.remove': 'writes',
  'presets.assign': 'writes',
  'presets.undo': 'writes',
  'presets.rescheduling': 'reads',
  'presets.reschedule': 'imports',
  'presets.undoReschedule': 'imports',
  'presets.workload': 'reads',
  'presets.fit': 'reads',
  'presets.adopt': 'writes',
  'presets.unfit': 'writes',
  'presets.cancel': 'reads',
  'today.get': 'reads',
  'decks.collapse': 'writes',
  'today.extra': 'writes',
  'catchUp.start': 'writes',
  'catchUp.end': 'writes',
  'catchUp.resume': 'writes',
  'study.count': 'reads',
  'study.tags': 'reads',
  'session.start': 'writes',
  'session.resume': 'writes',
  'session.discard': 'writes',
  'session.current': 'reads',
  'session.rate': 'writes',
  'session.undo': 'writes',
  'session.redo': 'writes',
  'session.suspend': 'writes',
  'session.bury': 'writes',
  'session.flag': 'writes',
  'session.edit': 'writes',
  'session.grade': 'reads',
  'session.end': 'writes',
  'library.notes': 'reads',
  'library.note': 'reads',
  'library.cards': 'reads',
  'card.edit': 'writes',
  'card.revert': 'writes',
  'card.suspend': 'writes',
  'card.flag': 'writes',
  'card.undo': 'writes',
  'note.image': 'reads',
  'note.open': 'reads',
  'mock.home': 'writes',
  'mock.supply': 'reads',
  'mock.start': 'writes',
  'mock.resume': 'writes',
  'mock.act': 'writes',
  'mock.leave': 'writes',
  'mock.finish': 'writes',
  'mock.result': 'writes',
  'mock.judge': 'writes',
  'mock.delete': 'writes',
  'mock.restore': 'writes',
  'print.count': 'reads',
  'print.save': 'reads',
  'print.send': 'reads',
  'print.cancel': 'reads',
  'print.show': 'reads',
  'cluster.open': 'reads',
  'cluster.leave': 'reads',
  'cluster.connect': 'writes',
  'cluster.allow': 'writes',
  'cluster.check': 'reads',
  'cluster.checkOne': 'reads',
  'cluster.cancel': 'reads',
  'cluster.chosen': 'reads',
  'cluster.plan': 'reads',
  'cluster.findPod': 'reads',
  'cluster.exec': 'reads',
  'cluster.run': 'reads',
  'cluster.stopRun': 'reads',
  'cluster.off': 'writes',
  'cluster.choose': 'writes',
  'cluster.card': 'reads',
  'cluster.notes': 'reads',
  'exam.get': 'reads',
  'exam.forecast': 'reads',
  'exam.cancel': 'reads',
  'exam.plan': 'writes',
  'exam.map': 'reads',
  'exam.cards': 'reads',
  'exam.assign': 'writes',
  'exam.curricula': 'reads',
  'exam.choose': 'writes',
  'import.choose': 'reads',
  'import.preview': 'reads',
  'import.cards': 'reads',
  'import.decide': 'reads',
  'import.commit': 'imports',
  'import.cancel': 'reads',
  'import.undo': 'imports',
  'import.changes': 'reads',
  'import.shipped': 'reads',
  'import.shippedLeft': 'reads',
  'import.open': 'reads',
  'import.opened': 'reads',
  'watch.list': 'reads',
  'watch.add': 'writes',
  'watch.set': 'writes',
  'watch.remove': 'writes',
};

export interface WriteTurns {
  /** Runs an import; what is to be written meanwhile waits until it is over, however it ends. */
  importing<T>(run: () => Promise<T>): Promise<T>;
  /** Resolves when no import is running, to those who wait in the order they came. */
  free(): Promise<void>;
  /** The same handlers, each in its turn. */
  taken(handlers: Handlers): Handlers;
}

type AnyHandler = (input: never) => unknown;

export function createWriteTurns(): WriteTurns {
  let imports: Promise<unknown> = Promise.resolve();

  const turns: WriteTurns = {
    importing(run) {
      const done = run();
      imports = Promise.allSettled([imports, done]);
      return done;
    },
    async free() {
      let awaited;
      do {
        awaited = imports;
        await awaited;
      } while (awaited !== imports);
    },
    taken(handlers) {
      const inTurn = Object.entries(handlers).map(([method, handler]: [string, AnyHandler]) => [
        method,
        { reads: handler, writes: afterImports(handler), imports: asImport(handler) }[uses[method as MethodName]],
      ]);
      return Object.fromEntries(inTurn) as Handlers;
    },
  };

  const asImport =
    (handler: AnyHandler) =>
    (input: never): Promise<unknown> =>
      turns.importing(async () => handler(input));

  const afterImports =
    (handler: AnyHandler) =>
    async (input: never): Promise<unknown> => {
      await turns.free();
      return handler(input);
    };

  return turns;
}
