/** The part of the contract about watched folders. */
import * as v from 'valibot';
import { changeTotals } from './import.js';
import { count, id, method, nothing, text } from './schemas.js';

export const watchedFolder = v.strictObject({
  folderId: count,
  path: text,
  /** In few words, e.g. "notes/cka". */
  name: text,
  /** `polled`: looked at now and then, since its drive gives no word of changes; `missing`: it is not there now. */
  state: v.picklist(['starting', 'watched', 'polled', 'missing']),
  /** Changes that only add, edit or move cards are imported without asking. */
  takesOver: v.boolean(),
  /** The person says that it lies on a network drive, so it is polled. */
  polls: v.boolean(),
  /** Notes of it that are in Etcdeck. */
  notes: count,
  /** Notes that are not as they were imported: new, changed or gone. */
  changedNotes: count,
});
export type WatchedFolder = v.InferOutput<typeof watchedFolder>;

export const watchedFolders = v.strictObject({ folders: v.array(watchedFolder) });

export const watchMethods = {
  'watch.list': method(nothing, watchedFolders, 'reads'),
  /** Watches a folder; folders below it that are watched become part of it. */
  'watch.add': method(
    v.strictObject({ path: v.pipe(text, v.minLength(1)), takesOver: v.optional(v.boolean()), polls: v.optional(v.boolean()) }),
    watchedFolders,
    'writes',
  ),
  'watch.set': method(
    v.strictObject({ folderId: count, takesOver: v.optional(v.boolean()), polls: v.optional(v.boolean()) }),
    watchedFolders,
    'writes',
  ),
  'watch.remove': method(v.strictObject({ folderId: count }), watchedFolders, 'writes'),
} as const;

export const watchEvents = {
  /** What is known of watched folders is another thing now. */
  'watch.changed': watchedFolders,
  /** Changes of watched folders were imported without asking. */
  'watch.taken': v.strictObject({ batchId: id, totals: changeTotals, changedNotes: count }),
} as const;
