/** The person's settings, and the name this installation signs its reviews with. */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { settings as settingsSchema } from '../../../shared/contract.js';
import type { Settings } from '../../../shared/contract.js';
import type { Database } from '../open/database.js';

export const defaultSettings: Settings = {
  theme: 'system',
  dayStartsAtHour: 4,
  typeAnswers: 'commands',
};

export interface SettingsStore {
  get(): Settings;
  /** Changes some settings and returns all of them. */
  set(change: { [K in keyof Settings]?: Settings[K] | undefined }): Settings;
  /** Names this installation in the review log; made at the first call, needs a database that can be written. */
  deviceId(): string;
  /** When the notes that ship with the app were imported; null before. */
  startersImportedAt(): number | null;
  setStartersImportedAt(at: number): void;
}

export function createSettingsStore(db: Database): SettingsStore {
  const read = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck();
  const write = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');

  function stored(): Settings {
    const all: Record<string, unknown> = { ...defaultSettings };
    for (const [key, schema] of Object.entries(settingsSchema.entries)) {
      const checked = v.safeParse(schema, parsed(read.get(key)));
      if (checked.success) all[key] = checked.output;
    }
    return v.parse(settingsSchema, all);
  }

  let current = stored();
  let device: string | null = null;

  return {
    get: () => current,
    set(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      db.transaction(() => {
        for (const [key, value] of given) write.run(key, JSON.stringify(value));
      })();
      current = stored();
      return current;
    },
    deviceId() {
      device ??= read.get('deviceId') ?? null;
      if (device === null) {
        device = randomBytes(6).toString('hex');
        write.run('deviceId', device);
      }
      return device;
    },
    startersImportedAt() {
      const at = parsed(read.get('startersImportedAt'));
      return typeof at === 'number' ? at : null;
    },
    setStartersImportedAt: (at) => void write.run('startersImportedAt', JSON.stringify(at)),
  };
}

/** The value of a JSON text; undefined when there is none or somebody else wrote it. */
function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
