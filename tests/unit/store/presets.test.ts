import { expect, onTestFinished, test } from 'vitest';
import { defaultOptions } from '../../../src/main/domain/review/presets.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import { migrations } from '../../../src/main/store/open/migrations/index.js';
import { createPresetStore } from '../../../src/main/store/tables/presets.js';
import { freshFolder } from '../folder.js';
import { studying } from '../review/studying.js';

test('there is a default preset that every deck follows', () => {
  const { presets } = studying();
  expect(presets.all()).toEqual([{ presetId: 'default', name: 'Default', options: defaultOptions, fit: null }]);
  expect(presets.of('CKA::Node')).toBe(presets.default());
});

test('the limits that were settings become those of the default preset', () => {
  const folder = freshFolder();
  const old = openDatabase(folder, migrations.slice(0, 1));
  old.exec(`INSERT INTO settings VALUES ('newPerDay', '5'), ('desiredRetention', '0.85'), ('reviewsPerDay', 'many'), ('theme', '"dark"')`);
  old.close();
  const db = openDatabase(folder);
  onTestFinished(() => void db.close());
  expect(createPresetStore(db).default().options).toEqual({ ...defaultOptions, newPerDay: 5, desiredRetention: 0.85 });
  expect(db.prepare('SELECT key FROM settings').pluck().all()).toEqual(['theme']);
});

test('a deck follows its own preset or its nearest ancestor, also after a restart', () => {
  const study = studying();
  const hard = { ...study.presets.default(), presetId: 'hard', name: 'Hard' };
  const soft = { ...study.presets.default(), presetId: 'soft', name: 'Soft' };
  study.presets.put(hard);
  study.presets.put(soft);
  study.presets.assign('CKA', 'hard');
  study.presets.assign('CKA::Node', 'soft');
  const { presets } = study.restarted();
  expect(['CKA', 'CKA::Node::kubelet', 'CKA::Network', 'CKAD', 'Shell'].map((deck) => presets.of(deck).name)).toEqual([
    'Hard',
    'Soft',
    'Hard',
    'Default',
    'Default',
  ]);
  presets.remove('soft');
  expect(presets.of('CKA::Node::kubelet').name).toBe('Hard');
});

test('options nobody can read have their defaults', () => {
  const study = studying();
  study.db.exec(`UPDATE presets SET options = '{"newPerDay":-1,"reviewsPerDay":50,"easyDays":"none"}', fit = 'x'`);
  expect(createPresetStore(study.db).default()).toMatchObject({ options: { ...defaultOptions, reviewsPerDay: 50 }, fit: null });
});

test('an answer is scheduled with the preset of the deck of its card', () => {
  const study = studying();
  const quick = { ...study.presets.default(), presetId: 'quick', name: 'Quick' };
  study.presets.put({ ...quick, options: { ...quick.options, desiredRetention: 0.8 } });
  study.presets.assign('CKA', 'quick');
  expect(study.study.parameters('CKA::Node')).toMatchObject({ desiredRetention: 0.8 });
  expect(study.study.parameters('CKA::Node')).toBe(study.study.parameters('CKA'));
  expect(study.study.parameters('Shell')).toMatchObject({ desiredRetention: 0.9 });
});
