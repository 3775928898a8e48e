import { expect, test } from 'vitest';
import { createPresetService } from '../../src/main/features/presets/preset-service.js';
import type { PresetService } from '../../src/main/features/presets/preset-service.js';
import { FailureError } from '../../src/shared/result.js';
import { studying } from './review/studying.js';
import { addCards, cardIds } from './sample-cards.js';

function opened(): PresetService {
  const study = studying();
  addCards(study.db, cardIds(1));
  let made = 0;
  return createPresetService({ ...study, newId: () => `preset-${++made}` });
}

const messageOf = (task: () => unknown): string => {
  try {
    task();
  } catch (error) {
    if (error instanceof FailureError) return error.failure.message;
  }
  return '';
};

test('every change can be taken back, also out of order', () => {
  const service = opened();
  const start = service.view();
  const [deck = { path: '' }] = start.decks;
  const { presetId, stepId: added } = service.add({ name: 'Exam', like: 'default' });
  const assigned = service.assign(deck.path, presetId);
  const changed = service.change({ presetId, name: 'Hard exam', options: { newPerDay: 3 } });
  const full = service.view();
  expect(full.presets[1]).toMatchObject({ name: 'Hard exam', options: { newPerDay: 3, reviewsPerDay: 200 } });
  expect(full.decks[0]).toEqual({ path: deck.path, presetId, follows: 'default' });

  const removed = service.remove(presetId);
  expect(service.view()).toEqual(start);
  service.undo(removed.stepId);
  expect(service.view()).toEqual(full);

  service.undo(assigned.stepId);
  service.undo(changed.stepId);
  expect(service.view().presets[1]?.name).toBe('Exam');
  service.undo(added);
  service.undo(added);
  expect(service.view()).toEqual(start);
});

test('what cannot be is refused in plain words', () => {
  const service = opened();
  expect(messageOf(() => service.add({ name: ' Default ', like: 'default' }))).toBe('There is a preset named Default already.');
  expect(messageOf(() => service.remove('default'))).toMatch(/^The default preset stays/);
  for (const task of [
    () => service.add({ name: 'New', like: 'nobody' }),
    () => service.change({ presetId: 'nobody' }),
    () => service.remove('nobody'),
    () => service.assign('CKA', 'nobody'),
  ]) {
    expect(messageOf(task)).toBe('This preset is no longer there.');
  }
});

test('a preset keeps its own name', () => {
  const service = opened();
  service.change({ presetId: 'default', name: 'Default' });
  expect(service.view().presets[0]?.name).toBe('Default');
});
