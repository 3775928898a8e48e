/** What a person chose about clusters: names and fingerprints only, no credential and no address. */
import * as v from 'valibot';
import type { Database } from '../open/database.js';

const choices = v.object({
  /** Whether the panel is switched on. */
  on: v.boolean(),
  contextName: v.nullable(v.string()),
  /** A kubeconfig chosen instead of the usual ones. */
  file: v.nullable(v.string()),
  /** Fingerprints of the exec plugins that may run. */
  allowed: v.array(v.string()),
});
export type ClusterChoices = v.InferOutput<typeof choices>;

export interface ClusterChoiceStore {
  get(): ClusterChoices;
  set(change: Partial<ClusterChoices>): void;
}

const none: ClusterChoices = { on: false, contextName: null, file: null, allowed: [] };

export function createClusterChoiceStore(db: Database): ClusterChoiceStore {
  const read = db.prepare<[], string>("SELECT value FROM settings WHERE key = 'cluster'").pluck();
  const write = db.prepare(
    "INSERT INTO settings (key, value) VALUES ('cluster', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  );
  function get(): ClusterChoices {
    try {
      return v.parse(choices, JSON.parse(read.get() ?? 'null'));
    } catch {
      return none;
    }
  }
  return { get, set: (change) => void write.run(JSON.stringify({ ...get(), ...change })) };
}
