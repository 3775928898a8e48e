/** Presets as rows, and which deck has which. Few and read often, so they are kept in memory. */
import * as v from 'valibot';
import { presetFit, presetOptions } from '../../../shared/contract.js';
import type { Preset, PresetFit, PresetOptions } from '../../../shared/contract.js';
import { assignedPreset, defaultOptions, defaultPresetId } from '../../domain/review/presets.js';
import type { Database } from '../open/database.js';

export interface PresetStore {
  /** The default one first, the others by name. The objects stay the same until something is stored. */
  all(): readonly Preset[];
  get(presetId: string): Preset | null;
  default(): Preset;
  /** The preset of a deck: its own, its nearest ancestor's, or the default one. */
  of(deck: string): Preset;
  /** Decks with a preset of their own, by path. */
  assigned(): ReadonlyMap<string, string>;
  /** Adds a preset, or stores it as it is now. */
  put(preset: Preset): void;
  /** Removes a preset; its decks follow their ancestors again. The default one stays. */
  remove(presetId: string): void;
  /** Gives a deck a preset of its own; null takes it away. */
  assign(deck: string, presetId: string | null): void;
}

interface Row {
  presetId: string;
  name: string;
  options: string;
  fit: string | null;
}

export function createPresetStore(db: Database): PresetStore {
  const rows = db.prepare<[], Row>('SELECT presetId, name, options, fit FROM presets');
  const pairs = db.prepare<[], { path: string; presetId: string }>('SELECT path, presetId FROM deckPresets ORDER BY path');
  const put = db.prepare<[Row]>(
    `INSERT INTO presets (presetId, name, options, fit) VALUES (@presetId, @name, @options, @fit)
     ON CONFLICT (presetId) DO UPDATE SET (name, options, fit) = (excluded.name, excluded.options, excluded.fit)`,
  );
  const remove = db.prepare('DELETE FROM presets WHERE presetId = ?');
  const assign = db.prepare(
    'INSERT INTO deckPresets (path, presetId) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET presetId = excluded.presetId',
  );
  const unassign = db.prepare('DELETE FROM deckPresets WHERE path = ?');

  let presets = new Map<string, Preset>();
  let assigned = new Map<string, string>();

  function read(): void {
    const found = rows.all().map(presetOf).sort(inOrder);
    presets = new Map(found.map((preset) => [preset.presetId, preset]));
    assigned = new Map(pairs.all().map(({ path, presetId }) => [path, presetId]));
  }
  read();

  /** The default preset is made by the schema and never removed. */
  const byDefault = (): Preset =>
    presets.get(defaultPresetId) ?? presetOf({ presetId: defaultPresetId, name: 'Default', options: '{}', fit: null });

  return {
    all: () => [...presets.values()],
    default: byDefault,
    get: (presetId) => presets.get(presetId) ?? null,
    of: (deck) => presets.get(assignedPreset(deck, assigned) ?? defaultPresetId) ?? byDefault(),
    assigned: () => assigned,
    put({ presetId, name, options, fit }) {
      put.run({ presetId, name, options: JSON.stringify(options), fit: fit && JSON.stringify(fit) });
      read();
    },
    remove(presetId) {
      if (presetId !== defaultPresetId) remove.run(presetId);
      read();
    },
    assign(deck, presetId) {
      if (presetId === null) unassign.run(deck);
      else assign.run(deck, presetId);
      read();
    },
  };
}

const inOrder = (a: Preset, b: Preset): number =>
  Number(b.presetId === defaultPresetId) - Number(a.presetId === defaultPresetId) || a.name.localeCompare(b.name, 'en');

/** A row as a preset; options nobody can read have their defaults. */
function presetOf({ presetId, name, options, fit }: Row): Preset {
  const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown())), options);
  const all: Record<string, unknown> = { ...defaultOptions };
  for (const [key, schema] of Object.entries(presetOptions.entries)) {
    const checked = v.safeParse(schema, stored.success ? stored.output[key] : undefined);
    if (checked.success) all[key] = checked.output;
  }
  return { presetId, name, options: v.parse(presetOptions, all) satisfies PresetOptions, fit: fit === null ? null : fitOf(fit) };
}

function fitOf(text: string): PresetFit | null {
  const checked = v.safeParse(v.pipe(v.string(), v.parseJson(), presetFit), text);
  return checked.success ? checked.output : null;
}
