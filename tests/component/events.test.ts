import { cleanup } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { events } from '../../src/shared/contract.js';
import type { EventName } from '../../src/shared/contract.js';
import { openApp } from './fake-bridge.js';

const names = Object.keys(events) as EventName[];

describe('what the main process tells', () => {
  it.each(names)('is heard by a state of the window (%s)', async (name) => {
    const { bridge } = await openApp();
    expect(bridge.listeners(name).length).toBeGreaterThan(0);
  });

  it('is heard no more by a window that is closed', async () => {
    const { bridge } = await openApp();
    cleanup();
    expect(names.filter((name) => bridge.listeners(name).length > 0)).toEqual([]);
    const before = bridge.asked.length;
    bridge.emit('data.changed', {});
    expect(bridge.asked.length).toBe(before);
  });

  it('has the screen on show ask again, and Today', async () => {
    const { bridge, app } = await openApp();
    const asked = () => bridge.asked.map(({ method }) => method);
    for (const [screen, method] of [
      ['library', 'library.notes'],
      ['exam', 'exam.get'],
      ['settings', 'presets.get'],
    ] as const) {
      app.go(screen);
      const before = asked().length;
      bridge.emit('data.changed', {});
      expect(asked().slice(before).sort()).toEqual(['today.get', method].sort());
    }
  });

  it('has Today ask again when the exam changed, while it is on show', async () => {
    const { bridge, app } = await openApp();
    const before = bridge.inputs('today.get').length;
    bridge.emit('exam.changed', {});
    expect(bridge.inputs('today.get')).toHaveLength(before + 1);
    app.go('library');
    bridge.emit('exam.changed', {});
    expect(bridge.inputs('today.get')).toHaveLength(before + 1);
  });
});
