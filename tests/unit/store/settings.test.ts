import { expect, test } from 'vitest';
import { createSettingsStore, defaultSettings } from '../../../src/main/store/tables/settings.js';
import { studying } from '../review/studying.js';

test('settings begin with their defaults and keep what is set', () => {
  const study = studying();
  expect(study.settings.get()).toEqual(defaultSettings);
  study.settings.set({ theme: 'dark', dayStartsAtHour: undefined });
  expect(study.restarted().settings.get()).toEqual({ ...defaultSettings, theme: 'dark' });
});

test('settings nobody can read fall back to their defaults', () => {
  const study = studying();
  study.db.exec(`INSERT INTO settings VALUES ('theme', '"purple"'), ('dayStartsAtHour', '6')`);
  expect(createSettingsStore(study.db).get()).toEqual({ ...defaultSettings, dayStartsAtHour: 6 });
});

test('an installation keeps its name', () => {
  const study = studying();
  const name = study.settings.deviceId();
  expect(name).toMatch(/^[0-9a-f]{12}$/);
  expect(study.restarted().settings.deviceId()).toBe(name);
});
