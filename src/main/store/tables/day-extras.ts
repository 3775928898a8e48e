/** Changes of a day's limits that hold for that study day only. */
import type { Extra } from '../../../shared/today.js';
import type { Database } from '../open/database.js';

export interface DayExtras {
  /** By deck path, '' for all decks. */
  on(day: string): ReadonlyMap<string, Extra>;
  /** Sets what a deck with its children takes beside its limits on a day; older days are forgotten. */
  set(day: string, path: string, extra: Extra): void;
}

export function createDayExtras(db: Database): DayExtras {
  const on = db.prepare<[string], Extra & { path: string }>('SELECT path, "new", reviews FROM dayExtras WHERE day = ?');
  const forget = db.prepare('DELETE FROM dayExtras WHERE day < ? OR (day = ? AND path = ?)');
  const add = db.prepare('INSERT INTO dayExtras (day, path, "new", reviews) VALUES (@day, @path, @new, @reviews)');
  const set = db.transaction((day: string, path: string, extra: Extra) => {
    forget.run(day, day, path);
    if (extra.new > 0 || extra.reviews > 0) add.run({ day, path, ...extra });
  });
  return {
    on: (day) => new Map(on.all(day).map(({ path, ...extra }) => [path, extra])),
    set: (day, path, extra) => set.immediate(day, path, extra),
  };
}
